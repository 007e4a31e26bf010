"""Adds, changes and takes off a child's caregivers, each after asking."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.clock import today
from ui.asking import Asker
from ui.caseload.caregiver_dialog import CaregiverDialog


class FamilyDeeds(QObject):
    """``shown`` tells whose family it is just now."""

    def __init__(
        self,
        caseload: CaseloadService,
        asker: Asker,
        shown: Callable[[], ChildPage | None],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._caseload = caseload
        self._asker = asker
        self._shown = shown
        self._over = over

    @Slot()
    def add(self) -> None:
        """Ask for one more caregiver, to be called last."""
        if child := self._shown():
            dialog = CaregiverDialog(self._caseload, child.id, today(), parent=self._over)
            dialog.call_order = len(child.caregivers) + 1
            dialog.exec()

    @Slot(int)
    def change(self, caregiver_id: int) -> None:
        """Show what is known of one caregiver, to be changed."""
        child = self._shown()
        for place, caregiver in enumerate(child.caregivers if child else (), start=1):
            if child is not None and caregiver.id == caregiver_id:
                dialog = CaregiverDialog(self._caseload, child.id, today(), caregiver, self._over)
                dialog.call_order = place
                dialog.exec()

    @Slot(int)
    def call_earlier(self, caregiver_id: int) -> None:
        """Call somebody one place earlier."""
        if child := self._shown():
            self._caseload.call_earlier(child.id, caregiver_id)

    @Slot(int)
    def take_off(self, caregiver_id: int) -> None:
        """Take a caregiver off the list, once somebody is sure."""
        child = self._shown()
        if child is None:
            return
        name = next(c.full_name for c in child.caregivers if c.id == caregiver_id)
        if self._asker.confirm(
            self.tr("Take {0} off the list?").format(name),
            self.tr("What was recorded of them stays in the child’s record."),
            self.tr("Take off the list"),
        ):
            self._caseload.take_off_caregiver(child.id, caregiver_id)
