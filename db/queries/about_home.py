"""Reading and writing what families tell about home."""

from collections.abc import Callable
from datetime import date
from typing import Any

from db.models.caseload import AboutHome
from db.rows import Row, fetch

Columns = dict[str, Any]


def of_child(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return what is on the list of one child, the latest of each topic first."""
    query = (
        AboutHome.select(
            AboutHome.id, AboutHome.topic, AboutHome.words, AboutHome.said_by, AboutHome.said_on
        )
        .where(AboutHome.child == child_id, AboutHome.ended_on.is_null())
        .order_by(AboutHome.said_on.desc(), AboutHome.id.desc())
    )
    return fetch(query, build)


def insert(columns: Columns) -> int:
    """Add one line and return its id."""
    return int(AboutHome.insert(**columns).execute())


def end(entry_id: int, child_id: int, day: date | None) -> bool:
    """Take one line of a child off the list, or put it back; say whether there was one."""
    query = AboutHome.update(ended_on=day).where(
        AboutHome.id == entry_id, AboutHome.child == child_id
    )
    return bool(query.execute() == 1)
