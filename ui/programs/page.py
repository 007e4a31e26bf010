"""The intensives: the list of them, or one with its steps."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.services import Services
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.programs.program_frame import ProgramFrame
from ui.programs.program_list import ProgramList
from ui.tasks import TaskRunner

_OURS = frozenset({Topic.PROGRAMS, Topic.SCHEDULE, Topic.CASELOAD, Topic.SETTINGS})


class IntensivesPage(QWidget):
    """``told`` is for the toast, ``state_changed`` for the status bar."""

    told = Signal(str, object)
    state_changed = Signal(str)
    child_opened = Signal(int)

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        asker: Asker,
        changes: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._is_stale = False
        self.setProperty("ground", "window")
        self.stack = QStackedWidget(self)
        self.list = ProgramList(services)
        self.frame = ProgramFrame(services, tasks, asker, self.stack)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        # One reload for all the news of one deed.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._connect(changes)

    def show_intensive(self, program_id: int | None) -> None:
        """Show one intensive; None is the one shown last, the latest, or the empty list."""
        if program_id is None and self.frame.program is not None:
            program_id = self.frame.program.id
        programs = self._services.programs.programs()
        self.list.show_programs(programs)
        if program_id is None and programs:
            program_id = programs[0].id
        if program_id is not None:
            self.frame.show_program(program_id)
        else:
            self.state_changed.emit("")
        self.stack.setCurrentWidget(self.list if program_id is None else self.frame)

    def start_adding(self) -> None:
        """Go to the children and ask for one more."""
        if self.stack.currentWidget() is self.frame:
            self.frame.start_adding()

    def flush(self) -> None:
        """Keep what was typed, before something else is shown."""
        self.frame.flush()

    def stop(self) -> None:
        """Stop slow work: the program is being locked or left."""
        self.frame.stop()

    def take_focus(self) -> None:
        """Put the keyboard where the list or the step begins."""
        if self.stack.currentWidget() is self.list:
            self.list.take_focus()
        else:
            self.frame.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was saved elsewhere meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._reload()

    def _connect(self, changes: ChangeBridge) -> None:
        self._soon.timeout.connect(self._reload)
        self.list.opened.connect(self.show_intensive)
        self.list.begun.connect(self._show_begun)
        self.frame.list_wanted.connect(self._show_list)
        self.frame.told.connect(self.told)
        self.frame.state_changed.connect(self.state_changed)
        self.frame.child_opened.connect(self.child_opened)
        changes.saved.connect(self._reload_if_ours)

    @Slot(int, str)
    def _show_begun(self, program_id: int, words: str) -> None:
        self.show_intensive(program_id)
        self.frame.take_focus()
        self.told.emit(words, None)

    @Slot()
    def _show_list(self) -> None:
        if self.frame.flush():
            self.list.show_programs(self._services.programs.programs())
            self.stack.setCurrentWidget(self.list)
            self.state_changed.emit("")
            self.list.take_focus()

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic is Topic.PROGRAMS:
            self.frame.note_saved()
        if topic in _OURS:
            self._is_stale = True
            if self.isVisible():
                self._soon.start()

    @Slot()
    def _reload(self) -> None:
        self._is_stale = False
        if self.stack.currentWidget() is self.list:
            self.list.show_programs(self._services.programs.programs())
        else:
            self.frame.reload()
