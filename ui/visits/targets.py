"""Where a session that is being moved can be put: a place for every cell of the visible week."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ot_desktop.programs.board import Lane, View, WeekBoard
from ot_desktop.programs.placement import Place, Slot
from ui.visits.grid_rows import Cell, LaneRows, lane_rows, minute_of

_NEARLY = 60  # minutes: a free row so soon before or after is as good as one of its own


@dataclass(frozen=True, slots=True)
class Carried:
    """A session in somebody's hand; ``origin`` is None for one that is not placed yet."""

    plan_id: int
    wanted_id: int
    planned_id: int | None
    child_id: int
    child_name: str
    number: int | None = None
    origin: Place | None = None
    therapist_id: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What dropping on a cell would do; ``word`` is why not, ``is_row_time`` what the row says."""

    place: Place
    fits: bool
    word: str = ""
    is_row_time: bool = True


class Targets:
    """The targets of one week for one session, and the times the lanes need rows for."""

    def __init__(self, board: WeekBoard, carried: Carried, slots: Sequence[Slot]) -> None:
        self.carried = carried
        self._board = board
        self._days = [each.day for each in board.days]
        self._room_id = _usual_room(carried, slots, board)
        self._therapist_id = carried.therapist_id or _usual_therapist(slots)
        self._is_by_therapist = board.view is View.THERAPIST
        self._at: defaultdict[tuple[int, datetime], list[Slot]] = defaultdict(list)
        self._fits: defaultdict[int, set[datetime]] = defaultdict(set)
        for slot in slots:
            row = slot.therapist_id if self._is_by_therapist else 0
            self._at[row, slot.starts].append(slot)
            if slot.room_ids:
                for lane_id in self._lanes_of(slot):
                    self._fits[lane_id].add(slot.starts)
        self.extra = {lane.id: self._extra(lane) for lane in board.lanes}

    def laid_out(self, lanes: Sequence[LaneRows]) -> dict[Cell, Target]:
        """Return what each cell of the lanes stands for."""
        found: dict[Cell, Target] = {}
        for number, lane in enumerate(lanes):
            for column, day in enumerate(self._days):
                if self._board.days[column].closed_for is None:
                    found.update(self._of_day(lane, number, column, day))
        return found

    # Which place a lane offers at a start.

    def _offered(self, lane_id: int, at: datetime) -> Target | None:
        """Return the best place of a lane at a start: one that fits, with the own therapist."""
        slots = self._at.get((lane_id if self._is_by_therapist else 0, at))
        if not slots or (self._board.view is View.CHILD and lane_id != self.carried.child_id):
            return None
        slot = min(slots, key=lambda each: self._rank(each, lane_id))
        if self._board.view is View.ROOM:
            fits = lane_id in slot.room_ids
            word = "" if fits else slot.word or "room"
            return Target(Place(at, slot.therapist_id, lane_id), fits, word)
        usual, rooms = self._room_id, slot.room_ids
        room_id = usual if usual in rooms or not rooms else rooms[0]
        return Target(Place(at, slot.therapist_id, room_id), bool(rooms), slot.word)

    def _rank(self, slot: Slot, lane_id: int) -> tuple[bool, bool]:
        fits = lane_id in slot.room_ids if self._board.view is View.ROOM else bool(slot.room_ids)
        return not fits, slot.therapist_id != self._therapist_id

    def _lanes_of(self, slot: Slot) -> tuple[int, ...]:
        """Return the lanes in which a start that fits is offered."""
        if self._board.view is View.THERAPIST:
            return (slot.therapist_id,)
        return slot.room_ids if self._board.view is View.ROOM else (self.carried.child_id,)

    # What the rows of a lane offer.

    def _extra(self, lane: Lane) -> set[int]:
        """Return times without a free cell at which the session would fit."""
        if self._board.view is View.CHILD:
            return {0} if lane.id == self.carried.child_id else set()
        by_day: defaultdict[int, list[int]] = defaultdict(list)
        for at in sorted(self._fits.get(lane.id, ())):
            by_day[self._days.index(at.date())].append(minute_of(at))
        extra: set[int] = set()
        rows = lane_rows(self._board, lane)
        while missed := self._missed(rows, by_day) - extra:
            extra |= missed
            rows = lane_rows(self._board, lane, {lane.id: extra})
        return extra

    def _missed(self, lane: LaneRows, by_day: Mapping[int, Sequence[int]]) -> set[int]:
        """Return starts that have to be shown, so that each is within an hour of a green cell."""
        missed: set[int] = set()
        for column, fitting in by_day.items():
            shown = sorted({*self._shown(lane, column, fitting), *missed.intersection(fitting)})
            for minute in fitting:
                if not _is_near(minute, shown):
                    missed.add(minute)
                    insort(shown, minute)
        return missed

    def _shown(self, lane: LaneRows, column: int, fitting: Sequence[int]) -> Iterator[int]:
        """Yield the starts of a day that have a free row to be shown in, in order."""
        for place, row in enumerate(lane.rows):
            if self._is_free(lane, place, column):
                begins, until = lane.span(place)
                first = bisect_left(fitting, begins)
                own = bisect_left(fitting, row.minute)
                if own < len(fitting) and fitting[own] == row.minute:
                    yield row.minute
                elif first < len(fitting) and fitting[first] < until:
                    yield fitting[first]

    def _of_day(self, lane: LaneRows, number: int, column: int, day: date) -> Mapping[Cell, Target]:
        if self._board.view is View.CHILD:
            return self._of_child_day(lane, number, column, day)
        found: dict[Cell, Target] = {}
        offered: set[Place] = set()  # sessions that start together have rows of the same time
        for place in range(len(lane.rows)):
            is_free = self._is_free(lane, place, column)
            target = self._in_row(lane, place, day, is_free=is_free)
            if target is None or (is_free and target.fits and target.place in offered):
                continue
            found[Cell(number, place, column)] = target
            if is_free:
                offered.add(target.place)
        return found

    def _in_row(self, lane: LaneRows, place: int, day: date, *, is_free: bool) -> Target | None:
        """Return the row's own time if it fits, else the first start of the row that does."""
        id_, midnight = lane.lane.id, datetime.combine(day, time())
        own = self._offered(id_, midnight + timedelta(minutes=lane.rows[place].minute))
        if not is_free or (own is not None and own.fits):
            return own
        begins, until = lane.span(place)
        for at in sorted(self._fits.get(id_, ())):
            if at.date() == day and begins <= minute_of(at) < until:
                target = self._offered(id_, at)
                return replace(target, is_row_time=False) if target is not None else None
        return own

    def _of_child_day(
        self, lane: LaneRows, number: int, column: int, day: date
    ) -> Mapping[Cell, Target]:
        """Offer one place a day in the child's own lane: the one nearest to the usual time."""
        if lane.lane.id != self.carried.child_id:
            return {}
        starts = [at for at in self._fits.get(lane.lane.id, ()) if at.date() == day]
        free = next((n for n in range(len(lane.rows)) if self._is_free(lane, n, column)), None)
        if not starts or free is None:
            return {}
        usual = self._usual_minute()
        best = min(starts, key=lambda at: abs(minute_of(at) - usual))
        target = self._offered(lane.lane.id, best)
        return {Cell(number, free, column): replace(target, is_row_time=False)} if target else {}

    def _is_free(self, lane: LaneRows, row: int, column: int) -> bool:
        block = lane.blocks.get((row, column))
        return block is None or (
            not block.is_weekly and block.planned_id == self.carried.planned_id
        )

    def _usual_minute(self) -> int:
        if self.carried.origin is not None:
            return minute_of(self.carried.origin.starts)
        starts = Counter(
            minute_of(block.starts)
            for lane in self._board.lanes
            for block in lane.blocks
            if block.child_id == self.carried.child_id
        )
        return starts.most_common(1)[0][0] if starts else self._board.opens_min


def _is_near(minute: int, shown: Sequence[int]) -> bool:
    later = bisect_left(shown, minute)
    return any(abs(each - minute) < _NEARLY for each in shown[max(0, later - 1) : later + 1])


def _usual_room(carried: Carried, slots: Sequence[Slot], board: WeekBoard) -> int:
    """Return the session's room, else the child's most usual one, else what fits most often."""
    if carried.origin is not None:
        return carried.origin.room_id
    blocks = [block for lane in board.lanes for block in lane.blocks if block.room_id is not None]
    own = Counter(block.room_id for block in blocks if block.wanted_id == carried.wanted_id)
    fitting = Counter(slot.room_ids[0] for slot in slots if slot.room_ids)
    seen = Counter(block.room_id for block in blocks)
    best = next((each.most_common(1)[0][0] for each in (own, fitting, seen) if each), None)
    return best or 0


def _usual_therapist(slots: Sequence[Slot]) -> int | None:
    fitting = Counter(slot.therapist_id for slot in slots if slot.room_ids)
    return fitting.most_common(1)[0][0] if fitting else None
