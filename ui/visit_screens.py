"""Makes the screens on which visits are booked and moved: the calendar."""

from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.asking import Asker
from ui.calendar.page import CalendarPage
from ui.change_bridge import ChangeBridge
from ui.places import Navigator
from ui.visits.booking_desk import BookingDesk


class VisitScreens:
    """Each page is made when it is first shown; all of them book with one desk."""

    def __init__(
        self,
        work: Navigator,
        services: Services,
        asker: Asker,
        changes: ChangeBridge,
        booking: BookingDesk,
    ) -> None:
        self._work = work
        self._services = services
        self._asker = asker
        self._changes = changes
        self._booking = booking
        self._calendar: CalendarPage | None = None

    def calendar(self, _subject: int | None) -> CalendarPage:
        """Return the calendar."""
        if self._calendar is None:
            page = CalendarPage(self._services, self._asker, self._changes)
            page.done.connect(self._work.say_done)
            page.visit_opened.connect(self._open_child_of)
            if self._services.user.may(Permission.BOOK):
                page.book_wanted.connect(self._book)
            self._calendar = page
        return self._calendar

    def _book(self, known: dict[str, object]) -> None:
        self._booking.book(**known)  # type: ignore[arg-type]  # BookPanel.start's own names

    def _open_child_of(self, session_id: int) -> None:
        self._work.open_child(self._services.scheduling.session(session_id).child_id)
