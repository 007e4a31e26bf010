"""Describes the children of an intensive and their families to the planner."""

from collections import Counter
from collections.abc import Collection, Iterator

from ot_desktop.planning import domain as planning
from ot_desktop.planning.domain import WHOLE_DAY, Authorization, TimeOff, Window
from ot_desktop.programs import planner_words as words
from ot_desktop.programs.candidate import Candidate
from ot_desktop.programs.domain import ProgramChild, Rule, Weight
from ot_desktop.programs.facts import ProgramFacts, Service
from ot_desktop.programs.seats import down, outward, up
from ot_desktop.programs.situation import Situation
from ot_desktop.programs.typed_times import merged
from ot_desktop.scheduling.domain import Booking

# Siblings are drawn together even when nobody knows how far they drive.
LEAST_SIBLING_DRIVE = 30
DAYS_A_WEEK = 7


def in_plan(facts: ProgramFacts) -> tuple[ProgramChild, ...]:
    """Return the children who can be placed: those whose times are known."""
    return tuple(
        each
        for each in facts.children.values()
        if each.left_on is None and each.wishes.can_come and each.wishes.wanted
    )


def families(situation: Situation) -> tuple[planning.Family, ...]:
    """Return who comes together; an unknown drive counts as none."""
    facts = situation.facts
    here = {each.id: each for each in in_plan(facts)}
    found: list[planning.Family] = []
    seen: set[int] = set()
    for child in here.values():
        if child.id in seen:
            continue
        family = _family_of(child, here)
        seen.update(each.id for each in family)
        found.append(_family(facts, family))
    return tuple(found)


def children(situation: Situation, staying: Collection[Booking]) -> tuple[planning.Child, ...]:
    """Return the children; ``staying`` are visits during which somebody cannot come."""
    facts = situation.facts
    here = {each.id: each for each in in_plan(facts)}
    return tuple(
        _child(situation, child, _family_of(child, here)[0], staying) for child in here.values()
    )


def _family_of(child: ProgramChild, here: dict[int, ProgramChild]) -> list[ProgramChild]:
    """Return the child with everybody who comes along, siblings of siblings too."""
    found, left = {child.id}, [child]
    while left:
        for other in left.pop().sibling_ids:
            if other in here and other not in found:
                found.add(other)
                left.append(here[other])
    return [here[each] for each in sorted(found)]


def _family(facts: ProgramFacts, family: list[ProgramChild]) -> planning.Family:
    drive = max((each.wishes.travel_minutes or 0) for each in family)
    together = facts.rule(Rule.SIBLINGS_TOGETHER).weight is not Weight.IGNORE
    if len(family) > 1 and together:
        drive = max(drive, LEAST_SIBLING_DRIVE)
    return planning.Family(
        id=words.family_word(family[0].id),
        travel_min=drive,
        caregivers=min(each.wishes.caregivers for each in family),
        children=tuple(words.child_word(each.id) for each in family),
    )


def _child(
    situation: Situation, child: ProgramChild, first: ProgramChild, staying: Collection[Booking]
) -> planning.Child:
    facts, wishes = situation.facts, child.wishes
    takes_part = {each.therapist_id for each in facts.program.therapists}
    own = wishes.therapist_id if wishes.therapist_id in takes_part else None
    excluded = set(wishes.excluded_therapist_ids) & takes_part
    if own is not None and wishes.therapist_weight is Weight.MUST:
        excluded = takes_part - {own}
    prefers = wishes.therapist_weight is not Weight.IGNORE
    authorization, uncovered = _authorization(facts, child)
    return planning.Child(
        id=words.child_word(child.id),
        name=child.full_name,
        family=words.family_word(first.id),
        priority=wishes.priority,
        waiting_weeks=_weeks_waiting(facts, child),
        primary_therapist=words.therapist_word(own) if own is not None and prefers else None,
        excluded_therapists=frozenset(words.therapist_word(each) for each in excluded),
        availability=_availability(facts, child),
        unavailable=(*_away(facts, child), *uncovered, *_elsewhere(situation, child, staying)),
        preferred=_preferred(facts, child),
        max_sessions_per_day=wishes.most_a_day,
        authorization=authorization,
        services=tuple(
            _service(situation, each) for each in facts.open_services if each.child.id == child.id
        ),
    )


