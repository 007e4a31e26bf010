"""One session as a line of a child's story: when, with whom, what became of it, its note."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ui.caseload.dated_line import DatedLine, wide_or_tall
from ui.widgets.badge import Badge, BadgeKind
from ui.widgets.button import Button
from ui.widgets.label import label


class SessionLine(DatedLine):
    """``note_wanted`` and ``visit_opened`` carry the session's id; ``told`` stands in between.

    ``is_done`` puts it on a timeline.
    """

    note_wanted = Signal(int)
    visit_opened = Signal(int)

    def __init__(
        self,
        session: ScheduledSession,
        today: date,
        *,
        may_see_notes: bool,
        told: Iterable[QWidget] = (),
        is_done: bool | None = None,
    ) -> None:
        day = day_text(session.starts.date(), today)
        super().__init__(day, is_done=is_done)
        self._session_id = session.id
        self.words.addLayout(self._first_line(session))
        for each in told:
            self.words.addWidget(each)
        self.words.addLayout(self._second_line(session, day, may_see_notes=may_see_notes))

    def _first_line(self, session: ScheduledSession) -> QBoxLayout:
        line = wide_or_tall()
        line.addWidget(label(self._title(session), "body-strong", wrap=True), 1)
        text, kind, icon = state_badge(session)
        if text:
            corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            line.addWidget(Badge(self.tr(text), kind, icon), alignment=corner)
        return line

    def _second_line(
        self, session: ScheduledSession, day: str, *, may_see_notes: bool
    ) -> QBoxLayout:
        line = wide_or_tall()
        place = [clock_text(session.starts), session.room_name or ""]
        words = ", ".join(part for part in place if part)
        line.addWidget(label(words, "small", "text-2", wrap=True), 1)
        if may_see_notes and self._can_have_note(session):
            self.note_button = Button(self._verb(session), "link", size="small")
            self.note_button.setAccessibleName(f"{self._verb(session)}: {day}")
            self.note_button.clicked.connect(self._want_note)
            line.addWidget(self.note_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.open_button = Button(self.tr("Open"), "link", size="small")
        at = f"{day}, {clock_text(session.starts)}"
        self.open_button.setAccessibleName(self.tr("Open the visit: {0}").format(at))
        self.open_button.clicked.connect(self._open)
        line.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignLeft)
        return line

    def _title(self, session: ScheduledSession) -> str:
        called = first_name(session.therapist_name)
        if session.number is None:
            return self.tr("Visit with {0}").format(called)
        return self.tr("Session {0} with {1}").format(session.number, called)

    def _verb(self, session: ScheduledSession) -> str:
        if session.note_id is None:
            return self.tr("Write note")
        return self.tr("Read note") if session.note_signed else self.tr("Continue note")

    def _can_have_note(self, session: ScheduledSession) -> bool:
        return session.status.takes_time and session.starts <= now_local()

    def _open(self) -> None:
        self.visit_opened.emit(self._session_id)

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
