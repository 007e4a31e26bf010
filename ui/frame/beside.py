"""The panel at the right of the page; the sidebar and wide pages make way for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.frame.sidebar import Sidebar
from ui.places import KeepsTyping
from ui.theme import theme

NARROW_BELOW = 1400
NARROW_SIDEBAR = 60
NARROWEST_PAGE = 780


class Beside:
    """At most one panel at a time, at the end of ``row``."""

    def __init__(self, row: QHBoxLayout, sidebar: Sidebar, pages: QWidget) -> None:
        self._row = row
        self._pages = pages
        self._sidebar = sidebar
        self._panel: QWidget | None = None

    def take(self, panel: QWidget) -> None:
        """Hold a panel, not shown yet."""
        if self._panel is not panel:
            if self._panel is not None:
                self._panel.hide()
            panel.hide()
            self._row.addWidget(panel, 0, Qt.AlignmentFlag.AlignRight)
            self._panel = panel

    def has_room_for(self, page: QWidget, width: int) -> bool:
        """Say whether a page fits into a window of ``width`` beside the panel."""
        taken = self._panel.width() + NARROW_SIDEBAR if self._panel is not None else 0
        return page.minimumSizeHint().width() <= width - taken

    def show(self, width: int) -> None:
        """Show the panel."""
        if self._panel is not None:
            self._panel.show()
        self.fit(width)

    def flush(self) -> None:
        """Let the panel keep what was typed."""
        if isinstance(self._panel, KeepsTyping):
            self._panel.flush()

    def hide(self, width: int, focused: QWidget | None) -> bool:
        """Hide the panel; say whether it had the keyboard."""
        panel = self._panel
        if panel is None or panel.isHidden():
            return False
        had_focus = focused is not None and panel.isAncestorOf(focused)
        panel.hide()
        self.fit(width)
        return had_focus

    def fit(self, width: int) -> None:
        """Show the sidebar as icons where the page would be narrow, in large letters no page."""
        panel = self._panel
        taken = panel.width() if panel is not None and not panel.isHidden() else 0
        self._sidebar.set_narrow(width - taken < NARROW_BELOW)
        left = width - taken - NARROW_SIDEBAR
        self._pages.setVisible(not taken or left >= theme().px(NARROWEST_PAGE))
