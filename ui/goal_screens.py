"""Gives the child's page its goals and progress: the tab, its dialogs and its paper."""

from collections.abc import Sequence
from functools import cache, partial

from PySide6.QtCore import QObject, Slot

from ot_desktop.paper.page import Paper
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.caseload.child_page import ChildPageView
from ui.goals.deeds import GoalDeeds
from ui.goals.page import GoalsTab
from ui.places import Navigator
from ui.shared.paper_run import PaperRun
from ui.tasks import TaskRunner


class GoalScreens(QObject):
    """Made with the child's page; the tab itself when it is first looked at."""

    def __init__(
        self, work: Navigator, services: Services, tasks: TaskRunner, page: ChildPageView
    ) -> None:
        super().__init__(page)
        self._services = services
        self._say_done = work.say_done
        self._deeds = GoalDeeds(services.goals, services.copm, page)
        self._deeds.told.connect(work.say_done)
        self.papers = PaperRun(services.settings, tasks, page)
        self.papers.told.connect(work.say_done)
        self.papers.refused.connect(self._say_refused)
        may = services.user.may
        if may(Permission.SEE_NOTES):
            page.add_goals(cache(self._new_tab))
        if may(Permission.WRITE_NOTE):
            page.goal_wanted.connect(self._deeds.add)
            page.score_wanted.connect(self._deeds.score)

    def _new_tab(self) -> GoalsTab:
        services = self._services
        may_write = services.user.may(Permission.WRITE_NOTE)
        tab = GoalsTab(
            services.goals, self._deeds, services.progress_at_home.of, may_write=may_write
        )
        tab.print_wanted.connect(self._print)
        return tab

    @Slot(int)
    def _print(self, child_id: int) -> None:
        progress = self._services.progress_papers.progress
        gather = partial(progress, child_id, self._services.progress_at_home.of(child_id))
        self.papers.print(gather, _pages, "progress")

    @Slot(str)
    def _say_refused(self, sentence: str) -> None:
        if sentence:
            self._say_done(sentence)


def _pages(papers: Sequence[object], paper: Paper) -> bytes:
    from ot_desktop.goals.progress_pages import progress_pages  # noqa: PLC0415  (heavy)

    return progress_pages(papers, paper)  # type: ignore[arg-type]  # PaperRun hands on any papers
