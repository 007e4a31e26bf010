"""One intensive: the head, and the page of the step somebody is at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_am_pm
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.programs.measures import Difference
from ot_desktop.programs.placement import Fix, NotPlaced
from ot_desktop.services import Services
from ui.asking import Asker
from ui.programs.adjust_page import AdjustPage
from ui.programs.children_page import ChildrenPage
from ui.programs.compare_page import ComparePage
from ui.programs.into_the_grid import show_difference, try_fix
from ui.programs.program_head import ProgramHead
from ui.programs.publish_desk import PublishDesk
from ui.programs.publish_page import PublishPage
from ui.programs.set_up_page import SetUpPage
from ui.programs.solve_page import SolvePage
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


class ProgramFrame(QWidget):
    """``told`` is for the toast; ``state_changed`` for the status bar; ``child_opened`` an id."""

    told = Signal(str, object)
    list_wanted = Signal()
    state_changed = Signal(str)
    child_opened = Signal(int)

    def __init__(self, services: Services, asker: Asker, tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._asker = asker
        self._tasks = tasks
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self._saved_at = ""
        self.program: Program | None = None
        self.step = Step.SET_UP
        self.pages: dict[Step, StepPage | AdjustPage] = {}
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
        page = self.pages.get(self.step)
        return page is None or page.flush()

    def take_focus(self) -> None:
        """Put the keyboard where the step begins."""
        page = self.compare_page if self._is_comparing else self._page()
        page.take_focus()

    def start_adding(self) -> None:
        """Go to the children and ask for one more."""
        self.go(Step.CHILDREN)
        page = self.pages.get(Step.CHILDREN)
        if isinstance(page, ChildrenPage):
            page.start_adding()

    def stop(self) -> None:
        """Stop a plan that is being looked for: the program is locked or closed."""
        page = self.pages.get(Step.SOLVE)
        if isinstance(page, SolvePage):
            page.stop()

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
        bind(self, FINISH, self._do_main)

    def _page(self) -> StepPage | AdjustPage:
        """Return the page of the step; it is made when it is first shown."""
        if self.step not in self.pages:
            make: dict[Step, Callable[[], StepPage | AdjustPage]] = {
                Step.SET_UP: self._set_up_page,
                Step.CHILDREN: self._children_page,
                Step.SOLVE: self._solve_page,
                Step.ADJUST: self._adjust_page,
                Step.PUBLISH: self._publish_page,
            }
            page = make[self.step]()
            page.told.connect(self.told)
            page.next_wanted.connect(self._next)
            page.main_changed.connect(self._refresh)
            self.stack.addWidget(page)
            self.pages[self.step] = page
        return self.pages[self.step]

    def _set_up_page(self) -> StepPage:
        return SetUpPage(self._services)

    def _children_page(self) -> StepPage:
        page = ChildrenPage(self._services, self._asker)
        page.child_opened.connect(self.child_opened)
        return page

    def _solve_page(self) -> StepPage:
        page = SolvePage(self._services, self._tasks)
        page.children_wanted.connect(partial(self.go, Step.CHILDREN))
        page.set_up_wanted.connect(partial(self.go, Step.SET_UP))
        page.try_wanted.connect(self._try_fix)
        return page

    def _adjust_page(self) -> AdjustPage:
        page = AdjustPage(self._services)
        page.child_opened.connect(self.child_opened)
        page.print_wanted.connect(partial(self.go, Step.PUBLISH))
        return page

    def _publish_page(self) -> StepPage:
        page = PublishPage(self._services, self._asker, self._tasks)
        page.publish_wanted.connect(self._publish)
        return page

    # What the head shows.

    @property
    def _is_comparing(self) -> bool:
        return self.stack.currentWidget() is self.compare_page

    @Slot()
    def _refresh(self) -> None:
        program = self.program
        if program is None:
            return
        page = self.pages.get(Step.SOLVE)
        is_solving = isinstance(page, SolvePage) and page.is_solving
        has_plan = program.chosen_plan_id is not None and not is_solving
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
        page = self._page()
        if isinstance(page, AdjustPage):
            self._publish()
        else:
            page.do_main()

    @Slot()
    def _next(self) -> None:
        self.go(Step(min(Step.PUBLISH, self.step + 1)))

    @Slot()
    def _solve_again(self) -> None:
        self.go(Step.SOLVE)
        page = self.pages.get(Step.SOLVE)
        if isinstance(page, SolvePage):
            page.solve()

    @Slot()
    def _publish(self) -> None:
        if self.program is not None and self.flush():
            self.refusal.say("")
            self.desk.publish(self.program)

    @Slot(bool)
    def _show_published(self, prints: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self.reload()
        self.go(Step.PUBLISH)
        page = self.pages.get(Step.PUBLISH)
        if prints and isinstance(page, PublishPage):
            page.print_changed()

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
        page = self.pages.get(Step.ADJUST)
        if isinstance(page, AdjustPage):
            child = self._services.programs.children.child(difference.program_child_id)
            show_difference(page, difference, child.child_id)

    @Slot(object, object)
    def _try_fix(self, missing: NotPlaced, fix: Fix) -> None:
        self.go(Step.ADJUST)
        page = self.pages.get(Step.ADJUST)
        if isinstance(page, AdjustPage):
            try_fix(page, missing, fix)
