"""The panel on the right of a page: peek, book, edit. Not modal; Esc closes it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.label import label, rule


class SidePanel(QFrame):
    """Head, scrolling ``body``, fixed ``foot``. Closing gives focus back to where it came from."""

    closed = Signal()

    def __init__(self, title: str, *, width: int = 318) -> None:
        super().__init__()
        self._width = width
        self._came_from: QWidget | None = None
        self.setProperty("card", "true")
        self.setAccessibleName(title)
        self.title = label(title, "h2")
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.close_button = IconButton("x", self.tr("Close"), size="small")
        self._foot_rule = rule()
        self._build()
        self._fit()
        self.close_button.clicked.connect(self.close_panel)
        theme().changed.connect(self._fit)

    def open_panel(self) -> None:
        """Show it and remember where the focus was."""
        self._came_from = QApplication.focusWidget()
        self.show()

    @Slot()
    def close_panel(self) -> None:
        """Hide it and give the focus back."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
            self._came_from = None
        self.closed.emit()

    def add_section(self, widget: QWidget) -> None:
        """Add a part of the body, with a line above it."""
        if self.body.count():
            self.body.addWidget(rule())
        self.body.addWidget(widget)

    def add_action(self, button: QWidget) -> None:
        """Add a button to the foot, which stays in sight."""
        self.foot.insertWidget(self.foot.count() - 1, button)
        self._foot_rule.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.head.setContentsMargins(14, 12, 10, 10)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(self.head)
        column.addWidget(self._scroller(), 1)
        column.addWidget(self._foot_rule)
        self._foot_rule.hide()
        self.foot.setContentsMargins(14, 10, 14, 10)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        column.addLayout(self.foot)

    def _scroller(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "clear")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(14, 0, 14, 10)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.body.setSpacing(10)
        return scroller(inside)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(self._width))


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
