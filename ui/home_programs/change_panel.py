"""Words of one activity changed for this child only, what the library says, how they read."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.home_programs.domain import (
    ActivityWords,
    Changes,
    ChildOnPaper,
    PlannedActivity,
)
from ui.home_programs.reading_line import ReadingLine
from ui.home_programs.words_row import WordsRow
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label
from ui.widgets.stepper import Stepper
from ui.widgets.symbol import Symbol

MOST_STEPS = 12
MOST_TIMES = 21


class ChangePanel(QFrame):
    """Signals carry the activity's key; ``worded`` also changed fields of ``Changes``."""

    worded = Signal(str, dict)
    times_changed = Signal(str, int)
    photo_wanted = Signal(str)
    photo_taken_off = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "note")
        self._planned: PlannedActivity | None = None
        self._child = ChildOnPaper("", "")
        self._language = "en"
        self._steps_shown = 0
        self._build()
        self._connect()

    @property
    def step_edits(self) -> list[QWidget]:
        """The lines of the steps."""
        return [row.edit for row in self.steps]

    def show_planned(
        self, planned: PlannedActivity, child: ChildOnPaper, language: str = "en"
    ) -> None:
        """Show another activity, or the same one after it changed; typed words are left alone."""
        same = self._planned is not None and self._planned.activity.key == planned.activity.key
        typing = same and any(row.edit.hasFocus() for row in (*self.steps, *self.texts.values()))
        self._planned, self._child = planned, child
        self._speak(language)
        words, library = planned.words(child, language), self._library_words()
        self.title_label.show_text(
            self.tr("{0}: change for {1}").format(words.title, child.first_name)
        )
        self._show_changed(planned.changes if planned.worded_in == language else Changes())
        self.photo_off_button.setVisible(planned.photo is not None)
        self.times_stepper.blockSignals(True)  # noqa: FBT003 -- Qt's own name for it
        self.times_stepper.set_value(planned.times_per_week)
        self.times_stepper.blockSignals(False)  # noqa: FBT003  (a signal)
        for name, row in self.texts.items():
            row.show_words(getattr(words, name), getattr(library, name), typing=typing)
        self._show_steps(words.steps, library.steps, typing=typing)
        self.reading_line.show_words(words, language)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(6)
        column.addLayout(self._head())
        self.reading_line = ReadingLine()
        column.addWidget(self.reading_line)
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
        self.changed_label = label("", "small", "text-2")
        row.addWidget(self.changed_label)
        self.reset_button = Button(
            self.tr("Library’s words"), "link", icon="arrow-back-up", size="small"
        )
        row.addWidget(self.reset_button)
        return row

    def _build_rows(self) -> None:
        self.times_stepper = Stepper(
            self.tr("Times a week"), (1, MOST_TIMES), 7, suffix=self.tr("times a week"), small=True
        )
        self._add(self.tr("How often"), self.times_stepper)
        self._add(self.tr("Picture"), self._photo_buttons())
        self.texts = {"title": self._row(self.tr("Name"))}
        self.steps = [
            self._row(self.tr("Step {0}").format(number)) for number in range(1, MOST_STEPS + 1)
        ]
        self.add_button = Button(self.tr("Add a step"), "link", icon="plus", size="small")
        self._add("", self.add_button)
        for name, words in (
            ("say", self.tr("Words to say")),
            ("too_hard", self.tr("Too hard")),
            ("too_easy", self.tr("Too easy")),
            ("why", self.tr("Why it helps")),
            ("need", self.tr("You need")),
        ):
            self.texts[name] = self._row(words)

    def _photo_buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.photo_button = Button(self.tr("Own photo"), icon="photo", size="small")
        self.photo_button.setToolTip(self.tr("Or drop a photo onto the card"))
        self.photo_off_button = Button(self.tr("Take the photo off"), "link", size="small")
        row.addWidget(self.photo_button)
        row.addWidget(self.photo_off_button)
        return holder

    def _row(self, name: str) -> WordsRow:
        row = WordsRow(name, self)
        row.put_into(self.grid, self.grid.rowCount())
        return row

    def _add(self, name: str, editor: QWidget) -> None:
        row = self.grid.rowCount()
        self.grid.addWidget(label(name, "small", "text-2"), row, 0)
        self.grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.times_stepper.changed.connect(self._tell_times)
        self.reset_button.clicked.connect(self._reset)
        self.add_button.clicked.connect(self._add_step)
        self.photo_button.clicked.connect(self._want_photo)
        self.photo_off_button.clicked.connect(self._take_photo_off)
        for row in self.texts.values():
            row.typed.connect(self._tell_texts)
            row.taken_back.connect(self._tell_texts)
        for row in self.steps:
            row.typed.connect(self._tell_steps)
            row.taken_back.connect(self._tell_steps)

    def _show_changed(self, changes: Changes) -> None:
        count = sum(getattr(changes, name) is not None for name in Changes.__slots__)
        words = self.tr("1 change") if count == 1 else self.tr("{0} changes")
        self.changed_label.setText(words.format(count) if count else "")
        self.reset_button.setVisible(bool(count))

    def _show_steps(
        self, steps: tuple[str, ...], library: tuple[str, ...], *, typing: bool
    ) -> None:
        count = self._steps_shown if typing else min(len(steps), MOST_STEPS)
        for number, row in enumerate(self.steps):
            known = library[number] if number < len(library) else None
            words = row.edit.text() if typing else steps[number] if number < len(steps) else ""
            row.show_words(words, known, typing=typing)
        self._show_rows(count)

    def _show_rows(self, count: int) -> None:
        self._steps_shown = count
        for number, row in enumerate(self.steps):
            row.set_visible(visible=number < count)
        self.add_button.setVisible(count < MOST_STEPS)

    @Slot()
    def _add_step(self) -> None:
        self._show_rows(self._steps_shown + 1)
        self.steps[self._steps_shown - 1].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _want_photo(self) -> None:
        if self._planned is not None:
            self.photo_wanted.emit(self._planned.activity.key)

    @Slot()
    def _take_photo_off(self) -> None:
        if self._planned is not None:
            self.photo_taken_off.emit(self._planned.activity.key)

    @Slot(int)
    def _tell_times(self, times: int) -> None:
        if self._planned is not None:
            self.times_changed.emit(self._planned.activity.key, times)

    @Slot()
    def _tell_texts(self) -> None:
        if self._planned is None:
            return
        library = self._library_words()
        typed = {
            name: None if row.edit.text() == getattr(library, name) else row.edit.text()
            for name, row in self.texts.items()
        }
        self.worded.emit(self._planned.activity.key, typed)

    @Slot()
    def _tell_steps(self) -> None:
        if self._planned is None:
            return
        shown = self.steps[: self._steps_shown]
        typed = tuple(row.edit.text() for row in shown if row.edit.text().strip())
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
        return replace(self._planned, changes=Changes()).words(self._child, self._language)

    def _speak(self, language: str) -> None:
        """Mark hard words in English only: other languages have other ones."""
        if language != self._language:
            self._language = language
            for row in (*self.steps, *self.texts.values()):
                row.edit.look_again(reads=language == "en")
