"""Which of a child's goals the block works on; shown to those who may read goals."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.goals.domain import goals_hint
from ui.widgets.choice import CheckBox
from ui.widgets.label import label
from ui.widgets.leaving import empty

_LONGEST = 44


class GoalChips(QWidget):
    """``changed`` comes with every tick."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[int, CheckBox] = {}
        self._kept: tuple[int, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_goals(self, goals: Sequence[Goal], chosen: tuple[int, ...]) -> None:
        """Show the goals that are not met, the chosen ones ticked."""
        self._kept = chosen
        empty(self._column)
        self._boxes.clear()
        for goal in goals:
            if goal.id is None or goal.met_on is not None:
                continue
            words = goal.statement
            short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
            box = CheckBox(short, checked=goal.id in chosen)
            box.setToolTip(words)
            box.setAccessibleName(words)
            box.toggled.connect(self._tell)
            self._boxes[goal.id] = box
            self._column.addWidget(box)
        if not self._boxes:
            self._column.addWidget(label(self.tr("No open goal."), "small", "text-2"))
        self.hint_label = label("", "small", "warn-text", wrap=True)
        self._column.addWidget(self.hint_label)
        self._hint()

    def chosen(self) -> tuple[int, ...]:
        """Return the goals' ids; those that are not shown stay as they were."""
        hidden = tuple(each for each in self._kept if each not in self._boxes)
        return hidden + tuple(key for key, box in self._boxes.items() if box.isChecked())

    @Slot()
    def _tell(self) -> None:
        self._hint()
        self.changed.emit()

    def _hint(self) -> None:
        words = goals_hint(len(self.chosen()))
        self.hint_label.setText(words)
        self.hint_label.setVisible(bool(words))
