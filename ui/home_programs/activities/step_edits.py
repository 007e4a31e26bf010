"""The steps of an activity, one line each; Enter goes on to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.home_programs.words import tr
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label
from ui.widgets.text_area import TextArea

_FIRST_SHOWN = 3
_MOST = 12


class StepEdits(QWidget):
    """``changed`` follows every key; ``mark`` is given each new line's document."""

    changed = Signal()

    def __init__(self, name: str, mark: Callable[[TextArea], QObject | None]) -> None:
        super().__init__()
        self._name = name
        self._mark = mark
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add_button = Button(tr("Add a step"), "link", icon="plus", size="small")
        self.add_button.clicked.connect(self.add)
        self._column.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.show_steps(())

    def steps(self) -> tuple[str, ...]:
        """Return what was typed, without empty lines."""
        texts = (" ".join(row.edit.toPlainText().split()) for row in self.rows)
        return tuple(text for text in texts if text)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show these, and a few lines more where there are none."""
        wanted = [*steps, *[""] * (_FIRST_SHOWN - len(steps))]
        while len(self.rows) > len(wanted):
            self._drop(self.rows[-1])
        while len(self.rows) < len(wanted):
            self._append()
        with QSignalBlocker(self):  # the lines themselves tell: they grow with their text
            for row, text in zip(self.rows, wanted, strict=True):
                row.edit.setPlainText(text)
                row.warn("")

    def warn(self, place: int, sentence: str) -> None:
        """Show a sentence under one of the steps that are not empty."""
        filled = [row for row in self.rows if row.edit.toPlainText().strip()]
        if place < len(filled):
            filled[place].warn(sentence)

    def clear_warnings(self) -> None:
        """Take the sentences away."""
        for row in self.rows:
            row.warn("")

    @Slot()
    def add(self) -> None:
        """Add a line at the end and go there."""
        if len(self.rows) < _MOST:
            self._append()
            self.rows[-1].edit.setFocus()

    def _append(self) -> None:
        row = _Row(self._name, len(self.rows) + 1)
        row.mark = self._mark(row.edit)
        row.edit.textChanged.connect(self.changed)
        row.entered.connect(self._go_on)
        row.dropped.connect(self._take_out)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        self.setFocusProxy(self.rows[0].edit)
        self.add_button.setVisible(len(self.rows) < _MOST)

    def _drop(self, row: "_Row") -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        for number, each in enumerate(self.rows, start=1):
            each.number(number)
        if self.rows:
            self.setFocusProxy(self.rows[0].edit)
        self.add_button.setVisible(len(self.rows) < _MOST)

    @Slot(object)
    def _go_on(self, row: "_Row") -> None:
        place = self.rows.index(row) + 1
        if place == len(self.rows):
            self.add()
        else:
            self.rows[place].edit.setFocus()

    @Slot(object)
    def _take_out(self, row: "_Row") -> None:
        self._drop(row)
        if not self.rows:
            self._append()
        self.changed.emit()


class _Row(QWidget):
    entered = Signal(object)
    dropped = Signal(object)

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.mark: QObject | None = None
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._number = label("", "body-strong", "accent-text")
        self._number.setMinimumWidth(theme().px(16))
        row.addWidget(self._number)
        self.edit = _StepEdit(name)
        self.edit.entered.connect(lambda: self.entered.emit(self))
        row.addWidget(self.edit, 1)
        self.drop_button = IconButton("x", "", size="small")
        self.drop_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.drop_button.clicked.connect(lambda: self.dropped.emit(self))
        row.addWidget(self.drop_button)
        column.addLayout(row)
        self._warning = label("", "small", "warn-text", wrap=True)
        self._warning.setContentsMargins(18, 0, 0, 0)
        column.addWidget(self._warning)
        self.warn("")
        self.number(number)

    def number(self, number: int) -> None:
        """Say which step it is."""
        self._number.setText(str(number))
        self.edit.setAccessibleName(tr("{0}, step {1}").format(self._name, number))
        self.drop_button.setAccessibleName(tr("Take out step {0}").format(number))
        self.drop_button.setToolTip(self.drop_button.accessibleName())

    def warn(self, sentence: str) -> None:
        """Show a sentence, or none."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)


class _StepEdit(TextArea):
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, lines=1, most_lines=4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter: a step is one sentence."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.entered.emit()
            return
        super().keyPressEvent(event)
