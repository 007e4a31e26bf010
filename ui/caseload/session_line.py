"""One session as a line of a child's story: when, with whom, what became of it, its note."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ui.shared.ages import clock_text, day_text
from ui.theme import theme
from ui.widgets.badge import Badge, BadgeKind
from ui.widgets.button import Button
from ui.widgets.label import label


class SessionLine(QWidget):
    """``note_wanted`` carries the session's id."""

    note_wanted = Signal(int)

    def __init__(self, session: ScheduledSession, today: date, *, may_see_notes: bool) -> None:
        super().__init__()
        self._session_id = session.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        when = label(day_text(session.starts.date(), today), "small", "text-2", wrap=True)
        when.setFixedWidth(theme().px(82))
        row.addWidget(when)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(self._title(session), "body-strong", wrap=True))
        place = [clock_text(session.starts), session.room_name or ""]
        words.addWidget(label(", ".join(part for part in place if part), "small", "text-2"))
        row.addLayout(words, 1)
        text, kind, icon = state_badge(session)
        if text:
            row.addWidget(Badge(text, kind, icon))
        if may_see_notes and self._can_have_note(session):
            self.note_button = Button(self._verb(session), "link", size="small")
            self.note_button.setAccessibleName(f"{self._verb(session)}: {when.text()}")
            self.note_button.clicked.connect(self._want_note)
            row.addWidget(self.note_button)

    def _title(self, session: ScheduledSession) -> str:
        first_name = session.therapist_name.split()[0]
        if session.number is None:
            return self.tr("Visit with {0}").format(first_name)
        return self.tr("Session {0} with {1}").format(session.number, first_name)

    def _verb(self, session: ScheduledSession) -> str:
        if session.note_id is None:
            return self.tr("Write note")
        return self.tr("Read note") if session.note_signed else self.tr("Continue note")

    def _can_have_note(self, session: ScheduledSession) -> bool:
        return session.status.takes_time and session.starts <= now_local()

    def _want_note(self) -> None:
        self.note_wanted.emit(self._session_id)


_STATES: dict[SessionStatus, tuple[str, BadgeKind, str]] = {
    SessionStatus.ARRIVED: ("Here", "ok", "user-check"),
    SessionStatus.CUT_SHORT: ("Cut short", "neutral", "clock"),
    SessionStatus.NO_SHOW: ("No-show", "danger", "user-x"),
    SessionStatus.CANCELLED_IN_TIME: ("Cancelled", "neutral", "calendar-x"),
    SessionStatus.CANCELLED_LATE: ("Cancelled late", "neutral", "calendar-x"),
    SessionStatus.CANCELLED_BY_CLINIC: ("Cancelled by us", "neutral", "calendar-x"),
}


def state_badge(session: ScheduledSession) -> tuple[str, BadgeKind, str]:
    """Return word, meaning and icon of what became of a session; an empty word for no badge."""
    if session.note_signed:
        return "Signed", "ok", "check"
    if session.note_id is not None:
        return "Draft", "info", "pencil"
    if session.status in _STATES:
        return _STATES[session.status]
    if session.status is SessionStatus.HELD:
        return "Note due", "warn", "pencil"
    if session.is_unconfirmed:
        return "Not approved yet", "warn", "alert-circle"
    return "", "neutral", ""
