"""How a row of the preview reads: in its cells, in its menu, and to a screen reader."""

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.scheduling.alternatives import Alternative, Change
from ot_desktop.scheduling.preview import PreviewRow, RowState
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.wording import sentence


def _tr(words: str) -> str:
    return QCoreApplication.translate("booking", words)


def number_words(row: PreviewRow) -> str:
    """Return the session's number, or nothing for a day that is left out."""
    return str(row.number) if row.number is not None else ""


def weekday_words(row: PreviewRow) -> str:
    """Return for example ``Mon, Jun 7``."""
    return long_day(row.day)


def time_words(row: PreviewRow) -> str:
    """Return for example ``9:00–10:00``; nothing for a closed day."""
    return f"{clock_text(row.visit.starts)}–{clock_text(row.visit.ends)}" if row.visit else ""


def when_words(row: PreviewRow) -> str:
    """Return day and time in one line."""
    return ", ".join(part for part in (weekday_words(row), time_words(row)) if part)


def with_words(row: PreviewRow) -> str:
    """Return therapist and room in one line."""
    return ", ".join(part for part in (row.therapist_name, row.room_name) if part)


def state_words(row: PreviewRow) -> str:
    """Say what is in the way, all of it, or that nothing is."""
    if row.state is RowState.CLOSED:
        return _tr("Closed: {0}").format(row.closed_for) if row.closed_for else _tr("Closed")
    if row.state is RowState.LEFT_OUT:
        return _tr("Left out")
    told = [each for each in row.findings if each.kind is not Kind.OTHER_ROOM]
    if told:
        return " ".join(sentence(finding) for finding in told)
    return moved_words(row) or _tr("Free")


def moved_words(row: PreviewRow) -> str:
    """Say what was chosen instead of the place asked for; nothing when it was kept."""
    if not row.is_chosen or row.asked is None or row.visit is None:
        return ""
    if row.visit.starts != row.asked:
        return _tr("Free, moved from {0}").format(clock_text(row.asked))
    return _tr("Free, changed by you")


def instead_words(row: PreviewRow) -> str:
    """Name the other places in a few words: ``Instead: 8:00, 10:00 or Cam Lee``."""
    if not row.alternatives:
        return _tr("No other place that day. Leave it out, or change the series.")
    *most, last = [short_words(row, each) for each in row.alternatives]
    listed = _tr("{0} or {1}").format(", ".join(most), last) if most else last
    return _tr("Instead: {0}").format(listed)


def short_words(row: PreviewRow, other: Alternative) -> str:
    """Name only what differs."""
    words = []
    if row.visit is None or other.visit.starts != row.visit.starts:
        words.append(clock_text(other.visit.starts))
    if other.change in _OTHER_THERAPIST:
        words.append(other.therapist_name)
    if other.change in _OTHER_ROOM:
        words.append(_tr("in {0}").format(other.room_name))
    return " ".join(words)


def choice_words(other: Alternative) -> str:
    """Name a place in full, with the warnings that would remain."""
    words = _tr("{0} with {1}").format(clock_text(other.visit.starts), other.therapist_name)
    if other.room_name:
        words = _tr("{0} in {1}").format(words, other.room_name)
    warnings = [sentence(each) for each in other.findings if each.needs_reason]
    return f"{words}. {' '.join(warnings)}".strip() if warnings else words


def all_words(row: PreviewRow) -> str:
    """Read a whole row out."""
    words = ", ".join(part for part in (when_words(row), with_words(row)) if part)
    number = _tr("Session {0}. ").format(row.number) if row.number is not None else ""
    instead = f" {instead_words(row)}" if row.state is RowState.CONFLICT else ""
    return f"{number}{words}. {state_words(row)}{instead}"


_OTHER_THERAPIST = {
    Change.OTHER_THERAPIST,
    Change.OTHER_THERAPIST_AND_ROOM,
    Change.OTHER_TIME_AND_THERAPIST,
}
_OTHER_ROOM = {Change.OTHER_ROOM, Change.OTHER_THERAPIST_AND_ROOM, Change.OTHER_TIME_AND_ROOM}
