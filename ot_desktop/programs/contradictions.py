"""Names the Musts of a child that cannot hold together: the smallest set that was found."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from ot_desktop.programs.domain import ChildWishes, Rule, Weight
from ot_desktop.programs.facts import ProgramFacts, Service, open_windows
from ot_desktop.programs.place_rules import away_text
from ot_desktop.programs.typed_times import times_text, windows_text
from ot_desktop.scheduling.authorizations import Ledger
from ot_desktop.scheduling.domain import MINUTES_A_DAY
from ot_desktop.scheduling.occupancy import Minutes, starts_in, stretch

ANY_NUMBER = 99
FULLEST_WEEK = 14


@dataclass(frozen=True, slots=True)
class Easing:
    """One way out of a contradiction: "Prefer Mei-Lin", and the child's wishes then."""

    text: str
    wishes: ChildWishes


@dataclass(frozen=True, slots=True)
class Must:
    """One thing that cannot be broken: how it reads, and the wishes without it.

    There is no ``easing`` where only the family can give more: times, and days away.
    """

    text: str
    dropped: Callable[[ChildWishes], ChildWishes]
    easing: Easing | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A child's Musts that cannot hold together, and what each of them could give way to."""

    program_child_id: int
    text: str
    easings: tuple[Easing, ...] = ()


def contradictions(facts: ProgramFacts) -> tuple[Contradiction, ...]:
    """Return every child whose least dose cannot be had in an empty clinic."""
    found = (_contradiction(facts, service) for service in facts.open_services)
    return tuple(each for each in found if each is not None)


def _contradiction(facts: ProgramFacts, service: Service) -> Contradiction | None:
    musts = list(_musts(facts, service))
    least, wishes = service.wanted.least, service.child.wishes
    count = _most_sessions(facts, service, wishes)
    if count >= least:
        return None
    needed = list(musts)
    for must in musts:
        without = [each for each in needed if each is not must]
        dropped = [each for each in musts if each not in without]
        if _most_sessions(facts, service, _without(wishes, dropped)) < least:
            needed = without
    listed = " + ".join(each.text for each in needed) or _nobody(facts, service)
    text = f"{service.child.given_name}: {listed} – {count} of at least {least} sessions."
    easings = tuple(each.easing for each in needed if each.easing is not None)
    return Contradiction(service.child.id, text, easings)


def _nobody(facts: ProgramFacts, service: Service) -> str:
    """Say what is wrong where no wish is: approvals, or nobody for this kind of session."""
    ledger = facts.ledgers.get(service.child.child_id, Ledger())
    left = sum(each.left_visits(service.minutes) for each in ledger.approvals)
    if ledger.approvals and left < service.wanted.least:
        return f"{left} visits approved"
    return f"no therapist has enough time for {service.kind.name}"


def _without(wishes: ChildWishes, dropped: Iterable[Must]) -> ChildWishes:
    for must in dropped:
        wishes = must.dropped(wishes)
    return wishes


def _musts(facts: ProgramFacts, service: Service) -> Iterable[Must]:
    wishes = service.child.wishes
    if wishes.can_come:
        text = times_text(wishes.can_come, open_windows(facts.clinic))
        yield Must(f"only {text}", lambda each: replace(each, can_come=()))
    if wishes.preferred and facts.rule(Rule.FIRST_CHOICE_TIME).weight is Weight.MUST:
        text = windows_text(wishes.preferred)
        yield Must(f"only {text}", lambda each: replace(each, preferred=()))
    own = wishes.therapist_id
    if own is not None and wishes.therapist_weight is Weight.MUST:
        name = facts.first_name(own)
        eased = Easing(f"Prefer {name}", replace(wishes, therapist_weight=Weight.PREFER))
        yield Must(
            f"only {name}", lambda each: replace(each, therapist_weight=Weight.PREFER), eased
        )
    if wishes.excluded_therapist_ids:
        names = " or ".join(facts.first_name(each) for each in wishes.excluded_therapist_ids)
        eased = Easing(f"Allow {names}", replace(wishes, excluded_therapist_ids=()))
        yield Must(
            f"not with {names}", lambda each: replace(each, excluded_therapist_ids=()), eased
        )
    if wishes.away:
        text = ", ".join(away_text(each.first_day, each.last_day) for each in wishes.away)
        yield Must(f"away {text}", lambda each: replace(each, away=()))
    most = service.wanted.most_a_week
    days = f"{most} session{'' if most == 1 else 's'} a week"
    yield Must(days, _any_week, _fuller_weeks(facts, service))


def _fuller_weeks(facts: ProgramFacts, service: Service) -> Easing | None:
    """Return the fewest sessions a week that would do, if any number would."""
    wishes, wanted = service.child.wishes, service.wanted
    for most in range(wanted.most_a_week + 1, FULLEST_WEEK + 1):
        eased = replace(
            wishes,
            wanted=tuple(
                replace(each, most_a_week=most) if each.id == service.id else each
                for each in wishes.wanted
            ),
        )
        if _most_sessions(facts, service, eased) >= wanted.least:
            return Easing(f"{most} sessions a week", eased)
    return None


def _any_week(wishes: ChildWishes) -> ChildWishes:
    return replace(
        wishes, wanted=tuple(replace(each, most_a_week=ANY_NUMBER) for each in wishes.wanted)
    )


def _most_sessions(facts: ProgramFacts, service: Service, wishes: ChildWishes) -> int:
    """Return how many sessions the service could have, were nobody else there."""
    wanted = next((each for each in wishes.wanted if each.id == service.id), service.wanted)
    ledger = facts.ledgers.get(service.child.child_id, Ledger())
    weeks: Counter[tuple[int, int]] = Counter()
    for day in facts.program.days:
        if _fits(facts, service, wishes, day):
            weeks[day.isocalendar()[:2]] += wishes.most_a_day
    count = sum(min(each, wanted.most_a_week) for each in weeks.values())
    if not ledger.approvals:
        return count
    return min(count, sum(each.left_visits(service.minutes) for each in ledger.approvals))


def _fits(facts: ProgramFacts, service: Service, wishes: ChildWishes, day: date) -> bool:
    if any(away.first_day <= day <= away.last_day for away in wishes.away):
        return False
    family = stretch(0, MINUTES_A_DAY)
    if wishes.can_come:
        family = _union(
            (each.starts_min, each.ends_min)
            for each in wishes.can_come
            if each.weekday == day.weekday()
        )
    if wishes.preferred and facts.rule(Rule.FIRST_CHOICE_TIME).weight is Weight.MUST:
        family &= _union((each.start, each.end) for each in wishes.preferred)
    return any(
        starts_in(family & _union(facts.working(each, day)), service.minutes)
        for each in _able(facts, service, wishes)
    )


def _able(facts: ProgramFacts, service: Service, wishes: ChildWishes) -> set[int]:
    able = set(service.kind.therapist_ids) & set(facts.therapists)
    able -= set(wishes.excluded_therapist_ids)
    if wishes.therapist_id is not None and wishes.therapist_weight is Weight.MUST:
        able &= {wishes.therapist_id}
    return able


def _union(spans: Iterable[tuple[int, int]]) -> Minutes:
    minutes = 0
    for start, end in spans:
        minutes |= stretch(start, end)
    return minutes
