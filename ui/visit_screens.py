"""Makes the screens on which visits are seen to, booked and moved: Today and the calendar."""

from ot_desktop.day.domain import Need, NeedKind
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.calendar.page import CalendarPage
from ui.change_bridge import ChangeBridge
from ui.family_screens import FamilyScreens
from ui.places import Navigator
from ui.today.page import TodayPage
from ui.visits.booking_desk import BookingDesk
from ui.visits.day_deeds import DayDeeds


class VisitScreens:
    """Each page is made when it is first shown; all of them book with one desk."""

    def __init__(
        self,
        work: Navigator,
        services: Services,
        changes: ChangeBridge,
        booking: BookingDesk,
        family: FamilyScreens,
        day: DayDeeds,
    ) -> None:
        self._work = work
        self._services = services
        self._changes = changes
        self._booking = booking
        self._family = family
        self._day = day
        self._today: TodayPage | None = None
        self._calendar: CalendarPage | None = None

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

    def calendar(self, _subject: int | None) -> CalendarPage:
        """Return the calendar."""
        if self._calendar is None:
            page = CalendarPage(self._services, self._day.asker, self._changes)
            page.done.connect(self._work.say_done)
            page.visit_opened.connect(self._open_child_of)
            page.print_wanted.connect(self._day.print_day)
            page.series_wanted.connect(self._booking.change_series)
            if self._services.user.may(Permission.BOOK):
                page.book_wanted.connect(self._book)
            self._calendar = page
        return self._calendar

    def _book(self, known: dict[str, object]) -> None:
        self._booking.book(**known)  # type: ignore[arg-type]  # BookPanel.start's own names

    def _open_child_of(self, session_id: int) -> None:
        self._work.open_child(self._services.scheduling.session(session_id).child_id)

    def _see_to(self, need: Need) -> None:
        if need.opened is not None:
            self._family.offer(need.opened.time)
        elif need.kind is NeedKind.CALL and need.child_id is not None:
            self._family.log_call(need.child_id)
        elif need.child_id is not None:
            self._work.open_child(need.child_id)
