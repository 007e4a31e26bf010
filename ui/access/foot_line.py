"""The quiet line under the sign-in page: which folder, how to get larger text, which version."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop import __version__
from ui.access.brand_panel import Fact
from ui.theme import theme
from ui.widgets.label import KeyCap, label
from ui.widgets.painting import paint_line


class FootLine(QWidget):
    """26 px high, like the status bar it stands in for."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "sidebar")
        self.folder_fact = Fact("folder", str(folder or ""), "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 0)
        row.setSpacing(5)
        row.addWidget(self.folder_fact)
        self.folder_fact.setVisible(folder is not None)
        row.addStretch(1)
        row.addWidget(KeyCap("Ctrl +"))
        row.addWidget(label(self.tr("larger text"), "caption", "text-2"))
        row.addSpacing(13)
        version = self.tr("Version {0}").format(__version__)
        row.addWidget(label(version, "caption", "text-2"))
        theme().changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_line(painter, QRectF(0, 0, self.width(), 1), theme().color("border"))
        painter.end()

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(theme().px(26))
