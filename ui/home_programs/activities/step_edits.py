"""The steps of an activity, one line each; Enter goes on to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.checking import MOST_STEPS_KEPT
from ui.home_programs.words import tr
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label
from ui.widgets.text_area import TextArea

_FIRST_SHOWN = 3


class StepEdits(QWidget):
    """``changed`` follows every key; ``mark`` is given each line to mark what is hard to read."""

    changed = Signal()

    def __init__(self, name: str, mark: Callable[[TextArea], None]) -> None:
        super().__init__()
        self._shown = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        # All are made at once, in the order of the Tab key.
        self.rows = [_Row(name, number) for number in range(1, MOST_STEPS_KEPT + 1)]
        for row in self.rows:
            mark(row.edit)
            row.edit.textChanged.connect(self.changed)
            row.entered.connect(self._go_on)
            row.dropped.connect(self._take_out)
            column.addWidget(row)
        self.add_button = Button(tr("Add a step"), "link", icon="plus", size="small")
        self.add_button.setAccessibleName(tr("{0}, add a step").format(name))
        self.add_button.clicked.connect(self.add)
        column.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.rows[0].edit)
        self.show_steps(())

    def steps(self) -> tuple[str, ...]:
        """Return what was typed, without empty lines."""
        return tuple(text for row in self.rows if (text := row.text()))

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show these, and a few lines more where there are none."""
        with QSignalBlocker(self):  # the lines themselves tell: they grow with their text
            for place, row in enumerate(self.rows):
                row.edit.setPlainText(steps[place] if place < len(steps) else "")
        self.clear_warnings()
        self._show_rows(max(len(steps), _FIRST_SHOWN))

    def warn(self, place: int, sentence: str) -> None:
        """Show a sentence under one of the steps that are not empty."""
        filled = [row for row in self.rows if row.text()]
        if place < len(filled):
            filled[place].warn(sentence)

    def clear_warnings(self) -> None:
        """Take the sentences away."""
        for row in self.rows:
            row.warn("")

    @Slot()
    def add(self) -> None:
        """Show one line more and go there."""
        self._show_rows(self._shown + 1)
        self.rows[self._shown - 1].edit.setFocus()

    def _show_rows(self, count: int) -> None:
        self._shown = min(count, len(self.rows))
        for place, row in enumerate(self.rows):
            row.setVisible(place < self._shown)
        self.add_button.setVisible(self._shown < len(self.rows))

    @Slot(object)
    def _go_on(self, row: "_Row") -> None:
        place = self.rows.index(row) + 1
        if place < self._shown:
            self.rows[place].edit.setFocus()
        elif place < len(self.rows):
            self.add()

    @Slot(object)
    def _take_out(self, row: "_Row") -> None:
        place = self.rows.index(row)
        kept = [each.edit.toPlainText() for each in self.rows[: self._shown] if each is not row]
        self.show_steps(kept)
        self.rows[min(place, self._shown - 1)].edit.setFocus()
        self.changed.emit()


class _Row(QWidget):
    entered = Signal(object)
    dropped = Signal(object)

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        shown = label(str(number), "body-strong", "accent-text")
        shown.setMinimumWidth(theme().px(16))
        row.addWidget(shown)
        self.edit = _StepEdit(tr("{0}, step {1}").format(name, number))
        self.edit.entered.connect(lambda: self.entered.emit(self))
        row.addWidget(self.edit, 1)
        words = tr("{0}: take out step {1}").format(name, number)
        self.drop_button = IconButton("x", words, size="small")
        self.drop_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.drop_button.clicked.connect(lambda: self.dropped.emit(self))
        row.addWidget(self.drop_button)
        column.addLayout(row)
        self._warning = label("", "small", "warn-text", wrap=True)
        self._warning.setContentsMargins(18, 0, 0, 0)
        column.addWidget(self._warning)
        self.warn("")

    def text(self) -> str:
        """Return what was typed, on one line."""
        return " ".join(self.edit.toPlainText().split())

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
