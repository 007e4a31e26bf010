"""Words that worked: kept with the goal when signed, and printed on the home program unchanged."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import CueWords
from ui.notes.add_chip import AddChip
from ui.notes.section import Section
from ui.widgets.chip import Chip
from ui.widgets.choice import ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.leaving import take_away


class CueSection(Section):
    """The goals' own words come up; tick those that worked today, or add new ones to a goal."""

    def __init__(self) -> None:
        super().__init__(self.tr("Words that worked"), self.tr("Printed on the home program"))
        self._chips: list[tuple[CueWords, Chip]] = []
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6)
        self.add_chip = AddChip(self.tr("Add words that worked"), "", self.tr("Pinch, push, pull"))
        self._flow.addWidget(self.add_chip)
        self.goal_combo = ComboBox(self.tr("Goal these words belong to"))
        self.goal_combo.setProperty("compact", "true")
        self.goal_combo.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.goal_combo.setMinimumContentsLength(16)
        self._goal_row = QWidget()
        row = QHBoxLayout(self._goal_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("New words go with"), "small", "text-2"))
        row.addWidget(self.goal_combo, 1)
        self.body.addWidget(holder)
        self.body.addWidget(self._goal_row)
        self.add_chip.added.connect(self._add)

    def show_page(self, page: NotePage) -> None:
        """Offer each goal's words and tick those of the note."""
        for _cue, chip in self._chips:
            take_away(chip, self._flow)
        self._chips = []
        worked = page.content.parent.cue_words
        for cue in worked:
            self._put(cue, worked=True)
        for cue in _known(page.goals):
            if cue not in worked:
                self._put(cue, worked=False)
        self.goal_combo.clear()
        for goal in page.goals:
            self.goal_combo.addItem(goal.statement, goal.id)
        self._goal_row.setVisible(len(page.goals) > 1)

    def speak_plainly(self, *, on: bool) -> None:
        """Leave to the therapist which goal new words belong to."""
        super().speak_plainly(on=on)
        self._goal_row.setVisible(self.goal_combo.count() > 1 and not on)

    def told(self) -> tuple[CueWords, ...]:
        """Return the words that worked."""
        return tuple(cue for cue, chip in self._chips if chip.isChecked())

    @Slot(str)
    def _add(self, words: str) -> None:
        clean = words.strip("“”\"' ")
        if clean:
            self._put(CueWords(clean, self.goal_combo.currentData()), worked=True)
            self.changed.emit()
            self.rebuilt.emit()

    def _put(self, cue: CueWords, *, worked: bool) -> None:
        chip = Chip(f"“{cue.words}”")
        chip.setChecked(worked)
        chip.toggled.connect(self.changed)
        self._chips.append((cue, chip))
        self._flow.removeWidget(self.add_chip)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.add_chip)


def _known(goals: tuple[Goal, ...]) -> list[CueWords]:
    return [CueWords(words, goal.id) for goal in goals for words in goal.cue_words]
