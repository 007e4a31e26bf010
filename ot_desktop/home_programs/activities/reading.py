"""Puts rows of the file together into the entries of the activity library."""

from dataclasses import dataclass
from datetime import datetime

from db.queries import activities as queries
from ot_desktop.clock import today
from ot_desktop.errors import NotFound
from ot_desktop.home_programs.activities.domain import ENGLISH, Entry, Version
from ot_desktop.home_programs.codec import activity_of


@dataclass(frozen=True, slots=True)
class _ActivityRow:
    slug: str
    content: str
    is_ours: bool
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class _VersionRow:
    id: int
    slug: str
    content: str
    written_by: str
    written_at: str
    approved_by: str | None
    approved_at: str | None


def entries() -> tuple[Entry, ...]:
    """Return every activity of the file by its title, drafts and retired ones too."""
    drafts: dict[str, Version] = {}
    approved: dict[str, Version] = {}
    for row in queries.versions(_VersionRow):
        where = approved if row.approved_at else drafts
        where[row.slug] = _version(row)
    children = queries.uses(today())
    found = [
        Entry(
            key=row.slug,
            built_in=None if row.is_ours else activity_of(row.content),
            approved=approved.get(row.slug),
            draft=drafts.get(row.slug),
            retired_at=row.retired_at,
            children=children.get(row.slug, 0),
        )
        for row in queries.activities(_ActivityRow)
    ]
    shown = [one for one in found if one.built_in or one.approved or one.draft]
    return tuple(sorted(shown, key=_title))


def entry(key: str) -> Entry:
    """Return one activity or raise ``NotFound``."""
    found = next((one for one in entries() if one.key == key), None)
    if found is None:
        raise NotFound("This activity is not in the library any more.")
    return found


def _version(row: _VersionRow) -> Version:
    return Version(
        id=row.id,
        activity=activity_of(row.content),
        written_by=row.written_by,
        written_at=datetime.fromisoformat(row.written_at),
        approved_by=row.approved_by,
        approved_at=datetime.fromisoformat(row.approved_at) if row.approved_at else None,
    )


def _title(one: Entry) -> str:
    return one.shown.words[ENGLISH].title.casefold()
