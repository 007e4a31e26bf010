"""Makes each screen when it is first shown, and does what the screens ask for."""

from collections.abc import Callable
from datetime import timedelta
from operator import attrgetter

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.clock import now_local, today
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ot_desktop.waitlist.domain import OpenTime
from ui.asking import Asker
from ui.caseload.child_dialog import ChildDialog
from ui.caseload.child_page import ChildPageView
from ui.caseload.page import CaseloadPage
from ui.change_bridge import ChangeBridge
from ui.family_screens import FamilyScreens
from ui.goal_screens import GoalScreens
from ui.home_program_screens import HomeProgramScreens
from ui.note_screens import NoteScreens
from ui.places import (
    ACTIVITIES,
    BOOKING,
    CALENDAR,
    CASELOAD,
    CHILD,
    HOME_PROGRAM,
    HOME_PROGRAMS,
    IMPORT,
    INTENSIVES,
    MESSAGES,
    NOTE,
    NOTES,
    TODAY,
    WAITLIST,
    Navigator,
    Place,
)
from ui.programs.page import IntensivesPage
from ui.safekeeping import Safekeeping
from ui.scheduling.page import BookingPage
from ui.tasks import TaskRunner
from ui.visit_screens import VisitScreens
from ui.visits.booking_desk import BookingDesk
from ui.visits.day_deeds import DayDeeds

# A note may be begun a little before the family comes.
SOON = timedelta(hours=1)


