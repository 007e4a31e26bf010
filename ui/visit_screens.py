"""Makes the screens on which visits are seen to, booked and moved: Today and the calendar."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ot_desktop.clock import today
from ot_desktop.day.domain import Need, NeedKind
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.calendar.page import CalendarPage
from ui.change_bridge import ChangeBridge
from ui.family_screens import FamilyScreens
from ui.places import (
    BOARD,
    CALENDAR,
    CASELOAD,
    HOME_PROGRAM,
    INTENSIVES,
    LATE,
    MESSAGES,
    MINE,
    NOTE,
    NOTES,
    TODAY,
    WAITLIST,
    Navigator,
    Place,
)
from ui.therapist_day.page import TherapistDayPage
from ui.today.figures import Figure
from ui.today.page import TodayPage
from ui.visits.booking_desk import BookingDesk
from ui.visits.day_deeds import DayDeeds
from ui.visits.visit_opening import VisitOpening


class VisitScreens:
    """Each page is made when it is first shown; all of them book with one desk."""

    def __init__(
        self,
        work: Navigator,
        services: Services,
        day: DayDeeds,
        changes: ChangeBridge,
        booking: BookingDesk,
        family: FamilyScreens,
    ) -> None:
        self._work = work
        self._services = services
        self._asker = day.asker
        self._changes = changes
        self._booking = booking
        self._family = family
        self._day = day
        booking.print_wanted.connect(day.print_booked)
        self._today: TodayPage | None = None
        self._my_day: TherapistDayPage | None = None
        self._calendar: CalendarPage | None = None
        self.opening = VisitOpening(work, services, booking)
        self.opening.move_wanted.connect(self._move)
        self.opening.log_wanted.connect(family.log_call)
        self.opening.print_wanted.connect(day.print_slip)
        self.opening.sheet_wanted.connect(day.print_missed_sheet)

    def today(self, subject: int | None) -> QWidget:
        """Return the page of the day: whoever treats sees their own, or what ``subject`` asks."""
        if subject is None:
            is_mine = self._services.therapist_desk.begins_with_mine(today())
        else:
            is_mine = subject == MINE
        return self._own_day() if is_mine else self._board()

    def _own_day(self) -> TherapistDayPage:
        if self._my_day is None:
            page = TherapistDayPage(self._services, self._changes)
            page.done.connect(self._work.say_done)
            page.note_wanted.connect(lambda visit: self._work.go(Place(NOTE, visit)))
            page.home_program_wanted.connect(lambda id_: self._work.go(Place(HOME_PROGRAM, id_)))
            page.child_wanted.connect(self._work.open_child)
            page.child_selected.connect(self._work.select_child)
            page.call_wanted.connect(self._family.log_call)
            page.messages_wanted.connect(lambda: self._work.go(Place(MESSAGES)))
            page.notes_wanted.connect(lambda: self._work.go(Place(NOTES)))
            page.caseload_wanted.connect(lambda: self._work.go(Place(CASELOAD)))
            page.board_wanted.connect(lambda: self._work.go(Place(TODAY, BOARD)))
            self._my_day = page
        return self._my_day

    def _board(self) -> TodayPage:
        if self._today is None:
            page = TodayPage(self._services, self._asker, self._changes)
            page.done.connect(self._work.say_done)
            page.book_wanted.connect(self._book)
            page.visit_opened.connect(self.opening.open)
            page.need_wanted.connect(self._see_to)
            page.call_wanted.connect(self._family.log_call)
            page.figure_wanted.connect(self._show_figure)
            page.papers_wanted.connect(self._day.print_papers_of)
            page.sheet_wanted.connect(self._day.print_missed_sheet)
            page.head.offer_my_day(on=self._services.user.has_own_day)
            page.head.mine_button.clicked.connect(lambda: self._work.go(Place(TODAY, MINE)))
            self._today = page
        return self._today

    def calendar(self, _subject: int | None) -> CalendarPage:
        """Return the calendar."""
        if self._calendar is None:
            page = CalendarPage(self._services, self._asker, self._changes)
            page.done.connect(self._work.say_done)
            page.visit_opened.connect(self.opening.open)
            page.child_wanted.connect(self._open_child_of)
            page.print_wanted.connect(self._day.print_papers_of)
            page.series_wanted.connect(self._booking.change_series)
            if self._services.user.may(Permission.BOOK):
                page.book_wanted.connect(self._book)
            self._calendar = page
        return self._calendar

    def _book(self, known: dict[str, object]) -> None:
        self._booking.book(**known)  # type: ignore[arg-type]  # BookPanel.start's own names

    def _move(self, session_id: int) -> None:
        self._work.go(Place(CALENDAR))
        self.calendar(None).take_up(session_id)

    def _show_figure(self, figure: Figure) -> None:
        """Open the list behind a tile, with what the tile counts and nothing else."""
        show: dict[Figure, Callable[[], object]] = {
            Figure.NO_SHOWS: self.opening.show_missed,
            Figure.NOTES: lambda: self._work.go(Place(NOTES, LATE)),
            Figure.WAITLIST: lambda: self._work.go(Place(WAITLIST, LATE)),
            Figure.BACKUP: self._day.show_backups,
            Figure.PLACES: lambda: self._work.go(Place(INTENSIVES)),
        }
        show[figure]()

    def _open_child_of(self, session_id: int) -> None:
        self._work.open_child(self._services.scheduling.session(session_id).child_id)

    def _see_to(self, need: Need) -> None:
        if need.opened is not None:
            self._family.offer(need.opened.time)
        elif need.kind is NeedKind.BACKUP:
            self._day.show_backups()
        elif need.kind is NeedKind.CALL and need.child_id is not None:
            self._family.log_call(need.child_id)
        elif need.kind is NeedKind.CLASH and self._services.user.may(Permission.EDIT_HOME_PROGRAM):
            self._work.go(Place(HOME_PROGRAM, need.child_id))
        elif need.child_id is not None:
            self._work.open_child(need.child_id)
