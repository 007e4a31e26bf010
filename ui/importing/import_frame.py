"""Head with the steps, room for one step, foot with Back and Next, and the keys that walk."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.importing.steps_head import StepsHead
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label
from ui.widgets.progress_card import ProgressCard
from ui.widgets.shortcut import FINISH, bind

_ALT = Qt.KeyboardModifier.AltModifier
_WALKS = {
    QKeyCombination(_ALT, Qt.Key.Key_Left): -1,
    QKeyCombination(_ALT, Qt.Key.Key_Right): 1,
}


class ImportFrame(QWidget):
    """Knows how steps look and are walked; what they hold is the page's business."""

    next_wanted = Signal()
    back_wanted = Signal()
    problem_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        self.progress_card = ProgressCard(self.tr("Checking the rows"))
        self.progress_card.hide()
        column.addWidget(self.progress_card)
        column.addLayout(self._foot())
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        bind(self, FINISH, self.next_wanted.emit)
        bind(self, "F8", self.problem_wanted.emit)

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self.stack.currentIndex()

    def may_walk(self) -> bool:
        """Say whether the steps can be walked at all."""
        return True

    def event(self, event: QEvent) -> bool:
        """Walk the steps with Alt and the arrow keys, before the window goes back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            walk = _WALKS.get(event.keyCombination(), 0)
            if walk and self.may_walk() and 0 <= self.step + walk < self.stack.count():
                event.accept()
                QTimer.singleShot(0, self, self._forward if walk > 0 else self.back_wanted.emit)
                return True
        return super().event(event)

    @Slot()
    def _forward(self) -> None:
        if self.next_button.isEnabled():
            self.next_wanted.emit()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(label(self.tr("Import children"), "h1"))
        names = [self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Import")]
        self.steps_head = StepsHead(names)
        row.addWidget(self.steps_head)
        row.addStretch(1)
        self.close_button = IconButton("x", self.tr("Close the import; it waits for you here"))
        row.addWidget(self.close_button)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.hint_label = label("", "small", "text-2", wrap=True)
        row.addWidget(self.hint_label, 1)
        self.back_button = Button(self.tr("Back"), icon="arrow-left")
        self.back_button.setToolTip(self.tr("Alt and left arrow"))
        self.next_button = Button(self.tr("Next"), "primary", keys="Ctrl Enter")
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return row
