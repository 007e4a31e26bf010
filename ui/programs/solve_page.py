"""Step 3: look for a plan beside the window, then say how good it is and who has no place."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.planning.domain import Plan
from ot_desktop.planning.watch import PlanProgress
from ot_desktop.programs.contradictions import Easing
from ot_desktop.programs.domain import Program, ProgramStatus, Readiness
from ot_desktop.programs.mending import Mended, Mending
from ot_desktop.programs.placement import Fix, NotPlaced
from ot_desktop.programs.solving import Solving
from ot_desktop.services import Services
from ui.programs.before_card import BeforeCard
from ui.programs.measure_words import percent_below
from ui.programs.measures_card import MeasuresCard
from ui.programs.missing_teller import MissingTeller
from ui.programs.not_placed_card import NotPlacedCard
from ui.programs.price_card import PriceCard
from ui.programs.price_desk import PriceDesk
from ui.programs.solve_run import SolveRun
from ui.programs.step_page import StepPage
from ui.programs.words import children_words, sessions_words
from ui.widgets.announcing import announce
from ui.widgets.notice import Notice
from ui.widgets.progress_card import ProgressCard
from ui.widgets.scrolling import scroller

_HUNDRED = 100
WIDTH = 580
_FIRST = 100  # takes the room up to its maximum before empty room does


class SolvePage(StepPage):
    """``try_wanted`` carries who is missing and a fix to look at in the grid."""

    try_wanted = Signal(object, object)
    child_wanted = Signal(int)

    def __init__(self, services: Services, run: SolveRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._programs = services.programs
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self._program: Program | None = None
        self._needed = 0
        self._seconds = 1
        self.run = run
        self.teller = MissingTeller(services.programs.plans, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._then = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def show_program(self, program: Program) -> None:
        """Show what would be placed, and the chosen plan when there is one."""
        is_another = self._program is None or self._program.id != program.id
        if is_another and self.run.is_running:
            self.run.cancel()
        if is_another or (self._program and self._program.chosen_plan_id != program.chosen_plan_id):
            self.price_desk.leave()
        self._program = program
        children = self._programs.children.of(program.id)
        ready = [each for each in children if each.readiness is not Readiness.MISSING_TIMES]
        self.before.show_children(children, ready)
        self._show_result(program)
        self._soon.start()
        self.main_changed.emit()

    def main_words(self) -> str:
        """Return ``Solve``; once there is a plan, where to go with it."""
        if self.run.is_running or self._program is None:
            return ""
        if self.price_desk.is_open:
            return self.tr("Take it")
        return self.tr("Adjust") if self._program.chosen_plan_id is not None else self.tr("Solve")

    @Slot()
    def do_main(self) -> None:
        """Solve, take what was found, or go on with the plan."""
        if self.run.is_running or self._program is None:
            return
        if self.price_desk.is_open:
            self.price_desk.take()
        elif self._program.chosen_plan_id is None:
            self.solve()
        else:
            self.next_wanted.emit()

    @Slot(int)
    def solve(self, may_move: int = 0) -> None:
        """Look for a plan; what was locked or moved by hand stays where it is.

        What families have been given is mended, with up to ``may_move`` other families moved.
        """
        program = self._program
        if program is None or self.run.is_running or not self._may_plan:
            return
        self.refusal.say("")
        try:
            instance = self._programs.plans.instance(program.id, program.chosen_plan_id)
        except ClinicError as error:
            self.refusal.say(str(error))
            announce(self, str(error), urgent=True)
            return
        self._needed = sum(each.sessions for one in instance.children for each in one.services)
        words = self.tr("Finding a plan for {0}").format(children_words(len(instance.children)))
        mends = program.status is ProgramStatus.PUBLISHED and instance.published is not None
        self._seconds = self.before.seconds()
        self.price_desk.leave()
        self.progress_card.start(words)
        self.progress_card.show_detail(self.tr("Starting…"))
        self.progress_card.keep_button.setEnabled(False)
        solving = Solving(instance, self._seconds)
        mending = Mending(instance, may_move, self._seconds)
        self.run.start(mending if mends else solving)
        self.main_changed.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the time there is, or on the way out of a running search."""
        if self.run.is_running:
            self.progress_card.keep_button.setFocus()
        elif self.price_desk.is_open:
            self.price_card.take_button.setFocus()
        else:
            self.before.time_control.setFocus()

    # Building.

    def _build(self) -> None:
        self.refusal = Notice("danger", "alert-circle")
        self.before = BeforeCard(may_plan=self._may_plan)
        self.progress_card = ProgressCard("", keep=self.tr("Use best so far"))
        self.progress_card.hide()
        self.price_card = PriceCard()
        self.price_desk = PriceDesk(self._services, self.run.tasks, self.price_card)
        self.measures_card = MeasuresCard()
        self.not_placed_card = NotPlacedCard()
        inside = QWidget()
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 6, 12)
        left.setSpacing(12)
        for card in (self.progress_card, self.price_card, self.measures_card, self.before):
            left.addWidget(card)
        left.addStretch(1)
        area = scroller(inside)
        area.setMaximumWidth(WIDTH)
        self.not_placed_card.setMaximumWidth(WIDTH)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 12)
        row.setSpacing(12)
        row.addWidget(area, _FIRST)
        row.addWidget(self.not_placed_card, _FIRST)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 0)
        column.setSpacing(10)
        column.addWidget(self.refusal)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.progress_card.kept.connect(self._use_best)
        self.progress_card.cancelled.connect(self.run.cancel)
        self._soon.timeout.connect(self._name_contradictions)
        self._then.timeout.connect(self._name_missing)
        self.teller.told.connect(self._show_missing)
        self.run.told.connect(self._show_progress)
        self.run.found.connect(self._take_in)
        self.run.failed.connect(self._refuse)
        self.run.ended.connect(self._rest)
        self.not_placed_card.fix_wanted.connect(self._fix)
        self.not_placed_card.try_wanted.connect(self._try)
        self.before.child_wanted.connect(self.child_wanted)
        self.before.ease_wanted.connect(self._ease)
        desk = self.price_desk
        desk.taken.connect(self._keep)
        desk.again_wanted.connect(self.solve)
        desk.told.connect(self.told)
        desk.refused.connect(self.refusal.say)
        desk.changed.connect(self.main_changed)

    def _show_result(self, program: Program) -> None:
        plan_id = program.chosen_plan_id
        self.measures_card.setVisible(plan_id is not None)
        self.not_placed_card.setVisible(plan_id is not None)
        if plan_id is None:
            return
        plans = self._programs.plans
        [summary] = [each for each in plans.of(program.id) if each.id == plan_id]
        self.measures_card.show_plan(summary, plans.measures(plan_id))

    # What takes a look at every day comes after the page is painted, one thing at a time.

    @Slot()
    def _name_contradictions(self) -> None:
        if self._program is not None:
            self.before.show_contradictions(self._programs.contradictions(self._program.id))
            self._then.start()

    @Slot()
    def _name_missing(self) -> None:
        if self._program is not None and self._program.chosen_plan_id is not None:
            self.teller.tell(self._program.chosen_plan_id)

    @Slot(object)
    def _show_missing(self, missing: tuple[NotPlaced, ...]) -> None:
        self.not_placed_card.show_missing(missing, may_change=self._may_plan)

    # While a plan is being looked for.

    @Slot(object)
    def _show_progress(self, now: PlanProgress) -> None:
        share = now.seconds / self._seconds
        self.progress_card.keep_button.setEnabled(bool(now.sessions))
        self.progress_card.show_percent(min(_HUNDRED, round(share * _HUNDRED)))
        words = self.tr("Best so far: {0} of {1}, {2}")
        told = words.format(
            now.sessions, sessions_words(self._needed), children_words(now.children)
        )
        below = percent_below(now.score, now.bound) if now.bound else ""
        self.progress_card.show_detail(f"{told}. {below}" if below else told)

    @Slot()
    def _use_best(self) -> None:
        self.progress_card.keep_button.setEnabled(False)
        self.run.use_best()

    @Slot(object)
    def _take_in(self, found: Plan | Mended) -> None:
        """Keep a plan; of one that families have, show first what it would cost them."""
        if isinstance(found, Plan):
            self._keep(found)
        elif self._program is not None:
            self.price_desk.show_mended(self._program, found)

    @Slot(object)
    def _keep(self, found: Plan) -> None:
        program = self._program
        if program is None:
            return
        plans, before = self._programs.plans, program.chosen_plan_id
        try:
            plan_id = plans.keep(program.id, found)
            if before is not None:
                plans.choose(plan_id)
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        words = self.tr("Plan found: {0} placed").format(sessions_words(len(found.sessions)))
        back = None if before is None else partial(plans.choose, before)
        self.told.emit(words, back)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        words = self.tr("The planner stopped before it was done. Solve again.")
        self.refusal.say(str(error) if isinstance(error, ClinicError) else words)

    @Slot()
    def _rest(self) -> None:
        self.progress_card.finish()
        self.main_changed.emit()

    @Slot(int, object)
    def _ease(self, place: int, easing: Easing) -> None:
        """Let one Must give way."""
        children = self._programs.children
        child = children.child(place)
        try:
            children.change(place, easing.wishes)
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        self.refusal.say("")
        words = self.tr("{0}: {1}").format(child.short_name, easing.text)
        self.told.emit(words, partial(children.change, place, child.wishes))

    @Slot(object)
    def _try(self, fix: Fix) -> None:
        for item in self.not_placed_card.items:
            if fix in item.missing.fixes:
                self.try_wanted.emit(item.missing, fix)
                return

    @Slot(object)
    def _fix(self, fix: Fix) -> None:
        program = self._program
        if program is None or program.chosen_plan_id is None:
            return
        board = self._programs.board
        try:
            change = board.apply(program.chosen_plan_id, fix)
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        self.told.emit(change.text, partial(board.undo, change))
