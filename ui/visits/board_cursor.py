"""Where the keyboard is on the board: on a block or on an empty stretch, and where arrows go."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.visits.board_facts import STEP, Block, Slot
from ui.visits.board_geometry import BoardGeometry

USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Cursor:
    """A column and a minute; ``session_id`` is set on a block."""

    number: int = 0
    minute: int = 0
    minutes: int = USUAL_MINUTES
    session_id: int | None = None


def block_of(plan: BoardGeometry, cursor: Cursor) -> Block | None:
    """Return the block the cursor is on."""
    blocks = plan.blocks.get(cursor.number, ())
    return next((each for each in blocks if each.session_id == cursor.session_id), None)


def slot_of(plan: BoardGeometry, cursor: Cursor) -> Slot | None:
    """Return the empty stretch the cursor is on."""
    if not plan.facts.columns or block_of(plan, cursor) is not None:
        return None
    return plan.slot(cursor.number, cursor.minute, cursor.minutes)


def area_of(plan: BoardGeometry, cursor: Cursor) -> QRectF | None:
    """Return where the ring is drawn."""
    block = block_of(plan, cursor)
    if block is not None:
        return plan.rects[block.session_id]
    slot = slot_of(plan, cursor)
    if slot is None:
        return None
    return plan.span_rect(cursor.number, slot.from_minute, slot.until_minute)


def at(plan: BoardGeometry, number: int, minute: int, minutes: int = USUAL_MINUTES) -> Cursor:
    """Return the cursor at a minute of a column: on the block there, else on the empty stretch."""
    number = max(0, min(len(plan.facts.columns) - 1, number))
    minute = max(plan.opens, min(plan.closes - STEP, minute // STEP * STEP))
    here = [
        each
        for each in plan.blocks.get(number, ())
        if each.from_minute <= minute < each.until_minute
    ]
    if here:
        first = min(here, key=lambda each: (each.is_struck, each.from_minute))
        return Cursor(number, minute, minutes, first.session_id)
    return Cursor(number, minute, minutes)


def on_block(plan: BoardGeometry, block: Block) -> Cursor:
    """Return the cursor on a block."""
    number = plan.numbers[block.column]
    minute = max(plan.opens, block.from_minute)
    return Cursor(number, minute, USUAL_MINUTES, block.session_id)


def stepped(plan: BoardGeometry, cursor: Cursor, way: int) -> Cursor:
    """Go up or down: to the block beside, or on by one step through what is empty."""
    block = block_of(plan, cursor)
    blocks = plan.blocks.get(cursor.number, [])
    if block is not None:
        place = blocks.index(block) + way
        edge = block.until_minute if way > 0 else block.from_minute - STEP
        beside = blocks[place] if 0 <= place < len(blocks) else None
        overlaps = (
            beside is not None
            and beside.from_minute < block.until_minute
            and block.from_minute < beside.until_minute
        )
        if beside is not None and overlaps:
            return on_block(plan, beside)
        minute = _snapped(edge)
    else:
        minute = cursor.minute + way * STEP
        ending = [b for b in blocks if cursor.minute < b.from_minute <= minute and way > 0]
        if ending:
            return on_block(plan, ending[0])
    if not plan.opens <= minute < plan.closes:
        return cursor
    return at(plan, cursor.number, minute, cursor.minutes)


def beside(plan: BoardGeometry, cursor: Cursor, way: int) -> Cursor:
    """Go to the column at the left or right, at the same time."""
    number = cursor.number + way
    if not 0 <= number < len(plan.facts.columns):
        return cursor
    return at(plan, number, cursor.minute, cursor.minutes)


def in_order(plan: BoardGeometry) -> list[Block]:
    """Return the blocks column after column."""
    return [block for number in sorted(plan.blocks) for block in plan.blocks[number]]


def next_block(plan: BoardGeometry, cursor: Cursor, way: int) -> Cursor:
    """Go to the next or previous block, column after column."""
    order = in_order(plan)
    if not order:
        return cursor
    here = block_of(plan, cursor)
    if here is not None:
        place = order.index(here) + way
        return on_block(plan, order[max(0, min(len(order) - 1, place))])
    spot = (cursor.number, cursor.minute)
    after = [b for b in order if (plan.numbers[b.column], b.from_minute) > spot]
    before = [b for b in order if (plan.numbers[b.column], b.from_minute) < spot]
    if way > 0:
        return on_block(plan, after[0]) if after else cursor
    return on_block(plan, before[-1]) if before else cursor


def stretched(plan: BoardGeometry, cursor: Cursor, way: int) -> Cursor:
    """Make the empty stretch longer or shorter by one step, as far as there is room."""
    minutes = max(STEP, cursor.minutes + way * STEP)
    longest = plan.slot(cursor.number, cursor.minute, minutes)
    if longest is not None:
        minutes = longest.until_minute - longest.from_minute
    return Cursor(cursor.number, cursor.minute, minutes)


def _snapped(minute: int) -> int:
    return -(-minute // STEP) * STEP
