"""Names on the left and words on the right, for the facts known of somebody."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.theme import theme
from ui.widgets.label import label

_NARROW, _WIDE = 90, 130
_LONGEST_WORD = 20
_HERE = "\u200b"  # a line may break here
_MARKS = re.compile(r"([@/_])(?=\S)")


class FactsGrid(QWidget):
    """Both sides wrap; nothing is cut."""

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, (name, words) in enumerate(facts):
            grid.addWidget(narrow_label(name), at, 0, top)
            grid.addWidget(label(breakable(words), wrap=True), at, 1, top)


def breakable(text: str, longest: int = _LONGEST_WORD) -> str:
    """Let long words (emails, codes, garbled names) wrap; Qt breaks lines between words only."""
    if all(len(word) <= longest for word in text.split()):
        return text
    long_word = re.compile(rf"[^\s{_HERE}]{{{longest + 1},}}")
    text = _MARKS.sub(rf"\1{_HERE}", text)
    return long_word.sub(lambda found: _HERE.join(found[0]), text)


def narrow_label(name: str) -> QLabel:
    """Return the name of a fact, wrapping early."""
    made = label(breakable(name, 14), "body", "text-2", wrap=True)
    made.setMinimumWidth(theme().px(_NARROW))
    made.setMaximumWidth(theme().px(_WIDE))
    return made
