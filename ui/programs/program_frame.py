"""One intensive: its name, the steps across the head, the page of a step, what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_am_pm
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.services import Services
from ui.asking import Asker
from ui.programs.children_page import ChildrenPage
from ui.programs.publish_desk import PublishDesk
from ui.programs.publish_page import PublishPage
from ui.programs.set_up_page import SetUpPage
from ui.programs.solve_page import SolvePage
from ui.programs.step_page import StepPage
from ui.programs.step_rail import Step, StepRail
from ui.programs.words import families_words
from ui.tasks import TaskRunner
from ui.widgets.announcing import announce
from ui.widgets.button import Button, IconButton
from ui.widgets.elided_label import ElidedLabel
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
        self.program: Program | None = None
        self.step = Step.SET_UP
        self.pages: dict[Step, StepPage] = {}
        self._saved_at = ""
        self.desk = PublishDesk(services, self)
        self.setProperty("ground", "window")
        self._build()
        self._connect()

    def show_program(self, program_id: int) -> None:
        """Show an intensive at the step where it stands."""
        is_another = self.program is None or self.program.id != program_id
        self.program = self._services.programs.program(program_id)
        if is_another:
            self._saved_at = ""
            self.go(_next_step(self.program))
        else:
            self.reload()

    def reload(self) -> None:
        """Show what is saved now."""
        if self.program is None:
            return
        self.program = self._services.programs.program(self.program.id)
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
        self._page().take_focus()

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
        self.step = step
        page = self._page()
        page.show_program(self.program)
        self.stack.setCurrentWidget(page)
        self._refresh()
        page.take_focus()
        announce(self, self.rail.buttons[step].accessibleName())

    # Building.

    def _build(self) -> None:
        self.list_button = IconButton("list", self.tr("All intensives"))
        self.name_label = ElidedLabel("h1", "text")
        self.rail = StepRail()
        self.compare_button = Button(self.tr("Compare plans"), icon="git-compare")
        self.again_button = Button(self.tr("Solve again"), icon="refresh")
        self.publish_button = Button(self.tr("Publish"), icon="checks")
        self.main_button = Button("", "primary")
        self.main_button.setToolTip(self.tr("Ctrl Enter"))
        self.stack = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(8)
        head.addWidget(self.list_button)
        head.addWidget(self.name_label, 100)  # up to its maximum, before the empty room
        head.addSpacing(10)
        head.addWidget(self.rail)
        head.addStretch(1)
        for button in self._buttons():
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.compare_button, self.again_button, self.publish_button, self.main_button)

    def _connect(self) -> None:
        self.list_button.clicked.connect(self.list_wanted)
        self.rail.chosen.connect(self.go)
        self.main_button.clicked.connect(self._do_main)
        self.again_button.clicked.connect(self._solve_again)
        self.publish_button.clicked.connect(self._publish)
        self.compare_button.clicked.connect(self._compare)
        self.desk.told.connect(self.told)
        self.desk.published.connect(self._show_published)
        self.desk.clash_wanted.connect(self._show_clashes)
        bind(self, FINISH, self._do_main)

    def _page(self) -> StepPage:
        """Return the page of the step; it is made when it is first shown."""
        if self.step not in self.pages:
            make: dict[Step, Callable[[], StepPage]] = {
                Step.SET_UP: self._set_up_page,
                Step.CHILDREN: self._children_page,
                Step.SOLVE: self._solve_page,
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
        return SolvePage(self._services, self._tasks)

    def _publish_page(self) -> StepPage:
        page = PublishPage(self._services, self._asker, self._tasks)
        page.publish_wanted.connect(self._publish)
        return page

    # What the head shows.

    @Slot()
    def _refresh(self) -> None:
        program = self.program
        if program is None:
            return
        self._show_name(program.name)
        has_plan = program.chosen_plan_id is not None
        closed = set() if has_plan else {Step.ADJUST, Step.PUBLISH}
        self.rail.show_steps(self.step, _done(program), closed)
        words = self._page().main_words() if self._may_plan else ""
        self.main_button.setText(words)
        self.main_button.setVisible(bool(words))
        self.main_button.updateGeometry()
        self._show_plan_buttons(has_plan=has_plan)
        self.state_changed.emit(self._state_words(program))

    def _show_name(self, name: str) -> None:
        self.name_label.ensurePolished()
        self.name_label.setMaximumWidth(self.name_label.fontMetrics().horizontalAdvance(name) + 4)
        self.name_label.show_text(name)

    def _show_plan_buttons(self, *, has_plan: bool) -> None:
        at_plan = has_plan and self.step in {Step.SOLVE, Step.ADJUST} and not self._is_solving()
        self.compare_button.setVisible(at_plan)
        self.again_button.setVisible(at_plan and self._may_plan)
        self.publish_button.setVisible(at_plan and self._may_plan)
        self.publish_button.set_kind("primary" if self.step is Step.ADJUST else "standard")

    def _is_solving(self) -> bool:
        page = self.pages.get(Step.SOLVE)
        return isinstance(page, SolvePage) and page.is_solving

    def _state_words(self, program: Program) -> str:
        if program.status is ProgramStatus.PUBLISHED:
            waiting = sum(
                each.has_to_be_told
                for each in self._services.programs.publishing.families(program.id)
            )
            if waiting:
                return self.tr("Published. {0} not told yet.").format(families_words(waiting))
            return self.tr("Published. Every family was told.")
        words = self.tr("Families do not see it until you publish.")
        if not self._saved_at:
            return self.tr("Draft. {0}").format(words)
        return self.tr("Draft saved {0}. {1}").format(self._saved_at, words)

    # Going on.

    @Slot()
    def _do_main(self) -> None:
        if self.step is Step.ADJUST:
            self._publish()
        elif self._may_plan:
            self._page().do_main()

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
            self.desk.publish(self.program)

    @Slot()
    def _show_published(self) -> None:
        self.reload()
        self.go(Step.PUBLISH)

    @Slot()
    def _show_clashes(self) -> None:
        self.go(Step.ADJUST)

    @Slot()
    def _compare(self) -> None:
        raise NotImplementedError


def _next_step(program: Program) -> Step:
    """Return the step at which an intensive waits for somebody."""
    if program.status is ProgramStatus.PUBLISHED:
        return Step.PUBLISH
    if program.chosen_plan_id is not None:
        return Step.SOLVE
    return Step.CHILDREN if program.children else Step.SET_UP


def _done(program: Program) -> set[Step]:
    done = set()
    if program.kinds and program.therapists:
        done.add(Step.SET_UP)
    if program.children:
        done.add(Step.CHILDREN)
    if program.chosen_plan_id is not None:
        done.add(Step.SOLVE)
    if program.status is ProgramStatus.PUBLISHED:
        done |= {Step.ADJUST, Step.PUBLISH}
    return done
