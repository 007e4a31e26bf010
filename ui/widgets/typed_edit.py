"""A value typed into a field, its meaning beside it: steps with the arrow keys, Alt Down picks."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.icons import set_icon
from ui.theme import theme
from ui.widgets.field_button import add_button
from ui.widgets.label import label

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class TypedEdit(QWidget):
    """What days and times share; ``changed`` carries the value, None while the text means none."""

    changed = Signal(object)

    def __init__(self, name: str, example: str, width: int) -> None:
        super().__init__()
        self._width = width
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(example)
        self.meaning = label("", "small", "text-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(self.meaning, 1)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._read)
        self.edit.installEventFilter(self)
        theme().changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with up and down; open the choices with Alt Down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down:
                self._open()
                return True
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _offer(self, words: str, icon: str, size: int) -> QAction:
        """Add the button at the end of the field that opens the choices."""
        pick = QAction(words, self)
        set_icon(pick, icon, "text-2", size)
        add_button(self.edit, pick)
        pick.triggered.connect(self._open)
        return pick

    @Slot()
    def _fit(self) -> None:
        self.edit.setFixedWidth(theme().px(self._width))

    @Slot(str)
    def _read(self, typed: str) -> None:
        raise NotImplementedError

    def _step(self, by: int) -> None:
        raise NotImplementedError

    @Slot()
    def _open(self) -> None:
        raise NotImplementedError
