"""Every start of a week at once for one session: bits propose, the rules decide.

What the calendar and the intensive forbid is laid over the week as masks of minutes, so that the
rules, which cost far more, only look at starts that can fit. ``test_programs_slots.py`` holds both
together: a start is open exactly when the live check of some room fits.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from ot_desktop.planning.domain import Window
from ot_desktop.programs.candidate import Candidate
from ot_desktop.programs.domain import GRID_MINUTES, Rule, Weight
from ot_desktop.programs.place_check import PlaceChecker
from ot_desktop.programs.placement import Place, Slot
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.domain import MINUTES_A_DAY, Booking
from ot_desktop.scheduling.occupancy import Minutes, full, is_free, stretch, taken

ALL_DAY = stretch(0, MINUTES_A_DAY)


@dataclass(frozen=True)
class _Day:
    """What one day allows this child, whoever the therapist is; ``word`` closes it altogether."""

    word: str = ""
    family: Minutes = 0
    child: Minutes = 0


class OpenSlots:
    """Looks for places of one session in the days asked for."""

    def __init__(self, situation: Situation, wanted_id: int, planned_id: int | None = None) -> None:
        self._checker = PlaceChecker(situation, wanted_id, planned_id)
        self._candidate: Candidate = self._checker.candidate
        self._facts = situation.facts
        self._situation = situation
        self._length = self._candidate.service.minutes
        self._rooms: dict[tuple[int, date], Minutes] = {}

    def of_days(self, days: Iterable[date]) -> Iterator[Slot]:
        """Yield every start with every therapist of the program, day by day."""
        for day in days:
            opening = self._day(day)
            for therapist in self._facts.program.therapists:
                yield from self._slots(day, opening, therapist.therapist_id)

    def proposed(self, day: date) -> Iterator[Place]:
        """Yield what the masks leave open on a day in its best room; the rules have not looked.

        The child's own therapist comes first.
        """
        opening = self._day(day)
        if opening.word:
            return
        for therapist_id in self._able:
            blocked = self._blocked(day, opening, therapist_id)
            for start in self._starts(day):
                if is_free(blocked, start, self._length):
                    rooms = self._open_rooms(day, start)
                    if rooms:
                        yield self._place(day, start, therapist_id, rooms[0])

    def in_order(self, day: date, after: Place | None) -> Iterator[Place]:
        """Yield what is proposed on a day in order of time, only what comes after a place."""
        rank = {each: number for number, each in enumerate(self._able)}

        def key(place: Place) -> tuple[datetime, int]:
            return place.starts, rank.get(place.therapist_id, len(rank))

        for place in sorted(self.proposed(day), key=key):
            if after is None or key(place) > key(after):
                yield place

    def word_of(self, day: date) -> str:
        """Say why nothing can be on a day, whatever the hour and whoever the therapist."""
        return self._day(day).word

    def words(self, day: date) -> dict[int, set[str]]:
        """Return for everybody who could give it what is in the way that day; "" where nothing."""
        opening = self._day(day)
        found: dict[int, set[str]] = {}
        for therapist_id in self._able:
            blocked = self._blocked(day, opening, therapist_id)
            found[therapist_id] = {
                self._word(day, opening, therapist_id, start, blocked)
                or ("" if self._open_rooms(day, start) else "room")
                for start in self._starts(day)
            }
        return found

    def fits(self, place: Place) -> bool:
        """Say whether the rules let the session stay there."""
        return self._checker.fits(place)

    def _slots(self, day: date, opening: _Day, therapist_id: int) -> Iterator[Slot]:
        closed = opening.word or self._unable(therapist_id)
        blocked = 0 if closed else self._blocked(day, opening, therapist_id)
        for start in self._starts(day):
            at = _moment(day, start)
            word = closed or self._word(day, opening, therapist_id, start, blocked)
            if word:
                yield Slot(at, therapist_id, (), word)
                continue
            rooms = self._open_rooms(day, start)
            if not rooms:
                yield Slot(at, therapist_id, (), "room")
                continue
            check = self._checker.check(self._place(day, start, therapist_id, rooms[0]))
            yield Slot(at, therapist_id, rooms if check.fits else (), check.word)

    def _word(
        self, day: date, opening: _Day, therapist_id: int, start: int, blocked: Minutes
    ) -> str:
        if is_free(blocked, start, self._length):
            return ""
        if not is_free(opening.family, start, self._length):
            return "family"
        if not is_free(opening.child, start, self._length):
            return "child"
        spans = self._facts.working(therapist_id, day)
        if not spans:
            return "off"
        return "busy" if any(a <= start and start + self._length <= b for a, b in spans) else "off"

    @cached_property
    def _able(self) -> tuple[int, ...]:
        """Who may give it, the child's own therapist first."""
        own = self._candidate.service.child.wishes.therapist_id
        ids = [each.therapist_id for each in self._facts.program.therapists]
        able = [each for each in ids if not self._unable(each)]
        return tuple(sorted(able, key=lambda each: (each != own, each not in self._candidate.team)))

    def _unable(self, therapist_id: int) -> str:
        service = self._candidate.service
        wishes, own = service.child.wishes, service.child.wishes.therapist_id
        excluded = therapist_id in wishes.excluded_therapist_ids
        must_other = own not in (None, therapist_id) and wishes.therapist_weight is Weight.MUST
        able = therapist_id in service.kind.therapist_ids and not excluded and not must_other
        return "" if able else "therapist"

    def _day(self, day: date) -> _Day:
        candidate, facts = self._candidate, self._facts
        word = _word_of_day(candidate, day)
        if word:
            return _Day(word)
        wishes = candidate.service.child.wishes
        family = 0
        if wishes.can_come:
            family |= _outside(
                (each.starts_min, each.ends_min)
                for each in wishes.can_come
                if each.weekday == day.weekday()
            )
        if facts.program.rule(Rule.FIRST_CHOICE_TIME).weight is Weight.MUST and wishes.preferred:
            family |= _outside(_ends(each) for each in wishes.preferred)
        child = taken(self._others(day, {candidate.service.child.child_id}))
        if candidate.caregivers == 1:
            family |= taken(self._situation.of_family(candidate.service, day))
        return _Day(family=family, child=child)

    def _blocked(self, day: date, opening: _Day, therapist_id: int) -> Minutes:
        """Return the minutes no session of this therapist with the child can touch."""
        away = _outside(self._facts.working(therapist_id, day))
        theirs = 0
        for each in self._candidate.busy(therapist_id, day):
            start, end = each.minutes
            theirs |= stretch(start, end + self._candidate.writing(each))
        return opening.family | opening.child | away | theirs

    def _open_rooms(self, day: date, start: int) -> tuple[int, ...]:
        clean_up = self._facts.clinic.clean_up_minutes
        return tuple(
            room_id
            for room_id in self._candidate.service.kind.room_ids
            if room_id in self._facts.clinic.rooms
            and is_free(self._room(room_id, day), start, self._length + clean_up)
            and is_free(self._closures(room_id, day), start, self._length)
        )

    def _room(self, room_id: int, day: date) -> Minutes:
        if (room_id, day) not in self._rooms:
            clinic = self._facts.clinic
            there = [each for each in self._others(day) if each.room_id == room_id]
            capacity = clinic.rooms[room_id].capacity
            self._rooms[room_id, day] = full(there, capacity, clinic.clean_up_minutes)
        return self._rooms[room_id, day]

    def _closures(self, room_id: int, day: date) -> Minutes:
        minutes = 0
        for off in self._facts.clinic.room_closed.get((room_id, day), ()):
            minutes |= stretch(*off.minutes)
        return minutes

    def _others(self, day: date, children: set[int] | None = None) -> list[Booking]:
        moving = self._candidate.planned_id
        return [
            each
            for each in self._situation.bookings(day)
            if (children is None or each.child_id in children)
            and (moving is None or each.id != -moving)
        ]

    def _starts(self, day: date) -> range:
        spans = self._facts.clinic.hours.get(day.weekday(), ())
        if not spans:
            return range(0)
        return range(spans[0][0], spans[-1][1] - self._length + 1, GRID_MINUTES)

    def _place(self, day: date, start: int, therapist_id: int, room_id: int) -> Place:
        return Place(_moment(day, start), therapist_id, room_id)


def week_days(day: date) -> tuple[date, ...]:
    """Return Monday to Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=offset) for offset in range(7))


def _word_of_day(candidate: Candidate, day: date) -> str:
    """Say why nothing can be that day, whatever the hour."""
    facts, child = candidate.facts, candidate.service.child
    if day not in facts.days:
        return "closed"
    if day < facts.now.date():
        return "past"
    if any(away.first_day <= day <= away.last_day for away in child.wishes.away):
        return "away"
    if len(candidate.same_service) >= candidate.service.wanted.sessions:
        return "done"
    if sum(each.place.day == day for each in candidate.others) >= child.wishes.most_a_day:
        return "day"
    week = day.isocalendar()[:2]
    in_week = sum(each.place.day.isocalendar()[:2] == week for each in candidate.same_service)
    return "week" if in_week >= candidate.service.wanted.most_a_week else ""


def _outside(spans: Iterable[tuple[int, int]]) -> Minutes:
    minutes = ALL_DAY
    for start, end in spans:
        minutes &= ~stretch(start, end)
    return minutes


def _ends(window: Window) -> tuple[int, int]:
    return window.start, window.end


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60))
