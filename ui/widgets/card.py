"""Cards: white boxes with a bold head and, on the right of it, one action as a link."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.scrolling import scroller
from ui.widgets.symbol import Symbol

PADDING = 14


class Card(QFrame):
    """Put content into ``body`` (padded) or, edge to edge, into ``layout()``. Never nest cards."""

    def __init__(self, title: str = "", *, icon: str = "", action: str = "") -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(PADDING, 11, PADDING, 8)
        self.head.setSpacing(8)
        self.title: QLabel = label(title, "h3")
        self.action_button: Button | None = Button(action, "link", size="small") if action else None
        if title or action:
            self._fill_head(icon)
            outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(PADDING, 0 if title else 12, PADDING, 12)
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)

    def _fill_head(self, icon: str) -> None:
        if icon:
            self.head.addWidget(Symbol(icon))
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        if self.action_button is not None:
            self.head.addWidget(self.action_button)

    def add_column(self) -> QVBoxLayout:
        """Return an empty column, edge to edge, that scrolls inside the card under its body."""
        holder = QWidget()
        holder.setProperty("ground", "surface")
        self.body.setContentsMargins(0, 0, 0, 0)
        self._outer.setContentsMargins(1, 1, 1, 8)  # the rounded corners stay free
        self._outer.addWidget(scroller(holder, name=self.title.text()), 100)
        return QVBoxLayout(holder)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add to the padded body."""
        self.body.addWidget(widget, stretch)
