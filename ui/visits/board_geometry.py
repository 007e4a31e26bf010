"""Where everything of the board stands, in pixels of its content (below the head)."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSize

from ui.theme import theme
from ui.visits.board_facts import STEP, Block, BoardFacts, Slot

HEAD, AXIS, HOUR = 48, 46, 78
COLUMNS_IN_SIGHT = 6
_LEAST_COLUMN, _SIDE, _GAP, _TOP = 130, 4, 3, 1


class BoardGeometry:
    """Columns share the width, six at most; more go on sideways."""

    def __init__(self, facts: BoardFacts, room: QSize) -> None:
        px = theme().px
        self.facts = facts
        self.axis = px(AXIS)
        self.hour = px(HOUR)
        self.opens, self.closes = facts.hours
        count = max(1, len(facts.columns))
        free = max(0, room.width() - self.axis)
        shared = free / min(count, COLUMNS_IN_SIGHT)
        self.column_width = max(shared, px(_LEAST_COLUMN))
        self.least_width = self.axis + min(count, COLUMNS_IN_SIGHT) * px(_LEAST_COLUMN)
        self.width = max(room.width(), round(self.axis + count * self.column_width))
        self.day_height = round((self.closes - self.opens) * self.hour / 60) + px(_SIDE)
        self.height = max(self.day_height, room.height())
        self.numbers = {column.key: n for n, column in enumerate(facts.columns)}
        self.rects: dict[int, QRectF] = {}
        self.blocks: dict[int, list[Block]] = {n: [] for n in range(count)}
        for block in facts.blocks:
            if block.column in self.numbers:
                self.blocks[self.numbers[block.column]].append(block)
        for number, blocks in self.blocks.items():
            blocks.sort(key=lambda each: (each.from_minute, each.until_minute, each.title))
            for block, part, parts in side_by_side(blocks):
                span = (block.from_minute, block.until_minute)
                self.rects[block.session_id] = self.span_rect(number, *span, part, parts)

    def column_x(self, number: int) -> int:
        """Return the left edge of a column; of one more than there are, the right edge."""
        return self.axis + round(number * self.column_width)

    def column_rect(self, number: int) -> QRectF:
        """Return a column over the whole height."""
        left = self.column_x(number)
        return QRectF(left, 0, self.column_x(number + 1) - left, self.height)

    def y_of(self, minute: int) -> int:
        """Return where a minute of the day is."""
        return round((minute - self.opens) * self.hour / 60) + _TOP

    def span_rect(
        self, number: int, from_minute: int, until_minute: int, part: int = 0, parts: int = 1
    ) -> QRectF:
        """Return where a visit stands: a part of the width where several overlap."""
        column = self.column_rect(number)
        wide = (column.width() - 2 * _SIDE) / parts
        left = round(column.x() + _SIDE + part * wide)
        right = round(column.x() + _SIDE + (part + 1) * wide) - (2 if part + 1 < parts else 0)
        top = self.y_of(from_minute)
        return QRectF(left, top, right - left, max(8, self.y_of(until_minute) - _GAP - top))

    def column_at(self, at: QPointF) -> int | None:
        """Return the column under a point."""
        number = int((at.x() - self.axis) // self.column_width)
        return number if 0 <= number < len(self.facts.columns) else None

    def block_at(self, at: QPointF) -> Block | None:
        """Return the block under a point."""
        number = self.column_at(at)
        blocks = self.blocks[number] if number is not None else ()
        inside = (each for each in blocks if self.rects[each.session_id].contains(at))
        return next(inside, None)

    def minute_at(self, y: float) -> int:
        """Return the step of the day a height lies in."""
        return int(self.exact_minute_at(y) // STEP) * STEP

    def exact_minute_at(self, y: float) -> float:
        """Return the time of day of a height."""
        return self.opens + (y - _TOP) * 60 / self.hour

    def slot_at(self, at: QPointF, minutes: int) -> Slot | None:
        """Return the empty stretch under a point, not longer than there is room for."""
        number = self.column_at(at)
        if number is None:
            return None
        return self.slot(number, self.minute_at(at.y()), minutes)

    def slot(self, number: int, minute: int, minutes: int) -> Slot | None:
        """Return the stretch from ``minute`` on; None where a visit stands or nobody is there."""
        key = self.facts.columns[number].key
        if not self.opens <= minute < self.closes or self.standing_at(number, minute) is not None:
            return None
        starts = (b.from_minute for b in self.blocks[number] if b.from_minute > minute)
        until = min((minute + minutes, self.closes, *starts))
        return Slot(key, minute, until)

    def standing_at(self, number: int, minute: int) -> Block | None:
        """Return the visit that takes a minute of a column; a cancelled one leaves it free."""
        return next(
            (
                each
                for each in self.blocks[number]
                if each.from_minute <= minute < each.until_minute and not each.is_struck
            ),
            None,
        )


def side_by_side(blocks: Iterable[Block]) -> Iterator[tuple[Block, int, int]]:
    """Yield sorted blocks with their part of the width: those that overlap share it."""
    together: list[tuple[Block, int]] = []
    ends: list[int] = []
    for block in blocks:
        if ends and block.from_minute >= max(ends):
            yield from ((each, part, len(ends)) for each, part in together)
            together, ends = [], []
        free = (n for n, end in enumerate(ends) if end <= block.from_minute)
        part = next(free, len(ends))
        ends[part : part + 1] = [block.until_minute]
        together.append((block, part))
    yield from ((each, part, len(ends)) for each, part in together)
