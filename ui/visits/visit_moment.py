"""What can be said of a visit at this moment, and how it is called."""

from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from ot_desktop.scheduling.attendance import ATTENDED, VisitNow
from ot_desktop.scheduling.domain import SessionStatus


class Say(Enum):
    """One thing somebody may say of a visit."""

    CHECK_IN = "check_in"
    CONFIRM = "confirm"
    HELD = "held"
    CUT_SHORT = "cut_short"
    NOT_HERE = "not_here"
    NO_SHOW = "no_show"
    FAMILY_CALLED = "family_called"
    BY_CLINIC = "by_clinic"
    COMING = "coming"


MEANS = {
    Say.HELD: SessionStatus.HELD,
    Say.CUT_SHORT: SessionStatus.CUT_SHORT,
    Say.NO_SHOW: SessionStatus.NO_SHOW,
    Say.BY_CLINIC: SessionStatus.CANCELLED_BY_CLINIC,
    Say.COMING: SessionStatus.PLANNED,
}
_BY_FAMILY = (SessionStatus.CANCELLED_IN_TIME, SessionStatus.CANCELLED_LATE)
_CANCELLED = (*_BY_FAMILY, SessionStatus.CANCELLED_BY_CLINIC)
_PAST = (Say.HELD, Say.CUT_SHORT, Say.NO_SHOW)
_CALLED_OFF = (Say.FAMILY_CALLED, Say.BY_CLINIC)


def fitting(visit: VisitNow, now: datetime) -> tuple[Say, ...]:
    """Return what can be said now, what is likeliest first."""
    if visit.status is SessionStatus.WITHDRAWN:
        return ()
    if visit.has_signed_note:
        return tuple(say for say in (Say.HELD, Say.CUT_SHORT) if MEANS[say] is not visit.status)
    if visit.status is SessionStatus.ARRIVED:
        return Say.HELD, Say.CUT_SHORT, Say.NOT_HERE, Say.BY_CLINIC
    past = _PAST if visit.starts.date() <= now.date() else ()
    if visit.status.is_open:
        return (*_before(visit, now), *past, *_CALLED_OFF)
    coming = (Say.COMING,) if visit.status in _CANCELLED and visit.starts > now else ()
    said = {say for say in MEANS if MEANS[say] is visit.status}
    said |= {Say.FAMILY_CALLED} if visit.status in _BY_FAMILY and visit.starts > now else set()
    return tuple(say for say in (*coming, *past, *_CALLED_OFF) if say not in said)


def likeliest(visit: VisitNow, now: datetime) -> Say | None:
    """Return what is said next of most visits; None once it is decided."""
    if visit.status is SessionStatus.ARRIVED:
        return Say.HELD
    if not visit.status.is_open or visit.status in ATTENDED:
        return None
    if visit.ends <= now:
        return Say.HELD
    return next(iter(_before(visit, now)), None)


def _before(visit: VisitNow, now: datetime) -> tuple[Say, ...]:
    found = []
    if visit.starts.date() == now.date() and now < visit.ends:
        found.append(Say.CHECK_IN)
    if visit.status is SessionStatus.PLANNED and now < visit.starts:
        found.append(Say.CONFIRM)
    return tuple(found)


def say_words(say: Say) -> str:
    """Return the words on the button."""
    return {
        Say.CHECK_IN: _tr("Check in"),
        Say.CONFIRM: _tr("Confirm"),
        Say.HELD: _tr("Held"),
        Say.CUT_SHORT: _tr("Cut short"),
        Say.NOT_HERE: _tr("Not here after all"),
        Say.NO_SHOW: _tr("No-show"),
        Say.FAMILY_CALLED: _tr("Family called"),
        Say.BY_CLINIC: _tr("Cancelled by clinic"),
        Say.COMING: _tr("Coming after all"),
    }[say]


def _tr(words: str) -> str:
    return QCoreApplication.translate("visit", words)
