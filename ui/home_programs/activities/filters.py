"""The line of filters above the library: words, skill areas, routines, and what narrows more."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.home_programs.domain import Hazard, Routine, Skill
from ui.home_programs.activities.wanted import (
    BUILT_IN,
    CHANGED,
    DRAFTS,
    NO_HAZARD,
    OURS,
    RETIRED,
    WITH_SPANISH,
    WITHOUT_SPANISH,
    Wanted,
)
from ui.home_programs.activities.words import hazard_words
from ui.home_programs.skill_button import SkillButton
from ui.home_programs.words import ROUTINE_ICONS, routine_chip
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.search_box import SearchBox

_SEARCH_WIDTH = 210
_OLDEST = 14
_LETTERS = 9
_LENGTHS = (2, 3, 5, 10)


class Filters(QWidget):
    """``changed`` tells that something else is wanted; ``entered`` that Enter was pressed."""

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._first())
        column.addLayout(self._second())
        self._connect()
        self._fit()

    def wanted(self) -> Wanted:
        """Return what is chosen now."""
        return Wanted(
            words=self.find_edit.text(),
            skills=tuple(skill.value for skill, one in self.skills.items() if one.isChecked()),
            routines=self.routine_chips.chosen(),
            age=self.age_box.currentData(),
            minutes=self.minutes_box.currentData(),
            language=self.language_box.currentData(),
            without=self.hazard_box.currentData(),
            state=self.state_box.currentData(),
        )

    def show_count(self, shown: int, of: int) -> None:
        """Say how many activities are shown."""
        words = self.tr("{0} activities") if shown == of else self.tr("{0} of {1} activities")
        self.count_label.setText(words.format(shown, of))
        self.clear_button.setVisible(self.wanted() != Wanted())

    @Slot()
    def clear(self) -> None:
        """Want everything again."""
        self.find_edit.clear()
        for button in self.skills.values():
            button.setChecked(False)
        self.routine_chips.choose(())
        for box in self._boxes():
            box.setCurrentIndex(0)

    def show_state(self, state: str) -> None:
        """Show what is in one state only, such as the drafts."""
        self.clear()
        self.state_box.choose(state)

    def _first(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        self.find_edit = SearchBox(self.tr("Find an activity"), self.tr("Name, word or toy"))
        flow.addWidget(self.find_edit)
        flow.addWidget(self._skills())
        for box in self._make_boxes():
            flow.addWidget(box)
        return holder

    def _skills(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._skill_group = QButtonGroup(self)
        self._skill_group.setExclusive(False)
        self.skills = {skill: SkillButton(skill) for skill in Skill}
        for button in self.skills.values():
            self._skill_group.addButton(button)
            row.addWidget(button)
        return holder

    def _make_boxes(self) -> Iterable[ComboBox]:
        tr = self.tr
        years: list[tuple[str, object]] = [
            (tr("Age {0}").format(age), age) for age in range(1, _OLDEST + 1)
        ]
        self.age_box = self._box(tr("Age"), [(tr("Any age"), None), *years])
        lengths: list[tuple[str, object]] = [
            (tr("Up to {0} min").format(most), most) for most in _LENGTHS
        ]
        self.minutes_box = self._box(tr("Length"), [(tr("Any length"), None), *lengths])
        self.language_box = self._box(
            tr("Language"),
            [
                (tr("Any language"), None),
                (tr("With Spanish"), WITH_SPANISH),
                (tr("Spanish is missing"), WITHOUT_SPANISH),
            ],
        )
        without: list[tuple[str, object]] = [
            (tr("Without: {0}").format(hazard_words(hazard)), hazard.value) for hazard in Hazard
        ]
        self.hazard_box = self._box(
            tr("Hazards"),
            [(tr("Any hazard"), None), (tr("No hazard at all"), NO_HAZARD), *without],
        )
        self.state_box = self._box(
            tr("Whose"),
            [
                (tr("All activities"), None),
                (tr("Built in"), BUILT_IN),
                (tr("Changed by us"), CHANGED),
                (tr("Our own"), OURS),
                (tr("Drafts"), DRAFTS),
                (tr("Taken out"), RETIRED),
            ],
        )
        return self._boxes()

    def _boxes(self) -> tuple[ComboBox, ...]:
        return (
            self.age_box,
            self.minutes_box,
            self.language_box,
            self.hazard_box,
            self.state_box,
        )

    def _box(self, name: str, lines: Iterable[tuple[str, object]]) -> ComboBox:
        box = ComboBox(name)
        box.refill(lines)
        box.setCurrentIndex(0)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + theme().px(24))
        return box

    def _second(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.routine_chips = ChipGroup(self.tr("Routine"))
        for routine in Routine:
            icon = ROUTINE_ICONS[routine]
            self.routine_chips.add(routine.value, routine_chip(routine), icon=icon)
        row.addWidget(self.routine_chips, 1)
        self.clear_button = Button(self.tr("Clear filters"), "link", icon="x", size="small")
        self.clear_button.hide()
        row.addWidget(self.clear_button)
        self.count_label = label("", "small", "text-2")
        row.addWidget(self.count_label, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _connect(self) -> None:
        self.find_edit.textChanged.connect(self.changed)
        self.find_edit.returnPressed.connect(self.entered)
        self._skill_group.buttonToggled.connect(self._tell)
        self.routine_chips.changed.connect(self.changed)
        for box in self._boxes():
            box.currentIndexChanged.connect(self._tell_box)
        self.clear_button.clicked.connect(self.clear)
        theme().changed.connect(self._fit)

    @Slot(QAbstractButton, bool)
    def _tell(self, _button: QAbstractButton, _on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        self.changed.emit()

    @Slot(int)
    def _tell_box(self, _index: int) -> None:
        self.changed.emit()

    @Slot()
    def _fit(self) -> None:
        self.find_edit.setFixedWidth(theme().px(_SEARCH_WIDTH))
