"""Taking widgets off the screen when what they show is gone."""

from PySide6.QtWidgets import QLayout, QWidget


def take_away(widget: QWidget, layout: QLayout | None = None) -> None:
    """Hide at once, delete when Qt is idle: the widget's own signal may still be running."""
    if layout is not None:
        layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


def empty(layout: QLayout, keep: int = 0) -> None:
    """Take away all widgets of ``layout`` but the first ``keep``."""
    while (place := layout.takeAt(keep)) is not None:
        if (widget := place.widget()) is not None:
            take_away(widget)
