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
    """Give a scroll area that is still empty no frame, no ground and no bar at the bottom."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # One made here: asking Qt for its own makes PySide load all it knows of widgets, some 20 ms.
    area.setViewport(QWidget())
    area.setAccessibleName(name)
    if not name:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
