"""The calendar: any day on the board, by therapist, room or child; visits are moved right here."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, today
from ot_desktop.day_words import short_day, weekday
from ot_desktop.permissions import Permission
from ot_desktop.programs.board import View
from ot_desktop.scheduling.domain import ScheduledSession, minute_of
from ot_desktop.scheduling.shading import day_hours
from ot_desktop.services import Services
from ui.asking import Asker
from ui.calendar.columns import blocks_of, columns_of, shown_columns
from ui.calendar.drawer import Drawer
from ui.change_bridge import ChangeBridge
from ui.visits.board import Board
from ui.visits.board_facts import Moved
from ui.visits.board_facts import Slot as BoardSlot
from ui.visits.visit_desk import VisitDesk
from ui.widgets.button import Button, IconButton
from ui.widgets.grid_frame import GridFrame
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.segmented import SegmentedControl

_SIDE, _GAP, _MINUTE_MS = 20, 12, 60_000


class CalendarPage(QWidget):
    """``book_wanted`` carries what ``BookPanel.start`` takes by name; ``done`` words and deed."""

    done = Signal(str, object)
    book_wanted = Signal(object)
    visit_opened = Signal(int)

    def __init__(self, services: Services, asker: Asker, changes: ChangeBridge) -> None:
        super().__init__()
        self._services = services
        self.day = today()
        self._hidden: dict[View, frozenset[int]] = {}
        self._visits: dict[int, ScheduledSession] = {}
        self.desk = VisitDesk(services, asker, self)
        self._build()
        self._connect(changes)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._show_now)
        self._minute.start()
        self.show_day(self.day)

    @property
    def view(self) -> View:
        """What a column is."""
        return View(self.view_control.chosen)

    # What is shown.

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Show a day."""
        self.day = day
        self.title.setText(f"{weekday(day)}, {short_day(day)}")
        if self.drawer.month.day() != day:
            self.drawer.show_day(day)
        self._reload()

    def _reload(self) -> None:
        day, view = self.day, self.view
        scheduling = self._services.scheduling
        visits = scheduling.day_schedule(day)
        clinic = scheduling.clinic_facts(day, day)
        spans = [(minute_of(each.starts), minute_of(each.ends)) for each in visits]
        hours = day_hours(clinic, day, spans)
        columns = columns_of(clinic, visits, view, day, hours)
        hidden = self._hidden.get(view, frozenset())
        shown = shown_columns(columns, hidden)
        self._visits = {each.id: each for each in visits}
        self.drawer.show_columns(columns if view is not View.CHILD else (), hidden)
        self.desk.show_day(visits, view, [each.key for each in shown], hours)
        closed = clinic.closed.get(day)
        words = "" if closed is None else closed or self.tr("Closed")
        self.board.show_board(shown, blocks_of(visits, view), hours, self._now(), words)

    def take_focus(self) -> None:
        """Put the keyboard on the board."""
        self.board.setFocus()

    def take_up(self, session_id: int) -> None:
        """Go to a visit and take it up, to be put down elsewhere with the arrows or the mouse."""
        self.show_day(self._services.scheduling.session(session_id).starts.date())
        self.take_focus()
        block = self.board.current_block() if self.board.choose(session_id) else None
        if block is not None and not block.is_fixed:
            self.board.hand.take_up(block)

    def flush(self) -> bool:
        """Let go of what is carried."""
        self.board.hand.put_back()
        return True

    def _now(self) -> int | None:
        return minute_of(now_local()) if self.day == today() else None

    @Slot()
    def _show_now(self) -> None:
        self.board.show_now_at(self._now())

    # Building.

    def _build(self) -> None:
        self.title = label("", "h1")
        self.before_button = IconButton("chevron-left", self.tr("Day before"), "standard")
        self.today_button = Button(self.tr("Today"))
        self.after_button = IconButton("chevron-right", self.tr("Day after"), "standard")
        self.view_control = SegmentedControl(self.tr("What a column is"), small=True)
        self.view_control.add(View.THERAPIST.value, self.tr("By therapist"))
        self.view_control.add(View.ROOM.value, self.tr("By room"))
        self.view_control.add(View.CHILD.value, self.tr("By child"))
        self.book_button = Button(self.tr("Book"), "primary", icon="plus")
        self.notice = Notice("danger", "alert-circle")
        self.drawer = Drawer(self.day)
        self.board = Board()
        frame = GridFrame()
        frame.hold(self.board)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.drawer)
        row.addWidget(frame, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, _GAP)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.notice)
        column.addLayout(row, 1)
        self.setFocusProxy(self.board)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addSpacing(6)
        for part in (self.before_button, self.today_button, self.after_button):
            head.addWidget(part)
        head.addSpacing(6)
        head.addWidget(self.view_control)
        head.addStretch(1)
        head.addWidget(self.book_button)
        return head

    def _connect(self, changes: ChangeBridge) -> None:
        self.before_button.clicked.connect(self._back)
        self.after_button.clicked.connect(self._on)
        self.today_button.clicked.connect(self._to_today)
        self.view_control.changed.connect(self._reload)
        self.book_button.clicked.connect(self._book_nothing)
        self.drawer.day_picked.connect(self.show_day)
        self.drawer.hidden_changed.connect(self._hide)
        may_book = self._services.user.may(Permission.BOOK)
        self.book_button.setVisible(may_book)
        if may_book:
            self.board.let_move(self.desk.judge, self.desk.survey)
            self.board.slot_opened.connect(self._book)
            self.board.moved.connect(self._move)
        self.board.refused.connect(self.notice.say)
        self.board.visit_opened.connect(self.visit_opened)
        self.desk.refused.connect(self.notice.say)
        self.desk.done.connect(self._tell)
        changes.saved.connect(self._follow)

    # Going about.

    @Slot()
    def _back(self) -> None:
        self.show_day(self.day - timedelta(days=1))

    @Slot()
    def _on(self) -> None:
        self.show_day(self.day + timedelta(days=1))

    @Slot()
    def _to_today(self) -> None:
        self.show_day(today())

    @Slot(object)
    def _hide(self, hidden: frozenset[int]) -> None:
        self._hidden[self.view] = hidden
        self._reload()

    @Slot(object)
    def _follow(self, topic: Topic) -> None:
        if topic in {Topic.SCHEDULE, Topic.CASELOAD, Topic.SETTINGS}:
            self._reload()

    # Booking and moving.

    @Slot()
    def _book_nothing(self) -> None:
        self.book_wanted.emit({"day": self.day})

    @Slot(object)
    def _book(self, slot: BoardSlot) -> None:
        start = (datetime.combine(self.day, time()) + timedelta(minutes=slot.from_minute)).time()
        keys = {View.THERAPIST: "therapist_id", View.ROOM: "room_id", View.CHILD: "child_id"}
        wish = {"day": self.day, "starts": start, "minutes": slot.until_minute - slot.from_minute}
        self.book_wanted.emit({**wish, keys[self.view]: slot.column or None})

    @Slot(object)
    def _move(self, to: Moved) -> None:
        self.notice.say("")
        if not self.desk.move(to):
            self._reload()
        self.board.choose(to.session_id)

    @Slot(str, object)
    def _tell(self, words: str, deed: object) -> None:
        self.done.emit(words, deed)

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Claim the page's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day back or on, or to today."""
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _action(self, event: QEvent) -> Callable[[], object] | None:
        if not isinstance(event, QKeyEvent) or self.board.hand.is_full:
            return None
        keys = {"[": self._back, "]": self._on, "t": self._to_today}
        return keys.get(event.text())
