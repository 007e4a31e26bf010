"""Notes whether the family used the interpreter who was booked, or declined."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.scheduling.domain import InterpreterUse, ScheduledSession
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl

_NOT_NOTED = ""


class InterpreterUseBox(QWidget):
    """``noted`` carries an ``InterpreterUse`` or None; hidden until a visit with one has begun."""

    noted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.control = SegmentedControl(self.tr("Interpreter"), small=True)
        self.control.add(_NOT_NOTED, self.tr("Not noted yet"))
        self.control.add(InterpreterUse.USED.value, self.tr("Used"))
        self.control.add(InterpreterUse.DECLINED.value, self.tr("Declined"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(self.tr("Interpreter"), self.control))
        self.hide()
        self.control.changed.connect(self._tell)

    def show_visit(self, session: ScheduledSession, *, may_say: bool) -> None:
        """Show what was noted."""
        self.control.blockSignals(True)  # noqa: FBT003  (Qt's signature)
        self.control.choose(session.interpreter_use)
        self.control.blockSignals(False)  # noqa: FBT003  (Qt's signature)
        has_begun = session.starts <= now_local() and session.status.uses_visit
        self.setVisible(session.interpreter_id is not None and has_begun and may_say)

    @Slot(str)
    def _tell(self, key: str) -> None:
        self.noted.emit(InterpreterUse(key) if key else None)
