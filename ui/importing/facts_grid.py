"""Names on the left and words on the right, as the details of a row are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.theme import theme
from ui.widgets.label import label

_NARROW, _WIDE = 90, 130


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
            grid.addWidget(label(words, wrap=True), at, 1, top)


def narrow_label(name: str) -> QLabel:
    """Return the name of a fact, wrapping early."""
    made = label(name, "body", "text-2", wrap=True)
    made.setMinimumWidth(theme().px(_NARROW))
    made.setMaximumWidth(theme().px(_WIDE))
    return made
