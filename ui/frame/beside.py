"""The panel at the right of the page; the sidebar and wide pages make way for it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.frame.sidebar import Sidebar

NARROW_BELOW = 1400
NARROW_SIDEBAR = 60


class Beside:
    """At most one panel at a time, at the end of ``row``."""

    def __init__(self, row: QHBoxLayout, sidebar: Sidebar) -> None:
        self._row = row
        self._sidebar = sidebar
        self._panel: QWidget | None = None

    def take(self, panel: QWidget) -> None:
        """Hold a panel, not shown yet."""
        if self._panel is not panel:
            panel.hide()
            self._row.addWidget(panel)
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
        """Show the sidebar as icons where the page would be narrow."""
        panel = self._panel
        taken = panel.width() if panel is not None and not panel.isHidden() else 0
        self._sidebar.set_narrow(width - taken < NARROW_BELOW)
