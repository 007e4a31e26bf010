"""A panel beside a page: a title with a close button, what scrolls, and a foot that stays."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.label import label, rule
from ui.widgets.scrolling import scroller

WIDTH = 384


class PanelFrame(QFrame):
    """Put content into ``body``; what is ``above`` it does not scroll away."""

    closed = Signal()

    def __init__(
        self, title: str, close_words: str, foot: QWidget, above: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName(title)
        self.close_button = IconButton("x", close_words)
        self.close_button.clicked.connect(self.closed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 10, 10)
        self.title = label(title, "h2", wrap=True)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        outer.addWidget(rule())
        if above is not None:
            outer.addWidget(above)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(10)
        self.scroller = scroller(inside)
        outer.addWidget(self.scroller, 1)
        outer.addWidget(rule())
        outer.addWidget(foot)
        self._fit()
        theme().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
