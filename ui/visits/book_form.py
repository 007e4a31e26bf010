"""What is typed and chosen to book: who, when, with whom, where, how often, who comes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.table import ChildHit
from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.domain import MAX_MINUTES, MIN_MINUTES, SeriesKind, SeriesRequest, Visit
from ot_desktop.scheduling.suggesting import USUAL_MINUTES, UsualVisit
from ot_desktop.settings.domain import Clinic
from ui.shared.alert_strip import AlertStrip
from ui.shared.child_picker import ChildPicker
from ui.visits.comes_with import ComesWith
from ui.visits.make_up_line import MakeUpLine
from ui.visits.repeat_box import RepeatBox
from ui.widgets.button import Button
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field, FormProblems
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper
from ui.widgets.time_edit import TimeEdit

QUARTER = 15
NO_ROOM = 0
VISIT, WEEKLY, TWO_WEEKS, INTENSIVE = "visit", "weekly", "two_weeks", "intensive"


class BookForm(QWidget):
    """``changed`` comes with every edit; ``child_changed`` carries an id or None."""

    changed = Signal()
    child_changed = Signal(object)

    def __init__(
        self, search: Callable[[str, int], list[ChildHit]], today: date, check_lines: QWidget
    ) -> None:
        super().__init__()
        self._today = today
        self._make(search)
        self._place(check_lines)
        self._connect()

    @property
    def kind(self) -> str:
        """The chosen type."""
        return self.kind_control.chosen()

    def starts(self) -> datetime | None:
        """Return day and time once both are known."""
        day, at = self.date_edit.value(), self.time_edit.value()
        return datetime.combine(day, at) if day is not None and at is not None else None

    def when(self) -> tuple[date | None, time | None, date | None]:
        """Return day and time as far as known, and the first day that is meant."""
        return self.date_edit.value(), self.time_edit.value(), self.make_up.first

    def request(self) -> SeriesRequest:
        """Return what is asked for now; what is missing is None."""
        request = SeriesRequest.single(
            self.child_picker.child_id(),
            self.starts(),
            self.length_stepper.value(),
            self.therapist_combo.currentData(),
            self.room_combo.currentData() or None,
            interpreter_id=self.comes_with.interpreter_id(),
            comes_with_id=self.comes_with.caregiver_id(),
            makes_up_id=self.make_up.missed_id if self.kind == VISIT else None,
        )
        if self.kind in {VISIT, INTENSIVE}:
            return request
        count, last_day = self.repeat_box.ends()
        weeks = 2 if self.kind == TWO_WEEKS else 1
        return replace(
            request, kind=SeriesKind.WEEKLY, count=count, last_day=last_day, every_weeks=weeks
        )

    def missing(self) -> dict[str, str]:
        """Return what is missing by field; a room may also be none, but somebody has to say so."""
        problems: dict[str, str] = {}
        try:
            self.request().check()
        except ValidationError as error:
            problems = error.fields
        if "starts_on" in problems:
            problems.pop("weekdays", None)
            problems["starts_on"] = self.tr("Enter a day, like tue or 6/8.")
        if self.room_is_open():
            problems["room_id"] = self.tr("Choose a room, or “No room”.")
        if self.time_edit.value() is None:
            problems["times"] = self.tr("Enter a time like 9, 10:15 or 1p.")
        return problems

    def room_is_open(self) -> bool:
        """Say whether nobody has chosen a room, nor that there is to be none."""
        return self.room_combo.currentIndex() < 0

    def pick_room(self, placed: Callable[[Visit], Visit]) -> None:
        """Take the first room that fits while nobody has chosen one; ``placed`` finds it."""
        request, starts = self.request(), self.starts()
        if self.room_is_open() and starts and request.child_id and request.therapist_id:
            room_id = placed(request.visit_at(starts)).room_id
            if room_id is not None:
                self.show_room(room_id)

    def show_room(self, room_id: int | None) -> None:
        """Show a room; None is none at all."""
        self.room_combo.choose(NO_ROOM if room_id is None else room_id)

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's therapists, rooms and interpreters; closed days are struck."""
        self.therapist_combo.refill([(each.name, each.id) for each in clinic.therapists])
        rooms = [(each.name, each.id) for each in clinic.rooms]
        self.room_combo.refill([*rooms, (self.tr("No room"), NO_ROOM)])
        self.comes_with.show_clinic(clinic)
        closed = {each.day for each in clinic.closed_days}
        self.date_edit.set_days(closed=closed)
        self.repeat_box.set_closed(closed)

    def show_child(self, child: ChildPage | None, usual: UsualVisit | None = None) -> None:
        """Show alerts and family of a child, and take what their visits usually are like."""
        self.comes_with.show_child(child)
        self.make_up.clear()
        if child is None:
            self.alerts.hide()
            return
        self.child_picker.show_child(child.id, child.full_name)
        self.alerts.show_alerts(child, self._today)
        if usual is not None:
            self.length_stepper.set_value(usual.length_minutes)
            self.therapist_combo.choose(usual.therapist_id)
            self.room_combo.choose(usual.room_id)

    def show_like(self, minutes: int | None, therapist_id: int | None, room_id: int | None) -> None:
        """Show how long, with whom and where; what is not known stays as it is."""
        if minutes is not None:
            self.length_stepper.set_value(minutes)
        if therapist_id is not None:
            self.therapist_combo.choose(therapist_id)
        if room_id is not None:
            self.room_combo.choose(room_id)

    def show_place(self, visit: Visit, *, keep_room: bool = False) -> None:
        """Show where a visit would be."""
        self.date_edit.set_value(visit.day)
        self.time_edit.set_value(visit.starts.time())
        self.length_stepper.set_value(visit.minutes[1] - visit.minutes[0])
        self.therapist_combo.choose(visit.therapist_id)
        if not keep_room:
            self.show_room(visit.room_id)

    def show_when(self, day: date | None, at: time | None) -> None:
        """Show a day and a time, either of which may not be known yet."""
        self.date_edit.set_value(day)
        self.time_edit.set_value(at)

    def clear(self) -> None:
        """Empty the form for another booking."""
        self.child_picker.show_child(None, "")
        self.show_child(None)
        self.kind_control.choose(VISIT)
        self.show_when(None, None)
        self.length_stepper.set_value(USUAL_MINUTES)
        for combo in (self.therapist_combo, self.room_combo):
            combo.setCurrentIndex(-1)
        self.repeat_box.clear()
        self.problems.clear()

    def _make(self, search: Callable[[str, int], list[ChildHit]]) -> None:
        self.child_picker = ChildPicker(self.tr("Child"), search)
        self.new_child_button = Button(self.tr("New child"), "link", size="small")
        self.series_button = Button(self.tr("Choose the dates myself"), "link", size="small")
        self.series_button.hide()
        self.alerts = AlertStrip(stacked=True)
        self.alerts.hide()
        self.make_up = MakeUpLine(self._today)
        self.kind_control = SegmentedControl(self.tr("Type"), small=True)
        for key, words in (
            (VISIT, self.tr("Visit")),
            (WEEKLY, self.tr("Weekly")),
            (TWO_WEEKS, self.tr("Every 2 weeks")),
            (INTENSIVE, self.tr("Intensive")),
        ):
            self.kind_control.add(key, words)
        self.date_edit = DateEdit(self.tr("Date"), self._today)
        self.time_edit = TimeEdit(self.tr("Time"))
        limits = (MIN_MINUTES, MAX_MINUTES)
        self.length_stepper = Stepper(
            self.tr("Length"), limits, USUAL_MINUTES, suffix=self.tr("min"), step=QUARTER
        )
        self.therapist_combo = ComboBox(self.tr("Therapist"))
        self.room_combo = ComboBox(self.tr("Room"))
        for combo in (self.therapist_combo, self.room_combo):
            combo.setPlaceholderText(self.tr("Choose"))
        self.repeat_box = RepeatBox(self._today)
        self.repeat_box.hide()
        self.comes_with = ComesWith()

    def _place(self, check_lines: QWidget) -> None:
        self.fields = {
            "child_id": Field(self.tr("Child"), self.child_picker),
            "starts_on": Field(self.tr("Date"), self.date_edit),
            "times": Field(self.tr("Time"), self.time_edit),
            "length_minutes": Field(self.tr("Length"), self.length_stepper),
            "therapist_id": Field(self.tr("Therapist"), self.therapist_combo),
            "room_id": Field(self.tr("Room"), self.room_combo),
            "count": self.repeat_box.field,
        }
        same = {"last_day": self.fields["count"], "weekdays": self.fields["starts_on"]}
        self.problems = FormProblems(self.fields | same)
        column = _column(self)
        column.addWidget(self.fields["child_id"])
        column.addLayout(_apart(self.new_child_button, self.series_button))
        column.addWidget(self.alerts)
        column.addWidget(self.make_up)
        column.addWidget(self.kind_control)
        when_box = QWidget()
        when = _column(when_box)
        when.addWidget(self.fields["starts_on"])
        when.addWidget(self.fields["times"])
        when.addWidget(check_lines)
        column.addWidget(when_box)
        column.addLayout(self._with_whom())
        column.addWidget(self.repeat_box)
        below_box = QWidget()
        self.below = _column(below_box)
        column.addWidget(below_box)
        column.addWidget(self.comes_with)
        self.last = QVBoxLayout()
        column.addLayout(self.last)
        placing = (self.fields["therapist_id"], self.fields["room_id"])
        self._of_dated = (when_box, *placing, below_box)
        column.addStretch(1)

    def _with_whom(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.fields["therapist_id"], 0, 0)
        grid.addWidget(self.fields["room_id"], 0, 1)
        grid.addWidget(self.fields["length_minutes"], 1, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _connect(self) -> None:
        self.child_picker.picked.connect(self.child_changed)
        self.kind_control.changed.connect(self._switch_kind)
        self.date_edit.changed.connect(self.changed)
        self.time_edit.changed.connect(self.changed)
        self.length_stepper.changed.connect(self.changed)
        for combo in (self.therapist_combo, self.room_combo):
            combo.currentIndexChanged.connect(self.changed)
        self.repeat_box.changed.connect(self.changed)
        self.comes_with.changed.connect(self.changed)

    @Slot(str)
    def _switch_kind(self, kind: str) -> None:
        self.repeat_box.setVisible(kind in {WEEKLY, TWO_WEEKS})
        self.series_button.setVisible(kind == INTENSIVE)
        for part in self._of_dated:
            part.setVisible(kind != INTENSIVE)
        self.changed.emit()


def _apart(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column
