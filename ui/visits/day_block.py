"""A visit as it is seen on the board: time, room, how it stands now, alerts, its one button."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.day.domain import DayVisit, Stands
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.scheduling.attendance import Policy
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus, minute_of
from ot_desktop.scheduling.rearranging import can_change
from ui.visits.board_facts import Action, Block, Sign, Tone

_TONES = {
    Stands.BOOKED: Tone.PLAIN,
    Stands.CHECKED_IN: Tone.CHECKED_IN,
    Stands.IN_SESSION: Tone.IN_SESSION,
    Stands.DONE: Tone.DONE,
    Stands.LATE: Tone.LATE,
    Stands.NO_SHOW: Tone.NO_SHOW,
    Stands.CANCELLED: Tone.CANCELLED,
}
_ENDINGS = {
    SessionStatus.CUT_SHORT: Sign("check", "Cut short", "neutral"),
    SessionStatus.NO_SHOW: Sign("user-x", "No-show", "danger"),
    SessionStatus.CANCELLED_IN_TIME: Sign("", "Cancelled", "neutral"),
    SessionStatus.CANCELLED_LATE: Sign("", "Cancelled late", "neutral"),
    SessionStatus.CANCELLED_BY_CLINIC: Sign("", "Called off", "neutral"),
}


def day_block(
    visit: DayVisit,
    column: int,
    beside: str,
    policy: Policy,
    now: datetime,
    action: Action | None = None,
) -> Block:
    """Return the block of a visit at a moment; ``beside`` its time stands room or therapist."""
    session, stands = visit.session, visit.stands(policy, now)
    is_over = stands in {Stands.DONE, Stands.NO_SHOW, Stands.CANCELLED}
    lines = (", ".join(filter(None, (clock_text(session.starts), beside))),)
    tips = (override_words(session), alert_words(visit), *_more_words(visit))
    sign = _sign(visit, stands, now)
    is_confirmed = session.status is SessionStatus.CONFIRMED
    booked = _tr("Confirmed") if is_confirmed else _tr("Booked")
    return Block(
        session_id=session.id,
        column=column,
        from_minute=minute_of(session.starts),
        until_minute=minute_of(session.ends),
        title=session.child_name,
        lines=(*lines, *filter(None, (series_words(session), override_words(session)))),
        tone=_TONES[stands],
        color_slot=session.therapist_color,
        sign=sign,
        badges=() if is_over else visit.alerts,
        action=action,
        is_struck=not session.status.takes_time,
        tip="\n".join(filter(None, tips)),
        is_fixed=not can_change(session),
        status=sign.words if sign is not None else booked,
    )


def clash_block(block: Block, words: Sequence[str]) -> Block:
    """Return a block in red; ``words`` say in sentences why the visit cannot stay there."""
    sign = Sign("alert-triangle", _tr("Clash"), "danger")
    return replace(block, tone=Tone.CLASH, sign=sign, tip="\n".join((*words, block.tip)))


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


def alert_words(visit: DayVisit) -> str:
    """Return the alerts of a child, or that none are known, or that nobody asked."""
    words = ", ".join(visit.alerts)
    if visit.is_not_asked:
        asked = _tr("Alerts not all asked yet")
        return f"{words}. {asked}" if words else asked
    return words or _tr("No known alerts")


def _more_words(visit: DayVisit) -> tuple[str, ...]:
    interpreter = ""
    if visit.needs_interpreter:
        interpreter = _tr("Needs an interpreter: {0}").format(visit.language or _tr("ask which"))
    return interpreter, visit.desk_note


def _sign(visit: DayVisit, stands: Stands, now: datetime) -> Sign | None:
    if (ending := _ENDINGS.get(visit.session.status)) is not None:
        return ending._replace(words=_tr(ending.words))
    if stands is Stands.LATE:
        return Sign("clock", _tr("{0} min late").format(visit.minutes_late(now)), "warn")
    if stands is Stands.IN_SESSION:
        return Sign("player-play", _tr("In session"), "ok")
    if stands is Stands.CHECKED_IN:
        return Sign("", _tr("Checked in"), "ok")
    return Sign("check", _tr("Done"), "neutral") if stands is Stands.DONE else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("day_block", words)
