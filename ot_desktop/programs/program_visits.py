"""A program's visits in the calendar, in the orders its papers need."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import TypeVar

from ot_desktop.programs.facts import OwnSession, ProgramFacts

Key = TypeVar("Key")


def visits_of(facts: ProgramFacts) -> list[OwnSession]:
    """Return what takes time, by start."""
    known = [each for each in facts.own.values() if each.child_id in facts.by_child_id]
    return sorted((each for each in known if each.status.takes_time), key=start_of)


def by_child(facts: ProgramFacts) -> dict[int, list[OwnSession]]:
    """Return each child's visits by the child they are for."""
    return grouped(visits_of(facts), lambda visit: visit.child_id)


def grouped(
    visits: Iterable[OwnSession], key: Callable[[OwnSession], Key]
) -> dict[Key, list[OwnSession]]:
    """Return the visits by what ``key`` says of each."""
    found: defaultdict[Key, list[OwnSession]] = defaultdict(list)
    for visit in visits:
        found[key(visit)].append(visit)
    return dict(found)


def therapist_name(facts: ProgramFacts, visit: OwnSession) -> str:
    """Return who treats."""
    return facts.clinic.therapist_name(visit.therapist_id)


def room_name(facts: ProgramFacts, visit: OwnSession) -> str:
    """Return where, or nothing."""
    return facts.clinic.room_name(visit.room_id)


def start_of(visit: OwnSession) -> datetime:
    """Return when it begins."""
    return visit.starts


def day_of(visit: OwnSession) -> date:
    """Return its day."""
    return visit.starts.date()


def monday_of(visit: OwnSession) -> date:
    """Return the Monday of its week."""
    return day_of(visit) - timedelta(days=day_of(visit).weekday())
