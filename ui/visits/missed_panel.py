"""The no-shows of this week, beside whatever page is shown: whom to call, whom to rebook."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ot_desktop.services import Services
from ui.change_bridge import ChangeBridge
from ui.visits.panel_frame import PanelFrame
from ui.visits.visit_words import when_words
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.leaving import empty


class MissedPanel(PanelFrame):
    """``visit_opened`` carries a visit."""

    visit_opened = Signal(int)

    def __init__(self, services: Services) -> None:
        foot = label("", "small", "text-2", wrap=True)
        super().__init__(self.tr("No-shows this week"), self.tr("Close no-shows"), foot)
        foot.setText(self.tr("From Monday to today, without visits called off."))
        foot.setContentsMargins(14, 10, 14, 12)
        self._services = services
        self._buttons: list[Button] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        ChangeBridge(services.changes, parent=self).saved.connect(self._follow)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read them again."""
        day = today()
        visits = self._services.scheduling.schedule(day - timedelta(days=day.weekday()), day)
        self._show([each for each in visits if each.status is SessionStatus.NO_SHOW])

    def take_focus(self) -> None:
        """Put the keyboard on the first of them."""
        first = self._buttons[0] if self._buttons else self.close_button
        first.setFocus()

    def _show(self, missed: Sequence[ScheduledSession]) -> None:
        empty(self._rows)
        self._buttons.clear()
        for each in missed:
            self._rows.addWidget(self._row(each))
        if not missed:
            self._rows.addWidget(label(self.tr("Everybody came."), "body", "text-2"))

    def _row(self, session: ScheduledSession) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(session.child_name, "body-strong", wrap=True))
        when = self.tr("{0}, {1}").format(when_words(session, today()), session.therapist_name)
        column.addWidget(label(when, "small", "text-2", wrap=True))
        row.addLayout(column, 1)
        is_made_up = self._services.attendance.visit(session.id).make_up_id is not None
        if is_made_up:
            row.addWidget(label(self.tr("Made up"), "small", "ok-text"))
        button = Button(self.tr("Open"), size="small")
        button.setAccessibleName(self.tr("Open: {0}").format(session.child_name))
        button.clicked.connect(lambda: self.visit_opened.emit(session.id))
        row.addWidget(button)
        self._buttons.append(button)
        return made

    @Slot(object)
    def _follow(self, topic: Topic) -> None:
        if topic in {Topic.SCHEDULE, Topic.CASELOAD} and self.isVisible():
            self.reload()
