"""The screens a role may open, in the sidebar's order, and the numbers beside them."""

from PySide6.QtCore import QObject

from ot_desktop.caseload.table import View
from ot_desktop.changes import Topic
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.frame.sidebar import Sidebar
from ui.places import (
    ACTIVITIES,
    CALENDAR,
    CASELOAD,
    HOME_PROGRAMS,
    INTENSIVES,
    MESSAGES,
    NOTES,
    TODAY,
    WAITLIST,
)


class ScreenList(QObject):
    """Counts anew only what the news is about."""

    def __init__(self, sidebar: Sidebar, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._sidebar = sidebar
        self._services = services
        self._may = services.user.may
        self._list()

    def _list(self) -> None:
        add = self._sidebar.add_screen
        add(TODAY, self.tr("Today"), "home")
        add(CASELOAD, self.tr("Caseload"), "users")
        add(CALENDAR, self.tr("Calendar"), "calendar")
        add(INTENSIVES, self.tr("Intensives"), "puzzle")
        if self._may(Permission.SEE_WAITLIST):
            add(WAITLIST, self.tr("Waitlist"), "hourglass")
        if self._may(Permission.SEE_NOTES):
            add(NOTES, self.tr("Session notes"), "clipboard-text")
        if self._may(Permission.SEE_HOME_PROGRAMS):
            add(HOME_PROGRAMS, self.tr("Home programs"), "home-heart")
            add(ACTIVITIES, self.tr("Activity library"), "books")
        if self._may(Permission.SEE_MESSAGES):
            add(MESSAGES, self.tr("Parent messages"), "message-2")

    def count(self, topic: Topic) -> None:
        """Count what a change may have changed."""
        if topic in {Topic.CASELOAD, Topic.NOTES}:
            self._count_caseload()
        if topic is Topic.PROGRAMS:
            self._count_intensive()
        if topic in {Topic.MESSAGES, Topic.NOTES}:
            self._count_messages()
        if topic is Topic.WAITLIST:
            self._count_waitlist()

    def count_all(self) -> None:
        """Count everything but the notes, which are read for their drafts anyway."""
        self._count_caseload()
        self._count_intensive()
        self._count_messages()
        self._count_waitlist()

    def show_notes(self, count: int) -> None:
        """Show how many of my notes are unfinished."""
        self._sidebar.set_count(NOTES, count)

    def _count_caseload(self) -> None:
        self._sidebar.set_count(CASELOAD, self._services.caseload.count(View.ACTIVE))

    def _count_waitlist(self) -> None:
        if self._may(Permission.SEE_WAITLIST):
            self._sidebar.set_count(WAITLIST, len(self._services.waitlist.waiting()))

    def _count_messages(self) -> None:
        if self._may(Permission.SEE_MESSAGES):
            self._sidebar.set_count(MESSAGES, self._services.messages.count_open())

    def _count_intensive(self) -> None:
        """Show how many children the latest intensive has."""
        latest = next(iter(self._services.programs.programs()), None)
        self._sidebar.set_count(INTENSIVES, latest.children if latest is not None else 0)
