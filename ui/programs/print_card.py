"""The papers of an intensive: for families, therapists, rooms and the front desk."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from ot_desktop.programs.domain import Program
from ot_desktop.programs.telling import FamilyToTell
from ot_desktop.services import Services
from ui.asking import Asker
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.widgets.card import Card

WIDTH = 280


class PrintCard(Card):
    """``told`` carries a sentence for the toast; ``refused`` one for the page."""

    told = Signal(str, object)
    refused = Signal(str)

    def __init__(self, services: Services, asker: Asker, tasks: TaskRunner) -> None:
        super().__init__(self.tr("Papers"))
        self._services = services
        self._asker = asker
        self._tasks = tasks
        self._program: Program | None = None
        self._families: Sequence[FamilyToTell] = ()
        theme().changed.connect(self._fit)
        self._fit()

    def show_program(self, program: Program, families: Sequence[FamilyToTell]) -> None:
        """Offer what can be printed."""
        self._program, self._families = program, families

    @Slot()
    def print_changed(self) -> None:
        """Print the schedules of the families that have to be told."""

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
