"""Reading and writing how a child looks in the drawings."""

from collections.abc import Callable
from typing import Any

from db.models.home_programs import OwnLook
from db.rows import Row, fetch_one

Columns = dict[str, Any]


def look_of(child_id: int, build: Callable[..., Row]) -> Row | None:
    """Return a child's own look, or None while nobody has chosen it."""
    query = OwnLook.select(
        OwnLook.skin,
        OwnLook.hair,
        OwnLook.hair_color,
        OwnLook.has_glasses,
        OwnLook.has_hearing_aid,
        OwnLook.aid,
    ).where(OwnLook.child == child_id)
    return fetch_one(query, build)


def put(child_id: int, columns: Columns) -> None:
    """Keep a child's look in place of the one before."""
    OwnLook.insert(child=child_id, **columns).on_conflict_replace().execute()


def forget(child_id: int) -> None:
    """Let the child have the drawings' own children again."""
    OwnLook.delete().where(OwnLook.child == child_id).execute()
