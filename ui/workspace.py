"""What somebody who is signed in works in: sidebar, one screen at a time, status bar."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc, wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission, Role
from ot_desktop.services import Services
from ui.access.role_words import role_words
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.commands import CommandRegistry
from ui.focus import hand_over
from ui.frame.beside import Beside
from ui.frame.booking_rows import BookingRows
from ui.frame.palette import Palette
from ui.frame.screen_list import ScreenList
from ui.frame.shortcuts import ShortcutsDialog
from ui.frame.sidebar import Sidebar
from ui.frame.status_bar import StatusBar
from ui.places import CASELOAD, CHILD, INTENSIVES, PART_OF, TODAY, KeepsTyping, Place
from ui.screens import Screens
from ui.tasks import TaskRunner
from ui.visits.undoing import Deed, Undoing
from ui.widgets.soon import Soon
from ui.widgets.toast import Toast

MINUTE_MS = 60_000
AFTER_FIRST_PAINT_MS = 700
AFTER_ALL_READ_MS = 300
A_WORKING_DAY = timedelta(hours=12)
RUNS_THE_DAY = {Role.FRONT_DESK, Role.OWNER}


class Workspace(QWidget):
    """Goes from place to place, back and forward; every page asks it to."""

    lock_wanted = Signal()
    demo_wanted = Signal()

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        registry: CommandRegistry,
        asker: Asker,
    ) -> None:
        super().__init__()
        self.services = services
        self.registry = registry
        self.asker = asker
        self.changes = ChangeBridge(services.changes, parent=self)
        self._history: list[Place] = []
        self._here = -1
        self._undoing = Undoing()
        self.child_id: int | None = None
        self.is_all_saved = True
        self.stack = QStackedWidget()
        self.screens = Screens(self, services, asker, self.changes, tasks, self.stack)
        self._build()
        self._connect()
        user = services.user
        begins_today = user.role in RUNS_THE_DAY or user.has_own_day
        self.go(Place(TODAY if begins_today else CASELOAD))
        self.refresh_status()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_FIRST_PAINT_MS)
        self._soon.timeout.connect(self._look_for_drafts)
        self._soon.start()
        self._ahead = Soon(self, AFTER_ALL_READ_MS, self._make_ahead)

    def _build(self) -> None:
        clinic = self.services.settings.clinic()
        user = self.services.user
        me = clinic.therapist(user.therapist_id)
        self.sidebar = Sidebar(
            clinic.settings.name, user.name, role_words(user.role), me.color_slot if me else None
        )
        self._screen_list = ScreenList(self.sidebar, self.services, self)
        self.stack.setProperty("ground", "window")
        self.status_bar = StatusBar()
        self.palette_ = Palette(self, self.registry, self.services.caseload.search)
        if user.may(Permission.BOOK):
            desk = self.screens.booking
            self.palette_.offer_booking(BookingRows(self.services, desk.book, desk.tell))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stack, 1)
        self._beside = Beside(row, self.sidebar, self.stack)
        column.addLayout(row, 1)
        column.addWidget(self.status_bar)
        self.toast = Toast(self.stack)
        self.stack.currentChanged.connect(self.toast.raise_)  # the page shown is raised above all

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._go_to_screen)
        self.sidebar.find_wanted.connect(self.find_or_do)
        self.sidebar.lock_wanted.connect(self.lock_wanted)
        self.status_bar.shortcuts_wanted.connect(self.show_shortcuts)
        self.palette_.child_chosen.connect(self.open_child)
        self.changes.saved.connect(self._count)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.refresh_status)
        self._minute.start()
        self.installEventFilter(self)

    # Going from place to place.

    def go(self, place: Place) -> None:
        """Show a place and remember it; a refusal is said and leaves everything as it is."""
        if self._show(place):
            if not self._history or self._history[self._here] != place:
                del self._history[self._here + 1 :]
                self._history.append(place)
            self._here = len(self._history) - 1

    @Slot()
    def back(self) -> None:
        """Go to the place before."""
        self._walk(-1)

    @Slot()
    def forward(self) -> None:
        """Go to the place that ``back`` left."""
        self._walk(+1)

    def _walk(self, steps: int) -> None:
        there = self._here + steps
        if 0 <= there < len(self._history) and self._show(self._history[there]):
            self._here = there

    def take_focus(self) -> None:
        """Give the keyboard to the page that is shown."""
        page = self.stack.currentWidget()
        if page is not None:
            hand_over(page, page.focusWidget())

    def _show(self, place: Place) -> bool:
        self.flush()
        try:
            page = self.screens.page_for(place)
        except ClinicError as error:
            self.toast.show_done(str(error))
            return False
        if place.screen != INTENSIVES:
            self.say_state("")
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        kept = page.focusWidget()
        if not self._beside.has_room_for(page, self.width()):
            self._beside.hide(self.width(), None)
        self.stack.setCurrentWidget(page)
        self.sidebar.show_current(PART_OF.get(place.screen, place.screen))
        if place.screen == CHILD:
            self.child_id = place.subject
        hand_over(page, kept)
        return True

    def show_beside(self, panel: QWidget) -> None:
        """Show a panel at the right of the page; one that needs the width makes way for another."""
        self._beside.take(panel)
        page = self.stack.currentWidget()
        if page is not None and not self._beside.has_room_for(page, self.width()):
            self.go(Place(CASELOAD) if self.child_id is None else Place(CHILD, self.child_id))
        self._beside.show(self.width())

    def hide_beside(self) -> None:
        """Take the panel away; what was typed in it stays for the next time."""
        if self._beside.hide(self.width(), self.focusWidget()):
            self.take_focus()

    @Slot(int)
    def open_child(self, child_id: int) -> None:
        """Show a child's page."""
        self.go(Place(CHILD, child_id))

    @Slot(int)
    def select_child(self, child_id: int) -> None:
        """Remember whom B, N and H are about."""
        self.child_id = child_id

    @Slot(str)
    def _go_to_screen(self, screen: str) -> None:
        self.go(Place(screen))

    @Slot()
    def find_or_do(self) -> None:
        """Open the command palette."""
        self.palette_.open_over(self)

    @Slot()
    def show_shortcuts(self) -> None:
        """Show all shortcuts."""
        ShortcutsDialog(self.registry, self).exec()

    # What was done, and taking it back.

    def say_done(self, sentence: str, undo: object = None) -> None:
        """Say what was done for eight seconds; a ``Deed`` or a callable takes it back on Ctrl Z."""
        deed = undo if isinstance(undo, Deed) else None
        if callable(undo):
            deed = Deed(sentence, undo)
        if deed is not None:
            self._undoing.add(deed)
        then = deed.then if deed is not None else None
        self.toast.show_done(sentence, self.undo if deed is not None else None, then)

    @Slot(str)
    def say_state(self, sentence: str) -> None:
        """Say in the status bar how what is shown stands; nothing takes it back."""
        self.status_bar.show_state(sentence)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last, if it can be."""
        self._turn(self._undoing.undo, self.tr("Taken back: {0}"))

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn(self._undoing.redo, self.tr("Done again: {0}"))

    def _turn(self, turn: Callable[[], Deed | None], words: str) -> None:
        try:
            deed = turn()
        except ClinicError as error:
            self.toast.show_done(str(error))
            return
        if deed is not None:
            self.toast.show_done(words.format(deed.words))

    def flush(self) -> None:
        """Let page and panel keep what was typed, before something else is shown."""
        page = self.stack.currentWidget()
        self.is_all_saved = not isinstance(page, KeepsTyping) or page.flush() is not False
        self._beside.flush()

    def rest(self) -> None:
        """Keep what was typed and stop slow work: the program is locked, left or closed."""
        self.flush()
        self.screens.stop()

    @Slot()
    def refresh_status(self) -> None:
        """Say how old the last backup is."""
        self.status_bar.show_backup(self.services.backup.last(), now_local())

    @Slot()
    def _look_for_drafts(self) -> None:
        """Count my unfinished notes, and say so when a draft of today is among them."""
        self._screen_list.count_all()
        self._ahead.start()
        if not self.services.user.may(Permission.SEE_NOTES):
            return
        mine = [note for note in self.services.notes.unfinished() if note.is_mine]
        self._screen_list.show_notes(len(mine))
        written = [note for note in mine if not note.waits_for]  # the others are signed
        drafts = [(note.saved_at, note.child_name) for note in written if note.saved_at]
        if drafts and (newest := max(drafts))[0] > now_utc() - A_WORKING_DAY:
            at = wall_time(newest[0])
            words = self.tr("Draft of {0} for {1} found. It waits under Session notes.")
            self.say_done(words.format(clock_text(at), newest[1]))

    @Slot()
    def _make_ahead(self) -> None:
        """Make the Book panel before it is first asked for."""
        if self.services.user.may(Permission.BOOK):
            self.screens.booking.panel.ensurePolished()

    @Slot(object)
    def _count(self, topic: Topic) -> None:
        self.status_bar.show_saved(now_local())
        self._screen_list.count(topic)
        if topic is Topic.BACKUP:
            self.refresh_status()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the mouse's own buttons go back and forward."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() == Qt.MouseButton.BackButton:
                self.back()
            elif event.button() == Qt.MouseButton.ForwardButton:
                self.forward()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sidebar as icons on a narrow screen."""
        self._beside.fit(event.size().width())
        super().resizeEvent(event)
