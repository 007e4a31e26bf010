"""Chooses which of a child's authorizations a visit uses, or that it is not confirmed."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.day_words import clock_text, dated, long_day
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.reading import AuthorizationUse
from ot_desktop.services import Services
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field

NONE = 0


class ApprovalChoiceDialog(FormDialog):
    """``done_words`` say what was chosen, once it was; ``take_back`` undoes it."""

    def __init__(self, services: Services, child_id: int, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._services = services
        self._uses = services.scheduling.authorizations(child_id)
        self._visits = {
            each.id: each
            for each in services.scheduling.sessions_of(child_id)
            if each.status.is_open or (each.is_unconfirmed and each.status.uses_visit)
        }
        self.done_words = ""
        self.question.setText(self.tr("Which authorization pays for a visit?"))
        self.setAccessibleName(self.question.text())
        self.save_button.setText(self.tr("Use it"))
        self.visit_combo = ComboBox(self.tr("Visit"))
        self.approval_combo = ComboBox(self.tr("Authorization"))
        for visit in self._visits.values():
            self.visit_combo.addItem(self._visit_words(visit), visit.id)
        for use in self._uses:
            self.approval_combo.addItem(self._use_words(use), use.id)
        self.approval_combo.addItem(self.tr("None yet: unconfirmed"), NONE)
        self.show_fields(
            {
                "session": Field(self.tr("Visit"), self.visit_combo),
                "authorization": Field(self.tr("Authorization"), self.approval_combo),
            }
        )
        self.save_button.setEnabled(bool(self._visits))
        self.visit_combo.currentIndexChanged.connect(self._show_present)
        self._show_present()

    def save(self) -> None:
        """Let the visit use what was chosen."""
        visit = self._visits[self.visit_combo.currentData()]
        approval_id = self.approval_combo.currentData() or None
        use = self._services.approvals.use
        use(visit.id, approval_id)
        self.take_back = partial(use, visit.id, visit.authorization_id)
        self.done_words = self.tr("{0} uses {1}").format(
            long_day(visit.starts.date()), self._named(approval_id)
        )

    @Slot()
    def _show_present(self) -> None:
        visit = self._visits.get(self.visit_combo.currentData())
        present = visit.authorization_id if visit is not None else None
        place = self.approval_combo.findData(present or NONE)
        self.approval_combo.setCurrentIndex(place)

    def _visit_words(self, visit: ScheduledSession) -> str:
        when = f"{long_day(visit.starts.date())}, {clock_text(visit.starts)}"
        return f"{when} · {self._named(visit.authorization_id)}"

    def _named(self, approval_id: int | None) -> str:
        for use in self._uses:
            if use.id == approval_id:
                return " ".join(filter(None, (use.payer, use.number))) or self.tr("authorization")
        return self.tr("no authorization")

    def _use_words(self, use: AuthorizationUse) -> str:
        words = self.tr("{0} of {1} units left") if use.rounding else self.tr("{0} of {1} left")
        left = words.format(max(0, use.left), use.visits)
        until = self.tr(", until {0}").format(dated(use.ends_on)) if use.ends_on else ""
        return f"{self._named(use.id)} · {left}{until}"
