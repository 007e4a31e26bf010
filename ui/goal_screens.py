"""Gives the child's page its goals and progress: the tab, its dialogs and its paper."""

from collections.abc import Sequence
from functools import cache, partial

from PySide6.QtCore import QObject, Slot

from ot_desktop.paper.page import Paper
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.asking import Asker
from ui.caseload.child_page import ChildPageView
from ui.goals.deeds import GoalDeeds
from ui.goals.page import GoalsTab
from ui.places import Navigator
from ui.shared.paper_run import PaperRun
from ui.tasks import TaskRunner


class GoalScreens(QObject):
    """The tab is made when it is first looked at; a goal can be scored from any page."""

    def __init__(
        self, work: Navigator, services: Services, asker: Asker, tasks: TaskRunner
    ) -> None:
        super().__init__()
        self._work = work
        self._services = services
        self._tasks = tasks
        self._deeds = GoalDeeds(services.goals, services.copm, asker.window)
        self._deeds.told.connect(work.say_done)
        self._papers: PaperRun | None = None

    def fill(self, page: ChildPageView) -> None:
        """Offer goals to those who may read them, and writing to those who may write."""
        may = self._services.user.may
        if may(Permission.SEE_NOTES):
            page.add_goals(cache(self._new_tab))
        if may(Permission.WRITE_NOTE):
            page.goal_wanted.connect(self._deeds.add)
            page.score_wanted.connect(self._deeds.score)

    @Slot()
    def score(self) -> None:
        """Ask how a goal of the chosen child went."""
        if self._work.child_id is None:
            self._work.say_done(self.tr("Choose a child first."))
        else:
            self._deeds.score(self._work.child_id)

    def _new_tab(self) -> GoalsTab:
        services = self._services
        may_write = services.user.may(Permission.WRITE_NOTE)
        tab = GoalsTab(
            services.goals, self._deeds, services.progress_at_home.of, may_write=may_write
        )
        tab.print_wanted.connect(self._print)
        self._papers = PaperRun(services.settings, self._tasks, tab)
        self._papers.told.connect(self._work.say_done)
        self._papers.refused.connect(self._say_refused)
        return tab

    @Slot(int)
    def _print(self, child_id: int) -> None:
        services = self._services
        home = services.progress_at_home.of(child_id)
        if self._papers is not None:
            gather = partial(services.progress_papers.progress, child_id, home)
            self._papers.print(gather, _pages, "progress")

    @Slot(str)
    def _say_refused(self, sentence: str) -> None:
        if sentence:
            self._work.say_done(sentence)


def _pages(papers: Sequence[object], paper: Paper) -> bytes:
    from ot_desktop.goals.progress_pages import progress_pages  # noqa: PLC0415  (heavy)

    return progress_pages(papers, paper)  # type: ignore[arg-type]  # PaperRun hands on any papers
