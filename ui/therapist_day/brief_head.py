"""Whose brief it is: name, age, alerts, and what can be done before the child comes in."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ui.shared.ages import age_text
from ui.shared.alert_strip import AlertStrip
from ui.widgets.button import Button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow_layout import FlowLayout


class BriefHead(QWidget):
    """Buttons the role may not use are not there."""

    def __init__(self, user: SignedIn) -> None:
        super().__init__()
        self.name = ElidedLabel("h2", "text", hug=True)
        self.about = ElidedLabel("small", "text-2")
        self.alerts = AlertStrip(stacked=True)
        self.note_button = Button(self.tr("Start note"), "primary", icon="pencil", keys="N")
        self.arrive_button = Button(self.tr("Check in"), icon="user-check", keys="C")
        self.program_button = Button(self.tr("Home program"), icon="home-heart", keys="H")
        self.child_button = Button(self.tr("Child page"), "link", size="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(9)
        first.addWidget(self.name)
        first.addWidget(self.about, 1)
        first.addWidget(self.child_button)
        column.addLayout(first)
        column.addWidget(self.alerts)
        holder = QWidget()
        holder.setProperty("ground", "clear")
        flow = FlowLayout(holder, gap=8)
        column.addWidget(holder)
        for button, needed in (
            (self.note_button, Permission.WRITE_NOTE),
            (self.arrive_button, Permission.RUN_DAY),
            (self.program_button, Permission.EDIT_HOME_PROGRAM),
        ):
            flow.addWidget(button)
            if not user.may(needed):
                button.hide()

    def show_child(self, child: ChildPage, session: ScheduledSession, day: date) -> None:
        """Show another child."""
        self.name.show_text(child.full_name)
        self.about.show_text(age_text(child.born_on, day))
        self.alerts.show_alerts(child, day)
        self.show_session(session)

    def show_session(self, session: ScheduledSession) -> None:
        """Say on the buttons what they do now."""
        words = self.tr("Start note") if session.note_id is None else self.tr("Continue note")
        self.note_button.setText(self.tr("Read note") if session.note_signed else words)
        is_here = session.status is SessionStatus.ARRIVED
        self.arrive_button.setText(
            self.tr("Not here after all") if is_here else self.tr("Check in")
        )
        may_say = session.status.is_open or is_here
        self.arrive_button.setEnabled(may_say)
        for button in (self.note_button, self.arrive_button):
            button.updateGeometry()
