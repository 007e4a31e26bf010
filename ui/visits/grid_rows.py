"""Which rows a lane of the week grid has: one for each time in use, so that nothing is empty."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from ot_desktop.programs.board import Block, Lane, Off, View, WeekBoard

END_OF_DAY = 24 * 60


class Cell(NamedTuple):
    """A place on screen: lane and row of the lane from the top, column of the day."""

    lane: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a lane: what starts from ``minute`` up to ``until`` (excluded) belongs there.

    Sessions that start together have a row each; only the first of them shows the time. Rows of
    the child view have no time.
    """

    minute: int
    until: int = END_OF_DAY
    shows_time: bool = True


@dataclass(frozen=True, slots=True)
class LaneRows:
    """A lane with its rows, and which block stands where by row and column."""

    lane: Lane
    rows: tuple[Row, ...]
    blocks: Mapping[tuple[int, int], Block] = field(default_factory=dict)

    def span(self, place: int) -> tuple[int, int]:
        """Return the minutes a row stands for; the first one begins with the day."""
        row = self.rows[place]
        return 0 if place == 0 else row.minute, row.until

    def row_at(self, minute: int) -> int:
        """Return the row what starts at ``minute`` belongs to."""
        later = (place for place, row in enumerate(self.rows) if row.minute > minute)
        return max(0, next(later, len(self.rows)) - 1)


def off_at(lane: Lane, day: date, minute: int) -> Off | None:
    """Return the absence that covers a start, if one does."""
    return next(
        (
            off
            for off in lane.off
            if off.day == day and (off.is_whole_day or off.starts_min <= minute < off.ends_min)
        ),
        None,
    )


def minute_of(at: datetime) -> int:
    """Return the minute of the day."""
    return at.hour * 60 + at.minute


def lane_rows(
    board: WeekBoard, lane: Lane, extra: Mapping[int, Iterable[int]] | None = None
) -> LaneRows:
    """Lay out one lane; ``extra`` are more times by lane id, for places that would fit."""
    more = set((extra or {}).get(lane.id, ()))
    days = [each.day for each in board.days]
    if board.view is View.CHILD:
        return _by_turn(lane, days, len(more))
    return _by_time(lane, days, more, board.opens_min)


def _by_time(lane: Lane, days: Sequence[date], extra: set[int], opens: int) -> LaneRows:
    together = Counter((minute_of(block.starts), block.starts.date()) for block in lane.blocks)
    needed: Counter[int] = Counter()
    for (minute, _day), count in together.items():
        needed[minute] = max(needed[minute], count)
    needed.update(extra)  # a row more, also where the time is in use already
    if not together:
        needed[opens] = 1
    rows = _rows(needed)
    first = {row.minute: place for place, row in reversed(list(enumerate(rows)))}
    taken: Counter[tuple[int, int]] = Counter()
    blocks = {}
    for block in sorted(lane.blocks, key=_order):
        place = (first[minute_of(block.starts)], days.index(block.starts.date()))
        blocks[place[0] + taken[place], place[1]] = block
        taken[place] += 1
    return LaneRows(lane, rows, blocks)


def _rows(needed: Mapping[int, int]) -> tuple[Row, ...]:
    minutes = sorted(needed)
    rows = []
    for minute, until in zip(minutes, [*minutes[1:], END_OF_DAY], strict=True):
        rows += [Row(minute, until, shows_time=turn == 0) for turn in range(needed[minute])]
    return tuple(rows)


def _by_turn(lane: Lane, days: Sequence[date], extra: int) -> LaneRows:
    turns: Counter[int] = Counter()
    blocks = {}
    for block in sorted(lane.blocks, key=_order):
        column = days.index(block.starts.date())
        blocks[turns[column], column] = block
        turns[column] += 1
    count = max(1, max(turns.values(), default=0) + extra)
    return LaneRows(lane, (Row(0, shows_time=False),) * count, blocks)


def _order(block: Block) -> tuple[datetime, bool, str]:
    return block.starts, block.is_weekly, block.child_name
