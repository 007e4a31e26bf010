"""Proposing a swap and answering proposals, wired to the services and the week."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.programs.board import Block
from ot_desktop.programs.proposing import Proposal
from ui.programs.plan_desk import PlanDesk
from ui.programs.proposal_dialogs import DeclineDialog, ProposeDialog
from ui.programs.proposals_card import ProposalsCard
from ui.programs.trial import Trial
from ui.widgets.dialog import Dialog


class ProposalDesk(QObject):
    """``told`` carries a sentence and what takes it back; ``refused`` why nothing was done."""

    told = Signal(str, object)
    refused = Signal(str)

    def __init__(self, user: SignedIn, desk: PlanDesk, card: ProposalsCard, trial: Trial) -> None:
        super().__init__(card)
        self._user = user
        self._desk = desk
        self._card = card
        self._trial = trial
        self._proposing = desk.programs.proposing
        self.may_propose = user.may(Permission.PROPOSE_SWAP) and not user.may(
            Permission.PLAN_PROGRAM
        )
        card.accept_wanted.connect(self._accept)
        card.decline_wanted.connect(self._decline)
        card.withdraw_wanted.connect(self._withdraw)
        card.try_wanted.connect(self._try)

    def show_proposals(self, program_id: int, *, may_change: bool) -> None:
        """Show what is proposed for the plan in use."""
        found = self._proposing.of(program_id)
        self._card.show_proposals(found, user_id=self._user.id, may_change=may_change)

    @Slot(object)
    def propose(self, block: Block) -> None:
        """Ask what to propose for a session."""
        planned_id = block.planned_id
        if planned_id is None or not self.may_propose:
            return
        try:
            options = self._proposing.options(planned_id)
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        question = self.tr("What do you propose for {0}?").format(block.short_name)
        plan_id = self._desk.plan_id
        keep = partial(self._proposing.propose, plan_id)
        kept: list[int] = []
        dialog = ProposeDialog(
            question, options, lambda fix, why: kept.append(keep(fix, why)), self._card.window()
        )
        dialog.accepted.connect(lambda: self._say_proposed(kept))
        _open(dialog)

    def _say_proposed(self, kept: list[int]) -> None:
        for proposal_id in kept:
            words = self.tr("Proposed. The front desk and the owner see it here.")
            self.told.emit(words, partial(self._proposing.withdraw, proposal_id))

    @Slot(object)
    def _accept(self, proposal: Proposal) -> None:
        self._trial.end()
        self._desk.accept(proposal)

    @Slot(object)
    def _decline(self, proposal: Proposal) -> None:
        keep = partial(self._proposing.decline, proposal.id)
        dialog = DeclineDialog(proposal.text, keep, self._card.window())
        back = partial(self._proposing.reopen, proposal.id)
        dialog.accepted.connect(lambda: self.told.emit(self.tr("Proposal declined"), back))
        _open(dialog)

    @Slot(object)
    def _withdraw(self, proposal: Proposal) -> None:
        self._do(partial(self._proposing.withdraw, proposal.id), self.tr("Proposal withdrawn"))

    @Slot(object)
    def _try(self, proposal: Proposal) -> None:
        """Show in the week what it would do."""
        try:
            _plan_id, fix = self._proposing.fix_of(proposal)
        except ClinicError as error:
            self.refused.emit(str(error))
        else:
            self._trial.begin(fix, 0, "")

    def _do(self, act: Callable[[], object], words: str) -> None:
        try:
            act()
        except ClinicError as error:
            self.refused.emit(str(error))
        else:
            self.told.emit(words, None)


def _open(dialog: Dialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
