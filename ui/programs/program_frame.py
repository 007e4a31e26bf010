"""One intensive: the head, and the page of the step somebody is at."""

from functools import cached_property, partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_am_pm
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.programs.measures import Difference
from ot_desktop.programs.placement import Fix, NotPlaced
from ot_desktop.services import Services
from ui.programs.adjust_page import AdjustPage
from ui.programs.children_page import ChildrenPage
from ui.programs.compare_page import ComparePage
from ui.programs.into_the_grid import show_difference, try_fix
from ui.programs.program_head import ProgramHead
from ui.programs.publish_desk import PublishDesk
from ui.programs.publish_page import PublishPage
from ui.programs.set_up_page import SetUpPage
from ui.programs.solve_page import SolvePage
from ui.programs.solve_run import SolveRun
from ui.programs.standing import (
    closed_steps,
    done_steps,
    draft_words,
    published_words,
    waiting_step,
)
from ui.programs.step_page import StepPage
from ui.programs.step_rail import Step
from ui.tasks import TaskRunner
from ui.widgets.announcing import announce
from ui.widgets.notice import Notice
from ui.widgets.shortcut import FINISH, bind

AnyPage = StepPage | AdjustPage


class ProgramFrame(QWidget):
    """``told`` is for the toast; ``state_changed`` for the status bar; ``child_opened`` an id."""

    told = Signal(str, object)
    list_wanted = Signal()
    state_changed = Signal(str)
    child_opened = Signal(int)

    def __init__(self, services: Services, tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self._saved_at = ""
        self.program: Program | None = None
        self.step = Step.SET_UP
        self.run = SolveRun(tasks, self)
        self.setProperty("ground", "window")
        self.desk = PublishDesk(services, self)
        self.head = ProgramHead(may_plan=self._may_plan)
        self.refusal = Notice("danger", "alert-circle")
        self.stack = QStackedWidget()
        self.compare_page = ComparePage(services)
        self.stack.addWidget(self.compare_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.refusal):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self._connect()

    def show_program(self, program_id: int) -> None:
        """Show an intensive at the step where it stands."""
        is_another = self.program is None or self.program.id != program_id
        self.program = self._services.programs.program(program_id)
        if is_another:
            self._saved_at = ""
            self.go(waiting_step(self.program))
        else:
            self.reload()

    def reload(self) -> None:
        """Show what is saved now."""
        if self.program is None:
            return
        self.program = self._services.programs.program(self.program.id)
        if self._is_comparing:
            self.compare_page.show_program(self.program)
        else:
            self._page().show_program(self.program)
        self._refresh()

    def note_saved(self) -> None:
        """Remember when the draft was saved last."""
        self._saved_at = clock_am_pm(now_local())

    def flush(self) -> bool:
        """Keep what was typed on the page that is shown."""
        return self.program is None or self._page().flush()

    def take_focus(self) -> None:
        """Put the keyboard where the step begins."""
        page = self.compare_page if self._is_comparing else self._page()
        page.take_focus()

    def start_adding(self) -> None:
        """Go to the children and ask for one more."""
        self.go(Step.CHILDREN)
        self.children_page.start_adding()

    def stop(self) -> None:
        """Stop a plan that is being looked for: the program is locked or closed."""
        if self.run.is_running:
            self.run.cancel()
            self.refusal.say(self.tr("Solving stopped when the program was locked. Solve again."))

    @Slot(object)
    def go(self, step: Step) -> None:
        """Go to a step; what cannot be kept is said, and nobody goes."""
        if self.program is None or (step is not self.step and not self.flush()):
            return
        self.refusal.say("")
        self.step = step
        page = self._page()
        page.show_program(self.program)
        self.stack.setCurrentWidget(page)
        self._refresh()
        page.take_focus()
        announce(self, self.head.rail.buttons[step].accessibleName())

    # Building.

    def _connect(self) -> None:
        head = self.head
        head.list_button.clicked.connect(self.list_wanted)
        head.rail.chosen.connect(self.go)
        head.main_button.clicked.connect(self._do_main)
        head.again_button.clicked.connect(self._solve_again)
        head.publish_button.clicked.connect(self._publish)
        head.compare_button.clicked.connect(self._compare)
        self.compare_page.told.connect(self.told)
        self.compare_page.closed.connect(self._end_comparing)
        self.compare_page.difference_wanted.connect(self._show_difference)
        self.desk.told.connect(self.told)
        self.desk.refused.connect(self.refusal.say)
        self.desk.published.connect(self._show_published)
        self.desk.clash_wanted.connect(partial(self.go, Step.ADJUST))
        bind(self, FINISH, self._finish)

    # The pages; each is made when it is first shown.

    def _page(self) -> AnyPage:
        page: AnyPage = getattr(self, f"{self.step.name.lower()}_page")
        return page

    @cached_property
    def set_up_page(self) -> SetUpPage:
        """Step 1."""
        page = SetUpPage(self._services)
        self._take_in(page)
        return page

    @cached_property
    def children_page(self) -> ChildrenPage:
        """Step 2."""
        page = ChildrenPage(self._services, self._tasks)
        page.child_opened.connect(self.child_opened)
        self._take_in(page)
        return page

    @cached_property
    def solve_page(self) -> SolvePage:
        """Step 3."""
        page = SolvePage(self._services, self.run)
        page.child_wanted.connect(self._show_wishes)
        page.try_wanted.connect(self._try_fix)
        self._take_in(page)
        return page

    @cached_property
    def adjust_page(self) -> AdjustPage:
        """Step 4."""
        page = AdjustPage(self._services)
        page.child_opened.connect(self.child_opened)
        page.print_wanted.connect(partial(self.go, Step.PUBLISH))
        self._take_in(page)
        return page

    @cached_property
    def publish_page(self) -> PublishPage:
        """Step 5."""
        page = PublishPage(self._services, self._tasks)
        page.publish_wanted.connect(self._publish)
        self._take_in(page)
        return page

    def _take_in(self, page: AnyPage) -> None:
        page.told.connect(self.told)
        page.next_wanted.connect(self._next)
        page.main_changed.connect(self._refresh)
        self.stack.addWidget(page)

    # What the head shows.

    @property
    def _is_comparing(self) -> bool:
        return self.stack.currentWidget() is self.compare_page

    @Slot()
    def _refresh(self) -> None:
        program = self.program
        if program is None:
            return
        has_plan = program.chosen_plan_id is not None and not self.run.is_running
        self.head.show_name(program.name)
        self.head.rail.show_steps(self.step, done_steps(program), closed_steps(program))
        self.head.show_main("" if self._is_comparing else self._page().main_words())
        self.head.show_plan(self.step, has_plan=has_plan and not self._is_comparing)
        self.state_changed.emit(self._state_words(program))

    def _state_words(self, program: Program) -> str:
        if program.status is ProgramStatus.PUBLISHED:
            return published_words(self._services.programs.publishing.families(program.id))
        return draft_words(self._saved_at)

    # Going on.

    @Slot()
    def _do_main(self) -> None:
        if not self._may_plan or self._is_comparing:
            return
        self._page().do_main()

    @Slot()
    def _finish(self) -> None:
        page = self._page()
        if not self._may_plan or self._is_comparing:
            return
        if isinstance(page, AdjustPage):
            self._publish()
        else:
            page.finish()

    @Slot()
    def _next(self) -> None:
        self.go(Step(min(Step.PUBLISH, self.step + 1)))

    @Slot()
    def _solve_again(self) -> None:
        self.go(Step.SOLVE)
        self.solve_page.solve()

    @Slot(int)
    def _show_wishes(self, place: int) -> None:
        """Show what one child is to have."""
        self.go(Step.CHILDREN)
        self.children_page.show_child(place)

    @Slot()
    def _publish(self) -> None:
        if self.program is not None and self.flush():
            self.refusal.say("")
            self.desk.publish(self.program)

    @Slot(bool)
    def _show_published(self, prints: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self.reload()
        self.go(Step.PUBLISH)
        if prints:
            self.publish_page.print_changed()

    # Comparing.

    @Slot()
    def _compare(self) -> None:
        """Show two plans instead of the step; the step comes back afterwards."""
        if self.program is not None and self.flush():
            self.compare_page.show_program(self.program)
            self.stack.setCurrentWidget(self.compare_page)
            self._refresh()
            self.compare_page.take_focus()

    @Slot()
    def _end_comparing(self) -> None:
        self.go(self.step)

    @Slot(object)
    def _show_difference(self, difference: Difference) -> None:
        """Show in the grid of the plan in use where a session is, and where the other has it."""
        self.go(Step.ADJUST)
        child = self._services.programs.children.child(difference.program_child_id)
        show_difference(self.adjust_page, difference, child.child_id)

    @Slot(object, object)
    def _try_fix(self, missing: NotPlaced, fix: Fix) -> None:
        self.go(Step.ADJUST)
        try_fix(self.adjust_page, missing, fix)
