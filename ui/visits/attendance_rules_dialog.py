"""The clinic's rules of attendance: when somebody is late, has called late, is talked with."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.attendance import Policy
from ot_desktop.scheduling.attending import AttendanceService
from ui.shared.form_dialog import FormDialog
from ui.widgets.field import Field

_MOST = 9999


class AttendanceRulesDialog(FormDialog):
    """What is typed is refused beside its field when it cannot be a rule."""

    def __init__(self, attendance: AttendanceService, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self._attendance = attendance
        kept = attendance.policy()
        self.question.setText(self.tr("Which rules of attendance does the clinic keep?"))
        self.setAccessibleName(self.question.text())
        self.save_button.setText(self.tr("Save rules"))
        names = {
            "late_after_minutes": self.tr("Late after, in minutes"),
            "notice_hours": self.tr("Called in time, hours before the visit"),
            "make_up_days": self.tr("Days in which a missed visit can be made up"),
            "misses_in_a_row": self.tr("Talk with a family after no-shows in a row"),
            "least_percent": self.tr("Talk with a family below percent of visits attended"),
            "flag_days": self.tr("Days that count for that percent"),
        }
        self.edits = {name: _number(getattr(kept, name)) for name in names}
        self.words_edit = QLineEdit(kept.flag_words)
        fields = {name: Field(words, self.edits[name]) for name, words in names.items()}
        words_field = Field(self.tr("What the flag says"), self.words_edit)
        self.show_fields({**fields, "flag_words": words_field})

    def save(self) -> None:
        """Keep the rules."""
        empty = [name for name, edit in self.edits.items() if not edit.text()]
        if empty:
            raise ValidationError(dict.fromkeys(empty, self.tr("Enter a number.")))
        numbers = {name: int(edit.text()) for name, edit in self.edits.items()}
        self._attendance.set_policy(Policy(**numbers, flag_words=self.words_edit.text().strip()))


def _number(value: int) -> QLineEdit:
    made = QLineEdit(str(value))
    made.setValidator(QIntValidator(0, _MOST, made))
    return made
