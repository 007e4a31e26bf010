"""What somebody does on the step Adjust, wired to the desk that saves it."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from ot_desktop.caseload.service import CaseloadService
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.board import Block
from ot_desktop.programs.placement import Clash, Fix, NotPlaced, Place, Remark
from ui.programs.plan_desk import PlanDesk
from ui.programs.side_panel import SidePanel
from ui.programs.trial import Trial
from ui.visits.grid_words import alert_words
from ui.visits.hand import Hand, carried_block
from ui.visits.targets import Carried
from ui.visits.week_grid import WeekGrid

MOST_OFFERED = 12


class AdjustDeeds(QObject):
    """``refused`` says why nothing was done; ``week_wanted`` asks for the week of a day."""

    week_wanted = Signal(object)
    refused = Signal(str)

    def __init__(
        self, desk: PlanDesk, caseload: CaseloadService, hand: Hand, panel: SidePanel
    ) -> None:
        super().__init__(hand)
        self._desk = desk
        self._caseload = caseload
        self._hand = hand
        self._panel = panel
        self._grid: WeekGrid = hand.grid
        self.may_change = True
        self.may_propose = False
        self.trial = Trial(self._grid, self)
        self._connect()

    def _connect(self) -> None:
        grid, panel, missing = self._grid, self._panel, self._panel.not_placed_card
        grid.about_child = self._about_child
        grid.picked_up.connect(self.pick_up)
        grid.lock_wanted.connect(self.turn_lock)
        grid.take_out_wanted.connect(self.take_out)
        grid.opened.connect(self.open)
        grid.menu_wanted.connect(self.open_menu)
        panel.session_card.move_wanted.connect(self.move_by_keys)
        panel.session_card.lock_wanted.connect(self.turn_lock)
        panel.session_card.take_out_wanted.connect(self.take_out)
        panel.session_card.closed.connect(grid.setFocus)
        missing.picked_up.connect(self.pick_up_missing)
        missing.dragged.connect(grid.dragged)
        missing.let_go.connect(grid.let_go)
        missing.fix_wanted.connect(self.apply)
        missing.try_wanted.connect(self.try_fix)
        missing.kept.connect(self.keep)
        missing.put_away.connect(self.trial.end)
        panel.clash_card.fix_wanted.connect(self.apply)
        panel.clash_card.show_wanted.connect(self.show_clash)
        panel.clash_card.undo_wanted.connect(self.undo_clash)
        self.trial.week_wanted.connect(self.week_wanted)
        self.trial.changed.connect(missing.show_tried)

    # A session of the week.

    @Slot(object, bool)
    def pick_up(self, block: Block, by_mouse: bool) -> None:  # noqa: FBT001  (Qt's signal)
        """Take a session into the hand, unless it stays."""
        if not self.may_change:
            return
        why_not = self._desk.say_why_it_stays(block)
        carried = carried_block(self._desk.plan_id, block)
        if why_not or carried is None:
            self.refused.emit(why_not)
            return
        self.trial.end()
        self._hand.take_up(carried, by_mouse=by_mouse)

    @Slot(object)
    def move_by_keys(self, block: Block) -> None:
        """Take a session into the hand of the keyboard."""
        self.pick_up(block, by_mouse=False)

    @Slot(object)
    def turn_lock(self, block: Block) -> None:
        """Lock a session, or let it go."""
        if self.may_change:
            self._desk.turn_lock(block)

    @Slot(object)
    def take_out(self, block: Block) -> None:
        """Take a session out of the plan."""
        if self.may_change:
            self._desk.take_out(block)

    @Slot(object)
    def open(self, block: Block) -> None:
        """Show a session's details beside the grid."""
        carried = carried_block(self._desk.plan_id, block)
        remarks: tuple[Remark, ...] = ()
        if carried is not None and carried.origin is not None:
            remarks = self._desk.check(carried, carried.origin).remarks
        child = self._caseload.banner(block.child_id)
        card = self._panel.session_card
        card.show_session(block, child, remarks, may_change=self.may_change)
        card.close_button.setFocus()

    @Slot(object, QPoint)
    def open_menu(self, block: Block, at: QPoint) -> None:
        """Offer what can be done with a session."""
        menu = QMenu(self._grid)
        menu.addAction(self.tr("Details"), lambda: self.open(block))
        if self.may_propose and not self._desk.say_why_it_stays(block):
            propose = self._panel.session_card.propose_wanted
            menu.addAction(self.tr("Propose a swap"), lambda: propose.emit(block))
        if self.may_change and not self._desk.say_why_it_stays(block):
            menu.addAction(self.tr("Move"), lambda: self.move_by_keys(block))
            menu.addMenu(self._places_menu(menu, block))
        if self.may_change and not block.is_weekly:
            lock = self.tr("Unlock") if block.is_locked else self.tr("Lock")
            menu.addAction(lock, lambda: self.turn_lock(block))
            menu.addAction(self.tr("Take out"), lambda: self.take_out(block))
        menu.popup(at)

    def _places_menu(self, parent: QMenu, block: Block) -> QMenu:
        menu = QMenu(self.tr("Move to"), parent)
        carried = carried_block(self._desk.plan_id, block)
        board = self._grid.board
        if carried is None or board is None:
            return menu
        blocks = (each for lane in board.lanes for each in lane.blocks)
        names = {each.therapist_id: each.therapist_name for each in blocks}
        fitting = [slot for slot in self._desk.slots(carried, board.first_day) if slot.room_ids]
        for slot in fitting[:MOST_OFFERED]:
            place = Place(slot.starts, slot.therapist_id, slot.room_ids[0])
            when = f"{long_day(place.day)}, {clock_text(place.starts)}"
            words = f"{when}, {names.get(slot.therapist_id, '')}".rstrip(", ")
            menu.addAction(words, partial(self._desk.put, carried, place))
        menu.setEnabled(bool(fitting))
        return menu

    def _about_child(self, block: Block) -> str:
        return alert_words(self._caseload.banner(block.child_id))

    # Who is missing.

    @Slot(object, bool)
    def pick_up_missing(self, missing: NotPlaced, by_mouse: bool) -> None:  # noqa: FBT001  (as the signal has it)
        """Take a session that is not placed into the hand."""
        self.trial.end()
        number = missing.numbers[0] if missing.numbers else None
        carried = Carried(
            self._desk.plan_id,
            missing.wanted_id,
            None,
            missing.child_id,
            missing.child_name,
            number,
        )
        self._hand.take_up(carried, by_mouse=by_mouse)

    @Slot(object)
    def apply(self, fix: Fix) -> None:
        """Do what a fix says, and show where it went."""
        self.trial.end()
        self._hand.put_back()
        if self._desk.apply(fix):
            placed = [step.place for step in fix.steps if step.place is not None]
            if placed:
                self.week_wanted.emit(placed[0].day)

    @Slot(object)
    def try_fix(self, fix: Fix) -> None:
        """Show what a fix would do."""
        item = self._panel.not_placed_card.current()
        if item is not None:
            self._hand.put_back()
            self.trial.begin(fix, item.missing.child_id, item.missing.child_name)

    @Slot()
    def keep(self) -> None:
        """Do the fix that is shown."""
        if self.trial.fix is not None:
            self.apply(self.trial.fix)

    # Clashes.

    @Slot(object)
    def show_clash(self, clash: Clash) -> None:
        """Go to a clash in the grid."""
        self.week_wanted.emit(clash.day)
        self._grid.setFocus()
        for planned_id in clash.planned_ids:
            if self._grid.go_to_session(planned_id):
                return

    @Slot(object)
    def undo_clash(self, clash: Clash) -> None:
        """Take back the move that made a clash."""
        change = self._desk.change_of(clash.planned_ids)
        if change is not None:
            self._desk.undo_change(change)
