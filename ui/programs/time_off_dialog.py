"""When a therapist is away or a room closed: what is kept, and one more stretch of days."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.scheduling.time_off import TimeOffService
from ui.programs.time_off_words import stretch_words, stretches
from ui.programs.words import HOUR
from ui.shared.form_dialog import FormDialog
from ui.widgets.button import Button
from ui.widgets.choice import CheckBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.time_edit import TimeEdit

Keep = Callable[[tuple[date, date], Window | None, str], object]


class TimeOffDialog(FormDialog):
    """Adds with ``keep``; what stands there already can be taken back."""

    def __init__(
        self,
        question: str,
        service: TimeOffService,
        known: Callable[[], Sequence[TimeOff]],
        keep: Keep,
        parent: QWidget,
    ) -> None:
        super().__init__(question, parent.tr("Add"), parent)
        self._service = service
        self._known = known
        self._keep = keep
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.form.addLayout(self._list)
        self.first_edit = DateEdit(self.tr("First day"), today())
        self.last_edit = DateEdit(self.tr("Last day"), today())
        self.whole_box = CheckBox(self.tr("Whole days"), checked=True)
        self.from_edit = TimeEdit(self.tr("From"))
        self.until_edit = TimeEdit(self.tr("Until"))
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("training, vacation"))
        self.show_fields(self._fields())
        self.whole_box.toggled.connect(self._show_times)
        self._show_times()
        self._show_known()
        self.first_edit.setFocus()

    def save(self) -> None:
        """Keep one more stretch."""
        first = self.first_edit.value()
        last = self.last_edit.value() if self.last_edit.text().strip() else first
        problems = {}
        if first is None:
            problems["first_day"] = self.tr("Enter the first day, like 6/11 or thu.")
        if last is None or (first is not None and last < first):
            problems["last_day"] = self.tr("Enter a last day on or after the first.")
        if problems or first is None or last is None:
            raise ValidationError(problems)
        self._keep((first, last), self._window(), self.reason_edit.text().strip())

    def _window(self) -> Window | None:
        if self.whole_box.isChecked():
            return None
        starts, ends = self.from_edit.value(), self.until_edit.value()
        if starts is None or ends is None or ends <= starts:
            raise ValidationError(
                {"window": self.tr("Enter from when until when, like 1p and 3p.")}
            )
        return Window(starts.hour * HOUR + starts.minute, ends.hour * HOUR + ends.minute)

    def _fields(self) -> dict[str, Field]:
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self.from_edit, label(self.tr("to"), "body", "text-2"), self.until_edit):
            row.addWidget(part)
        row.addStretch(1)
        times.setFocusProxy(self.from_edit)
        return {
            "first_day": Field(self.tr("First day"), self.first_edit),
            "last_day": Field(self.tr("Last day"), self.last_edit, optional=True),
            "whole": Field(self.tr("Time"), self.whole_box),
            "window": Field(self.tr("From when until when"), times),
            "reason": Field(self.tr("Why"), self.reason_edit, optional=True),
        }

    def _show_known(self) -> None:
        empty(self._list)
        for stretch in stretches(self._known()):
            words = stretch_words(stretch)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(words, wrap=True), 1)
            button = Button(self.tr("Take back"), "link", size="small")
            button.setAccessibleName(self.tr("Take back: {0}").format(words))
            button.clicked.connect(partial(self._take_back, tuple(stretch)))
            row.addWidget(button)
            self._list.addWidget(line)

    def _take_back(self, stretch: tuple[TimeOff, ...]) -> None:
        try:
            for each in stretch:
                self._service.take_back(each)
        except ClinicError as error:
            self.refusal.setText(str(error))
            self.refusal.show()
        self._show_known()

    @Slot()
    def _show_times(self) -> None:
        self.fields["window"].setVisible(not self.whole_box.isChecked())
