"""From installer to first visit: five short steps that found a clinic."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ot_desktop.access.founding import Cost
from ot_desktop.access.set_up import SetUp
from ot_desktop.paths import ClinicFolder
from ui.access.brand_panel import Brand, Fact, LeftPanel
from ui.access.children_step import ChildrenStep
from ui.access.clinic_step import ClinicStep
from ui.access.data_step import DataStep
from ui.access.people_step import PeopleStep
from ui.access.rooms_step import RoomsStep
from ui.access.sheet_output import SheetOutput
from ui.access.step import Step
from ui.access.step_list import StepList
from ui.access.text_size_keys import changed_text_size
from ui.asking import Asker
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.scrolling import smooth
from ui.widgets.shortcut import FINISH, bind

_SIDE, _COLUMN = 260, 640
_LEFT, _RIGHT, _SCROLL_BAR = 56, 40, 16


class _SidePanel(LeftPanel):
    """The left: brand, steps, and the promise."""

    def __init__(self, steps: StepList) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 20, 20)
        column.setSpacing(0)
        column.addWidget(Brand(36))
        column.addSpacing(28)
        column.addWidget(steps)
        column.addStretch(1)
        column.addWidget(Fact("lock", self.tr("Data file is encrypted")))


class FirstRunPage(QWidget):
    """``ready`` carries the ``SignedIn`` owner of the new, open clinic.

    ``import_wanted`` and ``add_child_wanted`` come after ``ready``; ``demo_wanted`` comes alone.
    ``folder_chosen`` carries a folder that holds a clinic already.
    """

    ready = Signal(object)
    folder_chosen = Signal(object)
    import_wanted = Signal()
    add_child_wanted = Signal()
    demo_wanted = Signal()

    def __init__(
        self,
        folder: ClinicFolder,
        runner: TaskRunner,
        asker: Asker,
        cost: Cost | None = None,
        output: SheetOutput | None = None,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "window")
        self.setAccessibleName(self.tr("Set up your clinic"))
        paper = output or SheetOutput(self, asker)
        self.data_step = DataStep(folder, runner, asker, paper, cost)
        self.clinic_step = ClinicStep()
        self.people_step = PeopleStep(runner)
        self.rooms_step = RoomsStep()
        self.children_step = ChildrenStep()
        self.steps: tuple[Step, ...] = (
            self.data_step,
            self.clinic_step,
            self.people_step,
            self.rooms_step,
            self.children_step,
        )
        self._place = 0
        self._done: set[int] = set()
        self._founded: SetUp | None = None
        self._key_is_safe = False
        self._reveal = QTimer(self, singleShot=True, interval=0)  # once problems are laid out
        self._reveal.timeout.connect(self._show_focus)
        self._build()
        self._connect()
        self.go_to(0)

    @property
    def place(self) -> int:
        """Which step is shown, from 0."""
        return self._place

    @property
    def folder(self) -> ClinicFolder:
        """Where the clinic was founded; the person may have chosen another folder."""
        return self.data_step.folder

    @Slot(int)
    def go_to(self, place: int) -> None:
        """Show a step; before the recovery key is confirmed only the first."""
        if place > 0 and not self._key_is_safe:
            return
        self._place = place
        for number, step in enumerate(self.steps):
            step.setVisible(number == place)
        self.back_button.setVisible(place > 1)
        self.skip_button.setVisible(0 < place < len(self.steps) - 1)
        self.next_button.setText(self.steps[place].next_words())
        self.step_list.show_progress(place, self._done, founded=self._key_is_safe)
        self._scroller.verticalScrollBar().setValue(0)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard into the step."""
        self.steps[self._place].take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the text size with Ctrl and +, − or 0."""
        if not changed_text_size(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep fields within the window where text is large."""
        super().resizeEvent(event)
        self._fit()

    # Building.

    def _build(self) -> None:
        names = (
            self.tr("Data and owner"),
            self.tr("Clinic and hours"),
            self.tr("You and colleagues"),
            self.tr("Rooms"),
            self.tr("Children"),
        )
        self.step_list = StepList(names)
        self.back_button = Button(self.tr("Back"), icon="arrow-left", size="large")
        self.skip_button = Button(self.tr("Skip this step"), "link", size="large")
        self.next_button = Button("", "primary", keys="Ctrl Enter", size="large")
        self._side = _SidePanel(self.step_list)
        self._column = QWidget()
        self._scroller = QScrollArea()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._fill_scroller(), 1)
        right.addWidget(self._bar())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)
        self._fit()

    def _fill_scroller(self) -> QScrollArea:
        inside = QVBoxLayout(self._column)
        inside.setContentsMargins(0, 0, 0, 0)
        for step in self.steps:
            inside.addWidget(step)
        ground = QWidget()
        ground.setProperty("ground", "clear")
        line = QHBoxLayout(ground)
        line.setContentsMargins(_LEFT, 44, _RIGHT, 24)
        line.addWidget(self._column, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        smooth(self._scroller)
        self._scroller.setWidget(ground)
        return self._scroller

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setProperty("ground", "sidebar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_LEFT, 10, _RIGHT, 10)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        return bar

    def _connect(self) -> None:
        theme().changed.connect(self._fit)
        self.step_list.wanted.connect(self.go_to)
        self.back_button.clicked.connect(self._back)
        self.skip_button.clicked.connect(self._go_on)
        self.next_button.clicked.connect(self._save)
        for step in self.steps:
            step.saved.connect(self._keep)
            step.busy.connect(self._show_busy)
        self.data_step.founded.connect(self._take_clinic)
        self.data_step.open_wanted.connect(self.folder_chosen)
        self.children_step.import_chosen.connect(self._finish_with_import)
        self.children_step.add_chosen.connect(self._finish_with_child)
        self.children_step.demo_chosen.connect(self.demo_wanted)
        bind(self, FINISH, self._save)
        for number, button in enumerate(self.step_list.buttons, start=1):
            bind(self, f"Alt+{number}", button.click)

    @Slot()
    def _fit(self) -> None:
        self._side.setFixedWidth(theme().px(_SIDE))
        room = self.width() - self._side.width() - _LEFT - _RIGHT - _SCROLL_BAR
        self._column.setFixedWidth(max(320, min(theme().px(_COLUMN), room)))

    # Going on.

    @Slot()
    def _save(self) -> None:
        if self.next_button.isEnabled():
            self.steps[self._place].save()
            self._reveal.start()

    @Slot()
    def _show_focus(self) -> None:
        part = self.focusWidget()
        if part is not None and self._column.isAncestorOf(part):
            self._scroller.ensureWidgetVisible(part, 0, 80)

    @Slot(object)
    def _take_clinic(self, set_up: SetUp) -> None:
        self._founded = set_up
        for step in self.steps:
            step.set_up = set_up
        self.next_button.setText(self.data_step.next_words())

    @Slot()
    def _keep(self) -> None:
        self._done.add(self._place)
        self._key_is_safe = True
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        if self._place + 1 < len(self.steps):
            self.go_to(self._place + 1)
        else:
            self._finish()

    @Slot()
    def _back(self) -> None:
        self.go_to(self._place - 1)

    @Slot(str)
    def _show_busy(self, words: str) -> None:
        for button in (self.next_button, self.skip_button, self.back_button):
            button.setEnabled(not words)
        self.steps[self._place].setEnabled(not words)
        self.next_button.setText(words or self.steps[self._place].next_words())

    def _finish(self) -> bool:
        if self.people_step.reminded_of_unsaved():
            self.go_to(self.steps.index(self.people_step))
        elif self._founded is not None:
            self.ready.emit(self._founded.owner)
            return True
        return False

    @Slot()
    def _finish_with_import(self) -> None:
        if self._finish():
            self.import_wanted.emit()

    @Slot()
    def _finish_with_child(self) -> None:
        if self._finish():
            self.add_child_wanted.emit()
