"""The left half of the sign-in page: whose program this is, and that the data stays here."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ui.access.picture import Picture
from ui.shared.backup_age import backup_words
from ui.theme import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.painting import paint_line
from ui.widgets.symbol import Symbol

WIDTH = 560
_INSET = 64


class Brand(QWidget):
    """The mark, the program's name, and below it the clinic's."""

    def __init__(self, mark: int = 44) -> None:
        super().__init__()
        name = label("OT Desktop", "brand")
        self.clinic_label = label("", "body", "text-2", wrap=True)
        self.clinic_label.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self.clinic_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(Picture("logo", mark), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    def show_clinic(self, clinic: str) -> None:
        """Show the clinic's name, or none."""
        self.clinic_label.setText(clinic)
        self.clinic_label.setVisible(bool(clinic))


class Fact(QWidget):
    """An icon and a few quiet words."""

    def __init__(self, icon: str, words: str = "", style: str = "small") -> None:
        super().__init__()
        self.words = label(words, "caption" if style == "caption" else "small", "text-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Symbol(icon, "text-2", 13 if style == "caption" else 15))
        row.addWidget(self.words)

    def say(self, words: str) -> None:
        """Show other words; none hides the icon too."""
        self.words.setText(words)
        self.setVisible(bool(words))


class LeftPanel(QWidget):
    """The ground of what stands left: the sidebar's, with a line to its right."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "sidebar")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line to the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = QRectF(self.width() - 1, 0, 1, self.height())
        paint_line(painter, line, theme().color("border"))
        painter.end()


class BrandPanel(LeftPanel):
    """Fixed width; ``show_clinic`` and ``show_backup`` fill in what is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.brand = Brand()
        self.backup_fact = Fact("database")
        self.backup_fact.hide()
        self._build()

    def show_clinic(self, clinic: str) -> None:
        """Show the clinic's name, or none."""
        self.brand.show_clinic(clinic)

    def show_backup(self, made_at: datetime | None) -> None:
        """Say when the last good backup was made, in local time; None says nothing."""
        self.backup_fact.say("" if made_at is None else backup_words(made_at, now_local()))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, 56, _INSET, 56)
        column.setSpacing(0)
        column.addWidget(self.brand)
        column.addSpacing(16)
        column.addStretch(1)
        column.addWidget(Picture("shelves", WIDTH - 2 * _INSET, is_drawing=True))
        column.addSpacing(30)
        motto = self.tr("Everything for each child, in its place.")
        column.addWidget(label(motto, "h1", wrap=True))
        column.addSpacing(6)
        promise = self.tr("Schedules, notes and home programs stay on this clinic’s own computers.")
        column.addWidget(label(promise, "body", "text-2", wrap=True))
        column.addSpacing(16)
        column.addStretch(1)
        facts = QWidget()
        flow = FlowLayout(facts, 18)
        flow.addWidget(self.backup_fact)
        flow.addWidget(Fact("lock", self.tr("Data file is encrypted")))
        column.addWidget(facts)
