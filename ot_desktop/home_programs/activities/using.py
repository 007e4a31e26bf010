"""Which children have an activity in their current program, and what would read differently."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from db.queries import activities as queries
from ot_desktop.clock import today
from ot_desktop.home_programs.activities.comparing import UsedIn, differences
from ot_desktop.home_programs.codec import program_of
from ot_desktop.home_programs.domain import Activity, Changes, PlannedActivity
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.service import HomeProgramService


class _ProgramRow(NamedTuple):
    program_id: int
    child_id: int
    child_name: str
    content: str
    is_draft: int


class _Decision(NamedTuple):
    program_id: int
    takes_new: int


def used_in(key: str, new: Activity) -> tuple[UsedIn, ...]:
    """Return the programs that say something else than ``new``, by the child's name."""
    found: list[UsedIn] = []
    for row in queries.programs_with(key, today(), _ProgramRow):
        planned = _planned(row.content, key)
        if planned is not None and (changed := differences(planned.activity, new)):
            own = tuple(
                name for name in Changes.__slots__ if getattr(planned.changes, name) is not None
            )
            row_is = (row.program_id, row.child_id, row.child_name, bool(row.is_draft))
            found.append(UsedIn(*row_is, changed, own))
    return tuple(found)


def waiting(key: str, now: Activity) -> tuple[UsedIn, ...]:
    """Return the programs nobody has decided about since the activity last changed."""
    decided = {one.program_id for one in queries.decided(key, _Decision)}
    return tuple(one for one in used_in(key, now) if one.program_id not in decided)


def choose(
    key: str, version_id: int | None, programs: Mapping[UsedIn, bool], who: int, at: datetime
) -> None:
    """Keep for each program whether its words stay; call it inside the transaction."""
    for program, takes_new in programs.items():
        queries.choose_words(
            {
                "child": program.child_id,
                "home_program": program.program_id,
                "activity_slug": key,
                "version": version_id,
                "takes_new": takes_new,
                "decided_by": who,
                "decided_at": at,
            }
        )


def draft_with(home_programs: HomeProgramService, child_id: int, new: Activity) -> ProgramDraft:
    """Save a draft of the child's next program with the new words; the issued one stays.

    A draft this person has open already is the one that takes them.
    """
    page = home_programs.start(child_id)
    draft = page.draft
    if draft.id is None and not draft.activities:
        draft = page.from_last(draft)
    activities = tuple(
        replace(one, activity=new) if one.activity.key == new.key else one
        for one in draft.activities
    )
    saved, _ = home_programs.save_draft(replace(draft, activities=activities))
    return saved


def _planned(content: str, key: str) -> PlannedActivity | None:
    planned: tuple[PlannedActivity, ...] = program_of(content)["activities"]
    return next((one for one in planned if one.activity.key == key), None)
