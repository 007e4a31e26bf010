"""What matters to the family: name a problem in its words, and rate the problems in one talk."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.errors import ValidationError
from ot_desktop.goals.copm import HIGHEST, LOWEST, AssessmentDraft, Rater, Rating
from ot_desktop.goals.copm_service import CopmService
from ot_desktop.goals.domain import GoalsPage
from ot_desktop.typed_dates import Lean
from ui.shared.form_dialog import FormDialog
from ui.theme import theme
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl

_WIDE = 56


def _tr(words: str) -> str:
    return QCoreApplication.translate("CopmDialogs", words)


class ProblemDialog(FormDialog):
    """Adds one problem."""

    def __init__(self, service: CopmService, child_id: int, parent: QWidget | None = None) -> None:
        super().__init__(_tr("What matters to the family?"), _tr("Add"), parent)
        self._service = service
        self._child_id = child_id
        self.words_edit = QLineEdit()
        self.words_edit.setPlaceholderText(self.tr("Mornings: he cannot get into his shirt"))
        hint = self.tr("Write it as they say it. It stays in their words.")
        self.show_fields({"words": Field(self.tr("In their words"), self.words_edit, hint=hint)})
        self.words_edit.setFocus()

    def save(self) -> None:
        """Add the problem."""
        self._service.name(self._child_id, self.words_edit.text())


class RatingDialog(FormDialog):
    """Keeps one talk; a problem left empty is not rated, which is not a one."""

    def __init__(
        self,
        service: CopmService,
        page: GoalsPage,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_tr("How is it going, from 1 to 10?"), _tr("Save ratings"), parent)
        self._service = service
        self._page = page
        self.assessment_id: int | None = None
        self.day_edit = DateEdit(self.tr("Day"), today, lean=Lean.PAST)
        self.day_edit.set_value(today)
        self.rater_control = SegmentedControl(self.tr("Who rates"))
        self.rater_control.add(Rater.PARENT, self.tr("A parent for the child"))
        self.rater_control.add(Rater.CHILD, self.tr("The child"))
        self.said_edit = QLineEdit()
        self.said_field = Field(self.tr("Which parent"), self.said_edit)
        self.rows = {problem.id: RatingRow(problem.words) for problem in page.copm.problems}
        rated = {
            f"rating_{problem.id}": Field(problem.words, self.rows[problem.id], optional=True)
            for problem in page.copm.problems
        }
        self.show_fields(
            {
                "rated_on": Field(self.tr("Day"), self.day_edit),
                "rater": Field(self.tr("Who rates"), self.rater_control),
                "said_by": self.said_field,
                **rated,
            }
        )
        self.rater_control.changed.connect(self._ask_who)
        self.said_edit.setFocus()

    def save(self) -> None:
        """Keep the ratings."""
        day = self.day_edit.value()
        if day is None:
            raise ValidationError({"rated_on": self.tr("Write the date like 6/12/2027.")})
        half = {
            f"rating_{problem_id}": self.tr("Enter both numbers, or neither.")
            for problem_id, row in self.rows.items()
            if row.is_half
        }
        if half:
            raise ValidationError(half)
        told = [(problem_id, row.rating()) for problem_id, row in self.rows.items()]
        rated = tuple((problem_id, rating) for problem_id, rating in told if rating is not None)
        rater = Rater(self.rater_control.chosen())
        draft = AssessmentDraft(day, rater, self.said_edit.text(), rated)
        self.assessment_id = self._service.rate(self._page.child_id, draft)

    @Slot()
    def _ask_who(self) -> None:
        self.said_field.setVisible(self.rater_control.chosen() == Rater.PARENT)


class RatingRow(QWidget):
    """Two numbers for one problem."""

    def __init__(self, problem: str) -> None:
        super().__init__()
        self.performance_edit = _edit(self.tr("How well, 1 to 10: {0}").format(problem))
        self.satisfaction_edit = _edit(self.tr("How content, 1 to 10: {0}").format(problem))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, edit in (
            (self.tr("How well it goes"), self.performance_edit),
            (self.tr("How content they are"), self.satisfaction_edit),
        ):
            row.addWidget(label(words, "small", "text-2"))
            row.addWidget(edit)
        row.addStretch(1)
        self.setFocusProxy(self.performance_edit)

    @property
    def is_half(self) -> bool:
        """Only one of the two numbers is there."""
        return bool(self.performance_edit.text()) != bool(self.satisfaction_edit.text())

    def rating(self) -> Rating | None:
        """Return both numbers, or None when the problem was not rated."""
        if not self.performance_edit.text() or not self.satisfaction_edit.text():
            return None
        return Rating(int(self.performance_edit.text()), int(self.satisfaction_edit.text()))


def _edit(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setValidator(QIntValidator(LOWEST, HIGHEST, edit))
    edit.setFixedWidth(theme().px(_WIDE))
    return edit
