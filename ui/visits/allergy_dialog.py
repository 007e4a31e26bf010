"""Asks about allergies before a child is checked in for the first time."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.domain import Alert, Asked
from ot_desktop.caseload.first_answers import FirstAnswers
from ot_desktop.errors import ClinicError
from ot_desktop.services import Services
from ui.shared.allergy_question import AllergyQuestion
from ui.shared.program_clash import tell_of_clash
from ui.widgets.dialog import Dialog
from ui.widgets.notice import Notice


def ask_allergies(
    services: Services, child_id: int, then: Callable[[], object], over: QWidget
) -> None:
    """Ask, and do ``then`` once the answer is kept."""
    name = services.caseload.banner(child_id).first_name
    dialog = AllergyDialog(services.first_answers, child_id, name, over.window())
    dialog.accepted.connect(partial(tell_of_clash, services, child_id, over.window()))
    dialog.accepted.connect(then)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class AllergyDialog(Dialog):
    """Accepted once the answer is kept."""

    def __init__(
        self, answers: FirstAnswers, child_id: int, child_name: str, parent: QWidget
    ) -> None:
        words = parent.tr(
            "Nobody has asked the family yet. It is asked once, before the first visit."
        )
        super().__init__(parent.tr("Check {0} in?").format(child_name), words, parent)
        self._answers = answers
        self._child_id = child_id
        self.refusal = Notice("danger", "alert-circle")
        self.question_row = AllergyQuestion()
        self.body.addWidget(self.refusal)
        self.body.addWidget(self.question_row)
        self.add_choice("no", self.tr("Not yet"), safe=True)
        self.question_row.answered.connect(self._keep)
        self.question_row.none_button.setFocus()

    @Slot(object, object)
    def _keep(self, asked: Asked, alerts: Sequence[Alert]) -> None:
        try:
            self._answers.answer(self._child_id, asked, alerts)
        except ClinicError as error:
            self.refusal.say(str(error))
        else:
            self.take("kept")
