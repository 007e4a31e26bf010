"""Whether the family used the interpreter or declined, asked of a visit that needs one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.scheduling.domain import InterpreterUse, ScheduledSession
from ui.visits.visit_words import interpreter_words
from ui.widgets.chip import ChipGroup
from ui.widgets.field import Field


class InterpreterBox(QWidget):
    """``given`` carries an ``InterpreterUse``; hidden where no interpreter is needed or booked."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.use_chips = ChipGroup(self.tr("Interpreter"), one=True)
        self.use_chips.add(InterpreterUse.USED.value, self.tr("Used"))
        self.use_chips.add(InterpreterUse.DECLINED.value, self.tr("Declined"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(self.tr("Interpreter"), self.use_chips))
        self.hide()
        self.use_chips.changed.connect(self._give)

    def show_visit(self, session: ScheduledSession, child: ChildPage, *, may_say: bool) -> None:
        """Show what was noted of a visit; nothing noted yet is no choice."""
        self.use_chips.blockSignals(True)  # noqa: FBT003  (Qt's signature)
        self.use_chips.choose([session.interpreter_use] if session.interpreter_use else [])
        self.use_chips.blockSignals(False)  # noqa: FBT003  (Qt's signature)
        self.use_chips.setEnabled(may_say)
        self.setVisible(bool(interpreter_words(child, session)))

    @Slot()
    def _give(self) -> None:
        for key in self.use_chips.chosen():
            self.given.emit(InterpreterUse(key))
