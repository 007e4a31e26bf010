"""A dialog that keeps what was typed until it can be saved, with each sentence at its field."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError, ValidationError
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field, FormProblems
from ui.widgets.fitted_scroller import FittedScroller
from ui.widgets.label import label
from ui.widgets.shortcut import FINISH, bind


class FormDialog(Dialog):
    """Subclasses add fields and say what ``save`` does; a refusal keeps the dialog open."""

    def __init__(self, question: str, verb: str, parent: QWidget | None) -> None:
        super().__init__(question, parent=parent)
        self.fields: dict[str, Field] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 0, 2, 0)  # room for the focus ring
        column.setSpacing(0)
        self.form = QVBoxLayout()
        self.form.setSpacing(10)
        column.addLayout(self.form)
        column.addStretch(1)
        self.body.addWidget(FittedScroller(inside))
        self._problems = FormProblems({})
        self.refusal = label("", "body", "danger-text", wrap=True)
        self.refusal.hide()
        self.add_choice("no", self.tr("Cancel"), safe=True)
        self.save_button = self.add_choice("yes", verb, "primary")
        self.save_button.setDefault(True)
        bind(self, FINISH, self.save_button.click)

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        """Show the fields under one another; names are those of ``ValidationError.fields``."""
        self.fields = dict(fields)
        self._problems = FormProblems(self.fields)
        for field in self.fields.values():
            self.form.addWidget(field)
        self.form.addWidget(self.refusal)

    def save(self) -> None:
        """Save what was typed; raise ``ValidationError`` or ``ClinicError`` to stay open."""
        raise NotImplementedError

    def take(self, key: str) -> None:
        """Try to save before closing."""
        if key != "yes" or self._saved(self.save):
            super().take(key)

    def _saved(self, save: Callable[[], None]) -> bool:
        self._problems.clear()
        self.refusal.hide()
        try:
            save()
        except ValidationError as error:
            self._say(self._problems.show(error.fields))
            return False
        except ClinicError as error:
            self._say([str(error)])
            return False
        return True

    def _say(self, sentences: list[str]) -> None:
        self.refusal.setText(" ".join(sentences))
        self.refusal.setVisible(bool(sentences))
