"""Makes the screens on which families are talked with: parent messages, the waitlist."""

from PySide6.QtWidgets import QWidget

from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.caseload.child_page import ChildPageView
from ui.change_bridge import ChangeBridge
from ui.messages.child_messages import ChildMessages
from ui.messages.page import MessagesPage
from ui.places import Navigator
from ui.tasks import TaskRunner


class FamilyScreens:
    """Each page is made when it is first shown."""

    def __init__(
        self, work: Navigator, services: Services, tasks: TaskRunner, changes: ChangeBridge
    ) -> None:
        self._work = work
        self._services = services
        self._tasks = tasks
        self._changes = changes
        self._messages: MessagesPage | None = None

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

    def add_messages(self, page: ChildPageView) -> None:
        """Give the child's page what was said with the family, and L to log more."""
        services = self._services
        may_log = services.user.may(Permission.LOG_MESSAGE)
        tab = ChildMessages(services.messages, services.caseload, self._changes, may_log=may_log)
        tab.told.connect(self._work.say_done)
        page.child_shown.connect(tab.show_child)
        page.add_messages(tab)
        page.log_wanted.connect(page.show_messages)
        page.log_wanted.connect(tab.start_log)
