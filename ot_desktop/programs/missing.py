"""What a plan is still missing: whose sessions, why, and one click that would help."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from ot_desktop.day_words import clock_text, long_day, short_day
from ot_desktop.programs.facts import ProgramFacts, Service, open_windows
from ot_desktop.programs.open_slots import OpenSlots
from ot_desktop.programs.place_rules import away_text
from ot_desktop.programs.placement import Fix, FixKind, NotPlaced, Place, Placement, Step
from ot_desktop.programs.relaxing import relaxations
from ot_desktop.programs.situation import Situation
from ot_desktop.programs.swapping import swaps
from ot_desktop.programs.typed_times import times_text
from ot_desktop.scheduling.domain import minute_of
from ot_desktop.settings.domain import Hours

Said = Mapping[int, list[str]]
PLACES, SWAPS = 2, 1
MOST_DAYS_NAMED = 3
MOST_LOOKED_INTO = 3  # one more takes a noticeable moment; a person looks at one at a time


def not_placed(
    situation: Situation, said: Said, *, looked_into: int = MOST_LOOKED_INTO
) -> tuple[NotPlaced, ...]:
    """Return what is missing, child by child; only the first few with reasons and fixes.

    ``said`` are the planner's reasons by child. They are of the moment it planned, and are given
    only for children who have no session at all.
    """
    return tuple(
        _missing(situation, service, said, looked_into=number < looked_into)
        for number, service in enumerate(_short(situation))
    )


def why_missing(situation: Situation, wanted_id: int, said: Said) -> NotPlaced | None:
    """Return what is missing of one service with reasons and fixes; None when nothing is."""
    services = [each for each in _short(situation) if each.id == wanted_id]
    return _missing(situation, services[0], said, looked_into=True) if services else None


def _short(situation: Situation) -> list[Service]:
    return [
        each
        for each in situation.facts.open_services
        if len(situation.by_service.get(each.id, ())) < each.wanted.sessions
    ]


def _missing(situation: Situation, service: Service, said: Said, *, looked_into: bool) -> NotPlaced:
    placed = situation.by_service.get(service.id, ())
    numbers = tuple(range(len(placed) + 1, service.wanted.sessions + 1))
    has_none = not situation.by_child.get(service.child.id)
    reasons, fixes = _why_and_how(situation, service) if looked_into else ((), ())
    return NotPlaced(
        program_child_id=service.child.id,
        child_id=service.child.child_id,
        child_name=service.child.full_name,
        wanted_id=service.id,
        kind_name=service.kind.name,
        missing=len(numbers),
        numbers=numbers,
        reasons=(*(said.get(service.child.id, ()) if has_none else ()), *reasons),
        fixes=fixes,
    )


def _why_and_how(situation: Situation, service: Service) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    if not service.child.wishes.can_come:
        return ("Nobody has asked yet when the family can come.",), ()
    finder = _Finder(situation, service)
    fixes = [*islice(finder.places(), PLACES)]
    if len(fixes) < PLACES:
        fixes += islice(swaps(situation, service), SWAPS)
    if not fixes:
        fixes += relaxations(situation, service)
    return tuple(finder.reasons()), tuple(fixes)


class _Finder:
    """Looks at every day of the program for one session of a service."""

    def __init__(self, situation: Situation, service: Service) -> None:
        self._facts: ProgramFacts = situation.facts
        self._service = service
        self._slots = OpenSlots(situation, service.id)
        self._usual = _usual_start(situation.by_service.get(service.id, ()))
        self._open = [day for day in self._facts.program.days if not self._slots.word_of(day)]

    def places(self) -> Iterator[Fix]:
        """Yield the best places that fit, each on a day of its own: own therapist, usual time."""
        proposed = [place for day in self._open for place in self._slots.proposed(day)]
        seen: set[date] = set()
        for place in sorted(proposed, key=self._rank):
            if place.day not in seen and self._slots.fits(place):
                seen.add(place.day)
                name = self._facts.first_name(place.therapist_id)
                text = f"{name}, {long_day(place.day)}, {clock_text(place.starts)}"
                yield Fix(FixKind.PLACE, text, (Step(self._service.id, place),))

    def reasons(self) -> Iterator[str]:
        """Yield what stands in the way, of the family first."""
        facts, wishes = self._facts, self._service.child.wishes
        yield from self._approvals()
        for away in wishes.away:
            yield f"Away {away_text(away.first_day, away.last_day)}."
        if not self._open:
            yield self._nothing_left()
            return
        words = {day: self._slots.words(day) for day in self._open}
        windows = open_windows(facts.clinic)
        whole = {Hours(day, each.start, each.end) for day, each in windows.items()}
        if not whole <= set(wishes.can_come):
            yield f"Family can come {times_text(wishes.can_come, windows)} only."
        yield from self._of_therapist(words)
        taken = [day for day, each in words.items() if set().union(*each.values()) >= {"room"}]
        if taken:
            names = [facts.clinic.room_name(each) for each in self._service.kind.room_ids]
            are = "is" if len(names) == 1 else "are"
            yield f"{' and '.join(names)} {are} taken {_days_text(taken)}."

    def _approvals(self) -> Iterator[str]:
        ledger = self._facts.ledgers.get(self._service.child.child_id)
        if ledger is None or not ledger.approvals:
            return
        days = self._facts.program.days
        holding = [each for each in ledger.approvals if any(each.covers(day) for day in days)]
        left = sum(each.left_visits(self._service.minutes) for each in holding)
        if left < self._service.child.sessions_wanted:
            yield f"{left} visit{' is' if left == 1 else 's are'} approved for these days."

    def _of_therapist(self, words: Mapping[date, Mapping[int, set[str]]]) -> Iterator[str]:
        """Say when the child's own therapist is off or full; without one, when everybody is."""
        own = self._service.child.wishes.therapist_id
        name = self._facts.first_name(own) if own is not None else "Everybody"
        off: list[date] = []
        full: list[date] = []
        for day, by_therapist in words.items():
            theirs = by_therapist.values() if own is None else [by_therapist.get(own, {"off"})]
            here = set().union(*theirs)
            if here & {"", "room"}:
                continue
            (full if "busy" in here else off if "off" in here else []).append(day)
        if off:
            yield f"{name} is off {_days_text(off)}."
        if full:
            yield f"{name} is full {_days_text(full)}."

    def _nothing_left(self) -> str:
        words = Counter(self._slots.word_of(day) for day in self._facts.program.days)
        name = self._service.child.given_name
        if words["week"]:
            return f"{name} has {self._service.wanted.most_a_week} in every other week, the most."
        return "No day of the program is left." if words["past"] else "Every day is taken."

    def _rank(self, place: Place) -> tuple[bool, int, datetime]:
        own = self._service.child.wishes.therapist_id
        off = abs(minute_of(place.starts) - self._usual) if self._usual is not None else 0
        return place.therapist_id != own, off, place.starts


def _usual_start(placed: Sequence[Placement]) -> int | None:
    starts = Counter(minute_of(each.starts) for each in placed)
    return starts.most_common(1)[0][0] if starts else None


def _days_text(days: Sequence[date]) -> str:
    """Write days: ``on Thu, Jun 11``, ``Jun 29 to Jul 2``, ``on 5 days``."""
    if len(days) == 1:
        return f"on {long_day(days[0])}"
    if (days[-1] - days[0]).days == len(days) - 1:
        return f"{short_day(days[0])} to {short_day(days[-1])}"
    if len(days) <= MOST_DAYS_NAMED:
        return f"on {', '.join(short_day(day) for day in days)}"
    return f"on {len(days)} days"
