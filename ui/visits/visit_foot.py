"""The foot of the visit panel: where to go from here."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.scheduling.attendance import MISSED
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.rearranging import can_change
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout


class VisitFoot(QWidget):
    """Stays in sight while the visit above it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.move_button = Button(self.tr("Move"), icon="hand-move", size="small")
        self.series_button = Button(self.tr("Change series"), size="small")
        self.off_button = Button(self.tr("Take off"), size="small")
        self.off_button.setAccessibleName(self.tr("Take this visit off the schedule"))
        self.off_button.setToolTip(self.tr("For a visit that was booked by mistake"))
        self.log_button = Button(self.tr("Log a call"), icon="phone", size="small")
        self.slip_button = Button(self.tr("Print slip"), icon="printer", size="small")
        self.sheet_button = Button(self.tr("One activity for home"), icon="printer", size="small")
        self.sheet_button.setToolTip(self.tr("A sheet with one thing to do until the next visit"))
        self.child_button = Button(self.tr("Open child"), "link", size="small")
        inside = QWidget()
        flow = FlowLayout(inside, 6)
        first = (self.move_button, self.series_button, self.off_button)
        papers = (self.slip_button, self.sheet_button)
        for button in (*first, self.log_button, *papers, self.child_button):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(inside)

    def show_visit(self, session: ScheduledSession, user: SignedIn, now: datetime) -> None:
        """Offer what can still be changed, to whoever may."""
        may_change = user.may(Permission.BOOK) and can_change(session)
        self.move_button.setVisible(may_change)
        self.series_button.setVisible(may_change and session.planned not in {None, 1})
        self.slip_button.setVisible(session.status.takes_time and session.starts > now)
        may_print = user.may(Permission.PRINT_HOME_PROGRAM)
        was_missed = session.status in MISSED and session.starts <= now
        self.sheet_button.setVisible(may_print and was_missed)
        self.off_button.setVisible(may_change and session.series_id is not None)
        self.log_button.setVisible(user.may(Permission.LOG_MESSAGE))
