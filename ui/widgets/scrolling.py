"""Scroll areas without a frame, for whatever is longer than its room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scroller(inside: QWidget, *, name: str = "") -> QScrollArea:
    """Return a frameless scroll area round ``inside`` that never scrolls sideways.

    With a ``name`` it takes the keyboard itself, for something to read that holds no field.
    """
    area = QScrollArea()
    smooth(area, name=name)
    inside.setAutoFillBackground(False)
    area.setWidget(inside)
    return area


def smooth(area: QScrollArea, *, name: str = "") -> None:
    """Give a scroll area no frame, no ground of its own and no bar at the bottom."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setAccessibleName(name)
    if not name:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
