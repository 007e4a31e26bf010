"""Step 2: the clinic's name, how to reach it, when it is open, and its paper."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Phone
from ot_desktop.clock import today
from ot_desktop.day_words import WEEKDAYS
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.paper.page import PageSize
from ot_desktop.settings.closed_days import read_closed_days, with_lunch
from ot_desktop.settings.domain import (
    Hours,
)
from ui.access.note_line import NoteLine
from ui.access.step import Step
from ui.widgets.choice import CheckBox
from ui.widgets.field import Field, FormProblems, line_edit
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_area import TextArea
from ui.widgets.time_edit import TimeEdit

_FROM, _TO = time(8, 0), time(17, 0)
_WORKDAYS = 5
_SHORTEST_PHONE = 7  # digits


class DayHours:
    """One weekday's row: open or closed, from and to."""

    def __init__(self, name: str, weekday: int, *, words: tuple[str, str]) -> None:
        self.weekday = weekday
        self.open_box = CheckBox(name, checked=weekday < _WORKDAYS)
        self.open_box.setAccessibleName(name)
        self.from_edit = TimeEdit(words[0].format(name), _FROM)
        self.to_edit = TimeEdit(words[1].format(name), _TO)
        self.open_box.toggled.connect(self._switch)
        self._switch()

    def hours(self) -> Hours | None:
        """Return the stretch, or None on a closed day; raises ``ValidationError``."""
        if not self.open_box.isChecked():
            return None
        begins, ends = self.from_edit.value(), self.to_edit.value()
        if begins is None or ends is None or begins >= ends:
            day = self.open_box.text()
            words = self.open_box.tr("{0}: enter a time, then a later one.")
            raise ValidationError({"hours": words.format(day)})
        return Hours(self.weekday, begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute)

    def _switch(self) -> None:
        for edit in (self.from_edit, self.to_edit):
            edit.setEnabled(self.open_box.isChecked())


class ClinicStep(Step):
    """Can be saved again and again; the last one counts."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Your clinic"),
            self.tr("Families see name, phone and address on every page they take home."),
        )
        self.name_edit = line_edit(self.tr("Clinic’s name"))
        self.phone_edit = line_edit(self.tr("Phone"))
        self.address_edit = line_edit(self.tr("Address"))
        self.paper = SegmentedControl(self.tr("Paper in the printer"))
        self.note = NoteLine()
        self._build()
        self.phone_edit.editingFinished.connect(self._weigh_phone)

    def take_focus(self) -> None:
        """Start with the name, as the first step has it."""
        if self.set_up is not None and not self.name_edit.text():
            self.name_edit.setText(self.set_up.settings.clinic().settings.name)
        self.name_edit.setFocus()

    def save(self) -> None:
        """Keep all of it."""
        self.problems.clear()
        self.note.set_problem("")
        kept = self.clinic().settings.clinic().settings
        settings = replace(
            kept,
            name=self.name_edit.text().strip(),
            phone=self.phone_edit.text().strip(),
            address=self.address_edit.text().strip(),
            paper=PageSize(self.paper.chosen()),
        )
        try:
            closed = read_closed_days(self.closed_area.toPlainText(), today())
            self.clinic().describe(settings, self._open_stretches())
            for each in closed:
                self.clinic().settings.close_day(each.day, each.reason)
        except ValidationError as error:
            self.note.set_problem(" ".join(self.problems.show(error.fields)))
        except ClinicError as error:
            self.note.set_problem(str(error))
        else:
            self.saved.emit()

    @Slot()
    def _weigh_phone(self) -> None:
        typed = self.phone_edit.text().strip()
        is_odd = bool(typed) and len(Phone(typed).digits) < _SHORTEST_PHONE
        words = self.tr("This does not look like a phone number. Families read it as typed.")
        self.phone_field.set_warning(words if is_odd else None)

    def _open_stretches(self) -> list[Hours]:
        hours = [found for day in self.days if (found := day.hours()) is not None]
        begins, ends = self.lunch_from.value(), self.lunch_to.value()
        if begins is None or ends is None:
            return hours
        lunch = (begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute)
        return [stretch for day in hours for stretch in with_lunch(day, *lunch)]

    def _build(self) -> None:
        name_field = Field(self.tr("Clinic’s name"), self.name_edit)
        self.phone_field = Field(self.tr("Phone"), self.phone_edit, optional=True)
        address_field = Field(self.tr("Address"), self.address_edit, optional=True)
        self.closed_area = TextArea(
            self.tr("Closed days"), self.tr("6/18 Staff day\nJul 5 Holiday"), lines=3
        )
        closed_field = Field(
            self.tr("Days the clinic is closed, one a line"), self.closed_area, optional=True
        )
        self.problems = FormProblems({"name": name_field, "closed_days": closed_field})
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.phone_field, 2)
        line.addWidget(address_field, 3)
        self.body.addWidget(name_field)
        self.body.addLayout(line)
        self.body.addLayout(_labelled(self.tr("Open"), self._hours()))
        self.body.addWidget(closed_field)
        for size, words in ((PageSize.LETTER, "US Letter"), (PageSize.A4, "A4")):
            self.paper.add(size.value, words)
        self.body.addLayout(_labelled(self.paper.accessibleName(), self.paper))
        self.body.addWidget(self.note)

    def _hours(self) -> QWidget:
        words = (self.tr("{0} from"), self.tr("{0} to"))
        self.days = [DayHours(name, place, words=words) for place, name in enumerate(WEEKDAYS)]
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(4, 1)
        for row, day in enumerate(self.days):
            grid.addWidget(day.open_box, row, 0)
            grid.addWidget(day.from_edit, row, 1)
            grid.addWidget(label(self.tr("to"), "small", "text-2"), row, 2)
            grid.addWidget(day.to_edit, row, 3)
        self.lunch_from = TimeEdit(self.tr("Lunch from"))
        self.lunch_to = TimeEdit(self.tr("Lunch to"))
        below = len(self.days)
        grid.addWidget(label(self.tr("Closed for lunch"), "body"), below, 0)
        grid.addWidget(self.lunch_from, below, 1)
        grid.addWidget(label(self.tr("to"), "small", "text-2"), below, 2)
        grid.addWidget(self.lunch_to, below, 3)
        return holder


def _labelled(name: str, part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(label(name, "label"))
    column.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeft)
    return column
