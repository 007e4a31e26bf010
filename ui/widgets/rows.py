"""Small rows of widgets."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def at_left(widget: QWidget) -> QWidget:
    """Return ``widget`` at the left of a row that takes the rest of the room."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    holder.setFocusProxy(widget)
    return holder
