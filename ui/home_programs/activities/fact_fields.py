"""What an activity is beside its words: skill areas, routines, ages, minutes, hazards."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.checking import (
    MOST_MINUTES,
    MOST_TIMES_A_WEEK,
    OLDEST,
    YOUNGEST,
    Remark,
)
from ot_desktop.home_programs.domain import Activity, Hazard, Routine, Skill
from ui.home_programs.activities.words import field_words, hazard_words
from ui.home_programs.words import ROUTINE_ICONS, SKILL_ICONS, routine_chip, skill_words, tr
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import CheckBox
from ui.widgets.label import label, set_tone
from ui.widgets.stepper import Stepper


class FactFields(QWidget):
    """``changed`` tells that something else is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._told: dict[str, QLabel] = {}
        self._order: dict[Skill, int] = {}
        self.skills = self._chips("skills")
        for skill in Skill:
            self.skills.add(skill.value, skill_words(skill), icon=SKILL_ICONS[skill])
        self.routines = self._chips("routines")
        for routine in Routine:
            icon = ROUTINE_ICONS[routine]
            self.routines.add(routine.value, routine_chip(routine), icon=icon)
        self._add_numbers()
        self.hazards = self._chips("hazards")
        for hazard in Hazard:
            self.hazards.add(hazard.value, hazard_words(hazard))
        self._column.addStretch(1)

    def show_activity(self, activity: Activity) -> None:
        """Show these; nothing is told of it."""
        with QSignalBlocker(self):
            self.skills.choose(skill.value for skill in activity.skills)
            self.routines.choose(routine.value for routine in activity.routines)
            self.hazards.choose(hazard.value for hazard in activity.hazards)
            self.from_stepper.set_value(activity.age_from)
            self.to_stepper.set_value(activity.age_to)
            self.minutes_stepper.set_value(activity.minutes)
            self.times_stepper.set_value(activity.times_per_week)
            self.embedded_box.setChecked(activity.is_embedded)
        self._order = {skill: place for place, skill in enumerate(activity.skills)}

    def put_on(self, activity: Activity) -> Activity:
        """Return ``activity`` with what is chosen; the skill area that came first stays first."""
        skills = sorted(map(Skill, self.skills.chosen()), key=self._place)
        kept = [one for one in activity.routines if one.value in self.routines.chosen()]
        routines = dict.fromkeys((*kept, *map(Routine, self.routines.chosen())))
        return replace(
            activity,
            skills=tuple(skills),
            routines=tuple(routines),
            age_from=self.from_stepper.value(),
            age_to=self.to_stepper.value(),
            minutes=self.minutes_stepper.value(),
            times_per_week=self.times_stepper.value(),
            is_embedded=self.embedded_box.isChecked(),
            hazards=frozenset(map(Hazard, self.hazards.chosen())),
        )

    def show_hints(self, remarks: Iterable[Remark]) -> None:
        """Put amber sentences below what they are about."""
        self._tell(remarks, "warn-text")

    def show_problems(self, remarks: Iterable[Remark]) -> None:
        """Put red sentences below what they are about."""
        self._tell(remarks, "danger-text")

    def _tell(self, remarks: Iterable[Remark], tone: str) -> None:
        told = {one.field: one.sentence for one in remarks}
        for name, shown in self._told.items():
            shown.setText(told.get(name, ""))
            set_tone(shown, tone)
            shown.setVisible(name in told)

    def _place(self, skill: Skill) -> int:
        return self._order.get(skill, len(self._order))

    def _chips(self, name: str) -> ChipGroup:
        called = field_words(name)
        self._column.addSpacing(6)
        self._column.addWidget(label(called, "label"))
        chips = ChipGroup(called)
        chips.changed.connect(self.changed)
        self._column.addWidget(chips)
        self._add_told(name)
        return chips

    def _add_told(self, name: str) -> None:
        shown = label("", "small", "warn-text", wrap=True)
        shown.hide()
        self._told[name] = shown
        self._column.addWidget(shown)

    def _add_numbers(self) -> None:
        ages = (YOUNGEST, OLDEST)
        self.from_stepper = Stepper(tr("Youngest age"), ages, 3, small=True)
        self.to_stepper = Stepper(tr("Oldest age"), ages, 8, small=True)
        self._add_pair(tr("Ages"), (self.from_stepper, label(tr("to")), self.to_stepper))
        self._add_told("ages")
        self.minutes_stepper = Stepper(
            tr("Minutes"), (1, MOST_MINUTES), 5, suffix=tr("min"), small=True
        )
        self.times_stepper = Stepper(
            tr("Times a week"), (1, MOST_TIMES_A_WEEK), 5, suffix=tr("a week"), small=True
        )
        self._add_pair(tr("How long, how often"), (self.minutes_stepper, self.times_stepper))
        self._add_told("minutes")
        self._add_told("times_per_week")
        self.embedded_box = CheckBox(tr("Part of the routine: no extra time"))
        self.embedded_box.toggled.connect(self._tell_changed)
        self._column.addWidget(self.embedded_box)
        for stepper in (
            self.from_stepper,
            self.to_stepper,
            self.minutes_stepper,
            self.times_stepper,
        ):
            stepper.changed.connect(self._tell_changed)

    def _add_pair(self, name: str, parts: tuple[QWidget, ...]) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(label(name, "label"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        self._column.addLayout(row)

    @Slot()
    def _tell_changed(self) -> None:
        self.changed.emit()
