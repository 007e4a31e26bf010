"""What sign-in and lock page stand in: brand left, one view right, a line below."""

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.access.brand_panel import WIDTH, BrandPanel
from ui.access.foot_line import FootLine
from ui.access.text_size_keys import changed_text_size
from ui.focus import tab_stops
from ui.theme import theme
from ui.widgets.scrolling import smooth

_COLUMN = 452


class EntranceShell(QWidget):
    """Shows one view at a time, and keeps the keyboard to itself."""

    def __init__(self, first: QWidget, foot: FootLine) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "window")
        self.brand = BrandPanel()
        self.foot = foot
        self.shown = first
        self._column = QWidget()
        self._views = QVBoxLayout(self._column)
        self._scroller = QScrollArea()
        self._to_reveal: QWidget | None = None
        self._reveal_again = QTimer(self, singleShot=True, interval=0)  # once it is laid out
        self._reveal_again.timeout.connect(self._scroll)
        self._arrange()
        theme().changed.connect(self._fit)

    def show_view(self, shown: QWidget) -> None:
        """Show one view instead of the other; it is added when it is shown first."""
        if self._views.indexOf(shown) < 0:
            self._views.addWidget(shown)
        self.shown.setVisible(self.shown is shown)
        shown.show()
        self.shown = shown

    def reveal(self, part: QWidget) -> None:
        """Scroll until ``part`` can be seen, where text is large or the window low."""
        self._to_reveal = part
        self._reveal_again.start()

    def event(self, event: QEvent) -> bool:
        """Keep every shortcut of the window behind this page from firing."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the text size with Ctrl and +, − or 0."""
        if not changed_text_size(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 -- Qt's names
        """Keep Tab on this page: what lies behind it is locked."""
        stops = list(tab_stops(self))
        if not stops:
            return False
        now = self.focusWidget()
        at = stops.index(now) if now in stops else -1
        target = stops[(at + (1 if next else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        self.reveal(target)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the whole width to signing in where it is scarce."""
        super().resizeEvent(event)
        self._fit()
        self._reveal_again.start()

    def _arrange(self) -> None:
        self._views.setContentsMargins(0, 0, 0, 0)
        self._views.addWidget(self.shown)
        ground = QWidget()
        ground.setProperty("ground", "clear")
        centred = QHBoxLayout(ground)
        centred.setContentsMargins(16, 24, 16, 24)
        centred.addStretch(1)
        centred.addWidget(self._column, 0, Qt.AlignmentFlag.AlignVCenter)
        centred.addStretch(1)
        smooth(self._scroller)
        self._scroller.setWidget(ground)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.brand)
        body.addWidget(self._scroller, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.foot)

    @Slot()
    def _scroll(self) -> None:
        part = self._to_reveal
        if part is not None and part.isVisibleTo(self._column):
            self._scroller.ensureWidgetVisible(part, 0, 24)

    @Slot()
    def _fit(self) -> None:
        column = theme().px(_COLUMN)
        self._column.setFixedWidth(min(column, max(280, self.width() - 48)))
        self.brand.setVisible(self.width() - WIDTH >= column + 48)
