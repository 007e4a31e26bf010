"""How a visit reads in its panel: how it stands, why, who may collect, who interprets."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import Caregiver, ChildPage
from ot_desktop.clock import wall_time
from ot_desktop.day_words import clock_text, dated, long_day
from ot_desktop.scheduling.attendance import Policy, Reason, is_late
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ot_desktop.scheduling.visit_day import VisitDay
from ui.widgets.badge import BadgeKind

Look = tuple[str, BadgeKind, str]

_LOOKS: dict[SessionStatus, tuple[BadgeKind, str]] = {
    SessionStatus.PLANNED: ("neutral", "calendar"),
    SessionStatus.CONFIRMED: ("info", "calendar-check"),
    SessionStatus.ARRIVED: ("ok", "user-check"),
    SessionStatus.HELD: ("ok", "check"),
    SessionStatus.CUT_SHORT: ("ok", "clock"),
    SessionStatus.NO_SHOW: ("danger", "user-x"),
}


def standing(visit: VisitDay, policy: Policy, now: datetime) -> Look:
    """Return word, meaning and icon of how a visit stands."""
    status = visit.now.status
    if is_late(visit.now, policy, now):
        minutes = int((now - visit.now.starts).total_seconds() // 60)
        return _tr("Late, {0} min").format(minutes), "warn", "clock"
    if status is SessionStatus.ARRIVED and visit.now.starts <= now < visit.now.ends:
        return _tr("In session"), "ok", "player-play"
    if status.is_open and visit.now.ends <= now:
        return _tr("Nobody said yet"), "warn", "help"
    kind, icon = _LOOKS.get(status, ("neutral", "calendar-x"))
    return status_words(status), kind, icon


def status_words(status: SessionStatus) -> str:
    """Return the word of a status."""
    return {
        SessionStatus.PLANNED: _tr("Booked"),
        SessionStatus.CONFIRMED: _tr("Confirmed"),
        SessionStatus.ARRIVED: _tr("Here"),
        SessionStatus.HELD: _tr("Done"),
        SessionStatus.CUT_SHORT: _tr("Done, cut short"),
        SessionStatus.NO_SHOW: _tr("No-show"),
        SessionStatus.CANCELLED_IN_TIME: _tr("Cancelled in time"),
        SessionStatus.CANCELLED_LATE: _tr("Cancelled late"),
        SessionStatus.CANCELLED_BY_CLINIC: _tr("Cancelled by clinic"),
        SessionStatus.WITHDRAWN: _tr("Booking taken back"),
    }[status]


def details(visit: VisitDay) -> str:
    """Return what else is kept of how it stands: since when, how long, why, who collected."""
    parts = []
    if visit.arrived_at is not None:
        words = _tr("Here since {0} with {1}.") if visit.brought_by else _tr("Here since {0}.")
        parts.append(words.format(_clock(visit.arrived_at), visit.brought_by))
    if visit.held_minutes is not None:
        parts.append(_tr("Held for {0} min.").format(visit.held_minutes))
    if visit.called_at is not None:
        called = wall_time(visit.called_at)
        when = f"{long_day(called.date())}, {clock_text(called)}"
        parts.append(_tr("Family called {0}.").format(when))
    if visit.reason is not None:
        parts.append((visit.reason_words or reason_words(visit.reason)).rstrip(".") + ".")
    if visit.left_at is not None:
        with_whom = visit.collected_by or _tr("an adult not on the list")
        words = _tr("Went home at {0} with {1}.").format(_clock(visit.left_at), with_whom)
        parts.append(f"{words} {visit.collected_why}".strip())
    return " ".join(parts)


def reason_words(reason: Reason) -> str:
    """Return how a reason reads."""
    return {
        Reason.ILL: _tr("Ill"),
        Reason.HOLIDAY: _tr("Holiday"),
        Reason.TRANSPORT: _tr("Transport"),
        Reason.WEATHER: _tr("Weather"),
        Reason.THERAPIST_ILL: _tr("Therapist ill"),
        Reason.ROOM: _tr("Room"),
        Reason.OTHER: _tr("Other"),
    }[reason]


def when_words(session: ScheduledSession, today: date) -> str:
    """Return ``Tue, Jun 9, 9:00–10:00``."""
    day = long_day(session.starts.date(), today)
    return f"{day}, {clock_text(session.starts)}–{clock_text(session.ends)}"


def series_words(session: ScheduledSession) -> str:
    """Return ``Visit 3 of 12, weekly``; nothing for a single visit."""
    if session.number is None or session.planned in {None, 1}:
        return ""
    kind = _tr("intensive") if session.kind == "intensive" else _tr("weekly")
    return _tr("Visit {0} of {1}, {2}").format(session.number, session.planned, kind)


def interpreter_words(child: ChildPage, session: ScheduledSession) -> str:
    """Return which interpreter comes or is missing; nothing where none is needed."""
    speaking = [each.language for each in child.caregivers if each.needs_interpreter]
    language = child.language if child.needs_interpreter or not speaking else speaking[0]
    if session.interpreter_name:
        return ", ".join(part for part in (language, session.interpreter_name) if part)
    if not (child.needs_interpreter or speaking):
        return ""
    missing = _tr("needed, none booked")
    return f"{language}, {missing}" if language else missing.capitalize()


def interpreter_need(child: ChildPage) -> str:
    """Return for which languages a family needs an interpreter; nothing where nobody does."""
    people: list[ChildPage | Caregiver] = [child, *child.caregivers]
    languages = {each.language for each in people if each.needs_interpreter}
    if not languages:
        return ""
    named = ", ".join(sorted(filter(None, languages)))
    return _tr("Interpreter needed: {0}.").format(named) if named else _tr("Interpreter needed.")


def collecting_words(caregiver: Caregiver, today: date) -> Look:
    """Return whether somebody may collect; never what a court wrote."""
    if caregiver.may_collect is None:
        return _tr("Not asked"), "warn", "help"
    until = caregiver.may_collect_until
    if not caregiver.may_collect:
        return _tr("May not collect"), "danger", "ban"
    if until is not None and until < today:
        return _tr("Could collect until {0}").format(dated(until)), "danger", "ban"
    if until is not None:
        return _tr("May collect until {0}").format(dated(until)), "ok", "check"
    return _tr("May collect"), "ok", "check"


def _clock(moment: datetime) -> str:
    return clock_text(wall_time(moment))


def _tr(words: str) -> str:
    return QCoreApplication.translate("visit", words)
