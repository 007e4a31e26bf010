"""Asks a therapist what to propose and why; asks whoever plans why not."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.programs.placement import Fix
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field

_BREATH = 0.01  # seconds


class ProposeDialog(FormDialog):
    """Proposes one of ``options`` with ``keep``, which may refuse; they come in one by one."""

    def __init__(
        self,
        question: str,
        options: Iterator[Fix | None],
        keep: Callable[[Fix, str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(question, parent.tr("Propose"), parent)
        self._options = options
        self._found: list[Fix] = []
        self._keep = keep
        self.fix_combo = ComboBox(self.tr("What you propose"))
        self.fix_combo.setPlaceholderText(self.tr("Looking for what fits…"))
        self.fix_combo.setCurrentIndex(-1)
        self.why_edit = QLineEdit()
        self.why_edit.setPlaceholderText(self.tr("she is fresher in the morning"))
        self.show_fields(
            {
                "fix": Field(self.tr("What you propose"), self.fix_combo),
                "why": Field(self.tr("Why"), self.why_edit),
            }
        )
        self.save_button.setEnabled(False)
        self.fix_combo.setFocus()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self._soon.start()

    def save(self) -> None:
        """Keep the proposal."""
        self._keep(self._found[self.fix_combo.currentIndex()], self.why_edit.text())

    @Slot()
    def _look(self) -> None:
        """Look for a hundredth of a second, then let the window breathe."""
        until = perf_counter() + _BREATH
        for each in self._options:
            if each is not None:
                self._add(each)
            if perf_counter() > until:
                self._soon.start()
                return
        if not self._found:
            words = self.tr("Nothing else fits in this week. Look at another week, or ask.")
            self.fix_combo.setPlaceholderText(self.tr("Nothing fits"))
            self.fields["fix"].set_problem(words)

    def _add(self, fix: Fix) -> None:
        self._found.append(fix)
        self.fix_combo.addItem(fix.text)
        if len(self._found) == 1:
            self.fix_combo.setCurrentIndex(0)
            self.save_button.setEnabled(True)


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
