"""A visit of the schedule as a block of the board: time, room, how it stands, who allowed it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus, minute_of
from ot_desktop.scheduling.rearranging import can_change
from ui.visits.board_facts import Block, Sign, Tone

_STATES: dict[SessionStatus, tuple[Tone, Sign]] = {
    SessionStatus.ARRIVED: (Tone.CHECKED_IN, Sign("", "Checked in", "ok")),
    SessionStatus.HELD: (Tone.DONE, Sign("check", "Done", "neutral")),
    SessionStatus.CUT_SHORT: (Tone.DONE, Sign("check", "Cut short", "neutral")),
    SessionStatus.NO_SHOW: (Tone.NO_SHOW, Sign("user-x", "No-show", "danger")),
    SessionStatus.CANCELLED_IN_TIME: (Tone.CANCELLED, Sign("", "Cancelled", "neutral")),
    SessionStatus.CANCELLED_LATE: (Tone.CANCELLED, Sign("", "Cancelled late", "neutral")),
    SessionStatus.CANCELLED_BY_CLINIC: (
        Tone.CANCELLED,
        Sign("", "Called off", "neutral"),
    ),
}


def visit_block(visit: ScheduledSession, column: int, *, beside: str) -> Block:
    """Return the block of a visit; ``beside`` is what stands after the time: room or therapist."""
    tone, sign = Tone.PLAIN, None
    if visit.status in _STATES:
        tone, (icon, words, meaning) = _STATES[visit.status]
        sign = Sign(icon, _tr(words), meaning)
    lines = [", ".join(filter(None, (clock_text(visit.starts), beside)))]
    lines += [words for words in (series_words(visit), override_words(visit)) if words]
    return Block(
        session_id=visit.id,
        column=column,
        from_minute=minute_of(visit.starts),
        until_minute=minute_of(visit.ends),
        title=visit.child_name,
        lines=tuple(lines),
        tone=tone,
        color_slot=visit.therapist_color,
        sign=sign,
        is_struck=not visit.status.takes_time,
        tip=override_words(visit),
        is_fixed=not can_change(visit),
    )


def series_words(visit: ScheduledSession) -> str:
    """Return "Intensive 3/12" or "Weekly 4/20"; nothing for a single visit."""
    if visit.series_id is None or visit.number is None or visit.planned in {None, 1}:
        return ""
    kind = _tr("Intensive") if visit.kind == "intensive" else _tr("Weekly")
    return f"{kind} {visit.number}/{visit.planned}"


def override_words(visit: ScheduledSession) -> str:
    """Return who booked it in spite of a warning, and why."""
    return f"{visit.override_by}: {visit.override_reason}" if visit.override_by else ""


def moved_words(visit: ScheduledSession, to: datetime) -> str:
    """Return what a move did, for the toast."""
    where = f"{long_day(to.date())}, {clock_text(to)}"
    return _tr("{0} moved: {1}").format(visit.child_name, where)


def _tr(words: str) -> str:
    return QCoreApplication.translate("visit_block", words)
