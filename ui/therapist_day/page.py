"""Today for whoever treats: my sessions, the brief of the next child, what waits for me."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, today
from ot_desktop.day.therapist_day import MyVisit, next_up
from ot_desktop.day_words import short_day, weekday
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.services import Services
from ui.change_bridge import ChangeBridge
from ui.theme import theme
from ui.therapist_day.brief_head import BriefHead
from ui.therapist_day.brief_view import BriefView
from ui.therapist_day.visit_list import VisitList
from ui.therapist_day.waiting_cards import WaitingColumn
from ui.visits.keyed_page import Act, KeyedPage
from ui.visits.visit_deeds import VisitDeeds
from ui.visits.visit_moment import Say
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller
from ui.widgets.soon import Soon

_OURS = {Topic.SCHEDULE, Topic.NOTES, Topic.CASELOAD, Topic.MESSAGES, Topic.HOME_PROGRAMS}
_EDGE, _GAP, _BAR, _TICK_MS, _SOON_MS = 20, 14, 10, 30_000, 40
_LEFT, _RIGHT, _MIDDLE = 344, 284, 400


class TherapistDayPage(KeyedPage):
    """Signals carry a visit (``note_wanted``) or a child; ``done`` a sentence and its ``Deed``."""

    done = Signal(str, object)
    note_wanted = Signal(int)
    home_program_wanted = Signal(int)
    child_wanted = Signal(int)
    child_selected = Signal(int)
    call_wanted = Signal(int)
    messages_wanted = Signal(int)
    notes_wanted = Signal()
    caseload_wanted = Signal()
    board_wanted = Signal()

    def __init__(self, services: Services, changes: ChangeBridge) -> None:
        super().__init__()
        self._services = services
        self._desk = services.therapist_desk
        self._deeds = VisitDeeds(services)
        self._visits: tuple[MyVisit, ...] = ()
        self._is_stale = True
        self._is_narrow = False
        self._read_child: int | None = None
        self.setProperty("ground", "window")
        self._build()
        self._connect(changes)
        self._wait = Soon(self, _SOON_MS, self._show_waiting)
        self._brief_soon = Soon(self, 0, self._show_brief)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_standing)

    # What is shown.

    @Slot()
    def reload(self) -> None:
        """Read the day, and show the brief of whoever comes next."""
        self._is_stale, self._day = False, today()
        self._visits = self._desk.visits(self._day)
        self._policy = self._services.attendance.policy()
        self.title.setText(f"{weekday(self._day)}, {short_day(self._day)}")
        self._count()
        self.list.show_visits(self._visits)
        if self.list.current is None:
            chosen = next_up(self._visits, now_local())
            self.list.mark_current(chosen.session.id if chosen else None)
        has_any = bool(self._visits)
        self._list_area.setVisible(has_any)
        self._brief_area.setVisible(has_any)
        self.head.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        self._show_standing()
        self._arrange()
        self._brief_soon.start()
        self._wait.start()

    def _count(self) -> None:
        kept = [each for each in self._visits if each.session.status.takes_time]
        words = self.tr("1 session") if len(kept) == 1 else self.tr("{0} sessions")
        self.count.setText(words.format(len(kept)) if kept else "")

    @Slot()
    def _show_standing(self) -> None:
        if self._day == today():
            self.list.show_standing(self._policy, now_local())
        else:  # the program was left open over night
            self.reload()

    @Slot()
    def _show_brief(self) -> None:
        row = self.list.current
        if row is None:
            self.brief.show_brief(None)
            return
        session = row.mine.session
        brief = self._desk.brief(session, again=session.child_id == self._read_child)
        self._read_child = session.child_id
        self.head.show_child(brief.child, session, today())
        self.brief.show_brief(brief)
        self.child_selected.emit(brief.child.id)

    @Slot()
    def _show_waiting(self) -> None:
        self.side.reload(self._desk, self._visits)

    # Doing.

    def _of_current(self, signal: Callable[[int], object], *, child: bool) -> None:
        row = self.list.current
        if row is not None:
            signal(row.mine.session.child_id if child else row.mine.session.id)

    @Slot()
    def _write_note(self) -> None:
        self._of_current(self.note_wanted.emit, child=False)

    @Slot()
    def _make_program(self) -> None:
        self._of_current(self.home_program_wanted.emit, child=True)

    @Slot()
    def _open_child(self) -> None:
        self._of_current(self.child_wanted.emit, child=True)

    @Slot()
    def _log_call(self) -> None:
        self._of_current(self.call_wanted.emit, child=True)

    @Slot()
    def _check_in(self) -> None:
        row = self.list.current
        if row is None or not self.head.arrive_button.isEnabled():
            return
        session = row.mine.session
        is_here = session.status is SessionStatus.ARRIVED
        words = self.tr("{0} is not here after all") if is_here else self.tr("{0} checked in")
        try:
            deed = self._deeds.say(session, Say.NOT_HERE if is_here else Say.CHECK_IN)
        except ClinicError as error:
            self.notice.say(str(error))
        else:
            self.notice.say("")
            self.done.emit(words.format(session.child_name), deed)

    def _read_brief(self) -> None:
        """Put the keyboard on the brief, or back on the list."""
        area = self.list if self._brief_area.hasFocus() else self._brief_area
        area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Building.

    def _build(self) -> None:
        self.title, self.count = label("", "h1"), label("", "small", "text-2")
        self.board_button = Button(self.tr("Everybody’s day"), icon="columns", keys="V")
        self.notice = Notice("danger", "alert-circle")
        self.list, self.brief = VisitList(), BriefView()
        self.head = BriefHead(self._services.user)
        self.side = WaitingColumn()
        self.nothing = EmptyState("calendar", self.tr("No sessions for you today."))
        top = QHBoxLayout()
        top.setSpacing(12)
        for part in (self.title, self.count):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.board_button)
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 10, _EDGE, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addLayout(self._row, 1)
        self._build_columns()

    def _build_columns(self) -> None:
        self._list_area = scroller(self.list)
        self._row.addWidget(self._list_area)
        inside = QWidget()
        inside.setProperty("ground", "window")
        self._middle = QVBoxLayout(inside)
        self._middle.setContentsMargins(0, 0, _BAR, 0)
        self._middle.setSpacing(12)
        for part in (self.head, self.brief):
            self._middle.addWidget(part)
        self._middle.addStretch(1)
        self._brief_area = scroller(inside, name=self.tr("Brief"))
        self._row.addWidget(self._brief_area, 1)
        self._row.addWidget(self.nothing, 1)
        self.nothing.hide()
        self._side_area = scroller(self.side)
        self._row.addWidget(self._side_area)
        self._fit()

    def _connect(self, changes: ChangeBridge) -> None:
        self.list.chosen.connect(self._brief_soon_start)
        self.list.opened.connect(self.note_wanted)
        self.head.note_button.clicked.connect(self._write_note)
        self.head.arrive_button.clicked.connect(self._check_in)
        self.head.program_button.clicked.connect(self._make_program)
        self.head.child_button.clicked.connect(self._open_child)
        self.board_button.clicked.connect(self.board_wanted)
        self.side.unfinished.note_wanted.connect(self.note_wanted)
        self.side.unfinished.all_wanted.connect(self.notes_wanted)
        self.side.messages.child_wanted.connect(self.messages_wanted)
        self.side.messages.all_wanted.connect(partial(self.messages_wanted.emit, 0))
        self.side.programs.all_wanted.connect(self.caseload_wanted)
        self.side.programs.program_wanted.connect(self.home_program_wanted)
        theme().changed.connect(self._fit)
        changes.saved.connect(self._follow)

    @Slot()
    def _brief_soon_start(self) -> None:
        self._brief_soon.start()

    @Slot()
    def _fit(self) -> None:
        self._list_area.setFixedWidth(theme().px(_LEFT))
        self._side_area.setFixedWidth(theme().px(_RIGHT))
        self._arrange()

    def _arrange(self) -> None:
        """Put what waits under the brief where three columns have no room."""
        needed = theme().px(_LEFT + _RIGHT + _MIDDLE) + 2 * (_EDGE + _GAP)
        narrow = self.width() < needed and bool(self._visits)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        if narrow:
            self._side_area.takeWidget()
            self._middle.insertWidget(2, self.side)
            self.side.show()
        else:
            self._middle.removeWidget(self.side)
            self._side_area.setWidget(self.side)
        self._side_area.setVisible(not narrow)

    # Going about.

    @Slot(object)
    def _follow(self, topic: Topic) -> None:
        self._is_stale |= topic in _OURS
        if self._is_stale and self.isVisible():
            self.reload()

    def take_focus(self) -> None:
        """Put the keyboard on the sessions."""
        (self.list if self._visits else self.board_button).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while the page was away."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()
        self._show_standing()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        super().hideEvent(event)
        self._tick.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up a column where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def own_keys(self) -> dict[str, Act]:
        """Return the keys of the page; without a session N, H and L are those of every page."""
        keys: dict[str, Act] = {"v": self.board_wanted.emit}
        if self.list.current is not None:
            keys |= {
                "j": partial(self.list.step, 1),
                "k": partial(self.list.step, -1),
                " ": self._read_brief,
                "n": self._write_note,
                "h": self._make_program,
                "c": self._check_in,
                "l": self._log_call,
            }
        return keys
