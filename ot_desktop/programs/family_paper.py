"""A family's calendar of a published intensive: its visits, what to bring, who may collect."""

from collections.abc import Iterable, Sequence

from ot_desktop.caseload import reading as caseload_reading
from ot_desktop.clock import today
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.programs.domain import ProgramChild
from ot_desktop.programs.facts import OwnSession, ProgramFacts
from ot_desktop.programs.families import LastTold
from ot_desktop.programs.program_visits import by_child, room_name, start_of, therapist_name
from ot_desktop.scheduling.family_lines import what_to_bring, who_may_collect
from ot_desktop.scheduling.paper.domain import CalendarVisit, FamilyCalendar
from ot_desktop.settings.domain import Clinic

_SUMMER = (6, 7, 8)


def family_calendar(
    facts: ProgramFacts,
    children: Sequence[ProgramChild],
    told: dict[int, LastTold],
    clinic: Clinic,
) -> FamilyCalendar | None:
    """Return the calendar of one family's children, or None when nobody of them has a visit."""
    visits_by_child = by_child(facts)
    visits = [
        visit
        for child in children
        for visit in _of_child(
            facts, child, visits_by_child.get(child.child_id, []), told, len(children)
        )
    ]
    if not visits:
        return None
    here = [child for child in children if visits_by_child.get(child.child_id)]
    pages = [caseload_reading.child_page(child.child_id) for child in here]
    summer = all(visit.starts.month in _SUMMER for visit in visits)
    settings = clinic.settings
    return FamilyCalendar(
        children=tuple(page.preferred_name or page.given_name for page in pages),
        title="summer visits" if summer else "visits",
        visits=tuple(visits),
        closed=tuple((each.day, each.reason or "Clinic closed") for each in clinic.closed_days),
        bring=what_to_bring(pages),
        pick_up=who_may_collect(pages, max(visit.starts.date() for visit in visits)),
        clinic=ClinicOnPaper(settings.name, settings.phone, settings.address, settings.phone_hours),
        printed_on=today(),
    )


def _of_child(
    facts: ProgramFacts,
    child: ProgramChild,
    visits: Sequence[OwnSession],
    told: dict[int, LastTold],
    siblings: int,
) -> Iterable[CalendarVisit]:
    known = {each.key: each for each in told[child.id].times} if child.id in told else None
    for number, visit in enumerate(sorted(visits, key=start_of), start=1):
        before = known.get(visit.id) if known is not None else None
        here = (visit.starts, visit.therapist_id, visit.room_id)
        was = (before.starts, before.therapist_id, before.room_id) if before else None
        yield CalendarVisit(
            starts=visit.starts,
            ends=visit.ends,
            therapist=therapist_name(facts, visit).partition(" ")[0],
            room=room_name(facts, visit),
            label=f"Visit {number}",
            child=child.given_name if siblings > 1 else "",
            is_changed=known is not None and was != here and visit.starts > facts.now,
        )
