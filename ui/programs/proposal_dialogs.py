"""Asks a therapist what to propose and why; asks whoever plans why not."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.programs.placement import Fix
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field


class ProposeDialog(FormDialog):
    """Proposes one of ``options`` with ``keep``, which may refuse."""

    def __init__(
        self,
        question: str,
        options: Sequence[Fix],
        keep: Callable[[Fix, str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(question, parent.tr("Propose"), parent)
        self._options = options
        self._keep = keep
        self.fix_combo = ComboBox(self.tr("What you propose"))
        self.fix_combo.addItems([each.text for each in options])
        self.why_edit = QLineEdit()
        self.why_edit.setPlaceholderText(self.tr("she is fresher in the morning"))
        self.show_fields(
            {
                "fix": Field(self.tr("What you propose"), self.fix_combo),
                "why": Field(self.tr("Why"), self.why_edit),
            }
        )
        self.fix_combo.setFocus()

    def save(self) -> None:
        """Keep the proposal."""
        self._keep(self._options[self.fix_combo.currentIndex()], self.why_edit.text())


class DeclineDialog(FormDialog):
    """Declines with ``keep``, which wants a reason."""

    def __init__(self, text: str, keep: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent.tr("Decline this proposal?"), parent.tr("Decline"), parent)
        self._keep = keep
        self.explanation.setText(text)
        self.explanation.show()
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("the family cannot come earlier"))
        self.show_fields({"reason": Field(self.tr("Why not"), self.reason_edit)})
        self.reason_edit.setFocus()

    def save(self) -> None:
        """Keep the refusal."""
        self._keep(self.reason_edit.text())
