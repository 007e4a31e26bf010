"""Every start of a week at once for one session: masks propose, the rules decide.

What the calendar and the intensive forbid is laid over a day as masks of minutes, so that the
rules, which cost far more, only look at starts that can fit; of the calendar's rules the masks
leave nothing to look at. ``test_programs_slots.py`` holds both together: a start is open exactly
when the live check fits in one of its rooms.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from ot_desktop.programs.candidate import Candidate
from ot_desktop.programs.domain import GRID_MINUTES, Rule, Weight
from ot_desktop.programs.place_check import PlaceChecker
from ot_desktop.programs.placement import Place, Slot
from ot_desktop.programs.situation import Situation
from ot_desktop.programs.therapist_rules import contact_minutes
from ot_desktop.scheduling.domain import MINUTES_A_DAY, Booking
from ot_desktop.scheduling.occupancy import Minutes, each_minute, full, starts_in, stretch, taken

ALL_DAY = stretch(0, MINUTES_A_DAY)


@dataclass(frozen=True, slots=True)
class _Opening:
    """The starts a day has and those left after each thing that can be in the way, one by one.

    ``word`` closes the whole day. The order is the one in which reasons are named.
    """

    word: str = ""
    starts: Minutes = 0
    family: Minutes = 0
    child: Minutes = 0
    rooms: Minutes = 0


class OpenSlots:
    """Looks for places of one session in the days asked for."""

    def __init__(self, situation: Situation, wanted_id: int, planned_id: int | None = None) -> None:
        self._checker = PlaceChecker(situation, wanted_id, planned_id)
        self._candidate: Candidate = self._checker.candidate
        self._facts = situation.facts
        self._situation = situation
        self._length = self._candidate.service.minutes
        self._rooms: dict[date, dict[int, Minutes]] = {}
        self._openings: dict[date, _Opening] = {}

    def of_days(self, days: Iterable[date]) -> Iterator[Slot]:
        """Yield every start with every therapist of the program, day by day."""
        for day in days:
            for therapist in self._facts.program.therapists:
                yield from self._slots(day, therapist.therapist_id)

    def proposed(self, day: date) -> Iterator[Place]:
        """Yield what the masks leave open on a day in its best room; the rules have not looked.

        The child's own therapist comes first.
        """
        if self._day(day).word:
            return
        for therapist_id in self._able:
            for start in each_minute(self._left(day, therapist_id)):
                room_id = self._open_rooms(day, start)[0]
                yield Place(_moment(day, start), therapist_id, room_id)

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
        found = {}
        for therapist_id in self._able:
            masks = self._masks(day, therapist_id)
            found[therapist_id] = {word for word, mask in masks.items() if mask}
        return found

    def fits(self, place: Place) -> bool:
        """Say whether the rules let the session stay there."""
        return self._checker.fits(place)

    def _slots(self, day: date, therapist_id: int) -> Iterator[Slot]:
        opening = self._day(day)
        closed = opening.word or self._unable(therapist_id)
        masks = {closed: opening.starts} if closed else self._masks(day, therapist_id)
        for start in each_minute(opening.starts):
            word = next(word for word, mask in masks.items() if mask >> start & 1)
            rooms = () if word else self._open_rooms(day, start)
            if rooms:
                place = Place(_moment(day, start), therapist_id, rooms[0])
                word = next((each.word for each in self._checker.own_stops(place)), "")
            yield Slot(_moment(day, start), therapist_id, () if word else rooms, word)

    def _masks(self, day: date, therapist_id: int) -> dict[str, Minutes]:
        """Return the starts of a day by what is in their way; under "" those left open."""
        opening, length = self._day(day), self._length
        working = 0
        for span in self._candidate.working(therapist_id, day):
            working |= stretch(*span)
        busy = 0
        for each in self._candidate.busy(therapist_id, day):
            start, end = each.minutes
            busy |= stretch(start, end + self._candidate.writing(each))
        kept = ALL_DAY if not self._full(therapist_id, day) else 0
        steps = (
            ("family", opening.family),
            ("child", opening.child),
            ("off", starts_in(working, length)),
            ("busy", starts_in(ALL_DAY & ~busy, length)),
            ("full", kept),
            ("room", opening.rooms),
        )
        found, left = {}, opening.starts
        for word, allowed in steps:
            found[word] = left & ~allowed
            left &= allowed
        return found | {"": left}

    def _left(self, day: date, therapist_id: int) -> Minutes:
        return self._masks(day, therapist_id)[""]

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

    def _full(self, therapist_id: int, day: date) -> bool:
        most = self._facts.therapists[therapist_id].most_minutes_a_day
        return contact_minutes(self._candidate, therapist_id, day) > most

    def _day(self, day: date) -> _Opening:
        if day not in self._openings:
            self._openings[day] = self._opened(day)
        return self._openings[day]

    def _opened(self, day: date) -> _Opening:
        starts, word = self._starts(day), _word_of_day(self._candidate, day)
        if word:
            return _Opening(word, starts)
        child_id, length = self._candidate.service.child.child_id, self._length
        child = taken(each for each in self._others(day) if each.child_id == child_id)
        rooms = 0
        for mask in self._room_starts(day).values():
            rooms |= mask
        return _Opening(
            starts=starts,
            family=starts_in(self._family(day), length),
            child=starts_in(ALL_DAY & ~child, length),
            rooms=rooms,
        )

    def _family(self, day: date) -> Minutes:
        """Return the minutes in which the child can come and the adult is not with a sibling."""
        wishes, minutes = self._candidate.service.child.wishes, ALL_DAY
        if wishes.can_come:
            minutes &= _union(
                (each.starts_min, each.ends_min)
                for each in wishes.can_come
                if each.weekday == day.weekday()
            )
        only_preferred = self._facts.rule(Rule.FIRST_CHOICE_TIME).weight is Weight.MUST
        if only_preferred and wishes.preferred:
            minutes &= _union((each.start, each.end) for each in wishes.preferred)
        if self._candidate.caregivers == 1:
            minutes &= ~taken(self._situation.of_family(self._candidate.service, day))
        return minutes

    def _open_rooms(self, day: date, start: int) -> tuple[int, ...]:
        rooms = self._room_starts(day)
        return tuple(room_id for room_id, starts in rooms.items() if starts >> start & 1)

    def _room_starts(self, day: date) -> dict[int, Minutes]:
        """Return for each room of the kind, best first, when the session could start in it."""
        if day not in self._rooms:
            kind, clinic = self._candidate.service.kind, self._facts.clinic
            self._rooms[day] = {
                room_id: self._starts_in(room_id, day)
                for room_id in kind.room_ids
                if room_id in clinic.rooms
            }
        return self._rooms[day]

    def _starts_in(self, room_id: int, day: date) -> Minutes:
        clinic, length = self._facts.clinic, self._length
        there = [each for each in self._others(day) if each.room_id == room_id]
        occupied = full(there, clinic.rooms[room_id].capacity, clinic.clean_up_minutes)
        starts = starts_in(ALL_DAY & ~occupied, length + clinic.clean_up_minutes)
        closed = 0
        for off in clinic.room_closed.get((room_id, day), ()):
            closed |= stretch(*off.minutes)
        return starts & starts_in(ALL_DAY & ~closed, length)

    def _others(self, day: date) -> list[Booking]:
        moving = -(self._candidate.planned_id or 0)
        return [each for each in self._situation.bookings(day) if each.id != moving]

    def _starts(self, day: date) -> Minutes:
        """Return every start on the grid while the clinic is open, its lunch break included."""
        spans = self._facts.clinic.hours.get(day.weekday(), ())
        starts = 0
        if spans:
            last = spans[-1][1] - self._length
            for start in range(spans[0][0], last + 1, GRID_MINUTES):
                starts |= 1 << start
        return starts


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
    if candidate.placed >= candidate.service.wanted.sessions:
        return "done"
    if candidate.on_day(day) >= child.wishes.most_a_day:
        return "day"
    return "week" if candidate.in_week(day) >= candidate.service.wanted.most_a_week else ""


def _union(spans: Iterable[tuple[int, int]]) -> Minutes:
    minutes = 0
    for start, end in spans:
        minutes |= stretch(start, end)
    return minutes


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60))
