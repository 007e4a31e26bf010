"""Tells the side panel what is reckoned from the whole plan, once for all that just happened."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ot_desktop.programs.placement import Clash, NotPlaced
from ui.programs.missing_teller import MissingTeller
from ui.programs.plan_desk import PlanDesk
from ui.programs.proposal_desk import ProposalDesk
from ui.programs.side_panel import SidePanel


class PanelTeller(QObject):
    """The week is painted first; the panel follows when Qt comes to rest.

    ``judged`` says that clashes of other weeks are known by now.
    """

    judged = Signal()

    def __init__(self, desk: PlanDesk, panel: SidePanel, proposals: ProposalDesk) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._proposals = proposals
        self.may_change = False
        self._program_id = 0
        self._is_judging = False
        self._missing = MissingTeller(desk.programs.plans, self)
        self._missing.told.connect(self._show_missing)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    def tell_soon(self, program_id: int) -> None:
        """Show score, clashes and who is missing of the plan on the desk."""
        self._program_id = program_id
        self._soon.start()

    @Slot()
    def _tell(self) -> None:
        plans = self._desk.programs.plans
        if plans.judge_some(self._desk.plan_id):
            self._is_judging = True
            self._soon.start()
            return
        if self._is_judging:
            self._is_judging = False
            self.judged.emit()
        summaries = plans.of(self._program_id)
        mine = next((each for each in summaries if each.id == self._desk.plan_id), None)
        if mine is None:  # thrown away meanwhile; the news brings another one
            return
        others = [each for each in summaries if each.id != mine.id]
        rival = max(others, key=lambda each: each.made_at, default=None)
        beside = (rival.name, plans.measures(rival.id)) if rival is not None else None
        self._panel.score_card.show_score(plans.measures(mine.id), mine.name, beside)
        clashes = plans.clashes(mine.id)
        self._proposals.show_proposals(self._program_id, may_change=self.may_change)
        self._panel.show_clashes(clashes, self._is_own, may_change=self.may_change)
        self._missing.tell(mine.id)

    @Slot(object)
    def _show_missing(self, missing: tuple[NotPlaced, ...]) -> None:
        self._panel.not_placed_card.show_missing(missing, may_change=self.may_change)

    def _is_own(self, clash: Clash) -> bool:
        return self._desk.change_of(clash.planned_ids) is not None
