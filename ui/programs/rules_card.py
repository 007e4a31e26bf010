"""The rules of an intensive, each with how much it matters: Must, Prefer or Ignore."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from ot_desktop.programs.domain import Rule, RuleChoice, Weight
from ui.programs.words import rule_words, weight_words
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper

_TRIP_LIMITS, _TRIP_USUAL = (0, 240), 60
_THERAPIST_LIMITS, _THERAPISTS_USUAL = (1, 8), 2


class RulesCard(Card):
    """``changed`` comes with every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Rules"))
        self.controls: dict[Rule, SegmentedControl] = {}
        self.numbers = {
            Rule.MOST_THERAPISTS: Stepper(
                self.tr("Most therapists per child"),
                _THERAPIST_LIMITS,
                _THERAPISTS_USUAL,
                small=True,
            ),
            Rule.TRAVEL_BUFFER: Stepper(
                self.tr("Longest wait between two visits of one trip"),
                _TRIP_LIMITS,
                _TRIP_USUAL,
                suffix=self.tr("min"),
                small=True,
                step=15,
            ),
        }
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for rule in Rule:
            self._add(rule)
        self.body.addLayout(self._grid)
        hint = self.tr("Must is never broken. Prefer gives way when a place would be lost.")
        self.add(label(hint, "small", "text-2", wrap=True))

    def rules(self) -> tuple[RuleChoice, ...]:
        """Return the choice made for every rule."""
        return tuple(
            RuleChoice(
                rule,
                Weight(control.chosen()),
                self.numbers[rule].value() if rule in self.numbers else None,
            )
            for rule, control in self.controls.items()
        )

    def show_rules(self, rules: tuple[RuleChoice, ...]) -> None:
        """Show what is saved."""
        for choice in rules:
            self.controls[choice.rule].choose(choice.weight.value)
            if choice.rule in self.numbers and choice.number is not None:
                self.numbers[choice.rule].set_value(choice.number)

    def _add(self, rule: Rule) -> None:
        row = self._grid.rowCount()
        words = rule_words(rule)
        asked = QVBoxLayout()
        asked.setSpacing(4)
        asked.addWidget(label(words, wrap=True))
        if rule in self.numbers:
            line = QHBoxLayout()  # a stretch beside it: the column may grow
            line.addWidget(self.numbers[rule])
            line.addStretch(1)
            asked.addLayout(line)
            self.numbers[rule].changed.connect(self.changed)
        self._grid.addLayout(asked, row, 0)
        control = SegmentedControl(words, small=True)
        for weight, name in weight_words().items():
            control.add(weight.value, name)
        control.choose(Weight.PREFER.value)
        control.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        control.changed.connect(self._tell)
        self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignTop)
        self.controls[rule] = control

    @Slot(str)
    def _tell(self, _key: str) -> None:
        self.changed.emit()
