"""How the board is read out: a block, an empty slot, a place something is held over."""

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import minute_text
from ui.visits.board_facts import Block, BoardColumn, BoardFacts, Moved, Slot, Verdict


def block_words(block: Block, column: BoardColumn) -> str:
    """Return "Noor Haddad, 9:30 to 10:30, Fine 1, Priya Raman. Confirmed. Alert: Tree nuts"."""
    span = _span(block.from_minute, block.until_minute)
    place = block.lines[0].partition(", ")[2] if block.lines else ""
    words = [", ".join(filter(None, (block.title, span, place, column.title)))]
    words += dict.fromkeys(filter(None, (block.status_words, block.status)))
    words += block.lines[1:]
    if block.badges:
        words.append(_tr("Alert: {0}").format(", ".join(block.badges)))
    return ". ".join(words)


def tip_words(block: Block, column: BoardColumn) -> str:
    """Return what the mouse reads: the block, then the whole text of its alerts."""
    return "\n".join(filter(None, (block_words(block, column), block.tip)))


def slot_words(slot: Slot, column: BoardColumn) -> str:
    """Return "Empty, 10:00 to 11:00, Priya Raman", or why nobody can be booked."""
    why = shaded_words(column, slot.from_minute)
    state = _tr("Empty") if why is None else why or _tr("Not open")
    return ", ".join((state, _span(slot.from_minute, slot.until_minute), column.title))


def shaded_words(column: BoardColumn, minute: int) -> str | None:
    """Return why a column is shaded at a minute, None when it is not."""
    inside = (each.words for each in column.shaded if each[0] <= minute < each[1])
    return next(inside, None)


def held_words(facts: BoardFacts, to: Moved, verdict: Verdict) -> str:
    """Return "10:45 to 11:45, Priya Raman, fits"."""
    title = next((each.title for each in facts.columns if each.key == to.column), "")
    said = {
        "fits": _tr("fits"),
        "warns": _tr("fits with a warning"),
        "stops": _tr("does not fit"),
    }[verdict.fit.value]
    first = ", ".join((_span(to.from_minute, to.until_minute), title, said))
    return ". ".join((first, *verdict.words))


def _span(first: int, last: int) -> str:
    return _tr("{0} to {1}").format(minute_text(first), minute_text(last))


def _tr(words: str) -> str:
    return QCoreApplication.translate("board", words)
