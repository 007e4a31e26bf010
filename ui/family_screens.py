"""Makes the screens on which families are talked with: parent messages, the waitlist."""

from functools import cache

from PySide6.QtWidgets import QWidget

from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ot_desktop.waitlist.domain import OpenTime
from ui.asking import Asker
from ui.caseload.child_page import ChildPageView
from ui.caseload.document_deeds import DocumentDeeds
from ui.caseload.documents_tab import DocumentsTab
from ui.change_bridge import ChangeBridge
from ui.messages.child_messages import ChildMessages
from ui.messages.page import MessagesPage
from ui.places import LATE, MESSAGES, WAITLIST, Navigator, Place
from ui.tasks import TaskRunner
from ui.waitlist.page import WaitlistPage


class FamilyScreens:
    """Each page is made when it is first shown."""

    def __init__(
        self,
        work: Navigator,
        services: Services,
        asker: Asker,
        tasks: TaskRunner,
        changes: ChangeBridge,
    ) -> None:
        self._work = work
        self._services = services
        self._tasks = tasks
        self._changes = changes
        self._asker = asker
        self._messages: MessagesPage | None = None
        self._waitlist: WaitlistPage | None = None

    def messages(self, _subject: int | None) -> QWidget:
        """Return the page of parent messages."""
        if self._messages is None:
            services = self._services
            page = MessagesPage(
                services.messages,
                services.caseload,
                services.settings,
                services.user,
                self._tasks,
                self._changes,
            )
            page.child_opened.connect(self._work.open_child)
            page.child_selected.connect(self._work.select_child)
            page.told.connect(self._work.say_done)
            self._messages = page
        return self._messages

    def waitlist(self, subject: int | None) -> WaitlistPage:
        """Return the waitlist; ``LATE`` shows who has waited too long."""
        if self._waitlist is None:
            page = WaitlistPage(self._services, self._asker, self._changes)
            page.child_opened.connect(self._work.open_child)
            page.child_selected.connect(self._work.select_child)
            page.told.connect(self._work.say_done)
            self._waitlist = page
        if subject == LATE:
            self._waitlist.show_long_waits()
        return self._waitlist

    def offer(self, time: OpenTime) -> None:
        """Go to the waitlist and offer a time that came free."""
        self._work.go(Place(WAITLIST))
        self.waitlist(None).offer(time)

    def log_call(self, child_id: int) -> None:
        """Go to the messages and begin to log a call with a child's family."""
        self._work.go(Place(MESSAGES))
        if self._messages is not None:
            self._messages.start_log(child_id)

    def fill(self, page: ChildPageView) -> None:
        """Give the child's page its documents, and what was said where that may be read."""
        self._add_documents(page)
        if self._services.user.may(Permission.SEE_MESSAGES):
            self._add_messages(page)

    def _add_messages(self, page: ChildPageView) -> None:
        """Let L log more."""

        @cache
        def tab() -> ChildMessages:
            return self._new_tab()

        page.add_messages(tab)
        page.log_wanted.connect(page.show_messages)
        page.log_wanted.connect(lambda: tab().start_log())

    def _add_documents(self, page: ChildPageView) -> None:
        @cache
        def tab() -> DocumentsTab:
            services = self._services
            deeds = DocumentDeeds(services.documents, services.caseload, self._asker, self._tasks)
            made = DocumentsTab(services.documents, deeds, services.user, self._changes)
            made.told.connect(self._work.say_done)
            return made

        page.add_documents(tab)

    def _new_tab(self) -> ChildMessages:
        services = self._services
        may_log = services.user.may(Permission.LOG_MESSAGE)
        tab = ChildMessages(services.messages, services.caseload, self._changes, may_log=may_log)
        tab.told.connect(self._work.say_done)
        return tab
