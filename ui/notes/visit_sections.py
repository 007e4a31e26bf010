"""How the child was, and when the visit really began and ended."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.day_words import clock_text
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.session_part import HowChildWas, Mood, SessionTime
from ot_desktop.notes.wording import MOODS
from ui.notes.choice_bar import ChoiceBar
from ui.notes.section import Section
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.field import line_edit
from ui.widgets.label import label
from ui.widgets.time_edit import TimeEdit


class ChildWasSection(Section):
    """Moods as chips, more than one may be true; a remark beside them."""

    def __init__(self) -> None:
        super().__init__(self.tr("How the child was"))
        self.chips = ChipGroup(self.tr("How the child was"))
        for mood in Mood:
            self.chips.add(mood, self.tr(MOODS[mood]))
        self.remark_edit: QLineEdit = line_edit(
            self.tr("More on how the child was"), self.tr("2 breaks")
        )
        self.remark_edit.setProperty("compact", "true")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.chips)
        row.addWidget(self.remark_edit, 1)
        self.body.addLayout(row)
        self.chips.changed.connect(self.changed)
        self.remark_edit.textChanged.connect(self.changed)

    def show_page(self, page: NotePage) -> None:
        """Show what the note says."""
        self.name_label.setText(self.tr("How {0} was").format(page.child.first_name))
        was = page.content.session.child_was
        self.chips.choose(was.moods)
        self.remark_edit.setText(was.remark)

    def told(self) -> HowChildWas:
        """Return what was said."""
        return HowChildWas(tuple(Mood(key) for key in self.chips.chosen()), self.remark_edit.text())


class TimeSection(Section):
    """One line to read; Change opens the fields."""

    def __init__(self) -> None:
        super().__init__(self.tr("Time"))
        self._time = SessionTime()
        self.change_button = Button(self.tr("Change"), "link", size="small")
        self.change_button.setAccessibleName(self.tr("Change the time"))
        self.head.addWidget(self.change_button)
        self.starts_edit = TimeEdit(self.tr("Began at"))
        self.ends_edit = TimeEdit(self.tr("Ended at"))
        self.on_time_bar = ChoiceBar(
            self.tr("Came on time"), [("yes", self.tr("Came on time")), ("no", self.tr("Late"))]
        )
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in (self.starts_edit, label(self.tr("to"), "small", "text-2"), self.ends_edit):
            row.addWidget(field)
        row.addWidget(self.on_time_bar, 1)
        for edit in (self.starts_edit, self.ends_edit):
            edit.meaning.hide()
        self._fields.hide()
        self.body.addWidget(self._fields)
        self.change_button.clicked.connect(self._open)
        self.starts_edit.changed.connect(self._take)
        self.ends_edit.changed.connect(self._take)
        self.on_time_bar.chosen.connect(self._take)

    def show_page(self, page: NotePage) -> None:
        """Show the time of the note."""
        self._time = page.content.session.time
        told = self._time
        self.starts_edit.set_value(told.starts)
        self.ends_edit.set_value(told.ends)
        self.on_time_bar.set_value({None: "", True: "yes", False: "no"}[told.came_on_time])
        self._time = told
        self._show_words()

    def told(self) -> SessionTime:
        """Return the time as it stands."""
        return self._time

    @Slot()
    def _open(self) -> None:
        self._fields.setVisible(self._fields.isHidden())
        if not self._fields.isHidden():
            self.starts_edit.setFocus()
        self.rebuilt.emit()

    @Slot()
    def _take(self) -> None:
        on_time = {"": None, "yes": True, "no": False}[self.on_time_bar.value()]
        self._time = replace(
            self._time,
            starts=self.starts_edit.value(),
            ends=self.ends_edit.value(),
            came_on_time=on_time,
        )
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        told = self._time
        if told.starts is None or told.ends is None:
            self.hint.setText(self.tr("Not known"))
            return
        words = self.tr("{0} to {1}").format(clock_text(told.starts), clock_text(told.ends))
        if told.minutes is not None:
            words += self.tr(", {0} minutes").format(told.minutes)
        if told.came_on_time is not None:
            words += self.tr(", came on time") if told.came_on_time else self.tr(", came late")
        self.hint.setText(words)
