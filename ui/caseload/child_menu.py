"""What else can be done for the child that is shown: the menu behind the three dots."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ot_desktop.caseload.domain import AlertKind, Asked, ChildPage
from ot_desktop.caseload.new_child import FirstStep
from ot_desktop.clock import today
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.caseload.alerts_dialog import AlertsDialog
from ui.caseload.care_dialogs import PracticeDialog
from ui.caseload.child_dialog import ChildDialog
from ui.caseload.family_deeds import FamilyDeeds
from ui.shared.program_clash import ask_to_change


class ChildMenu(QMenu):
    """``shown`` tells whose page it is just now; the signals carry the child."""

    approve_wanted = Signal(int)
    approval_choice_wanted = Signal(int)
    goal_wanted = Signal(int)
    program_wanted = Signal(int)

    def __init__(
        self,
        services: Services,
        deeds: FamilyDeeds,
        shown: Callable[[], ChildPage | None],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._services = services
        self._deeds = deeds
        self._shown = shown
        self._over = over
        self._fill()
        self.triggered.connect(self._change_alerts)

    def _fill(self) -> None:
        may = self._services.user.may
        if may(Permission.EDIT_CHILD):
            self.addAction(self.tr("Change details"), self._change_details)
            self.addAction(self.tr("Add a caregiver"), self._deeds.add)
            self.addAction(self.tr("Approved visits"), self._authorize)
            self.addAction(self.tr("Practice minutes"), self.set_practice)
        if may(Permission.BOOK):
            self.addAction(self.tr("Choose another authorization"), self._choose_approval)
        if may(Permission.EDIT_ALERTS):
            for kind, words in (
                (AlertKind.ALLERGY, self.tr("Allergies")),
                (AlertKind.PRECAUTION, self.tr("Precautions")),
                (AlertKind.PICK_UP, self.tr("Pick-up rules")),
            ):
                self.addAction(words).setData(kind)
        if may(Permission.WRITE_NOTE):
            self.addAction(self.tr("Add a goal"), self.add_goal)

    @Slot()
    def set_practice(self) -> None:
        """Ask how many minutes a day the family can practice."""
        if child := self._shown():
            PracticeDialog(self._services.caseload, child, today(), self._over).exec()

    @Slot()
    def add_goal(self) -> None:
        """Ask for one more goal."""
        if child := self._shown():
            self.goal_wanted.emit(child.id)

    def take_step(self, step: FirstStep) -> None:
        """Ask a new family for alerts not asked yet, the minutes a day, or a goal."""
        child = self._shown()
        if step is FirstStep.MINUTES:
            self.set_practice()
        elif step is FirstStep.GOAL:
            self.add_goal()
        elif step is FirstStep.ALERTS and child is not None:
            unasked = child.alerts.allergies.asked is Asked.NOT_ASKED
            self.review(AlertKind.ALLERGY if unasked else AlertKind.PRECAUTION)

    def review(self, kind: AlertKind) -> None:
        """Ask what the family says about allergies, precautions or pick-up."""
        child = self._shown()
        if (
            child is None
            or not AlertsDialog(self._services.caseload, child, kind, self._over).exec()
        ):
            return
        if ask_to_change(self._services, child.id, self._over):
            self.program_wanted.emit(child.id)

    @Slot(QAction)
    def _change_alerts(self, action: QAction) -> None:
        kind = action.data()
        if isinstance(kind, AlertKind):
            self.review(kind)

    @Slot()
    def _change_details(self) -> None:
        if child := self._shown():
            therapists = self._services.settings.clinic().therapists
            ChildDialog(self._services.caseload, therapists, today(), child, self._over).exec()

    @Slot()
    def _authorize(self) -> None:
        if child := self._shown():
            self.approve_wanted.emit(child.id)

    @Slot()
    def _choose_approval(self) -> None:
        if child := self._shown():
            self.approval_choice_wanted.emit(child.id)
