"""Makes Today, and does what it asks for."""

from ot_desktop.day.domain import Need, NeedKind
from ot_desktop.services import Services
from ui.change_bridge import ChangeBridge
from ui.family_screens import FamilyScreens
from ui.places import BOOKING, Navigator, Place
from ui.today.page import TodayPage


class DayScreens:
    """The page is made when it is first shown."""

    def __init__(
        self, work: Navigator, services: Services, changes: ChangeBridge, family: FamilyScreens
    ) -> None:
        self._work = work
        self._services = services
        self._changes = changes
        self._family = family
        self._today: TodayPage | None = None

    def today(self, _subject: int | None) -> TodayPage:
        """Return the page of the day."""
        if self._today is None:
            page = TodayPage(self._services, self._changes)
            page.done.connect(self._work.say_done)
            page.book_wanted.connect(self._book)
            page.visit_opened.connect(self._open_child_of)
            page.need_wanted.connect(self._see_to)
            self._today = page
        return self._today

    def _book(self) -> None:
        self._work.go(Place(BOOKING, self._work.child_id))

    def _open_child_of(self, session_id: int) -> None:
        self._work.open_child(self._services.scheduling.session(session_id).child_id)

    def _see_to(self, need: Need) -> None:
        if need.opened is not None:
            self._family.offer(need.opened.time)
        elif need.kind is NeedKind.CALL and need.child_id is not None:
            self._family.log_call(need.child_id)
        elif need.child_id is not None:
            self._work.open_child(need.child_id)
