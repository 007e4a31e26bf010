"""What of a running series is to be different: move, pause, extend or shorten it."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.day_words import WEEKDAYS, clock_text, long_day
from ot_desktop.scheduling.domain import MAX_MINUTES, MAX_SESSIONS, MIN_MINUTES, ScheduledSession
from ot_desktop.scheduling.series_changes import Scope, SeriesChange
from ot_desktop.settings.domain import Clinic
from ui.visits.book_form import QUARTER
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field, FormProblems
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper
from ui.widgets.time_edit import TimeEdit

MOVE, PAUSE, EXTEND, SHORTEN = "move", "pause", "extend", "shorten"
THREE = 3


class SeriesFields(QWidget):
    """``changed`` comes with every edit."""

    changed = Signal()

    def __init__(self, session: ScheduledSession, clinic: Clinic, today: date) -> None:
        super().__init__()
        self._session = session
        self._weekdays: frozenset[int] = frozenset()
        self._sessions: dict[int, ScheduledSession] = {}
        self._make(today)
        self._build()
        self.therapist_combo.refill([(each.name, each.id) for each in clinic.therapists])
        self.room_combo.refill([(each.name, each.id) for each in clinic.rooms])
        self.therapist_combo.choose(session.therapist_id)
        self.room_combo.choose(session.room_id)
        self._connect()

    def show_series(self, sessions: tuple[ScheduledSession, ...]) -> None:
        """Show on which weekdays the sessions to come lie."""
        self._weekdays = frozenset(each.starts.weekday() for each in sessions)
        self.weekday_chips.blockSignals(True)  # noqa: FBT003  (Qt's signature)
        self.weekday_chips.choose(str(day) for day in self._weekdays)
        self.weekday_chips.blockSignals(False)  # noqa: FBT003  (Qt's signature)
        lines = [(_when(each), each.id) for each in sessions]
        self.from_combo.refill(lines)
        self.from_combo.choose(self._session.id)
        self._sessions = {each.id: each for each in sessions}

    def chosen(self) -> ScheduledSession:
        """Return the session the change begins with."""
        return self._sessions.get(self.from_combo.currentData(), self._session)

    @property
    def kind(self) -> str:
        """What is to be done."""
        return self.kind_control.chosen()

    def scope(self) -> Scope:
        """Return which sessions it is about."""
        return Scope(self.scope_control.chosen())

    def change(self) -> SeriesChange:
        """Return what differs from the session that was chosen; the rest stays as it is."""
        before = self.chosen()
        weekdays = frozenset(int(key) for key in self.weekday_chips.chosen())
        at = self.time_edit.value()
        length = self.length_stepper.value()
        therapist_id, room_id = self.therapist_combo.currentData(), self.room_combo.currentData()
        return SeriesChange(
            weekdays=None if weekdays == self._weekdays else weekdays,
            at=None if at == before.starts.time() else at,
            length_minutes=None if length == before.length_minutes else length,
            therapist_id=None if therapist_id == before.therapist_id else therapist_id,
            room_id=None if room_id == before.room_id else room_id,
        )

    def pause(self) -> tuple[date | None, date | None]:
        """Return the first and the last day of the pause."""
        return self.first_edit.value(), self.last_edit.value()

    def count(self) -> int:
        """Return how many sessions more or fewer."""
        stepper = self.more_stepper if self.kind == EXTEND else self.fewer_stepper
        return stepper.value()

    def _make(self, today: date) -> None:
        session = self._session
        self.kind_control = SegmentedControl(self.tr("What to do"), small=True)
        for key, words in (
            (MOVE, self.tr("Change")),
            (PAUSE, self.tr("Pause")),
            (EXTEND, self.tr("Extend")),
            (SHORTEN, self.tr("Shorten")),
        ):
            self.kind_control.add(key, words)
        self.scope_control = SegmentedControl(self.tr("Which sessions"), small=True)
        for scope, words in (
            (Scope.ONLY_THIS, self.tr("Only this")),
            (Scope.THIS_AND_LATER, self.tr("This and following")),
            (Scope.ALL_TO_COME, self.tr("All not yet held")),
        ):
            self.scope_control.add(scope.value, words)
        self.scope_control.choose(Scope.THIS_AND_LATER.value)
        self.from_combo = ComboBox(self.tr("Beginning with"))
        self.weekday_chips = ChipGroup(self.tr("Weekdays"))
        for day, name in enumerate(WEEKDAYS):
            self.weekday_chips.add(str(day), name[:3]).setAccessibleName(name)
        self.time_edit = TimeEdit(self.tr("Time"), session.starts.time())
        self.length_stepper = Stepper(
            self.tr("Length"),
            (MIN_MINUTES, MAX_MINUTES),
            session.length_minutes,
            suffix=self.tr("min"),
            step=QUARTER,
        )
        self.therapist_combo = ComboBox(self.tr("Therapist"))
        self.room_combo = ComboBox(self.tr("Room"))
        self.first_edit = DateEdit(self.tr("Away from"), today)
        self.last_edit = DateEdit(self.tr("Away until"), today)
        self.more_stepper = Stepper(self.tr("More sessions"), (1, MAX_SESSIONS), THREE)
        self.fewer_stepper = Stepper(self.tr("Fewer sessions"), (1, MAX_SESSIONS), 1)

    def _build(self) -> None:
        self.fields = {
            "from": Field(self.tr("Beginning with"), self.from_combo),
            "scope": Field(self.tr("Which sessions"), self.scope_control),
            "weekdays": Field(self.tr("Weekdays"), self.weekday_chips),
            "times": Field(self.tr("Time"), self.time_edit),
            "length_minutes": Field(self.tr("Length"), self.length_stepper),
            "therapist_id": Field(self.tr("Therapist"), self.therapist_combo),
            "room_id": Field(self.tr("Room"), self.room_combo),
            "first": Field(self.tr("Away from"), self.first_edit),
            "last": Field(self.tr("Away until"), self.last_edit),
        }
        self.problems = FormProblems(self.fields)
        self._stack = QStackedWidget()
        pages = (self._move_page(), self._pause_page(), self._count_page(EXTEND))
        for page in (*pages, self._count_page(SHORTEN)):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.kind_control)
        column.addWidget(self._stack)

    def _move_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.fields["from"], 0, 0)
        grid.addWidget(self.fields["scope"], 0, 1, 1, 2)
        grid.addWidget(self.fields["weekdays"], 1, 0, 1, 3)
        grid.addWidget(self.fields["times"], 2, 0)
        grid.addWidget(self.fields["length_minutes"], 2, 1)
        grid.addWidget(self.fields["therapist_id"], 3, 0)
        grid.addWidget(self.fields["room_id"], 3, 1)
        grid.setColumnStretch(2, 1)
        return page

    def _pause_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields["first"])
        column.addWidget(self.fields["last"])
        words = self.tr("The sessions of these days go to the end of the series.")
        column.addWidget(label(words, "small", "text-2", wrap=True))
        column.addStretch(1)
        return page

    def _count_page(self, kind: str) -> QWidget:
        stepper = self.more_stepper if kind == EXTEND else self.fewer_stepper
        name = self.tr("More sessions") if kind == EXTEND else self.tr("Fewer sessions")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(Field(name, stepper))
        row.addStretch(1)
        column.addLayout(row)
        if kind == SHORTEN:
            words = self.tr("The last sessions to come are taken off. What has happened stays.")
            column.addWidget(label(words, "small", "text-2", wrap=True))
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.kind_control.changed.connect(self._switch)
        self.scope_control.changed.connect(self.changed)
        self.weekday_chips.changed.connect(self.changed)
        for edit in (self.time_edit, self.first_edit, self.last_edit):
            edit.changed.connect(self.changed)
        for stepper in (self.length_stepper, self.more_stepper, self.fewer_stepper):
            stepper.changed.connect(self.changed)
        for combo in (self.from_combo, self.therapist_combo, self.room_combo):
            combo.currentIndexChanged.connect(self.changed)

    @Slot(str)
    def _switch(self, kind: str) -> None:
        self._stack.setCurrentIndex((MOVE, PAUSE, EXTEND, SHORTEN).index(kind))
        self.changed.emit()


def _when(session: ScheduledSession) -> str:
    return f"{long_day(session.starts.date())}, {clock_text(session.starts)}"
