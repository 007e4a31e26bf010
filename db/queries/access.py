"""Reading and writing the clinic's users."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from peewee import JOIN

from db.models.access import User
from db.models.staff import Therapist
from db.rows import Row, fetch


def users(build: Callable[..., Row], **only: Any) -> list[Row]:
    """Return users by name with their therapist's credentials; ``only`` filters by column."""
    query = (
        User.select(
            User.id,
            User.name,
            User.role,
            User.therapist.alias("therapist_id"),
            Therapist.credentials,
            Therapist.color_slot,
            User.key_slot,
            User.is_active,
        )
        .join(Therapist, JOIN.LEFT_OUTER)
        .order_by(User.name.collate("NOCASE"))
    )
    return fetch(query.filter(**only) if only else query, build)


def insert_user(
    *, name: str, role: str, therapist_id: int | None, key_slot: str, created_at: datetime
) -> int:
    """Add a user and return the new id."""
    query = User.insert(
        name=name, role=role, therapist=therapist_id, key_slot=key_slot, created_at=created_at
    )
    return int(query.execute())


def change_user(user_id: int, **columns: Any) -> bool:
    """Set ``columns`` of one user; say whether there is one."""
    return bool(User.update(**columns).where(User.id == user_id).execute() == 1)


def pin_hash(user_id: int) -> str | None:
    """Return the hash of a user's PIN, or None when they have none."""
    row = User.select(User.pin_hash).where(User.id == user_id).tuples().first()
    return row[0] if row else None


def key_slot(user_id: int) -> str | None:
    """Return which slot of the key file is a user's, or None for a removed user."""
    mine = (User.id == user_id) & User.is_active
    row = User.select(User.key_slot).where(mine).tuples().first()
    return row[0] if row else None
