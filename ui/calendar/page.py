"""The calendar: any day and week, by therapist, room or child; visits are moved right here."""

from datetime import date, time, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.day_words import short_day, weekday
from ot_desktop.permissions import Permission
from ot_desktop.programs.board import Block, View
from ot_desktop.scheduling.domain import SeriesKind
from ot_desktop.scheduling.free_slots import FreeSlot
from ot_desktop.scheduling.rearranging import can_change
from ot_desktop.services import Services
from ui.asking import Asker
from ui.calendar.drawer import Drawer
from ui.calendar.head import CalendarHead
from ui.calendar.panes import Panes
from ui.calendar.shown import read_shown
from ui.calendar.week import monday_of
from ui.calendar.week_desk import WeekDesk
from ui.change_bridge import ChangeBridge
from ui.visits.board_facts import Moved
from ui.visits.board_facts import Slot as BoardSlot
from ui.visits.day_block import series_words
from ui.visits.grid_rows import Cell
from ui.visits.hand import Hand, carried_block
from ui.visits.hand_movers import KeyHand, MouseHand
from ui.visits.keyed_page import Act, KeyedPage
from ui.visits.visit_desk import VisitDesk
from ui.widgets.grid_frame import GridFrame
from ui.widgets.notice import Notice

_SIDE, _GAP, _MINUTE_MS = 20, 12, 60_000


