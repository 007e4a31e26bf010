"""One intensive: the head, and the page of the step somebody is at."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_am_pm
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.programs.measures import Difference
from ot_desktop.programs.placement import Fix, NotPlaced
from ot_desktop.services import Services
from ui.asking import Asker
from ui.programs.adjust_page import AdjustPage
from ui.programs.into_the_grid import show_difference, try_fix
from ui.programs.notice_column import NoticeColumn
from ui.programs.program_head import ProgramHead
from ui.programs.program_pages import AnyPage, ProgramPages
from ui.programs.publish_desk import PublishDesk
from ui.programs.solve_run import SolveRun
from ui.programs.standing import (
    closed_steps,
    done_steps,
    draft_words,
    published_words,
    waiting_step,
)
from ui.programs.step_rail import Step
from ui.programs.words import proposals_words
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

    def __init__(
        self, services: Services, tasks: TaskRunner, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self._saved_at = ""
        self.program: Program | None = None
        self.step = Step.SET_UP
        self.run = SolveRun(tasks, self)
        self.setProperty("ground", "window")
        self.desk = PublishDesk(services, self)
        self.head = ProgramHead(may_plan=self._may_plan)
        self.refusal = Notice("danger", "alert-circle")
        self.proposals_notice = Notice(
            "info", "message-2", action=self.tr("Look at it in the week")
        )
        self._waiting = ""  # what waits at Adjust
        self.pages = ProgramPages(services, tasks, asker, self.run, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, NoticeColumn(self.refusal, self.proposals_notice)):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
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
            self.pages.compare_page.show_program(self.program)
        else:
            self.page.show_program(self.program)
        self._look_for_proposals(self.program.id)
        self._refresh()

    def note_saved(self) -> None:
        """Remember when the draft was saved last."""
        self._saved_at = clock_am_pm(now_local())

    def flush(self) -> bool:
        """Keep what was typed on the page that is shown."""
        return self.program is None or self.pages.flush(self.step)

    def take_focus(self) -> None:
        """Put the keyboard where the step begins."""
        page = self.pages.compare_page if self._is_comparing else self.page
        page.take_focus()

    def start_adding(self) -> None:
        """Go to the children and ask for one more."""
        self.go(Step.CHILDREN)
        self.pages.children_page.start_adding()

    def stop(self) -> None:
        """Stop looking for a plan, let others have it: the program is locked or closed."""
        self.pages.let_go()
        if self.run.is_running:
            self.run.cancel()
            self.refusal.say(self.tr("Solving stopped when the program was locked. Solve again."))

    @Slot(object)
    def go(self, step: Step) -> None:
        """Go to a step that is open; what cannot be kept is said, and nobody goes."""
        if self.program is None or step in closed_steps(self.program):
            return
        if step is not self.step and not self.flush():
            return
        self.refusal.say("")
        self.step = step
        page = self.page
        page.show_program(self.program)
        self.pages.setCurrentWidget(page)
        self._look_for_proposals(self.program.id)
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
        if self.proposals_notice.button is not None:
            self.proposals_notice.button.clicked.connect(partial(self.go, Step.ADJUST))
        self._connect_pages()
        self.desk.told.connect(self.told)
        self.desk.refused.connect(self.refusal.say)
        self.desk.published.connect(self._show_published)
        self.desk.clash_wanted.connect(partial(self.go, Step.ADJUST))
        bind(self, FINISH, self._finish)
        bind(self, "Ctrl+P", self._print)

    def _connect_pages(self) -> None:
        pages = self.pages
        pages.told.connect(self.told)
        pages.child_opened.connect(self.child_opened)
        pages.next_wanted.connect(self._next)
        pages.main_changed.connect(self._refresh)
        pages.publish_wanted.connect(self._publish)
        pages.print_wanted.connect(partial(self.go, Step.PUBLISH))
        pages.wishes_wanted.connect(self._show_wishes)
        pages.fix_wanted.connect(self._try_fix)
        pages.compare_closed.connect(self._end_comparing)
        pages.difference_wanted.connect(self._show_difference)

    @property
    def page(self) -> AnyPage:
        """The page of the step somebody is at."""
        return self.pages.of(self.step)

    # What the head shows.

    @property
    def _is_comparing(self) -> bool:
        return self.pages.is_comparing

    @Slot()
    def _refresh(self) -> None:
        program = self.program
        if program is None:
            return
        has_plan = program.chosen_plan_id is not None and not self.run.is_running
        self.head.show_name(program.name)
        waiting = {Step.ADJUST: self._waiting}
        self.head.rail.show_steps(self.step, done_steps(program), closed_steps(program), waiting)
        self.head.show_main("" if self._is_comparing else self.page.main_words())
        self.head.show_plan(self.step, has_plan=has_plan and not self._is_comparing)
        self.state_changed.emit(self._state_words(program))

    def _look_for_proposals(self, program_id: int) -> None:
        """Say what waits at Adjust wherever else a plan is looked at; there its card says so."""
        is_there = self.step is Step.ADJUST and not self._is_comparing
        proposing = self._services.programs.proposing
        self._waiting = "" if is_there else proposals_words(proposing.waiting(program_id))
        at_plan = self._is_comparing or self.step in {Step.SOLVE, Step.PUBLISH}
        self.proposals_notice.say(self._waiting if at_plan else "")

    def _state_words(self, program: Program) -> str:
        if program.status is ProgramStatus.PUBLISHED:
            return published_words(self._services.programs.publishing.families(program.id))
        return draft_words(self._saved_at)

    # Going on.

    @Slot()
    def _do_main(self) -> None:
        if not self._may_plan or self._is_comparing:
            return
        self.page.do_main()

    @Slot()
    def _finish(self) -> None:
        page = self.page
        if not self._may_plan or self._is_comparing:
            return
        if isinstance(page, AdjustPage):
            self._publish()
        else:
            page.finish()

    @Slot()
    def _print(self) -> None:
        """Print what families have to be told; what is not in the calendar yet goes there first."""
        if self.step is Step.PUBLISH:
            self.pages.publish_page.print_changed()
        elif self.program is not None and self.program.chosen_plan_id is not None:
            self._publish()

    @Slot()
    def _next(self) -> None:
        self.go(Step(min(Step.PUBLISH, self.step + 1)))

    @Slot()
    def _solve_again(self) -> None:
        self.go(Step.SOLVE)
        self.pages.solve_page.solve()

    @Slot(int)
    def _show_wishes(self, place: int) -> None:
        """Show what one child is to have."""
        self.go(Step.CHILDREN)
        self.pages.children_page.show_child(place)

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
            self.pages.publish_page.print_changed()

    # Comparing.

    @Slot()
    def _compare(self) -> None:
        """Show two plans instead of the step; the step comes back afterwards."""
        if self.program is not None and self.flush():
            self.pages.compare_page.show_program(self.program)
            self.pages.setCurrentWidget(self.pages.compare_page)
            self._look_for_proposals(self.program.id)
            self._refresh()
            self.pages.compare_page.take_focus()

    @Slot()
    def _end_comparing(self) -> None:
        self.go(self.step)

    @Slot(object)
    def _show_difference(self, difference: Difference) -> None:
        child = self._services.programs.children.child(difference.program_child_id)
        show_difference(self._at_grid(), difference, child.child_id)

    @Slot(object, object)
    def _try_fix(self, missing: NotPlaced, fix: Fix) -> None:
        try_fix(self._at_grid(), missing, fix)

    def _at_grid(self) -> AdjustPage:
        self.go(Step.ADJUST)
        return self.pages.adjust_page
