"""The fields of one child's wishes: sessions, therapist, times, days away, priority, family."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.errors import ValidationError
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import ChildWishes, Program, ProgramChild, Weight
from ot_desktop.programs.typed_away import away_typed, parse_away
from ot_desktop.programs.typed_times import parse_windows, windows_text
from ot_desktop.settings.domain import Clinic
from ui.programs.goal_chips import GoalChips
from ui.programs.times_card import TimesCard
from ui.programs.wanted_rows import WantedRows
from ui.programs.words import away_words, priority_words, therapist_weight_words
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field, FormProblems
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper

_PRIORITIES = (1, 2, 3)
_TRAVEL_LIMITS, _TRAVEL_STEP = (0, 240), 5
_CAREGIVER_LIMITS = (1, 2)
_DAY_LIMITS = (1, 2)


class ChildForm(QWidget):
    """``changed`` comes with every edit but the times': ``TimesCard`` tells those itself."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wishes = ChildWishes()
        self._near = date.min
        self._showing = False
        self._make()
        self._fields = self._named_fields()
        self.problems = FormProblems(self._fields)
        self._place()
        self._connect()

    def show_child(self, program: Program, child: ProgramChild, goals: Sequence[Goal]) -> None:
        """Show what is saved."""
        self._showing = True
        self._wishes, self._near = child.wishes, program.starts_on
        wishes = child.wishes
        self.times.show_times(wishes.can_come)
        self.wanted.show_wanted(program, wishes.wanted)
        self.therapist_box.setCurrentIndex(max(0, self.therapist_box.findData(wishes.therapist_id)))
        self.weight.choose(wishes.therapist_weight.value)
        self.priority.choose(str(min(_PRIORITIES[-1], wishes.priority)))
        self._write(self.away_edit, away_typed(wishes.away))
        self._write(self.preferred_edit, windows_text(wishes.preferred))
        self.most_a_day.set_value(wishes.most_a_day)
        self.caregivers.set_value(wishes.caregivers)
        self.travel.set_value(wishes.travel_minutes or 0)
        self.goals.show_goals(goals, wishes.goal_ids)
        self._say_away()
        self._showing = False

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's week and therapists."""
        self._showing = True
        self.times.show_clinic(clinic)
        self.therapist_box.clear()
        self.therapist_box.addItem(self.tr("not chosen yet"), None)
        for therapist in clinic.therapists:
            self.therapist_box.addItem(therapist.name, therapist.id)
        self._showing = False

    def wishes(self) -> ChildWishes:
        """Return what is filled in; raises ``ValidationError`` for text that means nothing."""
        away = parse_away(self.away_edit.text(), self._near)
        problems = {}
        if away is None:
            problems["away"] = self.tr("Write days like 6/22 to 6/26, 7/3.")
        preferred = self._preferred()
        if preferred is None:
            problems["preferred"] = self.tr("Write times like 9-11, or mornings.")
        if problems or away is None or preferred is None:
            raise ValidationError(problems)
        known = {(each.first_day, each.last_day): each for each in self._wishes.away}
        therapist_id = self.therapist_box.currentData()
        return replace(
            self._wishes,
            wanted=self.wanted.wanted(),
            therapist_id=therapist_id,
            therapist_weight=Weight(self.weight.chosen()),
            priority=int(self.priority.chosen()),
            away=tuple(known.get((each.first_day, each.last_day), each) for each in away),
            preferred=preferred,
            most_a_day=self.most_a_day.value(),
            caregivers=self.caregivers.value(),
            travel_minutes=self.travel.value() or None,
            goal_ids=self.goals.chosen(),
        )

    # Building.

    def _make(self) -> None:
        self.times = TimesCard()
        self.wanted = WantedRows()
        self.therapist_box = ComboBox(self.tr("Therapist"))
        self.weight = SegmentedControl(self.tr("How much the therapist matters"), small=True)
        for weight, words in therapist_weight_words().items():
            self.weight.add(weight.value, words)
        self.priority = SegmentedControl(self.tr("Priority"), small=True)
        for priority in _PRIORITIES:
            self.priority.add(str(priority), priority_words(priority))
        self.away_edit, self.preferred_edit = QLineEdit(), QLineEdit()
        self.away_edit.setPlaceholderText(self.tr("6/22 to 6/26, 7/3"))
        self.preferred_edit.setPlaceholderText(self.tr("mornings, 9-11"))
        self.away_label = label("", "small", "text-2", wrap=True)
        self.most_a_day = Stepper(self.tr("Most a day"), _DAY_LIMITS, 1, small=True)
        self.caregivers = Stepper(
            self.tr("Adults who can bring children at once"), _CAREGIVER_LIMITS, 1, small=True
        )
        self.travel = Stepper(
            self.tr("Drive one way"),
            _TRAVEL_LIMITS,
            0,
            suffix=self.tr("min"),
            small=True,
            step=_TRAVEL_STEP,
        )
        self.goals = GoalChips()

    def _named_fields(self) -> dict[str, Field]:
        therapist = QWidget()
        column = QVBoxLayout(therapist)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.therapist_box)
        column.addWidget(self.weight)
        therapist.setFocusProxy(self.therapist_box)
        self.goals_field = Field(self.tr("Goals of the block"), self.goals)
        return {
            "can_come": self.times.field,
            "wanted": Field(self.tr("Sessions"), self.wanted),
            "therapist_id": Field(self.tr("Therapist"), therapist),
            "away": Field(self.tr("Away"), self.away_edit, optional=True),
            "preferred": Field(self.tr("Likes best"), self.preferred_edit, optional=True),
            "priority": Field(self.tr("Priority"), self.priority),
            "goal_ids": self.goals_field,
        }

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        column.addWidget(self.times)
        for name, field in self._fields.items():
            if name != "can_come":
                column.addWidget(field)
            if name == "away":
                column.addWidget(self.away_label)
        for words, stepper in (
            (self.tr("Most visits a day"), self.most_a_day),
            (self.tr("Drive one way"), self.travel),
            (self.tr("Adults who can bring children at once"), self.caregivers),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(label(words, wrap=True), 1)
            row.addWidget(stepper)
            column.addLayout(row)
        column.addStretch(1)

    def _connect(self) -> None:
        for signal in (
            self.wanted.changed,
            self.goals.changed,
            self.therapist_box.currentIndexChanged,
            self.weight.changed,
            self.priority.changed,
            self.away_edit.textEdited,
            self.preferred_edit.textEdited,
            self.most_a_day.changed,
            self.caregivers.changed,
            self.travel.changed,
        ):
            signal.connect(self._tell)
        self.away_edit.textEdited.connect(self._say_away)
        self.weight.changed.connect(self._show_weight)

    def _preferred(self) -> tuple[Window, ...] | None:
        typed = self.preferred_edit.text().strip()
        return parse_windows(typed, self.times.open_hours()) if typed else ()

    def _write(self, edit: QLineEdit, words: str) -> None:
        """Write what is saved, unless somebody is typing there."""
        if not (edit.hasFocus() and edit.isModified()):
            edit.setText(words)

    @Slot()
    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()

    @Slot(str)
    def _show_weight(self, weight: str) -> None:
        self.therapist_box.setEnabled(weight != Weight.IGNORE.value)

    @Slot()
    def _say_away(self) -> None:
        """Write beside the typed days what they mean."""
        away = parse_away(self.away_edit.text(), self._near)
        words = away_words(away) if away else ""
        self.away_label.setText(words)
        self.away_label.setVisible(bool(words))
