"""Proposals of times for one child: Enter takes the best, another button takes another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Option
from ot_desktop.programs.finding import Finding
from ot_desktop.programs.placement import Fix
from ot_desktop.progress import Progress
from ui.tasks import Task, TaskRunner
from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice
from ui.widgets.progress_card import ProgressCard

PROPOSED = 3


class FindRun(QObject):
    """Looks for times beside the window; ``found`` carries ``Option``s, ``failed`` an error."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, finding: Finding, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._finding = finding
        self._tasks = tasks
        self._task: Task | None = None

    def start(self, program_id: int, program_child_id: int) -> None:
        """Begin; raises ``ClinicError`` while something has to be asked first."""
        self.cancel()
        search = self._finding.search(program_id, program_child_id)

        def run(_progress: Progress) -> Sequence[Option]:
            return search.run(PROPOSED)

        self._task = self._tasks.task(run)
        self._task.finished.connect(self.found)
        self._task.failed.connect(self.failed)
        self._task.start()

    @Slot()
    def cancel(self) -> None:
        """Forget what is being looked for."""
        if self._task is not None:
            self._task.cancel()
            self._task = None


class ProposalsPanel(QWidget):
    """``taken`` carries the proposal; ``closed`` says the person wants back to the wishes."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self, finding: Finding, tasks: TaskRunner) -> None:
        super().__init__()
        self._finding = finding
        self._place = (0, 0)
        self.run = FindRun(finding, tasks, self)
        self.buttons: list[Button] = []
        self.progress_card = ProgressCard(self.tr("Looking for times"), framed=False)
        self.refusal = Notice("warn", "calendar-x")
        self.back_button = Button(self.tr("Back to wishes"), icon="arrow-left", size="small")
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        column.addLayout(row)
        for part in (self.progress_card, self.refusal):
            column.addWidget(part)
        column.addLayout(self._column)
        column.addStretch(1)
        self.progress_card.hide()
        self.back_button.clicked.connect(self._close)
        self.progress_card.cancelled.connect(self._close)
        self.run.found.connect(self._show)
        self.run.failed.connect(self._refuse)

    def look(self, program_id: int, program_child_id: int) -> None:
        """Look for times of one child."""
        self._place = (program_id, program_child_id)
        empty(self._column)
        self.buttons.clear()
        self.refusal.say("")
        self.back_button.setFocus()
        try:
            self.run.start(program_id, program_child_id)
        except ClinicError as error:
            self.refusal.say(str(error))
        else:
            self.progress_card.start()

    @Slot(object)
    def _show(self, options: Sequence[Option]) -> None:
        self.progress_card.finish()
        if not options:
            words = self.tr("No times fit beside the other children. Ask for more times, or less.")
            self.refusal.say(words)
            announce(self, words)
            return
        proposals = self._finding.proposals(*self._place, options)
        for number, proposal in enumerate(proposals, start=1):
            self._column.addWidget(self._row(number, proposal))
        self.buttons[0].set_kind("primary")
        self.buttons[0].setFocus()
        announce(self, proposals[0].text)

    def _row(self, number: int, proposal: Fix) -> QFrame:
        row = QFrame()
        row.setProperty("card", "note")
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(label(proposal.text, wrap=True))
        button = Button(self.tr("Take this"), size="small")
        button.setAccessibleName(self.tr("Take proposal {0}: {1}").format(number, proposal.text))
        button.clicked.connect(partial(self.taken.emit, proposal))
        self.buttons.append(button)
        column.addWidget(button)
        return row

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self.progress_card.finish()
        words = self.tr("The search stopped before it was done. Try again.")
        self.refusal.say(str(error) if isinstance(error, ClinicError) else words)

    @Slot()
    def _close(self) -> None:
        self.run.cancel()
        self.progress_card.finish()
        self.closed.emit()
