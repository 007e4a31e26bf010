"""The level of a goal today, −2 to +2, and what this goal says of the level that is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ot_desktop.caseload.goals import LEVELS, Goal
from ot_desktop.goals.words import LEVEL_NAMES, signed
from ui.notes.choice_bar import ChoiceBar
from ui.widgets.label import label


class LevelLine(QWidget):
    """For a goal whose five levels are written; hidden until it is asked for or tells a level.

    Levels are scored at the start, in the middle and at the end: most notes have none.
    """

    changed = Signal()

    def __init__(self, goal: Goal, last: int | None) -> None:
        super().__init__()
        self._goal = goal
        self._start = goal.baseline_level if last is None else last
        options = [(str(level), signed(level)) for level in LEVELS]
        self.bar = ChoiceBar(self.tr("Level"), options, in_row=True, pad=6)
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.words = label("", "small", "text-2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Level"), "small", "text-2"))
        row.addWidget(self.bar)
        row.addWidget(self.words, 1)
        self.bar.chosen.connect(self._answered)
        self.hide()
        self._say()

    def level(self) -> int | None:
        """Return the level chosen; None while nobody has said."""
        return int(self.bar.value()) if self.bar.value() else None

    def text(self) -> str:
        """Return what the goal says of it."""
        level = self.level()
        return "" if level is None else self._goal.level_text(level)

    def set_level(self, level: int | None) -> None:
        """Show a level without telling anybody."""
        self.bar.set_value("" if level is None else str(level))
        self.setVisible(level is not None)
        self._say()

    def step(self, direction: int) -> None:
        """Go one level up or down; the first step goes to the level scored last."""
        now = self.level()
        first = self._start if self._start is not None else 0
        level = first if now is None else max(LEVELS[0], min(LEVELS[-1], now + direction))
        self.show()
        self.bar.choose(str(level))

    def _answered(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        level = self.level()
        if level is not None:
            self.words.setText(f"{self.tr(LEVEL_NAMES[level])}: {self.text()}")
        elif self._start is None:
            self.words.setText("")
        else:
            self.words.setText(self.tr("Last {0}").format(signed(self._start)))
