"""What of the library is shown: skill areas, routines, ages, minutes, what fits the child."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.home_programs.domain import Routine, Skill
from ui.home_programs.library_model import Wanted
from ui.home_programs.skill_button import SkillButton
from ui.home_programs.words import ROUTINE_ICONS, routine_chip
from ui.widgets.chip import Chip, ChipGroup
from ui.widgets.choice import ComboBox
from ui.widgets.label import label

_AGES = {1: 3, 4: 6, 7: 10, 11: 14}
_MINUTES = (3, 5, 10)


class LibraryFilters(QWidget):
    """``changed`` after every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._skills())
        self.routine_chips = ChipGroup(self.tr("Routine"))
        for routine in Routine:
            self.routine_chips.add(
                routine.value, routine_chip(routine), icon=ROUTINE_ICONS[routine]
            )
        column.addWidget(self.routine_chips)
        column.addLayout(self._limits())
        self._connect()

    def wanted(self) -> Wanted:
        """Return what is chosen; words to look for are somebody else's."""
        youngest: int | None = self.age_combo.currentData()
        return Wanted(
            skills=tuple(s.value for s, one in self.skill_buttons.items() if one.isChecked()),
            routines=self.routine_chips.chosen(),
            ages=None if youngest is None else (youngest, _AGES[youngest]),
            most_minutes=self.minutes_combo.currentData(),
            only_fitting=self.fits_chip.isChecked(),
        )

    def clear(self) -> None:
        """Show everything again."""
        for button in self.skill_buttons.values():
            button.setChecked(False)
        self.routine_chips.choose(())
        self.fits_chip.setChecked(False)
        self.age_combo.setCurrentIndex(0)
        self.minutes_combo.setCurrentIndex(0)

    def _skills(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(label(self.tr("Skill"), "caption", "text-2"))
        row.addSpacing(8)
        self._skill_group = QButtonGroup(self)
        self._skill_group.setExclusive(False)
        self.skill_buttons = {skill: SkillButton(skill) for skill in Skill}
        for button in self.skill_buttons.values():
            self._skill_group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _limits(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.fits_chip = Chip(self.tr("Fits"))
        self.fits_chip.setAccessibleName(self.tr("Only what fits this child"))
        self.fits_chip.setToolTip(
            self.tr("Right age, nothing missing at home, no clash with an alert")
        )
        row.addWidget(self.fits_chip)
        self.age_combo = ComboBox(self.tr("Age"))
        self.age_combo.addItem(self.tr("Any age"), None)
        for youngest, oldest in _AGES.items():
            words = self.tr("{0} to {1} years").format(youngest, oldest)
            self.age_combo.addItem(words, youngest)
        self.minutes_combo = ComboBox(self.tr("Minutes"))
        self.minutes_combo.addItem(self.tr("Any length"), None)
        self.minutes_combo.addItem(self.tr("No extra time"), 0)
        for most in _MINUTES:
            self.minutes_combo.addItem(self.tr("Up to {0} min").format(most), most)
        for combo in (self.age_combo, self.minutes_combo):
            combo.setProperty("compact", "true")
            combo.setSizeAdjustPolicy(
                ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            row.addWidget(combo, 1)
        return row

    def _connect(self) -> None:
        self._skill_group.buttonToggled.connect(self._tell_toggled)
        self.routine_chips.changed.connect(self.changed)
        self.fits_chip.toggled.connect(self._tell)
        self.age_combo.currentIndexChanged.connect(self._tell)
        self.minutes_combo.currentIndexChanged.connect(self._tell)

    @Slot(QAbstractButton, bool)
    def _tell_toggled(self, _button: QAbstractButton, _on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
