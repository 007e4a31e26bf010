"""The pages of an intensive's steps, and the comparison; each is made when it is first shown."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ot_desktop.services import Services
from ui.asking import Asker
from ui.programs.adjust_page import AdjustPage
from ui.programs.children_page import ChildrenPage
from ui.programs.compare_page import ComparePage
from ui.programs.publish_page import PublishPage
from ui.programs.set_up_page import SetUpPage
from ui.programs.solve_page import SolvePage
from ui.programs.solve_run import SolveRun
from ui.programs.step_page import StepPage
from ui.programs.step_rail import Step
from ui.tasks import TaskRunner

AnyPage = StepPage | AdjustPage
Made = TypeVar("Made", bound=AnyPage)


class ProgramPages(QStackedWidget):
    """Passes on what the pages tell and ask for."""

    told = Signal(str, object)
    next_wanted = Signal()
    main_changed = Signal()
    child_opened = Signal(int)
    publish_wanted = Signal()
    print_wanted = Signal()
    wishes_wanted = Signal(int)
    fix_wanted = Signal(object, object)
    compare_closed = Signal()
    difference_wanted = Signal(object)

    def __init__(
        self, services: Services, tasks: TaskRunner, asker: Asker, run: SolveRun, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._asker = asker
        self._run = run

    def of(self, step: Step) -> AnyPage:
        """Return the page of a step."""
        page: AnyPage = getattr(self, f"{step.name.lower()}_page")
        return page

    def flush(self, step: Step) -> bool:
        """Keep what was typed on a step's page; one that nobody has seen yet is not made for it."""
        page: AnyPage | None = self.__dict__.get(f"{step.name.lower()}_page")
        return page is None or page.flush()

    def let_go(self) -> None:
        """Let others change the plan."""
        page: AdjustPage | None = self.__dict__.get("adjust_page")
        if page is not None:
            page.guard.close()

    @cached_property
    def set_up_page(self) -> SetUpPage:
        """Step 1."""
        return self._taken_in(SetUpPage(self._services, self))

    @cached_property
    def children_page(self) -> ChildrenPage:
        """Step 2."""
        page = ChildrenPage(self._services, self._tasks, self._asker, self)
        page.child_opened.connect(self.child_opened)
        return self._taken_in(page)

    @cached_property
    def solve_page(self) -> SolvePage:
        """Step 3."""
        page = SolvePage(self._services, self._run, self)
        page.child_wanted.connect(self.wishes_wanted)
        page.try_wanted.connect(self.fix_wanted)
        return self._taken_in(page)

    @cached_property
    def adjust_page(self) -> AdjustPage:
        """Step 4."""
        page = AdjustPage(self._services, self)
        page.child_opened.connect(self.child_opened)
        page.print_wanted.connect(self.print_wanted)
        return self._taken_in(page)

    @cached_property
    def publish_page(self) -> PublishPage:
        """Step 5."""
        page = PublishPage(self._services, self._tasks, self)
        page.publish_wanted.connect(self.publish_wanted)
        return self._taken_in(page)

    @cached_property
    def compare_page(self) -> ComparePage:
        """Two plans side by side, instead of a step."""
        page = ComparePage(self._services)
        page.told.connect(self.told)
        page.closed.connect(self.compare_closed)
        page.difference_wanted.connect(self.difference_wanted)
        self.addWidget(page)
        return page

    @property
    def is_comparing(self) -> bool:
        """Say whether two plans are shown instead of the step."""
        return isinstance(self.currentWidget(), ComparePage)

    def _taken_in(self, page: Made) -> Made:
        page.told.connect(self.told)
        page.next_wanted.connect(self.next_wanted)
        page.main_changed.connect(self.main_changed)
        self.addWidget(page)
        return page
