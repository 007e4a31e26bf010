"""How a visit stands, and a button for everything that can be said of it now."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.scheduling.attendance import ATTENDED, Policy
from ot_desktop.scheduling.visit_day import VisitDay
from ui.visits.outcome_form import OutcomeForm
from ui.visits.visit_moment import MEANS, Say, fitting, likeliest, say_words
from ui.visits.visit_words import details, standing
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.notice import Notice


class StatusBox(QWidget):
    """``said`` carries a ``Say`` that needs nothing more; ``form.given`` comes with the others.

    ``asking`` when the form opens.
    """

    said = Signal(object)
    asking = Signal()

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._visit: VisitDay | None = None
        self._policy, self._now = Policy(), now
        self.badge = Badge("")
        self.details = label("", "small", "text-2", wrap=True)
        self.notice = Notice("danger", "alert-circle")
        self.form = OutcomeForm(now)
        self.buttons = {say: Button(say_words(say), size="small") for say in Say}
        self._row = QWidget()
        flow = FlowLayout(self._row, 6)
        for button in self.buttons.values():
            flow.addWidget(button)
            button.clicked.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(self.badge)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.details, self._row, self.form, self.notice):
            column.addWidget(part)
        self.form.left.connect(self.put_away)

    def show_visit(self, visit: VisitDay, policy: Policy, now: datetime, *, may_say: bool) -> None:
        """Show a visit; a form that is open for it stays as long as what it asks still fits."""
        is_other = self._visit is None or self._visit.id != visit.id
        self._visit, self._policy, self._now = visit, policy, now
        self.badge.show_badge(*standing(visit, policy, now))
        self.details.setText(details(visit))
        self.details.setVisible(bool(self.details.text()))
        says = fitting(visit.now, now) if may_say else ()
        first = likeliest(visit.now, now)
        for say, button in self.buttons.items():
            button.setVisible(say in says)
            button.set_kind("primary" if say is first else "standard")
        if is_other or self.form.say not in says:
            self.put_away()

    @Slot()
    def put_away(self) -> None:
        """Ask nothing more, and forget what was refused."""
        self.form.hide()
        self._row.show()
        self.notice.say("")

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        say = next(each for each, button in self.buttons.items() if button is pressed)
        self.put_away()
        if self._visit is None:
            return
        if OutcomeForm.is_needed(say, self._visit.now, self._now):
            self.form.start(say, self._visit.now, self._policy, self._now)
            is_made_up = self._visit.make_up_id is not None
            self.form.extra_note.setVisible(is_made_up and MEANS.get(say) in ATTENDED)
            self._row.hide()
            self.asking.emit()
        else:
            self.said.emit(say)
