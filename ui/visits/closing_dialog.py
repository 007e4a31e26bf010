"""A therapist away, a room or the clinic closed: who is affected, what becomes of each visit."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.affected import Affected, Closing
from ot_desktop.scheduling.domain import Visit, minute_of
from ot_desktop.scheduling.rearranging import Step
from ot_desktop.services import Services
from ui.shared.form_dialog import FormDialog
from ui.theme import theme
from ui.visits.closing_words import call_words, place_words, visit_words
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.time_edit import TimeEdit

WIDTH = 640
_LATER, _CALL_OFF = "later", "call off"


class ClosingDialog(FormDialog):
    """Opens on a therapist, a room or the whole clinic; ``told`` carries a sentence and undo.

    Nothing changes before it is confirmed. Visits nobody has decided on stay, to be called later.
    """

    told = Signal(str, object)

    def __init__(self, services: Services, kind: str, day: date, parent: QWidget) -> None:
        super().__init__(_question(kind), parent.tr("Confirm"), parent)
        self._services = services
        self._rows: Sequence[Affected] = ()
        self._choices: list[ComboBox] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._build(day)
        self._offer(kind)
        self.form.addLayout(self._list)
        self.setMinimumWidth(theme().px(WIDTH))
        self._show_affected()

    @property
    def rows(self) -> Sequence[Affected]:
        """The visits that are listed."""
        return self._rows

    def choice(self, place: int) -> ComboBox:
        """Return what may become of one listed visit."""
        return self._choices[place]

    def save(self) -> None:
        """Keep all of it or nothing."""
        closing = self._closing()
        service = self._services.closing
        seen = service.preview(closing, self._steps(closing))
        closed = service.confirm(closing, seen, self.reason_edit.text())
        later = sum(not step.is_decided for step in seen.steps)
        words = self.tr("{0}: {1} visits changed, {2} to be called later.")
        sentence = words.format(self.which_box.currentText(), len(closed.steps_back), later)
        self.told.emit(sentence, partial(service.undo, closed))

    def _steps(self, closing: Closing) -> list[Step]:
        steps = []
        for row, box in zip(self._rows, self._choices, strict=True):
            chosen = box.currentData()
            if isinstance(chosen, Visit):
                steps.append(Step(row.session.id, chosen))
            elif chosen == _CALL_OFF:
                steps.append(Step(row.session.id, called_off=closing.why))
            else:
                steps.append(Step(row.session.id))
        return steps

    def _closing(self) -> Closing:
        first = self.first_edit.value() or self._day
        last = max(first, self.last_edit.value() or first)
        therapist_id, room_id = self.which_box.currentData()
        return Closing(
            (first, last), self._window(), therapist_id, room_id, self.reason_edit.text().strip()
        )

    def _window(self) -> Window | None:
        starts, ends = self.from_edit.value(), self.until_edit.value()
        if self.whole_box.isChecked() or starts is None or ends is None or ends <= starts:
            return None
        return Window(minute_of(starts), minute_of(ends))

    def _build(self, day: date) -> None:
        self._day = day
        self.which_box = ComboBox(self.tr("Away or closed"))
        self.first_edit = DateEdit(self.tr("First day"), day)
        self.last_edit = DateEdit(self.tr("Last day"), day)
        for edit in (self.first_edit, self.last_edit):
            edit.set_value(day)
        self.whole_box = CheckBox(self.tr("Whole days"), checked=True)
        self.from_edit = TimeEdit(self.tr("From"))
        self.until_edit = TimeEdit(self.tr("Until"))
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("ill, training, repair"))
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.from_edit)
        row.addWidget(label(self.tr("to"), "body", "text-2"))
        row.addWidget(self.until_edit)
        row.addStretch(1)
        times.setFocusProxy(self.from_edit)
        self.show_fields(
            {
                "which": Field(self.tr("Away or closed"), self.which_box),
                "first_day": Field(self.tr("First day"), self.first_edit),
                "last_day": Field(self.tr("Last day"), self.last_edit),
                "whole": Field(self.tr("Time"), self.whole_box),
                "window": Field(self.tr("From when until when"), times),
                "override_reason": Field(self.tr("Why"), self.reason_edit, optional=True),
            }
        )
        self.fields["window"].setVisible(False)
        self.heading = label("", "h3", wrap=True)
        self.form.addWidget(self.heading)
        for changed in (
            self.which_box.currentIndexChanged,
            self.first_edit.changed,
            self.last_edit.changed,
            self.from_edit.changed,
            self.until_edit.changed,
            self.whole_box.toggled,
        ):
            changed.connect(self._show_affected)

    def _offer(self, kind: str) -> None:
        clinic = self._services.settings.clinic()
        self.which_box.blockSignals(True)  # noqa: FBT003  (Qt's argument has no name)
        for therapist in clinic.therapists if kind == "therapist" else ():
            self.which_box.addItem(therapist.name, (therapist.id, None))
        for room in clinic.rooms if kind == "room" else ():
            self.which_box.addItem(room.name, (None, room.id))
        if kind == "clinic":
            self.which_box.addItem(self.tr("The whole clinic"), (None, None))
        self.which_box.blockSignals(False)  # noqa: FBT003  (Qt's argument has no name)

    @Slot()
    def _show_affected(self) -> None:
        self.fields["window"].setVisible(not self.whole_box.isChecked())
        empty(self._list)
        self._choices = []
        self._rows = self._services.closing.affected(self._closing())
        count = len(self._rows)
        self.heading.setText(
            self.tr("1 visit is affected")
            if count == 1
            else self.tr("{0} visits are affected").format(count or self.tr("No"))
        )
        for row in self._rows:
            self._list.addWidget(self._line(row))

    def _line(self, row: Affected) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = visit_words(row)
        column.addWidget(label(words, "body-strong", wrap=True))
        column.addWidget(label(call_words(row), "body", wrap=True))
        column.addWidget(label(row.alerts, "small", "text-2", wrap=True))
        box = ComboBox(self.tr("What becomes of {0}").format(words))
        box.addItem(self.tr("Call later"), _LATER)
        if row.can_change:
            for place in row.places:
                box.addItem(place_words(row, place), place.visit)
            box.addItem(self.tr("Cancel by clinic"), _CALL_OFF)
        self._choices.append(box)
        column.addWidget(box)
        return line


def _question(kind: str) -> str:
    return {
        "therapist": QCoreApplication.translate("closing", "Who is away?"),
        "room": QCoreApplication.translate("closing", "Which room is closed?"),
        "clinic": QCoreApplication.translate("closing", "Which day is the clinic closed?"),
    }[kind]
