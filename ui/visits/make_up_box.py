"""Whether a missed visit is made up, until when it can be, and the button for it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.attendance import MISSED
from ot_desktop.scheduling.attending import VisitDay
from ot_desktop.services import Services
from ui.widgets.button import Button
from ui.widgets.label import label


class MakeUpBox(QWidget):
    """Hidden for a visit that was not missed and makes none up."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "small", "text-2", wrap=True)
        self.button = Button(self.tr("Rebook"), "primary", icon="calendar-plus", size="small")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def show_visit(self, visit: VisitDay, services: Services) -> None:
        """Show what makes a visit up, or what it makes up."""
        open_miss = visit.now.status in MISSED and visit.make_up_id is None
        words = ""
        if visit.make_up_id is not None:
            words = self.tr("Made up {0}.").format(_when(services, visit.make_up_id))
        elif open_miss:
            last = long_day(services.attendance.last_make_up_day(visit.id))
            words = self.tr("Can be made up until {0}.").format(last)
        elif visit.makes_up_id is not None:
            words = self.tr("Makes up {0}.").format(_when(services, visit.makes_up_id))
        self.words.setText(words)
        self.button.setVisible(open_miss and services.user.may(Permission.BOOK))
        self.setVisible(bool(words))


def _when(services: Services, session_id: int) -> str:
    starts = services.scheduling.session(session_id).starts
    return f"{long_day(starts.date())}, {clock_text(starts)}"
