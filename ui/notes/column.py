"""A column of the note: a head, and its sections under each other, scrolling on their own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.notes.section import Section
from ui.theme import theme
from ui.widgets.label import label, rule, set_tone
from ui.widgets.scrolling import smooth
from ui.widgets.symbol import Symbol

_HEIGHT = 480  # what is not whole takes the room there is
_HEAD = 28  # as high as the button one of the two heads has


class Column(QFrame):
    """``changed`` comes with every answer in it, ``rebuilt`` when fields came or went."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(
        self, title: str, icon: str, tint: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(title)
        self.title = label(title, "h3")
        set_tone(self.title, tint)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(14, 10, 14, 9)
        self.head.setSpacing(8)
        self.title.setMinimumHeight(theme().px(_HEAD))
        self.head.addWidget(Symbol(icon, tint))
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self._inside = QWidget()
        self._inside.setProperty("ground", "clear")
        self.sections_layout = QVBoxLayout(self._inside)
        self.sections_layout.setContentsMargins(0, 0, 0, 0)
        self.sections_layout.setSpacing(0)
        self.scroller = _Scroll(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(rule())
        column.addWidget(self.scroller, 1)

    def put(self, sections: Sequence[Section]) -> None:
        """Fill the column."""
        for section in sections:
            self.sections_layout.addWidget(section)
            section.changed.connect(self.changed)
            section.rebuilt.connect(self.rebuilt)
        self.sections_layout.addStretch(1)

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as the sections, for a page that scrolls both columns as one."""
        self.scroller.show_whole(whole=whole)


class _Scroll(QScrollArea):
    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._whole = False
        smooth(self)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def show_whole(self, *, whole: bool) -> None:
        """Grow to the content instead of scrolling it."""
        self._whole = whole
        policy = QSizePolicy.Policy.Fixed if whole else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another size when the content did."""
        resized = self._whole and event.type() == QEvent.Type.Resize
        if resized or event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the content's height when the column is shown whole; else what a column takes."""
        hint = self.minimumSizeHint()
        return hint if self._whole else QSize(hint.width(), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the content's narrowest width: fields are never cut at the side."""
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(width + bar, self._content_height() if self._whole else 120)

    def _content_height(self) -> int:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return 0
        return max(
            layout.totalHeightForWidth(self.viewport().width()), layout.minimumSize().height()
        )
