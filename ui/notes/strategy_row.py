"""One strategy shown today: what was done with it, and the help the parent needed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ot_desktop.caseload.domain import first_name
from ot_desktop.notes.parent_part import ParentHelp, ShownHow, StrategyShown
from ot_desktop.notes.wording import PARENT_HELP, SHOWN
from ui.notes.choice_bar import ChoiceBar
from ui.notes.key_row import KeyRow
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.label import label

_LETTERS = {
    "e": ShownHow.EXPLAINED,
    "s": ShownHow.DEMONSTRATED,
    "t": ShownHow.TRIED,
    "b": ShownHow.TAUGHT_BACK,
}
_SPLIT = "d"
_HELP_KEYS = dict(zip((str(key) for key in range(1, 6)), ParentHelp, strict=True))


class StrategyRow(KeyRow):
    """Letters E, S, T, B say what was done; 1 to 5 the help the parent needed.

    ``split_wanted`` carries the strategy that each caregiver did differently.
    """

    split_wanted = Signal(str)
    letters = "".join((*_LETTERS, *_HELP_KEYS, _SPLIT))

    def __init__(self, told: StrategyShown) -> None:
        self._called = f"{told.title}, {first_name(told.to)}" if told.to else told.title
        super().__init__(self._called)
        self._told = told
        self.split_button = Button(self.tr("Each differently"), "link", size="small")
        self.split_button.setAccessibleName(
            self.tr("Tell caregivers apart: {0}").format(told.title)
        )
        self.split_button.setToolTip(self.tr("Key D"))
        self.split_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.split_button.hide()
        self.how_chips = ChipGroup(self.tr("How it was shown"))
        for how in ShownHow:
            chip = self.how_chips.add(how, self.tr(SHOWN[how]), checked=how in told.how)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.help_bar = ChoiceBar(
            self.tr("Help the parent needed"),
            [(help_, self.tr(PARENT_HELP[help_])) for help_ in ParentHelp],
            in_row=True, pad=5,
        )  # fmt: skip
        self.help_bar.set_value(told.parent_help or "")
        self._build()
        self.how_chips.changed.connect(self.changed)
        self.help_bar.chosen.connect(self.changed)
        self.split_button.clicked.connect(self._split)

    def told(self) -> StrategyShown:
        """Return what was said of this strategy."""
        key = self.help_bar.value()
        return replace(
            self._told,
            how=tuple(ShownHow(how) for how in self.how_chips.chosen()),
            parent_help=ParentHelp(key) if key else None,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter for how, a number for the help."""
        typed = self.letter_of(event)
        if typed in _LETTERS:
            self.how_chips.chip(_LETTERS[typed]).toggle()
        elif typed in _HELP_KEYS:
            self.help_bar.choose(_HELP_KEYS[typed])
        elif typed == _SPLIT and not self.split_button.isHidden():
            self._split()
        else:
            super().keyPressEvent(event)

    def _split(self) -> None:
        self.split_wanted.emit(self._told.title)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 4, 3, 6)
        column.setSpacing(5)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(self._called, "body-strong", wrap=True), 1)
        first.addWidget(self.split_button)
        column.addLayout(first)
        column.addWidget(self.how_chips)
        column.addWidget(self.help_bar)
