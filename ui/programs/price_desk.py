"""Mends a plan families have: shows what it would cost, and keeps it only when it is taken."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Plan
from ot_desktop.programs.domain import Program
from ot_desktop.programs.mending import Mended, Price
from ot_desktop.scheduling.paper import print_listings
from ot_desktop.services import Services
from ui.programs.price_card import PriceCard
from ui.shared.paper_run import PaperRun
from ui.tasks import TaskRunner
from ui.widgets.announcing import announce


class PriceDesk(QObject):
    """``again_wanted`` carries how many families may move, ``taken`` a ``Plan``."""

    again_wanted = Signal(int)
    taken = Signal(object)
    told = Signal(str, object)
    refused = Signal(str)
    changed = Signal()

    def __init__(self, services: Services, tasks: TaskRunner, card: PriceCard) -> None:
        super().__init__(card)
        self._services = services
        self._tasks = tasks
        self._card = card
        self._program: Program | None = None
        self._mended: Mended | None = None
        self._price: Price | None = None
        card.taken.connect(self.take)
        card.left.connect(self.leave)
        card.again_wanted.connect(self.again_wanted)
        card.print_wanted.connect(self._print)
        card.hide()

    @property
    def is_open(self) -> bool:
        """Say whether a price waits for an answer."""
        return self._mended is not None

    def show_mended(self, program: Program, mended: Mended) -> None:
        """Show what a mended plan would cost; where everything can stay, say just that."""
        try:
            price = self._services.programs.plans.price(program.id, mended)
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        if price.is_nothing:
            self.leave()
            self.told.emit(self.tr("Everything can stay as it is."), None)
            return
        self._program, self._mended, self._price = program, mended, price
        self._card.show_price(price, mended.may_move)
        announce(self._card, self._card.words_label.text())
        self._card.take_button.setFocus()
        self.changed.emit()

    @Slot()
    def take(self) -> None:
        """Keep the mended plan."""
        if self._mended is not None:
            plan: Plan = self._mended.plan
            self.leave()
            self.taken.emit(plan)

    @Slot()
    def leave(self) -> None:
        """Forget what was found; nothing was kept of it."""
        self._mended = self._price = None
        self._card.hide()
        self.changed.emit()

    @Slot()
    def _print(self) -> None:
        if self._program is None or self._price is None:
            return
        run = PaperRun(self._services.settings, self._tasks, self._card)
        run.told.connect(self.told)
        run.refused.connect(self.refused)
        gather = partial(self._services.programs.papers.make_up, self._program.id, self._price)
        run.print(gather, print_listings, "make-up-list")
