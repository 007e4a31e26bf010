"""The foot of the visit panel: where to go from here."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout


class VisitFoot(QWidget):
    """Stays in sight while the visit above it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.move_button = Button(self.tr("Move"), icon="hand-move", size="small")
        self.series_button = Button(self.tr("Change series"), size="small")
        self.log_button = Button(self.tr("Log a call"), icon="phone", size="small")
        self.child_button = Button(self.tr("Open child"), "link", size="small")
        inside = QWidget()
        flow = FlowLayout(inside, 6)
        for button in (self.move_button, self.series_button, self.log_button, self.child_button):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(inside)
