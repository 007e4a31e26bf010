"""Counts how good a plan is, and where two plans differ."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise, zip_longest

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.facts import ProgramFacts, Service
from ot_desktop.programs.measures import Difference, Measures
from ot_desktop.programs.placement import Place, Placement
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.domain import minute_of


def measures(situation: Situation) -> Measures:
    """Return placed of needed and the quality of a plan as it is."""
    facts = situation.facts
    placed = {each.id: situation.by_service.get(each.id, ()) for each in facts.open_services}
    children = {each.child.id for each in facts.open_services}
    short = {
        each.child.id for each in facts.open_services if len(placed[each.id]) < each.wanted.least
    }
    return Measures(
        placed=sum(min(len(placed[each.id]), each.wanted.sessions) for each in facts.open_services),
        needed=sum(each.wanted.sessions for each in facts.open_services),
        children_placed=len(children - short),
        children=len(children),
        same_therapist=_same_therapist(placed.values()),
        first_choice=_first_choice(facts, placed),
        longest_gap_days=_longest_gap(situation),
    )


def differences(one: Situation, other: Situation) -> tuple[Difference, ...]:
    """Return each session that is elsewhere in the other plan, child by child, in order.

    Sessions at the same place are the same; the rest are paired in order of time.
    """
    found = []
    for service in one.facts.services.values():
        mine, theirs = one.by_service.get(service.id, ()), other.by_service.get(service.id, ())
        shared = {each.place for each in mine} & {each.place for each in theirs}
        left = [each for each in mine if each.place not in shared]
        right = [each for each in theirs if each.place not in shared]
        found += [_difference(one.facts, service, *pair) for pair in zip_longest(left, right)]
    return tuple(found)


def place_text(facts: ProgramFacts, place: Place) -> str:
    """Write a place: ``Thu, Jun 11, 10:45, Priya, Kitchen``."""
    room = facts.clinic.room_name(place.room_id)
    name = facts.first_name(place.therapist_id)
    return f"{long_day(place.day)}, {clock_text(place.starts)}, {name}, {room}"


def _difference(
    facts: ProgramFacts, service: Service, one: Placement | None, other: Placement | None
) -> Difference:
    return Difference(
        program_child_id=service.child.id,
        child_name=service.child.full_name,
        kind_name=service.kind.name,
        one=one.place if one else None,
        other=other.place if other else None,
        one_planned_id=one.id if one else None,
        other_planned_id=other.id if other else None,
        one_text=place_text(facts, one.place) if one else "Not placed",
        other_text=place_text(facts, other.place) if other else "Not placed",
    )


def _same_therapist(placed: Iterable[tuple[Placement, ...]]) -> int | None:
    teams = [Counter(each.place.therapist_id for each in sessions) for sessions in placed]
    usual = sum(max(team.values(), default=0) for team in teams)
    return _percent(usual, sum(team.total() for team in teams))


def _first_choice(facts: ProgramFacts, placed: dict[int, tuple[Placement, ...]]) -> int | None:
    asked = [
        (service.child.wishes.preferred, each)
        for service in facts.open_services
        if service.child.wishes.preferred
        for each in placed[service.id]
    ]
    met = sum(
        any(window.holds(minute_of(each.starts), minute_of(each.ends)) for window in preferred)
        for preferred, each in asked
    )
    return _percent(met, len(asked))


def _longest_gap(situation: Situation) -> int | None:
    gaps = [
        (after.place.day - before.place.day).days
        for sessions in situation.by_child.values()
        for before, after in pairwise(sessions)
    ]
    return max(gaps, default=None)


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None