def _weeks_waiting(facts: ProgramFacts, child: ProgramChild) -> int:
    since = child.wishes.waiting_since
    return max(0, (facts.now.date() - since).days // DAYS_A_WEEK) if since else 0


def _availability(facts: ProgramFacts, child: ProgramChild) -> planning.Hours:
    """Return when the family can come; where only first-choice times do, nothing else."""
    only = child.wishes.preferred
    if facts.rule(Rule.FIRST_CHOICE_TIME).weight is not Weight.MUST or not only:
        only = (WHOLE_DAY,)
    found: dict[int, tuple[Window, ...]] = {}
    for each in merged(child.wishes.can_come):
        for window in only:
            start, end = max(each.starts_min, window.start), min(each.ends_min, window.end)
            if up(start) < down(end):
                found[each.weekday] = (*found.get(each.weekday, ()), Window(up(start), down(end)))
    return found


def _preferred(facts: ProgramFacts, child: ProgramChild) -> tuple[Window, ...] | None:
    if facts.rule(Rule.FIRST_CHOICE_TIME).weight is Weight.IGNORE:
        return None
    windows = [Window(up(each.start), down(each.end)) for each in child.wishes.preferred]
    return tuple(each for each in windows if each.start < each.end) or None


def _away(facts: ProgramFacts, child: ProgramChild) -> Iterator[TimeOff]:
    for day in facts.program.days:
        if any(away.first_day <= day <= away.last_day for away in child.wishes.away):
            yield TimeOff(day)


def _elsewhere(
    situation: Situation, child: ProgramChild, staying: Collection[Booking]
) -> Iterator[TimeOff]:
    """Yield the child's other visits, and those of siblings when one adult brings them all."""
    facts = situation.facts
    children = {child.child_id}
    service = next(each for each in facts.open_services if each.child.id == child.id)
    if Candidate(situation, service).caregivers == 1:
        children |= facts.relatives.get(child.child_id, frozenset())
    for each in staying:
        if each.child_id in children:
            yield TimeOff(each.starts.date(), outward(*each.minutes))


def _authorization(
    facts: ProgramFacts, child: ProgramChild
) -> tuple[Authorization, tuple[TimeOff, ...]]:
    """Return all approvals as one, and the days between them that none covers."""
    days = facts.program.days
    ledger = facts.ledgers.get(child.child_id)
    if ledger is None or not ledger.approvals:
        return Authorization(child.sessions_wanted, days[0], days[-1]), ()
    approvals = [each for each in ledger.approvals if any(each.covers(day) for day in days)]
    covered = [day for day in days if any(each.covers(day) for each in approvals)]
    if not covered:
        return Authorization(0, days[0], days[-1]), ()
    longest = max(each.minutes for each in facts.services.values() if each.child.id == child.id)
    visits = sum(each.left_visits(longest) for each in approvals)
    inside = [day for day in days if covered[0] <= day <= covered[-1]]
    gaps = tuple(TimeOff(day) for day in inside if day not in set(covered))
    return Authorization(visits, covered[0], covered[-1]), gaps


def _service(situation: Situation, service: Service) -> planning.Service:
    facts, wanted = situation.facts, service.wanted
    spread = facts.rule(Rule.EVEN_SPREAD).weight
    most = Candidate(situation, service).most_therapists
    if facts.rule(Rule.MOST_THERAPISTS).weight is not Weight.MUST and most != 1:
        most = None
    return planning.Service(
        id=words.service_word(service.id),
        skill=words.kind_word(service.kind.id),
        room_kinds=tuple(words.room_kind_word(each) for each in service.kind.room_ids),
        duration_min=up(service.minutes),
        sessions=wanted.sessions,
        min_sessions=wanted.least,
        max_per_week=_most_a_week(facts, wanted.sessions, wanted.most_a_week),
        max_therapists=most or max(1, len(facts.program.therapists)),
        spread=wanted.is_spread and spread is not Weight.IGNORE,
    )


def _most_a_week(facts: ProgramFacts, sessions: int, most: int) -> int:
    """Return the most in a week; where an even spread is a must, no more than an even share."""
    if facts.rule(Rule.EVEN_SPREAD).weight is not Weight.MUST:
        return most
    weeks = Counter(day.isocalendar()[:2] for day in facts.program.days)
    longest = max(weeks.values(), default=1)
    full = sum(count == longest for count in weeks.values()) or 1
    return min(most, -(-sessions // full))
