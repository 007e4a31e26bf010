"""More on one goal today: out of how many tries, how much assistance, which prompts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.goals.scales import PROMPT_WORDS, STEPS, Assist, Prompt
from ot_desktop.notes.session_part import GoalToday
from ui.notes.count_box import CountBox
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import ComboBox
from ui.widgets.label import label

_MOST_TRIES = 100


class GoalDetails(QWidget):
    """Made when somebody asks for it; ``prompts`` stand in the clinic's own order."""

    changed = Signal()

    def __init__(
        self, told: GoalToday, tries: int, prompts: Sequence[Prompt], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.tries_box = CountBox(self.tr("Tries"), self.tr("{0} tries"), 1, _MOST_TRIES)
        self.tries_box.set_value(tries)
        self.assist_combo = ComboBox(self.tr("Assist level"))
        self.assist_combo.setProperty("compact", "true")
        self.assist_combo.addItem(self.tr("Assist level"), "")
        for assist, step in STEPS.items():
            words = f"{step.code}, {self.tr(step.name).lower()}: {self.tr(step.share)}"
            self.assist_combo.addItem(words, assist.value)
        self.prompt_chips = ChipGroup(self.tr("Prompts"))
        for prompt in prompts:
            self.prompt_chips.add(prompt, self.tr(PROMPT_WORDS[prompt]))
        self._build()
        chosen = told.assist.value if told.assist else ""
        self.assist_combo.setCurrentIndex(self.assist_combo.findData(chosen))
        self.prompt_chips.choose(told.prompts)
        self.assist_combo.currentIndexChanged.connect(self.changed)
        self.prompt_chips.changed.connect(self.changed)

    def assist(self) -> Assist | None:
        """Return how much of the effort was the child's, or None when nobody has said."""
        chosen = self.assist_combo.currentData()
        return Assist(chosen) if chosen else None

    def prompts(self) -> tuple[Prompt, ...]:
        """Return every kind of prompt that was given."""
        return tuple(Prompt(key) for key in self.prompt_chips.chosen())

    def take_focus(self) -> None:
        """Begin with the assist level."""
        self.assist_combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 0, 3, 8)
        column.setSpacing(6)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.assist_combo, 1)
        first.addWidget(self.tries_box)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(label(self.tr("Prompts"), "small", "text-2"), alignment=_TOP)
        second.addWidget(self.prompt_chips, 1)
        column.addLayout(first)
        column.addLayout(second)


_TOP = Qt.AlignmentFlag.AlignTop
