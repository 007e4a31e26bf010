"""Add a goal: what the child will do, how it is scored, by when, and the cue words."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.goals import SKILL_AREAS, GoalDraft
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.errors import ValidationError
from ui.shared.form_dialog import FormDialog
from ui.shared.skills import skill_name
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper


def _tr(words: str) -> str:
    return QCoreApplication.translate("GoalDialog", words)


class GoalDialog(FormDialog):
    """Saves one goal of one child."""

    def __init__(
        self, caseload: CaseloadService, child_id: int, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_tr("Add a goal"), _tr("Add goal"), parent)
        self._caseload = caseload
        self._child_id = child_id
        self.statement_edit, self.cues_edit = QLineEdit(), QLineEdit()
        self.statement_edit.setPlaceholderText(self.tr("Fastens 4 shirt buttons alone"))
        self.cues_edit.setPlaceholderText(self.tr("Pinch, push, pull. / Slow hands."))
        self.skill_box = ComboBox(self.tr("Skill area"))
        for skill_area in SKILL_AREAS:
            self.skill_box.addItem(skill_name(skill_area), skill_area)
        self.out_of_stepper = Stepper(self.tr("Scored out of"), (1, 100), 4)
        self.baseline_stepper = Stepper(self.tr("Now"), (0, 100), 0)
        self.target_stepper = Stepper(self.tr("Goal"), (1, 100), 4)
        self.until_edit = DateEdit(self.tr("By when"), today)
        self.show_fields(
            {
                "statement": Field(self.tr("What the child will do"), self.statement_edit),
                "skill_area": Field(self.tr("Skill area"), self.skill_box),
                "out_of": Field(self.tr("Scored out of"), self.out_of_stepper),
                "baseline": Field(self.tr("Now"), self.baseline_stepper),
                "target": Field(self.tr("Goal"), self.target_stepper),
                "target_on": Field(self.tr("By when"), self.until_edit, optional=True),
                "cue_words": Field(
                    self.tr("Cue words"),
                    self.cues_edit,
                    optional=True,
                    hint=self.tr("Separate two cues with a slash. They print as written."),
                ),
            }
        )
        self.statement_edit.setFocus()

    def save(self) -> None:
        """Add the goal."""
        if self.until_edit.value() is None and self.until_edit.text().strip():
            raise ValidationError({"target_on": self.tr("Write the date like 6/12/2027.")})
        cues = tuple(cue.strip() for cue in self.cues_edit.text().split("/") if cue.strip())
        self._caseload.add_goal(
            self._child_id,
            GoalDraft(
                skill_area=self.skill_box.currentData(),
                statement=self.statement_edit.text(),
                out_of=self.out_of_stepper.value(),
                target=self.target_stepper.value(),
                baseline=self.baseline_stepper.value(),
                target_on=self.until_edit.value(),
                cue_words=cues,
            ),
        )
