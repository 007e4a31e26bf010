"""All sessions of one child, the coming ones first."""

from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.scheduling.attending import AttendanceService
from ot_desktop.scheduling.domain import ScheduledSession
from ui.caseload.attendance_card import AttendanceCard
from ui.caseload.series_card import SeriesCard
from ui.caseload.session_line import SessionLine
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label, rule

SHOWN_AT_ONCE = 60
LINES_A_TURN = 12  # of the event loop, so that many are there without being waited for


class SessionsTab(QScrollArea):
    """``papers_wanted`` carries a series' id, the others but ``book_wanted`` a session's."""

    note_wanted = Signal(int)
    visit_opened = Signal(int)
    book_wanted = Signal()
    change_wanted = Signal(int)
    papers_wanted = Signal(int)

    def __init__(self, user: SignedIn, attendance: AttendanceService) -> None:
        super().__init__()
        self._user = user
        self._attendance = attendance
        self._shown = SHOWN_AT_ONCE
        self._sessions: list[ScheduledSession] = []
        self._today = date.min
        self._waiting: list[tuple[Card, ScheduledSession]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._add_lines)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Sessions and notes"))

    def show_sessions(self, sessions: list[ScheduledSession], today: date) -> None:
        """Show another child's sessions, or the same ones after a change."""
        self._sessions, self._today = sessions, today
        self._fill()

    def _fill(self) -> None:
        holder = QWidget()
        holder.setProperty("ground", "window")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.setWidget(holder)
        self._waiting.clear()
        now = now_local()
        coming = [each for each in self._sessions if each.ends > now]
        past = [each for each in reversed(self._sessions) if each.ends <= now]
        if not self._sessions:
            column.addWidget(self._empty())
        if past:
            counted = self._attendance.attendance_of([past[0].child_id])
            column.addWidget(AttendanceCard(counted, self._attendance.policy()))
        series = SeriesCard(self._sessions)
        if series.buttons and self._user.may(Permission.BOOK):
            series.change_wanted.connect(self.change_wanted)
            series.papers_wanted.connect(self.papers_wanted)
            column.addWidget(series)
        for title, group in ((self.tr("To come"), coming), (self.tr("Past"), past)):
            if group:
                card = Card(f"{title} ({len(group)})")
                column.addWidget(card)
                self._waiting += [(card, session) for session in group[: self._shown]]
        if max(len(coming), len(past)) > self._shown:
            more = Button(self.tr("Show more"), "link")
            more.clicked.connect(self._show_more)
            column.addWidget(more)
        column.addStretch(1)
        self._add_lines()

    def _empty(self) -> QWidget:
        may_book = self._user.may(Permission.BOOK)
        empty = EmptyState(
            "calendar-plus",
            self.tr("No sessions yet."),
            self.tr("A whole intensive is booked in one go."),
            action=self.tr("Book") if may_book else "",
        )
        if empty.button is not None:
            empty.button.clicked.connect(self.book_wanted)
        return empty

    @Slot()
    def _add_lines(self) -> None:
        """Show the next sessions, and go on once these are painted."""
        for card, session in self._waiting[:LINES_A_TURN]:
            self._add_line(card, session)
        del self._waiting[:LINES_A_TURN]
        if self._waiting:
            self._next.start()

    def _add_line(self, card: Card, session: ScheduledSession) -> None:
        if card.body.count():
            card.add(rule())
        sees_notes = self._user.may(Permission.SEE_NOTES)
        line = SessionLine(session, self._today, may_see_notes=sees_notes)
        line.note_wanted.connect(self.note_wanted)
        line.visit_opened.connect(self.visit_opened)
        card.add(line)
        if session.override_reason:
            words = self.tr("Booked anyway by {0}: {1}")
            text = words.format(session.override_by or "", session.override_reason)
            card.add(label(text, "small", "warn-text", wrap=True))

    def _show_more(self) -> None:
        self._shown += SHOWN_AT_ONCE
        self._fill()
