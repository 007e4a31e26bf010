"""Today: the board of a day with who is here, late and next; one click checks a family in."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, today
from ot_desktop.day.domain import DayVisit, Need, Stands
from ot_desktop.day_words import long_day, short_day, weekday
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import SessionStatus, minute_of
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.shading import day_hours
from ot_desktop.services import Services
from ui.change_bridge import ChangeBridge
from ui.today.head import TodayHead
from ui.today.side_cards import SideCards
from ui.visits.board import Board
from ui.visits.board_facts import Action, Block
from ui.visits.columns import beside_of, columns_of, key_of
from ui.visits.day_block import day_block
from ui.visits.undoing import Deed
from ui.widgets.grid_frame import GridFrame
from ui.widgets.label import label
from ui.widgets.notice import Notice

_SIDE, _GAP, _SIDE_WIDTH, _TICK_MS, _NEXT, _LOOK_AHEAD = 20, 12, 324, 30_000, 4, 14
_OURS = {Topic.SCHEDULE, Topic.CASELOAD, Topic.SETTINGS, Topic.WAITLIST, Topic.MESSAGES}


class TodayPage(QWidget):
    """``done`` carries what was done and the ``Deed``; ``need_wanted`` a ``Need``."""

    done = Signal(str, object)
    book_wanted = Signal(object)
    visit_opened = Signal(int)
    need_wanted = Signal(object)

    def __init__(self, services: Services, changes: ChangeBridge) -> None:
        super().__init__()
        self._services = services
        self._may_act = services.user.may(Permission.RUN_DAY)
        self.day = today()
        self._visits: tuple[DayVisit, ...] = ()
        self._clinic: ClinicFacts | None = None
        self._build()
        self._connect(changes)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show)
        self.reload()

    # What is shown.

    @Slot()
    def reload(self) -> None:
        """Read the day and what needs somebody."""
        self._clinic = self._services.scheduling.clinic_facts(
            self.day, self.day + timedelta(days=_LOOK_AHEAD)
        )
        self._policy = self._services.attendance.policy()
        self._visits = self._services.day.visits(self.day, self.day)
        self.side.needs.show_needs(self._services.day.needs())
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the day as it stands now; nothing is read."""
        now = now_local()
        stands = {each.session.id: each.stands(self._policy, now) for each in self._visits}
        self.head.title.setText(f"{weekday(self.day)}, {short_day(self.day)}")
        self.head.show_counts(Counter(stands.values()))
        self._show_board(stands, now)
        is_today = self.day == now.date()
        late = [each for each in self._visits if stands[each.session.id] is Stands.LATE]
        self.side.late.show_late(late, now, may_act=self._may_act)
        coming = [
            each
            for each in self._visits
            if stands[each.session.id] is Stands.BOOKED and each.session.starts > now
        ]
        if not is_today:
            coming = [e for e in coming if e.session.status is SessionStatus.PLANNED]
        words = self.tr("Check in") if is_today else self.tr("Confirm")
        self.side.next.title.setText(
            self.tr("Arriving next") if is_today else self.tr("To confirm")
        )
        self.side.next.setVisible(self.day >= now.date())
        self.side.next.show_next(coming[:_NEXT], words if self._may_act else "")

    def _show_board(self, stands: dict[int, Stands], now: datetime) -> None:
        if self._clinic is None:
            return
        view, chosen = self.head.view, self.head.filter
        sessions = [each.session for each in self._visits]
        spans = [(minute_of(each.starts), minute_of(each.ends)) for each in sessions]
        hours = day_hours(self._clinic, self.day, spans)
        columns = columns_of(self._clinic, sessions, view, self.day, hours)
        shown = [e for e in self._visits if chosen in {None, stands[e.session.id]}]
        blocks: list[Block] = [
            day_block(
                each,
                key_of(each.session, view),
                beside_of(each.session, view),
                self._policy,
                now,
                self._action(each, now),
            )
            for each in shown
        ]
        minute = minute_of(now) if self.day == now.date() else None
        self.board.show_board(columns, blocks, hours, minute, self._closed_words())
        empty_words = self._empty_words(now)
        self.empty_label.setText(empty_words)
        self.stack.setCurrentWidget(self.empty_label if empty_words else self.board)

    def _closed_words(self) -> str:
        closed = self._clinic.closed.get(self.day) if self._clinic is not None else None
        return "" if closed is None else closed or self.tr("Closed")

    def _empty_words(self, now: datetime) -> str:
        """Return what stands in place of the board of a day without visits and opening hours."""
        clinic = self._clinic
        if self._visits or clinic is None or clinic.hours.get(self.day.weekday()):
            return ""
        words = self.tr("No visits on {0}.").format(long_day(self.day, now.date()))
        working = self._next_working_day()
        if working is None:
            return words
        return self.tr("{0} Next working day is {1}.").format(words, weekday(working))

    def _next_working_day(self) -> date | None:
        clinic = self._clinic
        days = (self.day + timedelta(days=ahead) for ahead in range(1, _LOOK_AHEAD))
        return next(
            (
                each
                for each in days
                if clinic and clinic.hours.get(each.weekday()) and each not in clinic.closed
            ),
            None,
        )

    def _action(self, visit: DayVisit, now: datetime) -> Action | None:
        status = visit.session.status
        if not self._may_act or self.day != now.date() or visit.left_at is not None:
            return None
        if status is SessionStatus.ARRIVED:
            return Action("check", self.tr("Take back the check-in"), is_on=True)
        return Action("user-check", self.tr("Check in")) if status.is_open else None

    # Doing.

    @Slot(int)
    def check_in(self, session_id: int) -> None:
        """Check a family in, or take the check-in back; confirm a visit of a later day."""
        visit = next((e for e in self._visits if e.session.id == session_id), None)
        if visit is None:
            return
        attendance, name = self._services.attendance, visit.session.child_name
        here = partial(attendance.check_in, session_id)
        gone = partial(attendance.take_back_check_in, session_id)
        if visit.session.status is SessionStatus.ARRIVED:
            self._do(self.tr("{0} is not here after all").format(name), gone, here)
        elif self.day > today():
            self._do(self.tr("{0} confirmed").format(name), partial(attendance.confirm, session_id))
        else:
            self._do(self.tr("{0} checked in").format(name), here, gone)

    def _do(
        self, words: str, act: Callable[[], object], back: Callable[[], object] | None = None
    ) -> None:
        try:
            act()
        except ClinicError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        self.done.emit(words, Deed(words, back, act) if back is not None else None)

    def _check_in_next(self) -> None:
        now = now_local()
        waiting = [
            each for each in self._visits if each.session.status.is_open and each.session.ends > now
        ]
        if waiting and self._may_act and self.day == now.date():
            self.check_in(waiting[0].session.id)

    # Building.

    def _build(self) -> None:
        self.head = TodayHead()
        self.notice = Notice("danger", "alert-circle")
        self.board = Board()
        self.side = SideCards()
        self.side.setFixedWidth(_SIDE_WIDTH)
        self.empty_label = label("", "h3", "text-2", wrap=True)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.empty_label)
        frame = GridFrame()
        frame.hold(self.stack)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(frame, 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, _GAP)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _connect(self, changes: ChangeBridge) -> None:
        self.head.stepped.connect(self._step)
        self.head.today_wanted.connect(self._to_today)
        self.head.changed.connect(self._show)
        self.head.book_wanted.connect(self._book)
        self.head.book_button.setEnabled(self._services.user.may(Permission.BOOK))
        self.board.action_wanted.connect(self.check_in)
        self.board.visit_opened.connect(self.visit_opened)
        self.side.late.arrived.connect(self.check_in)
        self.side.next.check_in_wanted.connect(self.check_in)
        self.side.needs.wanted.connect(self._want)
        changes.saved.connect(self._follow)

    @Slot()
    def _book(self) -> None:
        self.book_wanted.emit({"day": self.day})

    @Slot(object)
    def _want(self, need: Need) -> None:
        self.need_wanted.emit(need)

    @Slot(object)
    def _follow(self, topic: Topic) -> None:
        if topic in _OURS:
            self.reload()

    # Going about.

    def take_focus(self) -> None:
        """Put the keyboard on the board."""
        is_empty = self.stack.currentWidget() is not self.board
        (self.head.after_button if is_empty else self.board).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Move the line of now while the page is seen."""
        super().showEvent(event)
        self._show()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        super().hideEvent(event)
        self._tick.stop()

    @Slot(int)
    def _step(self, by: int) -> None:
        self.day += timedelta(days=by)
        self.reload()

    @Slot()
    def _to_today(self) -> None:
        self.day = today()
        self.reload()

    def event(self, event: QEvent) -> bool:
        """Claim the page's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day back or on or to today; check in who comes next."""
        action = self._key(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _key(self, event: QEvent) -> Callable[[], object] | None:
        if not isinstance(event, QKeyEvent):
            return None
        keys: dict[str, Callable[[], object]] = {
            "[": partial(self._step, -1),
            "]": partial(self._step, 1),
            "t": self._to_today,
            "c": self._check_in_next,
        }
        return keys.get(event.text())