class CalendarPage(KeyedPage):
    """``book_wanted`` carries what ``BookPanel.start`` takes by name; ``done`` words and deed."""

    done = Signal(str, object)
    book_wanted = Signal(object)
    visit_opened = Signal(int)
    child_wanted = Signal(int)
    series_wanted = Signal(int)
    print_wanted = Signal(object)

    def __init__(self, services: Services, asker: Asker, changes: ChangeBridge) -> None:
        super().__init__()
        self._services = services
        self._may_book = services.user.may(Permission.BOOK)
        self.day = today()
        self._hidden: dict[View, frozenset[int]] = {}
        self._left_out: frozenset[SeriesKind] = frozenset()
        self.desk = VisitDesk(services, asker, self)
        self.week_desk = WeekDesk(services, self.desk)
        self._build()
        self.hand = Hand(self.grid, self.week_desk, self, is_forced=False)
        self.mouse_hand, self.key_hand = MouseHand(self.hand), KeyHand(self.hand)
        self._connect(changes)
        self._connect_week()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.panes.show_now)
        self._minute.start()
        self.show_day(self.day)

    # What is shown.

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Show a day."""
        self.day = day
        if self.drawer.month.day() != day:
            self.drawer.show_day(day)
        self._reload()

    @Slot()
    def _reload(self) -> None:
        day, view = self.day, self.head.view
        hidden = self._hidden.get(view, frozenset())
        if self.head.is_week:
            monday = monday_of(day)
            last = monday + timedelta(days=6)
            self.head.title.setText(f"{short_day(monday)} – {short_day(last)}")
            shown = read_shown(self._services, monday, last, self._left_out)
            columns = self.panes.show_week(shown, view, monday, hidden)
            self.hand.show_week()
        else:
            self.head.title.setText(f"{weekday(day)}, {short_day(day)}")
            shown = read_shown(self._services, day, day, self._left_out)
            columns = self.panes.show_day(shown, view, day, hidden)
        self.drawer.show_columns(columns if view is not View.CHILD else (), hidden)
        self.head.show_clashes(self.panes.clash_count)

    def take_focus(self) -> None:
        """Put the keyboard on the board."""
        self.panes.take_focus()

    def take_up(self, session_id: int) -> None:
        """Go to a visit and take it up, to be put down elsewhere with the arrows or the mouse."""
        self.head.span_control.choose("day")
        self.show_day(self._services.scheduling.session(session_id).starts.date())
        self.panes.take_up(session_id)

    def flush(self) -> bool:
        """Let go of what is carried."""
        self.board.hand.put_back()
        self.hand.put_back()
        return True

    # Building.

    def _build(self) -> None:
        self.head = CalendarHead()
        self.notice = Notice("danger", "alert-circle")
        self.drawer = Drawer(self._services, self.day)
        self.panes = Panes(self.desk, self.week_desk)
        self.board, self.grid = self.panes.board, self.panes.grid
        frame = GridFrame()
        frame.hold(self.panes)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.drawer)
        row.addWidget(frame, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, _GAP)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _connect(self, changes: ChangeBridge) -> None:
        self.head.stepped.connect(self._step)
        self.head.today_wanted.connect(self._to_today)
        self.head.changed.connect(self._reload)
        self.head.book_wanted.connect(self._book_nothing)
        self.drawer.day_picked.connect(self.show_day)
        self.drawer.hidden_changed.connect(self._hide)
        self.drawer.left_out_changed.connect(self._leave_out)
        self.drawer.find_button.setVisible(self._may_book)
        self.drawer.finder.taken.connect(self._book_slot)
        self.drawer.finder_closed.connect(self.panes.take_focus)
        self.head.clash_wanted.connect(self.panes.go_to_next_clash)
        self.head.book_button.setVisible(self._may_book)
        if self._may_book:
            self.board.let_move(self.desk.judge, self.desk.survey)
            self.board.slot_opened.connect(self._book)
            self.board.moved.connect(self._move)
        self.board.menu_wanted.connect(self._open_menu)
        self.grid.menu_wanted.connect(lambda block, at: self._open_menu(block.session_id, at))
        self.board.refused.connect(self.notice.say)
        self.board.visit_opened.connect(self.visit_opened)
        self.desk.refused.connect(self.notice.say)
        self.desk.done.connect(self._tell)
        changes.saved.connect(self._follow)

    def _connect_week(self) -> None:
        self.grid.opened.connect(self._open_block)
        self.grid.week_wanted.connect(self._step)
        self.hand.week_wanted.connect(self.show_day)
        self.key_hand.weeks_wanted.connect(self._step)
        if self._may_book:
            self.grid.empty_opened.connect(self._book_cell)
            self.grid.picked_up.connect(self._take_up)
            self.hand.ended.connect(self._reload)

    # Going about.

    @Slot(int)
    def _step(self, by: int) -> None:
        self.show_day(self.day + timedelta(days=by * (7 if self.head.is_week else 1)))

    @Slot()
    def _to_today(self) -> None:
        self.show_day(today())

    @Slot(object)
    def _hide(self, hidden: frozenset[int]) -> None:
        self._hidden[self.head.view] = hidden
        self._reload()

    @Slot(object)
    def _leave_out(self, kinds: frozenset[SeriesKind]) -> None:
        self._left_out = kinds
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
    def _book_slot(self, slot: FreeSlot) -> None:
        visit = slot.visit
        self.show_day(visit.day)
        minutes = visit.minutes[1] - visit.minutes[0]
        known = {"therapist_id": visit.therapist_id, "room_id": visit.room_id, "minutes": minutes}
        self.book_wanted.emit({"day": visit.day, "starts": visit.starts.time(), **known})

    @Slot(object)
    def _book(self, slot: BoardSlot) -> None:
        self._ask_for(self.day, slot.from_minute, slot.until_minute - slot.from_minute, slot.column)

    @Slot(object)
    def _book_cell(self, cell: Cell) -> None:
        board, lane = self.grid.board, self.grid.geometry_.lanes[cell.lane]
        if board is not None and board.days[cell.column].closed_for is None:
            day, row = board.days[cell.column].day, lane.rows[cell.row]
            self._ask_for(day, row.minute if row.shows_time else None, None, lane.lane.id)

    def _ask_for(self, day: date, minute: int | None, minutes: int | None, column: int) -> None:
        keys = {View.THERAPIST: "therapist_id", View.ROOM: "room_id", View.CHILD: "child_id"}
        starts = None if minute is None else time(*divmod(minute, 60))
        wish = {"day": day, "starts": starts, "minutes": minutes}
        self.book_wanted.emit({**wish, keys[self.head.view]: column or None})

    @Slot(object)
    def _move(self, to: Moved) -> None:
        self.notice.say("")
        if not self.desk.move(to):
            self._reload()
        self.board.choose(to.session_id)

    @Slot(object)
    def _open_block(self, block: Block) -> None:
        if block.session_id is not None:
            self.visit_opened.emit(block.session_id)

    @Slot(object, bool)
    def _take_up(self, block: Block, by_mouse: bool) -> None:  # noqa: FBT001  (Qt's signal)
        carried = carried_block(0, block)
        self.notice.say("")
        if block.is_history or carried is None:
            words = self.tr("{0}’s session has happened. It stays.")
            self.notice.say(words.format(block.short_name))
        else:
            self.hand.take_up(carried, by_mouse=by_mouse)

    @Slot(int, QPoint)
    def _open_menu(self, session_id: int, at: QPoint) -> None:
        session = self._services.scheduling.session(session_id)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.visit_opened.emit(session_id))
        menu.addAction(self.tr("Open child"), lambda: self.child_wanted.emit(session_id))
        if self._may_book and can_change(session):
            menu.addAction(self.tr("Move") + "\tM", lambda: self.panes.take_up(session_id))
            words = self.tr("This and following…") if series_words(session) else self.tr("Change…")
            menu.addAction(words, lambda: self.series_wanted.emit(session_id))
        day = session.starts.date()
        menu.addAction(self.tr("Print the day…"), lambda: self.print_wanted.emit(day))
        menu.popup(at)

    @Slot(str, object)
    def _tell(self, words: str, deed: object) -> None:
        self.done.emit(words, deed)

    # Keys.

    def own_keys(self) -> dict[str, Act]:
        """Return the keys of the page; what is carried has its own."""
        if self.board.hand.is_full or self.hand.carried is not None:
            return {}
        return {
            "[": partial(self._step, -1),
            "]": partial(self._step, 1),
            "t": self._to_today,
            "d": partial(self.head.span_control.choose, "day"),
            "f": self.drawer.find_slot,
            "w": partial(self.head.span_control.choose, "week"),
        }
