"""The left side of booking: who, from when, on which days and times, how many, with whom."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.table import ChildHit
from ot_desktop.day_words import WEEKDAYS
from ot_desktop.scheduling.domain import MAX_MINUTES, MAX_SESSIONS, MIN_MINUTES, SeriesRequest
from ot_desktop.settings.domain import Clinic
from ui.shared.alert_strip import AlertStrip
from ui.shared.child_picker import ChildPicker
from ui.visits.visit_words import interpreter_need
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field, FormProblems
from ui.widgets.notice import Notice
from ui.widgets.rows import at_left
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper
from ui.widgets.time_edit import TimeEdit

NINE = time(9)
USUAL_MINUTES = 60
USUAL_COUNT = 20
QUARTER = 15
NO_ROOM = 0
BY_COUNT, BY_DATE = "count", "date"


class SeriesForm(QWidget):
    """``changed`` comes with every edit; ``child_changed`` carries an id or None."""

    changed = Signal()
    child_changed = Signal(object)

    def __init__(
        self,
        search: Callable[[str, int], list[ChildHit]],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(False)
        self._today = today
        self._therapist_is_chosen = False
        self._make(search)
        self._build()
        self._connect()

    def request(self) -> SeriesRequest:
        """Return what is asked for now; what is missing is None."""
        by_count = self.end_control.chosen() == BY_COUNT
        times = (self.time_edit.value(), self.second_edit.value())
        return SeriesRequest(
            child_id=self.child_picker.child_id(),
            starts_on=self.start_edit.value(),
            weekdays=frozenset(int(key) for key in self.weekday_chips.chosen()),
            times=tuple(at for at in times if at is not None),
            length_minutes=self.length_stepper.value(),
            therapist_id=self.therapist_combo.currentData(),
            room_id=self.room_combo.currentData() or None,
            count=self.count_stepper.value() if by_count else None,
            last_day=None if by_count else self.last_day_edit.value(),
            latest_day=self.latest_edit.value(),
        )

    def missing(self) -> dict[str, str]:
        """Return what only the form can know is missing: text that means nothing, no room yet."""
        problems = {}
        if self.room_combo.currentIndex() < 0:
            problems["room_id"] = self.tr("Choose a room, or “No room”.")
        for name, edit in (("times", self.time_edit), ("second", self.second_edit)):
            if edit.value() is None and edit.text().strip():
                problems[name] = self.tr("Enter a time like 9, 10:15 or 1p.")
        if self.latest_edit.value() is None and self.latest_edit.text().strip():
            problems["latest_day"] = self.tr("Enter a day like 6/25, or leave it empty.")
        return problems

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's therapists, rooms and open weekdays."""
        self.therapist_combo.refill([(each.name, each.id) for each in clinic.therapists])
        rooms = [(each.name, each.id) for each in clinic.rooms]
        self.room_combo.refill([*rooms, (self.tr("No room"), NO_ROOM)])
        closed = {each.day for each in clinic.closed_days}
        for edit in (self.start_edit, self.last_day_edit, self.latest_edit):
            edit.set_days(closed=closed)
        if not self.weekday_chips.chosen():
            open_days = {each.weekday for each in clinic.hours} or set(range(5))
            self.weekday_chips.choose(str(day) for day in open_days)

    def show_child(self, child: ChildPage | None) -> None:
        """Show a child's alerts, and take the child's own therapist unless one was chosen."""
        self.alerts.setVisible(child is not None)
        self.interpreter_notice.say(interpreter_need(child) if child is not None else "")
        if child is None:
            return
        self.child_picker.show_child(child.id, child.full_name)
        self.alerts.show_alerts(child, self._today)
        if not self._therapist_is_chosen:  # what the last child left there is nobody's choice
            self.therapist_combo.choose(child.therapist_id)

    def clear(self) -> None:
        """Empty what belongs to one booking; times, length and weekdays stay."""
        self.child_picker.show_child(None, "")
        self.show_child(None)
        self._therapist_is_chosen = False
        for edit in (self.start_edit, self.last_day_edit, self.latest_edit):
            edit.set_value(None)
        self.problems.clear()
        self.child_picker.setFocus()

    def _make(self, search: Callable[[str, int], list[ChildHit]]) -> None:
        self.child_picker = ChildPicker(self.tr("Child"), search)
        self.alerts = AlertStrip(stacked=True)
        self.alerts.hide()
        self.interpreter_notice = Notice("info", "language")
        self.start_edit = DateEdit(self.tr("First day"), self._today)
        self.weekday_chips = ChipGroup(self.tr("Weekdays"))
        for day, name in enumerate(WEEKDAYS):
            self.weekday_chips.add(str(day), name[:3]).setAccessibleName(name)
        self.time_edit = TimeEdit(self.tr("Time"), NINE)
        self.second_edit = TimeEdit(self.tr("Second time a day"))
        limits = (MIN_MINUTES, MAX_MINUTES)
        self.length_stepper = Stepper(
            self.tr("Length"), limits, USUAL_MINUTES, suffix=self.tr("min"), step=QUARTER
        )
        self.end_control = SegmentedControl(self.tr("Ends"))
        self.end_control.add(BY_COUNT, self.tr("By number"))
        self.end_control.add(BY_DATE, self.tr("By date"))
        self.count_stepper = Stepper(self.tr("Sessions"), (1, MAX_SESSIONS), USUAL_COUNT)
        self.last_day_edit = DateEdit(self.tr("Last day"), self._today)
        self.therapist_combo = ComboBox(self.tr("Therapist"))
        self.therapist_combo.setPlaceholderText(self.tr("Choose"))
        self.room_combo = ComboBox(self.tr("Room"))
        self.room_combo.setPlaceholderText(self.tr("Choose"))
        self.latest_edit = DateEdit(self.tr("Family leaves after"), self._today)

    def _build(self) -> None:
        self._ends = QStackedWidget()
        self._ends.addWidget(at_left(self.count_stepper))
        self._ends.addWidget(self.last_day_edit)
        ends = QWidget()
        row = QHBoxLayout(ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.end_control)
        row.addWidget(self._ends, 1)
        ends.setFocusProxy(self.end_control)
        self._fields = {
            "child_id": Field(self.tr("Child"), self.child_picker),
            "starts_on": Field(self.tr("First day"), self.start_edit),
            "weekdays": Field(self.tr("Weekdays"), self.weekday_chips),
            "times": Field(self.tr("Time"), self.time_edit),
            "second": Field(self.tr("Second time"), self.second_edit, optional=True),
            "length_minutes": Field(self.tr("Length"), self.length_stepper),
            "count": Field(self.tr("Ends"), ends),
            "therapist_id": Field(self.tr("Therapist"), self.therapist_combo),
            "room_id": Field(self.tr("Room"), self.room_combo),
            "latest_day": Field(self.tr("Family leaves after"), self.latest_edit, optional=True),
        }
        # By number or by date, one field stands for both.
        self.problems = FormProblems({**self._fields, "last_day": self._fields["count"]})
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addWidget(self._fields["child_id"])
        column.addWidget(self.alerts)
        column.addWidget(self.interpreter_notice)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for row, names in enumerate(_PLACES):
            for place, name in enumerate(names):
                grid.addWidget(self._fields[name], row, place, 1, len(names) % 2 + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)

    def _connect(self) -> None:
        self.child_picker.picked.connect(self.child_changed)
        for date_edit in (self.start_edit, self.last_day_edit, self.latest_edit):
            date_edit.changed.connect(self.changed)
        for time_edit in (self.time_edit, self.second_edit):
            time_edit.changed.connect(self.changed)
        for stepper in (self.length_stepper, self.count_stepper):
            stepper.changed.connect(self.changed)
        for combo in (self.therapist_combo, self.room_combo):
            combo.currentIndexChanged.connect(self.changed)
        self.therapist_combo.activated.connect(self._keep_therapist)
        self.weekday_chips.changed.connect(self.changed)
        self.end_control.changed.connect(self._switch_end)

    @Slot()
    def _keep_therapist(self) -> None:
        self._therapist_is_chosen = True

    @Slot(str)
    def _switch_end(self, end: str) -> None:
        self._ends.setCurrentIndex(0 if end == BY_COUNT else 1)
        self.changed.emit()


_PLACES = (
    ("starts_on",),
    ("weekdays",),
    ("times", "second"),
    ("length_minutes",),
    ("therapist_id", "room_id"),
    ("count",),
    ("latest_day",),
)
