"""Asks about a sibling's visit of the same drive when one was cancelled."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.day_words import clock_text
from ot_desktop.scheduling.attendance import Outcome
from ot_desktop.scheduling.domain import ScheduledSession
from ui.widgets.button import Button
from ui.widgets.notice import Notice


class SiblingQuestion(QWidget):
    """``wanted`` when theirs are to be cancelled too; read ``visits`` and ``outcome`` then."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.visits: tuple[ScheduledSession, ...] = ()
        self.outcome: Outcome | None = None
        self.notice = Notice("info", "users")
        self.yes_button = Button(self.tr("Cancel it too"), size="small")
        self.no_button = Button(self.tr("Leave it"), "link", size="small")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.notice)
        column.addLayout(row)
        self.hide()
        self.yes_button.clicked.connect(self.wanted)
        self.no_button.clicked.connect(self.forget)

    def ask(self, visits: Sequence[ScheduledSession], outcome: Outcome) -> None:
        """Ask about these visits; none asks nothing."""
        self.visits, self.outcome = tuple(visits), outcome
        named = [f"{first_name(each.child_name)}, {clock_text(each.starts)}" for each in visits]
        words = self.tr("Same drive: {0}. Cancel that too?").format("; ".join(named))
        self.notice.say(words if visits else "")
        self.setVisible(bool(visits))

    @Slot()
    def forget(self) -> None:
        """Ask nothing more."""
        self.visits, self.outcome = (), None
        self.hide()
