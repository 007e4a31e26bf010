"""The step Adjust: the week grid, what to take back, and beside it score, clashes and fixes."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ot_desktop.clock import today
from ot_desktop.permissions import Permission
from ot_desktop.programs.board import Block, View
from ot_desktop.programs.domain import Program
from ot_desktop.services import Services
from ui.programs.adjust_deeds import AdjustDeeds
from ui.programs.adjust_view import AdjustView
from ui.programs.editing_guard import EditingGuard
from ui.programs.panel_teller import PanelTeller
from ui.programs.plan_desk import PlanDesk
from ui.programs.proposal_desk import ProposalDesk
from ui.visits.hand import Hand
from ui.visits.hand_movers import KeyHand, MouseHand
from ui.widgets.shortcut import bind


class AdjustPage(AdjustView):
    """What is done is saved at once; ``print_wanted`` leads to the sheets."""

    print_wanted = Signal()
    child_opened = Signal(int)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self.guard = EditingGuard(services.programs.editing, self, may_change=may_plan)
        self._program: Program | None = None
        self._day = today()
        self.desk = PlanDesk(services.programs, self)
        self.hand = Hand(self.grid, self.desk, self)
        self.mouse_hand = MouseHand(self.hand)
        self.key_hand = KeyHand(self.hand)
        self.deeds = AdjustDeeds(self.desk, services.caseload, self.hand, self.panel)
        card = self.panel.proposals_card
        self.proposals = ProposalDesk(services.user, self.desk, card, self.deeds.trial)
        self._teller = PanelTeller(self.desk, self.panel, self.proposals)
        self._connect()
        self._show_rights()

    # What is shown.

    def show_program(self, program: Program) -> None:
        """Show the chosen plan of an intensive as it is now."""
        is_another = self._program is None or self._program.id != program.id
        self._program = program
        if program.chosen_plan_id is None:
            return
        self.guard.open(program.id)
        self.desk.open(program.chosen_plan_id)
        if is_another:
            self._day = self._first_day(program)
            self.deeds.trial.end()
            self.hand.put_back()
        self._reload()

    def take_focus(self) -> None:
        """Put the keyboard into the week."""
        self.week.take_focus()

    def flush(self) -> bool:
        """Let go of what is carried, and of the plan; the rest is saved as it is done."""
        self.hand.put_back()
        self.deeds.trial.end()
        self.guard.close()
        return True

    def main_words(self) -> str:
        """Publish stands in the head of its own."""
        return ""

    @Slot(object)
    def show_week_of(self, day: date) -> None:
        """Show the week of a day, carrying along what is in the hand."""
        if self.grid.board is None or not any(each.day == day for each in self.grid.board.days):
            self._day = day
            self._show_week()

    @staticmethod
    def _first_day(program: Program) -> date:
        days = [day for day in program.days if day >= today()]
        return next(iter(days), program.starts_on)

    def _reload(self) -> None:
        self._show_week()
        if self._program is not None:
            self._teller.tell_soon(self._program.id)

    def _show_week(self) -> None:
        board = self.desk.week(self._day, self.bar.view)
        self._day = board.first_day
        self.week.show_board(board)
        self.bar.weeks.show_weeks(board.weeks, board.first_day)
        self.hand.show_week()
        self.deeds.trial.show_week()

    @Slot()
    def _show_weeks(self) -> None:
        board = self.desk.week(self._day, self.bar.view)
        self.bar.weeks.show_weeks(board.weeks, board.first_day)

    # Building.

    def _connect(self) -> None:
        bar, week, panel = self.bar, self.week, self.panel
        bar.weeks.week_wanted.connect(self.show_week_of)
        self._teller.judged.connect(self._show_weeks)
        bar.view_changed.connect(self._show_view)
        bar.find_box.textChanged.connect(week.light_named)
        bar.find_box.returnPressed.connect(week.go_to_found)
        bar.list_button.toggled.connect(self._show_list)
        bar.undo_button.clicked.connect(self.desk.undo)
        bar.redo_button.clicked.connect(self.desk.redo)
        bar.print_wanted.connect(self.print_wanted)
        week.week_wanted.connect(bar.weeks.step)
        week.unplaced_wanted.connect(self.go_to_missing)
        week.move_wanted.connect(self._move_in_grid)
        self.key_hand.weeks_wanted.connect(bar.weeks.step)
        self.hand.week_wanted.connect(self.show_week_of)
        self.deeds.week_wanted.connect(self.show_week_of)
        self.deeds.refused.connect(self._refuse)
        self.desk.changed.connect(self._tell)
        self.desk.refused.connect(self._refuse)
        panel.session_card.opened.connect(self.open_panel)
        panel.session_card.child_wanted.connect(self.child_opened)
        panel.session_card.propose_wanted.connect(self.proposals.propose)
        self.proposals.told.connect(self.told)
        self.proposals.refused.connect(self._refuse)
        self.guard.changed.connect(self._show_rights)
        self._connect_keys()

    def _connect_keys(self) -> None:
        bind(self, "F6", partial(self.go_to_region, 1))
        bind(self, "Shift+F6", partial(self.go_to_region, -1))
        for notice, act in (
            (self.notice, self.desk.put_anyway),
            (self.other_notice, self.guard.look),
        ):
            if notice.button is not None:
                notice.button.clicked.connect(act)

    @Slot()
    def _show_rights(self) -> None:
        """Let look only, with the name, while somebody else has the plan."""
        may_change, other = self.guard.may_change, self.guard.other
        self.hand.put_back()
        self.deeds.may_change = self._teller.may_change = may_change
        self.deeds.may_propose = self.proposals.may_propose
        self.panel.session_card.may_propose = self.proposals.may_propose
        self.legend.show_rights(may_change=may_change)
        self.other_notice.say(other.words if other is not None else "")
        self._show_history()
        if self.desk.plan_id:
            self._reload()

    # What was done.

    @Slot(str, bool)
    def _tell(self, sentence: str, is_new: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self.notice.say("")
        self._reload()
        self._show_history()
        if self.desk.moved_id is not None:
            self.grid.go_to_session(self.desk.moved_id)
        self.told.emit(sentence, self.desk.undo if is_new else None)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.notice.say(sentence)
        if self.notice.button is not None:
            self.notice.button.setVisible(self.desk.not_put is not None)

    def _show_history(self) -> None:
        self.bar.show_history(can_undo=self.desk.can_undo, can_redo=self.desk.can_redo)
        self.bar.undo_button.setVisible(self.guard.may_change)

    # Looking at it differently.

    @Slot(object)
    def _show_view(self, _view: View) -> None:
        self._show_week()

    @Slot(bool)
    def _show_list(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self.hand.put_back()
        self.week.show_list(shown)

    @Slot(object)
    def _move_in_grid(self, block: Block) -> None:
        """Carry a session of the list on in the grid, where there is room to see it."""
        self.bar.list_button.setChecked(False)
        if block.planned_id is not None:
            self.grid.go_to_session(block.planned_id)
        self.deeds.move_by_keys(block)

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Claim the page's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back, do again, find, print; Esc ends what is tried."""
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _action(self, event: QEvent) -> Callable[[], object] | None:
        if not isinstance(event, QKeyEvent) or not self.desk.plan_id:
            return None
        letters = {"/": self.bar.find_box.setFocus, "v": self.bar.list_button.toggle}
        if event.text() in letters:
            return letters[event.text()]
        for keys, action in (
            (QKeySequence.StandardKey.Undo, self.desk.undo),
            (QKeySequence.StandardKey.Redo, self.desk.redo),
            (QKeySequence.StandardKey.Print, self.print_wanted.emit),
            (QKeySequence.StandardKey.Cancel, self._cancel()),
        ):
            if action is not None and event.matches(keys):
                return action
        return None

    def _cancel(self) -> Callable[[], object] | None:
        """Return what Esc ends, if anything."""
        ends = (
            (self.hand.carried is not None, self.hand.put_back),
            (self.deeds.trial.fix is not None, self.deeds.trial.end),
            (self.panel.session_card.block is not None, self.panel.session_card.close_card),
            (bool(self.bar.find_box.text()), self.bar.find_box.clear),
        )
        return next((end for is_on, end in ends if is_on), None)
