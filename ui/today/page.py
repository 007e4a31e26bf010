"""Today: the board of a day with who is here, late and next; one click checks a family in."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, today
from ot_desktop.day.domain import Need
from ot_desktop.day_words import short_day, weekday
from ot_desktop.permissions import Permission, Role
from ot_desktop.programs.board import View
from ot_desktop.services import Services
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.today.day_stack import DayStack, offer_of
from ui.today.deeds import VisitDeeds
from ui.today.figures import Figure
from ui.today.head import TodayHead
from ui.today.needs_reader import NeedsReader
from ui.today.shown_day import LOOK_AHEAD, ShownDay
from ui.today.side_cards import SideCards
from ui.today.tiles import Tiles
from ui.visits.allergy_dialog import ask_allergies
from ui.visits.board_facts import Slot as BoardSlot
from ui.visits.keyed_page import Act, KeyedPage
from ui.widgets.grid_frame import GridFrame
from ui.widgets.notice import Notice

_SIDE, _GAP, _SIDE_WIDTH, _TICK_MS = 20, 12, 324, 30_000
_A_MINUTE = timedelta(minutes=1)
_OURS = {Topic.SCHEDULE, Topic.CASELOAD, Topic.SETTINGS}
_NEEDS = {
    *(Topic.SCHEDULE, Topic.CASELOAD, Topic.WAITLIST, Topic.MESSAGES),
    *(Topic.NOTES, Topic.HOME_PROGRAMS, Topic.BACKUP),
}


class TodayPage(KeyedPage):
    """``done`` carries what was done and the ``Deed``; ``need_wanted`` a ``Need``.

    ``book_wanted`` carries what ``BookPanel.start`` takes by name, ``call_wanted`` a child,
    ``papers_wanted`` a day and ``figure_wanted`` a ``Figure``.
    """

    done = Signal(str, object)
    book_wanted = Signal(object)
    visit_opened = Signal(int)
    need_wanted = Signal(object)
    call_wanted = Signal(int)
    papers_wanted = Signal(object)
    sheet_wanted = Signal(int)
    figure_wanted = Signal(object)

    def __init__(self, services: Services, asker: Asker, changes: ChangeBridge) -> None:
        super().__init__()
        self._services, self._asker = services, asker
        self._may_act = services.user.may(Permission.RUN_DAY)
        self._may_log = services.user.may(Permission.LOG_MESSAGE)
        self.day = today()
        self._needs: tuple[Need, ...] = ()
        self.tiles: Tiles | None = None
        self.deeds = VisitDeeds(services.attendance, self)
        self.needs_reader = NeedsReader(services.day, self)
        self._build()
        self._connect(changes)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show)
        self._is_stale = self._are_needs_stale = True

    # What is shown.

    @Slot()
    def reload(self) -> None:
        """Read the day."""
        self._is_stale = False
        self._shown = ShownDay(
            self.day,
            self._services.day.visits(self.day, self.day),
            self._services.scheduling.clinic_facts(self.day, self.day + timedelta(days=LOOK_AHEAD)),
            self._services.attendance.policy(),
        )
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the day as it stands now; nothing is read."""
        if self.stack.is_carrying:
            return
        now, shown = now_local(), self._shown
        stands = shown.stands(now)
        self.head.title.setText(f"{weekday(self.day)}, {short_day(self.day)}")
        self.head.show_counts(Counter(stands.values()))
        view, chosen = self.head.view, self.head.filter
        show = self.stack.show_list if self.head.is_list else self.stack.show_board
        show(shown, now, view, chosen, self._offers())
        self._fit_cards()
        self._shown_at = now
        self.side.show_day(shown, now, may_act=self._may_act, may_log=self._may_log)

    def _offers(self) -> dict[tuple[int, datetime], Need]:
        opened = ((need, need.opened.time) for need in self._needs if need.opened is not None)
        return {(time_.therapist_id, time_.starts): need for need, time_ in opened}

    @Slot(object)
    def _show_needs(self, needs: tuple[Need, ...]) -> None:
        self._are_needs_stale = False
        self.side.needs.show_needs(needs)
        if needs != self._needs:
            self._needs = needs
            self._show()

    # Doing.

    @Slot(int)
    def check_in(self, session_id: int) -> None:
        """Press the one button of a visit: check in, take it back, confirm, or offer its time."""
        visit = self._shown.visit(session_id)
        if visit is None:
            return
        offer = offer_of(visit, self._offers())
        if offer is not None:
            self.need_wanted.emit(offer)
        else:
            self.deeds.check_in(visit)

    @Slot(int, object)
    def _ask_allergies(self, child_id: int, then: Callable[[], object]) -> None:
        ask_allergies(self._services, child_id, then, self)

    @Slot(int)
    def _miss(self, session_id: int) -> None:
        visit = self._shown.visit(session_id)
        if visit is not None:
            self.deeds.no_show(visit)

    def _check_in_next(self) -> None:
        now = now_local()
        waiting = [
            each
            for each in self._shown.visits
            if each.session.status.is_open and each.session.ends > now
        ]
        if waiting and self._may_act and self.day == now.date():
            self.check_in(waiting[0].session.id)

    def _log_call(self) -> None:
        session_id = self.stack.current_visit()
        visit = self._shown.visit(session_id) if session_id is not None else None
        if visit is not None and self._may_log:
            self.call_wanted.emit(visit.session.child_id)

    @Slot()
    def _book(self) -> None:
        self.book_wanted.emit({"day": self.day})

    @Slot(object)
    def _book_slot(self, slot: BoardSlot) -> None:
        key = {View.THERAPIST: "therapist_id", View.ROOM: "room_id"}[self.head.view]
        starts, minutes = slot.from_minute, slot.until_minute - slot.from_minute
        wish = {"day": self.day, "starts": time(*divmod(starts, 60)), "minutes": minutes}
        self.book_wanted.emit({**wish, key: slot.column or None})

    @Slot(object)
    def _open_figure(self, figure: Figure) -> None:
        if figure is Figure.VISITS:
            self.head.list_all()
            self.take_focus()
        else:
            self.figure_wanted.emit(figure)

    # Building.

    def _build(self) -> None:
        self.head = TodayHead()
        self.notice = Notice("danger", "alert-circle")
        self.stack = DayStack(self._services, self._asker)
        self.board = self.stack.board
        self.side = SideCards()
        self.side.setFixedWidth(_SIDE_WIDTH)
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
        if self._services.user.role is Role.OWNER:
            self.tiles = Tiles(self._services)
            self.tiles.wanted.connect(self._open_figure)
            column.addWidget(self.tiles)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _connect(self, changes: ChangeBridge) -> None:
        self.head.stepped.connect(self._step)
        self.head.today_wanted.connect(self._to_today)
        self.head.changed.connect(self._show)
        self.head.book_wanted.connect(self._book)
        self.side.late.arrived.connect(self.check_in)
        self.side.next.check_in_wanted.connect(self.check_in)
        self.side.needs.wanted.connect(self.need_wanted)
        self.side.late.call_wanted.connect(self.call_wanted)
        self.side.late.missed.connect(self._miss)
        self.side.left_empty.connect(self.take_focus)
        self.deeds.done.connect(self.done)
        self.deeds.sheet_wanted.connect(self.sheet_wanted)
        self.deeds.refused.connect(self.notice.say)
        self.deeds.allergies_wanted.connect(self._ask_allergies)
        self.stack.action_wanted.connect(self.check_in)
        self.stack.visit_opened.connect(self.visit_opened)
        self.stack.slot_opened.connect(self._book_slot)
        self.stack.done.connect(self.done)
        self.stack.refused.connect(self.notice.say)
        self.head.keys.setVisible(self._may_act)
        self.head.book_button.setEnabled(self._services.user.may(Permission.BOOK))
        self.head.papers_wanted.connect(lambda: self.papers_wanted.emit(self.day))
        self.needs_reader.read.connect(self._show_needs)
        changes.saved.connect(self._follow)

    @Slot(object)
    def _follow(self, topic: Topic) -> None:
        self._is_stale |= topic in _OURS
        self._are_needs_stale |= topic in _NEEDS
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Read what changed; what needs somebody follows once the rest is painted."""
        if self._is_stale:
            self.reload()
        if self._are_needs_stale:
            self.needs_reader.start()
        if self.tiles is not None:
            self.tiles.reload()

    # Going about.

    @Slot()
    def take_focus(self) -> None:
        """Put the keyboard on the day."""
        (self.stack.main_part() or self.head.after_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the board the cards' room rather than let it scroll sideways beside a panel."""
        super().resizeEvent(event)
        self._fit_cards()

    def _fit_cards(self) -> None:
        room = self.width() - 2 * _SIDE - _GAP - _SIDE_WIDTH
        self.side.setVisible(room >= self.board.plan.least_width)

    def showEvent(self, event: QShowEvent) -> None:
        """Move the line of now while the page is seen."""
        super().showEvent(event)
        self._catch_up()
        if now_local() - self._shown_at > _A_MINUTE:
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

    def own_keys(self) -> dict[str, Act]:
        """Return the keys of the page; what is carried has its own."""
        if self.stack.is_carrying:
            return {}
        return {
            "[": partial(self._step, -1),
            "]": partial(self._step, 1),
            "t": self._to_today,
            "c": self._check_in_next,
            "l": self._log_call,
            "r": self.head.turn_view,
            "v": self.head.turn_kind,
        }
