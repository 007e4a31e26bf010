"""Words of one activity changed for this child only: steps, too hard, too easy, how often."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ot_desktop.home_programs.domain import (
    ActivityWords,
    Changes,
    ChildOnPaper,
    PlannedActivity,
)
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label
from ui.widgets.stepper import Stepper
from ui.widgets.symbol import Symbol

MOST_STEPS = 12
MOST_TIMES = 21
_TEXTS = ("title", "too_hard", "too_easy")


class ChangePanel(QFrame):
    """``worded`` carries changed fields of ``Changes``, ``times_changed`` times a week."""

    worded = Signal(str, dict)
    times_changed = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "note")
        self._planned: PlannedActivity | None = None
        self._child = ChildOnPaper("", "")
        self._steps_shown = 0
        self._rows = 0
        self._names: dict[QWidget, QLabel] = {}
        self._build()
        self._connect()

    def show_planned(self, planned: PlannedActivity, child: ChildOnPaper) -> None:
        """Show another activity, or the same one after it changed; typed words are left alone."""
        same = self._planned is not None and self._planned.activity.key == planned.activity.key
        typing = same and any(edit.hasFocus() for edit in (*self.step_edits, *self._texts()))
        self._planned, self._child = planned, child
        words = planned.words(child)
        self.title_label.show_text(
            self.tr("{0}: change for {1}").format(words.title, child.first_name)
        )
        self.reset_button.setVisible(planned.changes != Changes())
        self.times_stepper.blockSignals(True)  # noqa: FBT003 -- Qt's own name for it
        self.times_stepper.set_value(planned.times_per_week)
        self.times_stepper.blockSignals(False)  # noqa: FBT003  (a signal)
        if not typing:
            for edit, name in zip(self._texts(), _TEXTS, strict=True):
                _put(edit, getattr(words, name))
            self._show_steps(words.steps)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(6)
        column.addLayout(self._head())
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnMinimumWidth(0, theme().px(72))
        column.addLayout(self.grid)
        self._build_rows()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Symbol("pencil", "text", 15))
        self.title_label = ElidedLabel("body-strong", "text")
        row.addWidget(self.title_label, 1)
        self.reset_button = Button(
            self.tr("Library’s words"), "link", icon="arrow-back-up", size="small"
        )
        row.addWidget(self.reset_button)
        return row

    def _build_rows(self) -> None:
        self.times_stepper = Stepper(
            self.tr("Times a week"), (1, MOST_TIMES), 7, suffix=self.tr("times a week"), small=True
        )
        self._add_row(self.tr("How often"), self.times_stepper)
        self.name_edit = self._add_edit(self.tr("Name"))
        self.step_edits: list[QLineEdit] = []
        for number in range(1, MOST_STEPS + 1):
            self.step_edits.append(self._add_edit(self.tr("Step {0}").format(number)))
        self.add_button = Button(self.tr("Add a step"), "link", icon="plus", size="small")
        self._add_row("", self.add_button)
        self.hard_edit = self._add_edit(self.tr("Too hard"))
        self.easy_edit = self._add_edit(self.tr("Too easy"))

    def _add_edit(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setProperty("compact", "true")
        self._add_row(name, edit)
        return edit

    def _add_row(self, name: str, editor: QWidget) -> None:
        self._names[editor] = label(name, "small", "text-2")
        self.grid.addWidget(self._names[editor], self._rows, 0)
        if isinstance(editor, QLineEdit):
            self.grid.addWidget(editor, self._rows, 1)
        else:
            self.grid.addWidget(editor, self._rows, 1, Qt.AlignmentFlag.AlignLeft)
        self._rows += 1

    def _connect(self) -> None:
        self.times_stepper.changed.connect(self._tell_times)
        self.reset_button.clicked.connect(self._reset)
        self.add_button.clicked.connect(self._add_step)
        for edit in self._texts():
            edit.textEdited.connect(self._tell_text)
        for edit in self.step_edits:
            edit.textEdited.connect(self._tell_steps)

    def _texts(self) -> tuple[QLineEdit, ...]:
        return self.name_edit, self.hard_edit, self.easy_edit

    def _show_steps(self, steps: tuple[str, ...]) -> None:
        for edit, text in zip(self.step_edits, steps, strict=False):
            _put(edit, text)
        for edit in self.step_edits[len(steps) :]:
            edit.clear()
        self._show_rows(min(len(steps), MOST_STEPS))

    def _show_rows(self, count: int) -> None:
        self._steps_shown = count
        for number, edit in enumerate(self.step_edits):
            edit.setVisible(number < count)
            self._names[edit].setVisible(number < count)
        for part in (self.add_button, self._names[self.add_button]):
            part.setVisible(count < MOST_STEPS)

    @Slot()
    def _add_step(self) -> None:
        self._show_rows(self._steps_shown + 1)
        self.step_edits[self._steps_shown - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _tell_times(self, times: int) -> None:
        if self._planned is not None:
            self.times_changed.emit(self._planned.activity.key, times)

    @Slot(str)
    def _tell_text(self, _text: str) -> None:
        if self._planned is None:
            return
        library = self._library_words()
        typed = {
            name: None if edit.text() == getattr(library, name) else edit.text()
            for edit, name in zip(self._texts(), _TEXTS, strict=True)
        }
        self.worded.emit(self._planned.activity.key, typed)

    @Slot(str)
    def _tell_steps(self, _text: str) -> None:
        if self._planned is None:
            return
        shown = self.step_edits[: self._steps_shown]
        typed = tuple(edit.text() for edit in shown if edit.text().strip())
        same = typed == self._library_words().steps
        self.worded.emit(self._planned.activity.key, {"steps": None if same else typed})

    @Slot()
    def _reset(self) -> None:
        if self._planned is not None:
            nothing = dict.fromkeys(Changes.__slots__)
            self.worded.emit(self._planned.activity.key, nothing)

    def _library_words(self) -> ActivityWords:
        if self._planned is None:
            raise ValueError("no activity is shown")
        return replace(self._planned, changes=Changes()).words(self._child)


def _put(edit: QLineEdit, text: str) -> None:
    if edit.text() != text:
        edit.setText(text)
        edit.setCursorPosition(0)
