"""Musts of one child that cannot hold together, with a button for each that could give way."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ot_desktop.programs.contradictions import Contradiction
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.symbol import Symbol


class ContradictionRow(QFrame):
    """``ease_wanted`` carries an ``Easing``; ``child_wanted`` leads to the wishes."""

    ease_wanted = Signal(object)
    child_wanted = Signal()

    def __init__(self, contradiction: Contradiction, *, may_plan: bool) -> None:
        super().__init__()
        self.setProperty("banner", "danger")
        self.setAccessibleName(contradiction.text)
        self.buttons: list[Button] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 8)
        row.setSpacing(10)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 2, 0, 0)
        mark.addWidget(Symbol("alert-triangle", "danger-text", 16))
        mark.addStretch(1)
        row.addLayout(mark)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(label(contradiction.text, "body-strong", wrap=True))
        row.addLayout(words, 1)
        if not may_plan:
            return
        ways = FlowLayout(gap=6)
        for easing in contradiction.easings:
            button = self._button(easing.text, contradiction)
            button.clicked.connect(partial(self.ease_wanted.emit, easing))
            ways.addWidget(button)
        change = self._button(self.tr("Change wishes"), contradiction)
        change.clicked.connect(self.child_wanted)
        ways.addWidget(change)
        words.addLayout(ways)

    def _button(self, words: str, contradiction: Contradiction) -> Button:
        button = Button(words, size="small")
        button.setAccessibleName(f"{words}. {contradiction.text}")
        self.buttons.append(button)
        return button
