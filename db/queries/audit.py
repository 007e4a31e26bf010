"""Writing and reading the audit trail."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from db.models.access import Audit
from db.rows import Row, fetch


def append(*, at: datetime, user_id: int | None, **what: Any) -> None:
    """Add one row; ``what`` holds user_name, computer, action, child_id, subject."""
    what["child"] = what.pop("child_id")
    Audit.insert(at=at, user=user_id, **what).execute()


def about_child(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return what was done about a child, newest first."""
    query = (
        Audit.select(Audit.at, Audit.user_name, Audit.computer, Audit.action, Audit.subject)
        .where(Audit.child == child_id)
        .order_by(Audit.id.desc())
    )
    return fetch(query, build)
