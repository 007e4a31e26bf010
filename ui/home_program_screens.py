"""Makes the screens of home programs: the builder, the list of all, the tab on a child's page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.services import Services
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.home_programs.child_programs import ChildPrograms
from ui.home_programs.overview_page import OverviewPage
from ui.home_programs.page import HomeProgramPage
from ui.home_programs.reprinting import Reprinter
from ui.places import HOME_PROGRAM, Navigator, Place
from ui.shared.paper_output import PaperOutput
from ui.tasks import TaskRunner


class HomeProgramScreens(QObject):
    """Each page is made when it is first shown; ``show_child_tab`` opens a child at the tab."""

    def __init__(
        self,
        work: Navigator,
        services: Services,
        asker: Asker,
        tasks: TaskRunner,
        changes: ChangeBridge,
        show_child_tab: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._work = work
        self._services = services
        self._asker = asker
        self._tasks = tasks
        self._changes = changes
        self._show_child_tab = show_child_tab
        self._builder: HomeProgramPage | None = None
        self._overview: OverviewPage | None = None
        self._tab: ChildPrograms | None = None
        self._reprinter: Reprinter | None = None

    def builder(self, child_id: int | None, stack: QWidget) -> HomeProgramPage:
        """Return the builder, open at a child's program."""
        if self._builder is None:
            programs = self._services.home_programs
            page = HomeProgramPage(programs, self._tasks, self._asker, self._changes, parent=stack)
            page.past_wanted.connect(self._show_child_tab)
            self._builder = page
        if child_id is not None:
            self._builder.show_child(child_id)
        return self._builder

    def overview(self, _subject: int | None) -> OverviewPage:
        """Return the list of all programs."""
        if self._overview is None:
            services = self._services
            mine = services.user.therapist_id
            page = OverviewPage(services.home_programs, services.over_time, self._changes, mine)
            page.opened.connect(self._show_child_tab)
            page.build_wanted.connect(self.build)
            page.chart_wanted.connect(self._enter_chart)
            page.print_wanted.connect(self._print)
            page.child_selected.connect(self._work.select_child)
            self._overview = page
        return self._overview

    def tab(self) -> ChildPrograms:
        """Return the tab on the child's page."""
        if self._tab is None:
            self._tab = ChildPrograms(self._services.home_programs, self._tasks, self._changes)
            self._tab.build_wanted.connect(self.build)
            if not self._services.home_programs.may_edit:
                self._tab.build_button.hide()
        return self._tab

    @Slot(int)
    def build(self, child_id: int) -> None:
        """Go to the builder with a child."""
        self._work.go(Place(HOME_PROGRAM, child_id))

    @Slot(int)
    def _enter_chart(self, child_id: int) -> None:
        self._show_child_tab(child_id)
        self.tab().enter_chart()

    @Slot(int)
    def _print(self, paper_id: int) -> None:
        if self._reprinter is None:
            output = PaperOutput(self._asker.window)
            self._reprinter = Reprinter(self._services.home_programs, self._tasks, output, self)
            self._reprinter.told.connect(self._say)
            self._reprinter.refused.connect(self._refuse)
        self._reprinter.print(paper_id)

    @Slot(str, object)
    def _say(self, words: str, _path: object) -> None:
        self._work.say_done(words)

    @Slot(object)
    def _refuse(self, error: object) -> None:
        self._work.say_done(str(error))
