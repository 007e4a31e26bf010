"""Reading and writing templates of home programs."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from db.models.home_programs import ProgramTemplate
from db.rows import Row, fetch


def listed(build: Callable[..., Row]) -> list[Row]:
    """Return the clinic's templates by name."""
    query = (
        ProgramTemplate.select(ProgramTemplate.id, ProgramTemplate.name, ProgramTemplate.content)
        .where(ProgramTemplate.removed_at.is_null())
        .order_by(ProgramTemplate.name, ProgramTemplate.id)
    )
    return fetch(query, build)


def put(columns: dict[str, Any]) -> int:
    """Add a template and return its id; one of the same name gives way to it."""
    ProgramTemplate.update(removed_at=columns["made_at"]).where(
        ProgramTemplate.name == columns["name"], ProgramTemplate.removed_at.is_null()
    ).execute()
    return int(ProgramTemplate.insert(**columns).execute())


def remove(template_id: int, at: datetime | None) -> bool:
    """Take a template off the list, or with None put it back; say whether there was one."""
    query = ProgramTemplate.update(removed_at=at).where(ProgramTemplate.id == template_id)
    return bool(query.execute() == 1)
