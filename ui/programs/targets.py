"""Where a session that is being moved can be put: a place for every cell of the visible week."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ot_desktop.programs.board import Lane, View, WeekBoard
from ot_desktop.programs.domain import GRID_MINUTES
from ot_desktop.programs.placement import Place, Slot
from ui.programs.grid_rows import Cell, LaneRows, lane_rows, minute_of

_NEARLY = 60  # minutes: a free row so soon after is as good as one of its own


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
        self._slots = slots
        self._days = [each.day for each in board.days]
        self._room_id = _usual_room(carried, slots, board)
        self._therapist_id = carried.therapist_id or _usual_therapist(slots)
        self._by_lane = self._places_by_lane()
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

    def _places_by_lane(self) -> dict[int, dict[datetime, Target]]:
        """Return by lane every start that is offered there."""
        offered: defaultdict[int, dict[datetime, Target]] = defaultdict(dict)
        for slot in sorted(self._slots, key=self._own_first):
            for lane_id in self._lanes_of(slot):
                target = self._target(slot, lane_id)
                kept = offered[lane_id].get(slot.starts)
                if kept is None or (target.fits and not kept.fits):
                    offered[lane_id][slot.starts] = target
        return offered

    def _own_first(self, slot: Slot) -> tuple[datetime, bool]:
        return slot.starts, slot.therapist_id != self._therapist_id

    def _lanes_of(self, slot: Slot) -> Iterable[int]:
        if self._board.view is View.THERAPIST:
            return (slot.therapist_id,)
        if self._board.view is View.CHILD:
            return (self.carried.child_id,)
        return tuple(lane.id for lane in self._board.lanes)

    def _target(self, slot: Slot, lane_id: int) -> Target:
        rooms = slot.room_ids
        if self._board.view is View.ROOM:
            fits = lane_id in rooms
            word = slot.word if not rooms else "" if fits else "room"
            return Target(Place(slot.starts, slot.therapist_id, lane_id), fits, word)
        usual = self._room_id
        room_id = usual if usual in rooms or not rooms else rooms[0]
        return Target(Place(slot.starts, slot.therapist_id, room_id), bool(rooms), slot.word)

    # What the rows of a lane offer.

    def _extra(self, lane: Lane) -> set[int]:
        """Return times without a free cell at which the session would fit."""
        if self._board.view is View.CHILD:
            return {0} if lane.id == self.carried.child_id else set()
        extra: set[int] = set()
        fitting = {
            (minute_of(at), self._days.index(at.date()))
            for at, target in self._by_lane.get(lane.id, {}).items()
            if target.fits
        }
        rows = lane_rows(self._board, lane)
        for minute, column in sorted(fitting):
            near = range(minute, minute + _NEARLY, GRID_MINUTES)
            offered = (at for at in near if (at, column) in fitting)
            if not any(self._is_free(rows, rows.row_at(at), column) for at in offered):
                extra.add(minute)
                rows = lane_rows(self._board, lane, {lane.id: extra})
        return extra

    def _of_day(self, lane: LaneRows, number: int, column: int, day: date) -> Mapping[Cell, Target]:
        if self._board.view is View.CHILD:
            return self._of_child_day(lane, number, column, day)
        found: dict[Cell, Target] = {}
        offered: set[Place] = set()  # sessions that start together have rows of the same time
        for place, row in enumerate(lane.rows):
            begins = 0 if place == 0 else row.minute
            is_free = self._is_free(lane, place, column)
            target = self._in_row(
                lane.lane.id, day, (begins, row.minute, row.until), is_free=is_free
            )
            if target is not None and not (target.fits and target.place in offered):
                found[Cell(number, place, column)] = target
                offered.add(target.place)
        return found

    def _in_row(
        self, lane_id: int, day: date, row: tuple[int, int, int], *, is_free: bool
    ) -> Target | None:
        """Return the row's own time if it fits, else the first start of the row that does."""
        begins, minute, until = row
        midnight = datetime.combine(day, time())
        offered = self._by_lane.get(lane_id, {})
        own = offered.get(midnight + timedelta(minutes=minute))
        if own is not None and (own.fits or not is_free):
            return own
        for other in range(begins, until, GRID_MINUTES):
            target = offered.get(midnight + timedelta(minutes=other))
            if is_free and target is not None and target.fits:
                return Target(target.place, fits=True, is_row_time=False)
        return own

    def _of_child_day(
        self, lane: LaneRows, number: int, column: int, day: date
    ) -> Mapping[Cell, Target]:
        """Offer one place a day in the child's own lane: the one nearest to the usual time."""
        if lane.lane.id != self.carried.child_id:
            return {}
        offered = [
            target
            for at, target in self._by_lane.get(lane.lane.id, {}).items()
            if at.date() == day and target.fits
        ]
        free = next((n for n in range(len(lane.rows)) if self._is_free(lane, n, column)), None)
        if not offered or free is None:
            return {}
        usual = self._usual_minute()
        best = min(offered, key=lambda each: abs(minute_of(each.place.starts) - usual))
        return {Cell(number, free, column): Target(best.place, fits=True, is_row_time=False)}

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