class Screens(QObject):
    """Pages do not know one another; what one asks for is wired here."""

    def __init__(
        self,
        work: Navigator,
        services: Services,
        asker: Asker,
        changes: ChangeBridge,
        tasks: TaskRunner,
        stack: QWidget,
    ) -> None:
        super().__init__()
        self._stack = stack  # large pages are made in it: moved there later, all is styled anew
        self._work = work
        self._services = services
        self._asker = asker
        self._changes = changes
        self._tasks = tasks
        self._pages: dict[str, QWidget] = {}
        self._family = FamilyScreens(work, services, asker, tasks, changes)
        self._notes = NoteScreens(work, services, asker, tasks, changes)
        self._programs = HomeProgramScreens(
            work, services, asker, tasks, changes, self._show_programs
        )
        self._notes.home_program_wanted.connect(self._programs.build)
        self._notes.left.connect(self._to_caseload)
        self.goals = GoalScreens(work, services, asker, tasks)
        self.booking = BookingDesk(work, services, tasks, self._added_child, asker.window)
        self.safekeeping = Safekeeping(work, services, asker, tasks)
        self.day = DayDeeds(services, tasks, asker, work.say_done, self.safekeeping.show_backups)
        self._visits = VisitScreens(work, services, self.day, changes, self.booking, self._family)

    def page_for(self, place: Place) -> QWidget:
        """Return the page of a place, showing its subject."""
        show: dict[str, Callable[[int | None], QWidget]] = {
            ACTIVITIES: self._activities,
            CALENDAR: self._visits.calendar,
            CASELOAD: self._caseload,
            CHILD: self._child,
            BOOKING: self._booking,
            NOTE: self._note,
            NOTES: self._notes.list,
            HOME_PROGRAM: self._home_program,
            HOME_PROGRAMS: self._programs.overview,
            IMPORT: self._import,
            INTENSIVES: self._intensives,
            MESSAGES: self._family.messages,
            TODAY: self._visits.today,
            WAITLIST: self._family.waitlist,
        }
        return show[place.screen](place.subject)

    def _caseload(self, _subject: int | None) -> QWidget:
        if CASELOAD not in self._pages:
            page = CaseloadPage(self._services, self._asker, self._changes)
            page.child_opened.connect(self._work.open_child)
            page.child_selected.connect(self._work.select_child)
            page.book_wanted.connect(self.booking.book)
            page.add_wanted.connect(self.add_child)
            page.import_wanted.connect(self._start_import)
            self._pages[CASELOAD] = page
        return self._pages[CASELOAD]

    def _child(self, child_id: int | None) -> QWidget:
        page = self._pages.get(CHILD)
        if not isinstance(page, ChildPageView):
            page = self._new_child_page()
            self._pages[CHILD] = page
        if child_id is not None:
            page.show_child(child_id)
        return page

    def _new_child_page(self) -> ChildPageView:
        services = self._services
        page = ChildPageView(services, self._asker, self._stack)
        page.follow(self._changes)
        page.back_wanted.connect(self._to_caseload)
        page.book_wanted.connect(self.booking.book)
        page.approve_wanted.connect(self.booking.authorize)
        page.approval_choice_wanted.connect(self.booking.choose_approval)
        page.sessions.change_wanted.connect(self.booking.change_series)
        page.sessions.papers_wanted.connect(self.day.print_series)
        page.note_wanted.connect(self._notes.open_note)
        page.visit_opened.connect(self._visits.opening.open)
        page.write_note_wanted.connect(self._write_note_for)
        page.home_program_wanted.connect(self._programs.build)
        if services.user.may(Permission.SEE_HOME_PROGRAMS):
            page.add_home_programs(self._programs.tab)
        self._family.fill(page)
        self.goals.fill(page)
        return page

    def _booking(self, child_id: int | None) -> QWidget:
        page = self._pages.get(BOOKING)
        if not isinstance(page, BookingPage):
            services = self._services
            needed = (services.caseload, services.scheduling, services.settings)
            page = BookingPage(*needed, self._changes, self._stack)
            page.done.connect(self._work.say_done)
            self._pages[BOOKING] = page
        if child_id is not None:
            page.start_with(child_id)
        return page

    def _note(self, session_id: int | None) -> QWidget:
        return self._notes.note(session_id, self._stack)

    def _import(self, _subject: int | None) -> QWidget:
        from ui.importing.page import ImportPage  # noqa: PLC0415  (not at a start)

        if IMPORT not in self._pages:
            services = self._services
            page = ImportPage(
                services.importing, services.settings, self._asker, self._tasks, self._changes
            )
            page.closed.connect(self._to_caseload)
            self._pages[IMPORT] = page
        return self._pages[IMPORT]

    def _activities(self, _subject: int | None) -> QWidget:
        from ui.home_programs.activities.page import ActivitiesPage  # noqa: PLC0415  (not at a start)

        if ACTIVITIES not in self._pages:
            services = self._services
            page = ActivitiesPage(services.activities, self._asker, self._tasks, self._changes)
            page.told.connect(self._work.say_done)
            self._pages[ACTIVITIES] = page
        return self._pages[ACTIVITIES]

    def _intensives(self, program_id: int | None) -> QWidget:
        page = self._pages.get(INTENSIVES)
        if not isinstance(page, IntensivesPage):
            page = IntensivesPage(
                self._services, self._tasks, self._asker, self._changes, self._stack
            )
            page.told.connect(self._work.say_done)
            page.state_changed.connect(self._work.say_state)
            page.child_opened.connect(self._work.open_child)
            self._pages[INTENSIVES] = page
        page.show_intensive(program_id)
        return page

    def offer(self, time: OpenTime) -> None:
        """Go to the waitlist and offer a time that came free."""
        self._family.offer(time)

    def stop(self) -> None:
        """Stop what must not go on behind the lock: a search for a plan, a parent's view."""
        self._notes.stop()
        page = self._pages.get(INTENSIVES)
        if isinstance(page, IntensivesPage):
            page.stop()

    @Slot()
    def add_to_intensive(self) -> None:
        """Go to the children of the intensive and ask for one more."""
        self._work.go(Place(INTENSIVES))
        page = self._pages.get(INTENSIVES)
        if isinstance(page, IntensivesPage):
            page.start_adding()

    def _home_program(self, child_id: int | None) -> QWidget:
        return self._programs.builder(child_id, self._stack)

    @Slot(int)
    def _show_programs(self, child_id: int) -> None:
        self._work.open_child(child_id)
        page = self._pages.get(CHILD)
        if isinstance(page, ChildPageView):
            page.show_home_programs()

    @Slot()
    def _to_caseload(self) -> None:
        self._work.go(Place(CASELOAD))

    @Slot()
    def _start_import(self) -> None:
        self._work.go(Place(IMPORT))

    @Slot()
    def add_child(self) -> None:
        """Ask for a new child, and open the page of the one that was added."""
        child_id = self._added_child()
        if child_id is not None:
            self._work.open_child(child_id)

    def _added_child(self) -> int | None:
        therapists = self._services.settings.clinic().therapists
        dialog = ChildDialog(
            self._services.caseload, therapists, today(), parent=self._asker.window
        )
        return dialog.child_id if dialog.exec() else None

    @Slot()
    def write_note(self) -> None:
        """Write the note of the chosen child's session of today, or the latest without one."""
        if self._work.child_id is None:
            self._work.say_done(self.tr("Choose a child first."))
        else:
            self._write_note_for(self._work.child_id)

    @Slot(int)
    def _write_note_for(self, child_id: int) -> None:
        soon = now_local() + SOON
        waiting = [
            session
            for session in self._services.scheduling.sessions_of(child_id)
            if session.status.uses_visit and not session.note_signed and session.starts <= soon
        ]
        if waiting:
            self._notes.open_note(max(waiting, key=attrgetter("starts")).id)
        else:
            self._work.say_done(self.tr("No session of this child waits for a note."))
