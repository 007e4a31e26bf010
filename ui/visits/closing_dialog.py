"""A therapist away, a room or the clinic closed: who is affected, what becomes of each visit."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.errors import ValidationError
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.affected import Affected, Closing
from ot_desktop.scheduling.closing import ListChanged
from ot_desktop.scheduling.domain import minute_of
from ot_desktop.scheduling.paper import print_listings
from ot_desktop.scheduling.paper.domain import Listing
from ot_desktop.services import Services
from ui.shared.form_dialog import FormDialog
from ui.shared.paper_run import PaperRun
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.visits.affected_rows import AffectedRows
from ui.widgets.button import Button
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.time_edit import TimeEdit

WIDTH = 640


class ClosingDialog(FormDialog):
    """Opens on a therapist, a room or the whole clinic; ``told`` carries a sentence and undo.

    Nothing changes before it is confirmed. Visits nobody has decided on stay, to be called later.
    """

    told = Signal(str, object)

    def __init__(
        self, services: Services, tasks: TaskRunner, kind: str, day: date, parent: QWidget
    ) -> None:
        super().__init__(_question(kind), parent.tr("Confirm"), parent)
        self._services = services
        self.run = PaperRun(services.settings, tasks, self)
        self.run.told.connect(self._say_printed)
        self.run.refused.connect(self.say_below)
        self.affected = AffectedRows(services.closing)
        self.affected.filled.connect(self._show_count)
        self._build(day)
        self._offer(kind)
        self.form.addWidget(self.affected)
        self.setMinimumWidth(theme().px(WIDTH))
        self._show_affected()

    @property
    def rows(self) -> Sequence[Affected]:
        """The visits that are listed."""
        return self.affected.rows

    def choice(self, place: int) -> ComboBox:
        """Return what may become of one listed visit."""
        return self.affected.choices[place]

    def save(self) -> None:
        """Keep all of it or nothing."""
        if problems := self._problems_of_days():
            raise ValidationError(problems)
        closing = self._closing()
        service = self._services.closing
        seen = service.preview(closing, self.affected.steps())
        try:
            closed = service.confirm(closing, self.rows, seen, self.reason_edit.text())
        except ListChanged:
            self.affected.look_again()
            raise
        later = sum(not step.is_decided for step in seen.steps)
        words = self.tr("{0}: {1} visits changed, {2} to be called later.")
        sentence = words.format(self.which_box.currentText(), len(closed.steps_back), later)
        self.told.emit(sentence, partial(service.undo, closed))

    @Slot()
    def print_calls(self) -> None:
        """Print whom to call, one list a day."""
        self.run.print(self._calls, print_listings, "call-list", day=self._closing().days[0])

    @Slot()
    def end_early(self) -> None:
        """End what was kept for these days, and bring back the visits that still fit."""
        if self._saved(self._bring_back):
            self.reject()

    def _bring_back(self) -> None:
        if problems := self._problems_of_days():
            raise ValidationError(problems)
        lost = self._services.closing.back_early(self._closing())
        who = self.which_box.currentText()
        sentence = self.tr("{0} is back. Every visit that was called off is back too.").format(who)
        if lost:
            names = ", ".join(each.child_name for each in lost)
            words = self.tr("{0} is back. No longer free, to be called: {1}.")
            sentence = words.format(who, names)
        self.told.emit(sentence, None)

    def _calls(self) -> list[Listing]:
        papers = self._services.day_papers
        found: list[Listing] = []
        ids = {row.session.id for row in self.rows}
        for day in sorted({row.session.starts.date() for row in self.rows}):
            found += papers.call_list(day, ids)
            papers.note_printed("call-list", day)
        return found

    def _problems_of_days(self) -> dict[str, str]:
        problems = {}
        first, last = self.first_edit.value(), self.last_edit.value()
        if first is None:
            problems["first_day"] = self.tr("Enter the first day, like 6/7 or mon.")
        if last is None and self.last_edit.text().strip():
            problems["last_day"] = self.tr("Enter the last day, like 6/9 or wed.")
        elif first is not None and last is not None and last < first:
            problems["last_day"] = self.tr("The last day is before the first. Check both.")
        if not self.whole_box.isChecked() and self._window() is None:
            starts, ends = self.from_edit.value(), self.until_edit.value()
            is_turned = starts is not None and ends is not None
            problems["window"] = (
                self.tr("It ends before it begins. Check both times.")
                if is_turned
                else self.tr("Enter from when until when, like 1:00 PM to 3:00 PM.")
            )
        return problems

    def _closing(self) -> Closing:
        first = self.first_edit.value() or self._day
        last = self.last_edit.value() or first
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
        self._first = day
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
        self.form.addLayout(self._deeds())
        self.note = label("", "body", "text-2", wrap=True)
        self.note.hide()
        self.form.addWidget(self.note)
        for changed in (
            self.which_box.currentIndexChanged,
            self.last_edit.changed,
            self.from_edit.changed,
            self.until_edit.changed,
            self.whole_box.toggled,
        ):
            changed.connect(self._show_affected)
        self.first_edit.changed.connect(self._follow_first)

    def _deeds(self) -> FlowLayout:
        row = FlowLayout()
        self.keep_button = Button(self.tr("Keep all times"), icon="clock", size="small")
        self.off_button = Button(self.tr("Cancel the rest"), icon="calendar-x", size="small")
        self.off_button.setToolTip(self.tr("Every visit that is still to be called later"))
        self.calls_button = Button(self.tr("Print call list"), icon="printer", size="small")
        self.early_button = Button("", icon="user-check", size="small")
        for button, do in (
            (self.keep_button, self._keep_times),
            (self.off_button, self._call_off),
            (self.calls_button, self.print_calls),
            (self.early_button, self.end_early),
        ):
            row.addWidget(button)
            button.clicked.connect(do)
        self.early_button.hide()
        return row

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
    def _follow_first(self) -> None:
        """Let the last day go along while it is one day that is meant."""
        first, before = self.first_edit.value(), self._first
        self._first = first or before
        if first is not None and self.last_edit.value() == before:
            self.last_edit.set_value(first)
        self._show_affected()

    @Slot()
    def _show_affected(self) -> None:
        self.fields["window"].setVisible(not self.whole_box.isChecked())
        problems = self._problems_of_days()
        self.fields["last_day"].set_problem(problems.get("last_day"))
        self.fields["window"].set_problem(None)
        closing = None if problems else self._closing()
        is_off = closing is not None and self._services.closing.is_off(closing)
        self.early_button.setVisible(is_off)
        self.early_button.setText(self.tr("{0} is back").format(self.which_box.currentText()))
        is_shut = closing is not None and self.which_box.currentData() == (None, None)
        self.keep_button.setHidden(is_shut and self.whole_box.isChecked())
        self.affected.show_closing(closing)

    @Slot(bool)
    def _show_count(self, is_all: bool) -> None:  # noqa: FBT001  (Qt's signal)
        count = len(self.rows)
        self.save_button.setEnabled(is_all)
        for button in (self.keep_button, self.off_button, self.calls_button):
            button.setEnabled(is_all and count > 0)
        self.heading.setText(
            self.tr("1 visit is affected")
            if count == 1
            else self.tr("{0} visits are affected").format(count or self.tr("No"))
        )

    @Slot()
    def _keep_times(self) -> None:
        kept = self.affected.keep_times()
        self.say_below(self.tr("{0} of {1} can keep the time.").format(kept, len(self.rows)))

    @Slot()
    def _call_off(self) -> None:
        count = self.affected.call_off_the_rest()
        self.say_below(self.tr("{0} to be cancelled once you confirm.").format(count))

    @Slot(str)
    def say_below(self, sentence: str) -> None:
        """Say what was done or refused under the buttons."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    @Slot(str, object)
    def _say_printed(self, sentence: str, _path: object) -> None:
        self.say_below(sentence)


def _question(kind: str) -> str:
    return {
        "therapist": QCoreApplication.translate("closing", "Who is away?"),
        "room": QCoreApplication.translate("closing", "Which room is closed?"),
        "clinic": QCoreApplication.translate("closing", "Which day is the clinic closed?"),
    }[kind]
