"""A visit as the front desk sees it on the board: how it stands now, alerts and its one button."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.day.domain import DayVisit, Stands
from ot_desktop.scheduling.attendance import Policy
from ui.visits.board_facts import Action, Block, Sign, Tone
from ui.visits.visit_block import visit_block

_TONES = {
    Stands.BOOKED: Tone.PLAIN,
    Stands.CHECKED_IN: Tone.CHECKED_IN,
    Stands.IN_SESSION: Tone.IN_SESSION,
    Stands.DONE: Tone.DONE,
    Stands.LATE: Tone.LATE,
    Stands.NO_SHOW: Tone.NO_SHOW,
    Stands.CANCELLED: Tone.CANCELLED,
}


def day_block(
    visit: DayVisit, column: int, beside: str, policy: Policy, now: datetime, action: Action | None
) -> Block:
    """Return the block of a visit as it stands at a moment."""
    stands = visit.stands(policy, now)
    block = visit_block(visit.session, column, beside=beside)
    is_over = stands in {Stands.DONE, Stands.NO_SHOW, Stands.CANCELLED}
    return replace(
        block,
        tone=_TONES[stands],
        sign=_sign(visit, stands, now) or (block.sign if is_over else None),
        badges=() if is_over else visit.alerts,
        action=action,
        tip="\n".join(filter(None, (block.tip, alert_words(visit), *_more_words(visit)))),
    )


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
    if stands is Stands.LATE:
        return Sign("clock", _tr("{0} min late").format(visit.minutes_late(now)), "warn")
    if stands is Stands.IN_SESSION:
        return Sign("player-play", _tr("In session"), "ok")
    if stands is Stands.CHECKED_IN:
        return Sign("", _tr("Checked in"), "ok")
    return Sign("check", _tr("Done"), "neutral") if stands is Stands.DONE else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("day_block", words)
