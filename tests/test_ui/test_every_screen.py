"""Every screen: named controls, nothing cut off, nothing out of the keyboard's reach."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from ot_desktop.caseload.domain import AlertKind
from ot_desktop.caseload.scans import scan_of
from ot_desktop.clock import today
from ot_desktop.home_programs.activities.comparing import differences
from ot_desktop.home_programs.activities.package import FileFault, Package
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.programs.board import View
from ot_desktop.programs.facts import open_windows
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.services import services_for
from tests import looking
from tests.activity_files import reworded, sock_toss
from tests.at_work import SCREEN, AtWork, a_program
from tests.clinics import OWNERS_PASSWORD
from tests.note_builders import a_visit
from tests.scans import a_pdf
from tests.talks import talks_in
from tests.working_clinic import WorkingClinic, a_working_clinic, an_intensive_in
from ui.access.own_access_dialogs import PasswordDialog, PinDialog
from ui.asking import Asker
from ui.calendar.page import CalendarPage
from ui.caseload.alerts_dialog import AlertsDialog
from ui.caseload.caregiver_dialog import CaregiverDialog
from ui.caseload.child_dialog import ChildDialog
from ui.caseload.child_page import ChildPageView
from ui.caseload.document_deeds import DocumentRulesDialog
from ui.caseload.document_dialog import DocumentDialog
from ui.caseload.look_dialog import LookDialog
from ui.caseload.page import CaseloadPage
from ui.frame.shortcuts import ShortcutsDialog
from ui.goals.copm_dialogs import ProblemDialog, RatingDialog
from ui.goals.goal_dialog import GiveUpDialog, GoalDialog
from ui.goals.prompt_order_dialog import PromptOrderDialog
from ui.goals.score_dialog import ScoreDialog
from ui.home_programs.activities.changes_dialog import ChangesDialog
from ui.home_programs.activities.drawing_dialog import DrawingDialog
from ui.home_programs.activities.page import ActivitiesPage
from ui.home_programs.activities.take_in_dialog import TakeInDialog
from ui.home_programs.overview_page import OverviewPage
from ui.home_programs.page import HomeProgramPage
from ui.importing.page import ImportPage
from ui.messages.letter_dialog import LetterDialog
from ui.messages.page import MessagesPage
from ui.notes.note_rules_dialog import NoteRulesDialog
from ui.notes.page import SessionNotePage
from ui.notes.phrases_dialog import PhrasesDialog
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
    Place,
)
from ui.programs.page import IntensivesPage
from ui.programs.step_rail import Step
from ui.scheduling.page import BookingPage
from ui.theme import Scheme, install_theme, theme
from ui.therapist_day.page import TherapistDayPage
from ui.today.page import TodayPage
from ui.visits.approval_choice_dialog import ApprovalChoiceDialog
from ui.visits.attendance_rules_dialog import AttendanceRulesDialog
from ui.visits.authorization_dialog import AuthorizationDialog
from ui.visits.book_panel import BookPanel
from ui.visits.booking_rules_dialog import BookingRulesDialog
from ui.visits.closing_dialog import ClosingDialog
from ui.visits.interpreter_dialog import InterpreterDialog
from ui.visits.paper_rules_dialog import PaperRulesDialog
from ui.visits.print_day import PrintDayDialog
from ui.visits.print_family import PrintFamilyDialog
from ui.visits.print_handout import HandoutDialog, MissedSheetDialog, SummaryDialog
from ui.visits.series_dialog import SeriesDialog
from ui.visits.swap_dialog import SwapRoomsDialog
from ui.visits.visit_moment import Say
from ui.visits.visit_panel import VisitPanel
from ui.waitlist.entry_dialog import EntryDialog
from ui.waitlist.page import WaitlistPage

pytestmark = pytest.mark.timeout(400)
EXPORT = Path(__file__).parents[1] / "data" / "caseload-export.csv"
SETTLE_MS = 30
LAID_OUT_MS = 300
LARGE_TEXT = 150


class Flashes(QObject):
    """Notes each part of a page that showed up as a window of its own, before it had its place."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = isinstance(watched, QWidget) and event.type() is QEvent.Type.Show
        is_stray = is_shown and not isinstance(watched, QMainWindow | QDialog)
        if is_stray and watched.windowType() is Qt.WindowType.Window:
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


class Walk:
    """Opens each screen of a running program."""

    def __init__(self, me: AtWork, clinic: WorkingClinic, intensive: tuple[int, int]) -> None:
        self.me = me
        self.clinic = clinic
        self.intensive_id, self.mayas_place = intensive
        self._my_day: TherapistDayPage | None = None

    @contextmanager
    def at(self, screen: str) -> Iterator[QWidget]:
        """Show a screen for as long as it is looked at."""
        QTest.mouseMove(self.me.window)  # somebody is there: a slow computer does not lock
        name, _, part = screen.partition(": ")
        show = getattr(self, name.replace(" ", "_"))
        shown = show(part) if part else show()
        QTest.qWait(SETTLE_MS)
        yield shown
        if isinstance(shown, QDialog):
            shown.close()

    def today(self) -> QWidget:
        return self._go(Place(TODAY))

    def caseload(self) -> QWidget:
        return self._go(Place(CASELOAD))

    def caseload_with_a_quick_look(self) -> QWidget:
        window = self._go(Place(CASELOAD))
        page = self.me.page(CaseloadPage)
        page.children_view.selectRow(0)
        page._show_peek(self.clinic.maya)
        return window

    def caseload_without_a_hit(self) -> QWidget:
        window = self._go(Place(CASELOAD))
        self.me.retype("nobody at all", self.me.page(CaseloadPage).find_edit)
        QTest.qWait(SETTLE_MS * 2)
        return window

    def child(self, tab: str) -> QWidget:
        window = self._go(Place(CHILD, self.clinic.maya))
        self.me.page(ChildPageView).tabs.setCurrentIndex(int(tab))
        return window

    def messages(self, part: str = "") -> QWidget:
        window = self._go(Place(MESSAGES))
        page = self.me.page(MessagesPage)
        if page.log_panel.isVisible():
            page.log_panel.close_button.click()
        if part == "log":
            page.start_log(self.clinic.maya)
        elif part == "answer":
            page.message_panel.reply_button.click()
        return window

    def letter(self) -> QWidget:
        services, tasks = self.me.services, self.me.program.tasks
        child = services.caseload.banner(self.clinic.maya)
        start = (child.caregivers[0].id, "See you on Monday.")
        size = services.settings.clinic().settings.paper
        dialog = LetterDialog(services.messages, child, start, size, tasks, self.me.window)
        return self._open(dialog)

    def waitlist(self, part: str = "") -> QWidget:
        window = self._go(Place(WAITLIST))
        page = self.me.page(WaitlistPage)
        self.me.until(lambda: all(row.offer_button.isEnabled() for row in page.slots.rows))
        page.offer_panel.close_button.click()
        if part == "look":
            page.waiting.view.peeked.emit(page.waiting.view.currentIndex())
        elif part in ("offer", "call"):
            page.slots.rows[0].offer_button.click()
        if part == "call":
            page.offer_panel.choices[0].click()
        return window

    def add_to_the_waitlist(self) -> QWidget:
        hours = open_windows(ClinicFacts.of(self.me.services.settings.clinic()))
        return self._open(EntryDialog(self.me.services, hours, today(), None, self.me.window))

    def booking(self) -> QWidget:
        return self._go(Place(BOOKING))

    def booking_with_clashes(self) -> QWidget:
        window = self._go(Place(BOOKING, self.clinic.maya))
        form = self.me.page(BookingPage).form
        form.start_edit.set_value(self.clinic.monday)
        form.therapist_combo.setCurrentIndex(0)
        form.room_combo.setCurrentIndex(0)
        self.me.until(lambda: self.me.page(BookingPage).preview is not None)
        return window

    def calendar_finding_a_slot(self) -> QWidget:
        window = self._go(Place(CALENDAR))
        self.me.page(CalendarPage).drawer.find_slot()
        return window

    def calendar(self, what: str) -> QWidget:
        window = self._go(Place(CALENDAR))
        page = self.me.page(CalendarPage)
        span, view = what.split()
        page.show_day(self.clinic.monday)
        page.head.span_control.choose(span)
        page.head.view_control.choose(view)
        return window

    def book_panel(self, kind: str) -> QWidget:
        """A visit beside the child's page, one that clashes with the child's own."""
        self._go(Place(CHILD, self.clinic.maya))
        session = self.me.services.scheduling.sessions_of(self.clinic.maya)[0]
        at = session.starts
        self.me.work.screens.booking.book(
            self.clinic.maya, day=at.date(), starts=at.time(), therapist_id=session.therapist_id
        )
        self.me.page(BookPanel).form.kind_control.choose(kind)
        return self.me.window

    def visit_panel(self, say: str = "") -> QWidget:
        """A past visit nobody spoke of, beside the child's page; with what is asked of it."""
        self._go(Place(CHILD, self.clinic.maya))
        self.me.page(ChildPageView).visit_opened.emit(self.clinic.sessions[2])
        box = self.me.page(VisitPanel).status_box
        box.put_away()
        if say:
            box.buttons[Say(say)].click()
        return self.me.window

    def change_a_series(self) -> QWidget:
        services = self.me.services
        session = services.scheduling.sessions_of(self.clinic.maya)[-1]
        return self._open(SeriesDialog(services, session.id, self.me.window))

    def rules_of_attendance(self) -> QWidget:
        return self._open(AttendanceRulesDialog(self.me.services.attendance, self.me.window))

    def day_as_a_list(self) -> QWidget:
        page = self._go(Place(TODAY))
        self.me.page(TodayPage).head.list_all()
        return page

    def add_an_interpreter(self) -> QWidget:
        return self._open(InterpreterDialog(self.me.services.settings, self.me.window))

    def add_approved_visits(self) -> QWidget:
        services, maya = self.me.services, self.clinic.maya
        uses = services.scheduling.authorizations(maya)
        dialog = AuthorizationDialog(services.approvals, maya, today(), self.me.window, uses)
        return self._open(dialog)

    def choose_another_authorization(self) -> QWidget:
        services = self.me.services
        return self._open(ApprovalChoiceDialog(services, self.clinic.maya, self.me.window))

    def choose_a_look(self) -> QWidget:
        services = self.me.services
        maya = services.caseload.banner(self.clinic.maya)
        return self._open(LookDialog(services.own_looks, maya, self.me.window))

    def booking_rules(self) -> QWidget:
        return self._open(BookingRulesDialog(self.me.services.settings, self.me.window))

    def note_rules(self) -> QWidget:
        return self._open(NoteRulesDialog(self.me.services.settings, self.me.window))

    def papers_for_families(self) -> QWidget:
        return self._open(PaperRulesDialog(self.me.services.settings, self.me.window))

    def sheet_of_a_missed_visit(self) -> QWidget:
        return self._open(self._handout(MissedSheetDialog, self.clinic.sessions[-1]))

    def summary_of_a_visit(self) -> QWidget:
        return self._open(self._handout(SummaryDialog, self.clinic.sessions[0]))

    def _handout(self, kind: type[HandoutDialog], session_id: int) -> HandoutDialog:
        me = self.me
        return kind(me.services, me.program.tasks, session_id, me.window)

    def note(self, number: str) -> QWidget:
        window = self._go(Place(NOTE, self.clinic.sessions[int(number)]))
        sheet = self.me.page(SessionNotePage).beside.sheet
        if sheet is not None:
            sheet.leave()
        return window

    def about_home(self) -> QWidget:
        window = self.note("1")
        self.me.page(SessionNotePage).beside.turn_sheet()
        return window

    def my_day(self) -> QWidget:
        """Today of somebody who treats, with one visit."""
        window = self._go(Place(CASELOAD))
        stack = self.me.work.stack
        if self._my_day is None:
            owner = self.me.services
            therapist = owner.settings.clinic().therapists[0]
            amara = SignedIn(owner.user.id, therapist.name, Role.THERAPIST, therapist.id, "OTR/L")
            services = services_for(amara)
            a_visit(services, self.clinic.leo, datetime.combine(today(), time(22, 59)))
            self._my_day = TherapistDayPage(services, self.me.work.changes)
            stack.addWidget(self._my_day)
        stack.setCurrentWidget(self._my_day)
        self._my_day.take_focus()
        return window

    def phrases(self) -> QWidget:
        return self._open(PhrasesDialog(self.me.services.notes.phrases, "", self.me.window))

    def notes(self) -> QWidget:
        return self._go(Place(NOTES))

    def home_programs(self) -> QWidget:
        window = self._go(Place(HOME_PROGRAMS))
        self.me.page(OverviewPage).filters.choose(("all",))
        return window

    def home_program(self) -> QWidget:
        window = self._go(Place(HOME_PROGRAM, self.clinic.maya))
        page = self.me.page(HomeProgramPage)
        if not page.drafting.draft.activities:
            page.library_panel.chosen.emit(page.library_panel.model.offer(0))
        return window

    def activities(self, part: str) -> QWidget:
        """The library as a list or as drawings, without a hit, or an activity being written."""
        window = self._go(Place(ACTIVITIES))
        page = self.me.page(ActivitiesPage)
        if page.is_editing:
            page.editor.leave()
        page.browse.filters.clear()
        page.looks.choose("drawings" if part == "drawings" else "list")
        page.browse.show_look(page.looks.chosen())
        if part == "no hit":
            page.browse.filters.find_edit.setText("nothing at all")
        elif part == "write":
            page._do("edit")
        page.take_focus()
        return window

    def activity_dialog(self, which: str) -> QWidget:
        """Every kind of difference, hint and child there is."""
        library, over = self.me.services.activities, self.me.window
        new = reworded("bear-walk", say="Slow paws.")
        entry = next(one for one in library.entries() if one.key == "bear-walk")
        if which == "take in":
            package = Package((new, sock_toss()), (FileFault("activities/x.json", "ages", "Bad."),))
            return self._open(TakeInDialog(library, package, over))
        if which == "drawing":
            return self._open(DrawingDialog(library.entries(), over))
        dialog = ChangesDialog("Sure?", "Approve", differences(entry.shown, new), over)
        dialog.show_programs(library.used_in("bear-walk", new))
        dialog.show_hints(("There is no Spanish yet.",))
        return self._open(dialog)

    def import_a_file(self, step: str) -> QWidget:
        window = self._go(Place(IMPORT))
        page = self.me.page(ImportPage)
        if page.draft.checked is None and int(step):
            page.open_file(EXPORT)
            self.me.until(lambda: page.draft.checked is not None)
        page._show_step(int(step))
        return window

    def intensives(self) -> QWidget:
        window = self._go(Place(INTENSIVES, self.intensive_id))
        self.me.page(IntensivesPage).frame.head.list_button.click()
        return window

    def intensive(self, step: str) -> QWidget:
        window = self._go(Place(INTENSIVES, self.intensive_id))
        frame = self.me.page(IntensivesPage).frame
        frame.go(Step[step])
        if step == Step.SET_UP.name:
            frame.pages.set_up_page.fill()
        if step == Step.CHILDREN.name:
            frame.pages.children_page.start_adding()
            frame.pages.children_page.show_child(self.mayas_place)
        return window

    def compare_plans(self) -> QWidget:
        window = self._go(Place(INTENSIVES, self.intensive_id))
        frame = self.me.page(IntensivesPage).frame
        frame.go(Step.ADJUST)
        frame.head.compare_button.click()
        return window

    def intensive_dialog(self, which: str) -> QWidget:
        self.intensive("ADJUST")
        frame = self.me.page(IntensivesPage).frame
        program = frame.program
        frame.go(Step.SET_UP)
        deeds = frame.pages.set_up_page.deeds
        therapist = program.therapists[0]
        show = {
            "a kind": partial(deeds.change_kind, None),
            "limits": partial(deeds.change_limits, therapist),
            "time off": partial(deeds.set_time_off, therapist.therapist_id),
            "publish": frame.head.publish_button.click,
            "a sheet": frame.pages.children_page.bar.sheet_button.click,
        }
        if which in {"publish", "a sheet"}:
            frame.go(Step.ADJUST if which == "publish" else Step.CHILDREN)
        show[which]()
        return self._front()

    def many_children(self) -> QWidget:
        self.intensive("CHILDREN")
        self.me.page(IntensivesPage).frame.pages.children_page.bar.bulk_button.click()
        return self._front()

    def _front(self) -> QDialog:
        """Return the dialog that was opened last."""
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        [dialog] = [each for each in dialogs if each.isVisible()]
        QTest.qWait(SETTLE_MS)
        self.me.until(lambda: dialog.activateWindow() or dialog.isActiveWindow())
        return dialog

    def palette(self) -> QWidget:
        self._go(Place(CASELOAD))
        self.me.work.find_or_do()
        self.me.work.palette_.find_edit.setText("a")
        return self.me.work.palette_

    def shortcuts(self) -> QWidget:
        return self._open(ShortcutsDialog(self.me.work.registry, self.me.work))

    def add_a_child(self) -> QWidget:
        services = self.me.services
        therapists = services.settings.clinic().therapists
        return self._open(ChildDialog(services.caseload, therapists, today(), None, self.me.window))

    def add_a_caregiver(self) -> QWidget:
        caseload, maya = self.me.services.caseload, self.clinic.maya
        return self._open(CaregiverDialog(caseload, maya, today(), None, self.me.window))

    def add_a_document(self) -> QWidget:
        services = self.me.services
        child, scan = services.caseload.banner(self.clinic.maya), scan_of("a.pdf", a_pdf())
        return self._open(DocumentDialog(services.documents, child, scan, today(), self.me.window))

    def rules_of_documents(self) -> QWidget:
        return self._open(DocumentRulesDialog(self.me.services.documents, self.me.window))

    def alerts(self, kind: str) -> QWidget:
        caseload = self.me.services.caseload
        child = caseload.banner(self.clinic.maya)
        return self._open(AlertsDialog(caseload, child, AlertKind(kind), self.me.window))

    def goal(self, dialog: str) -> QWidget:
        goals, maya = self.me.services.goals, (self.clinic.maya, "Maya")
        page = goals.page(self.clinic.maya)
        over = self.me.window
        made = {
            "add": lambda: GoalDialog(goals, maya, today(), None, over),
            "change": lambda: GoalDialog(goals, maya, today(), page.goals[0], over),
            "stop": lambda: GiveUpDialog(goals, page.goals[0].goal, over),
            "score": lambda: ScoreDialog(goals, page.goals, today(), None, over),
            "prompts": lambda: PromptOrderDialog(goals, over),
        }
        return self._open(made[dialog]())

    def family(self, dialog: str) -> QWidget:
        copm, over = self.me.services.copm, self.me.window
        if dialog == "name":
            return self._open(ProblemDialog(copm, self.clinic.maya, over))
        copm.name(self.clinic.maya, "Mornings take an hour")
        page = self.me.services.goals.page(self.clinic.maya)
        return self._open(RatingDialog(copm, page, today(), over))

    def close(self, kind: str) -> QWidget:
        return self._open(
            ClosingDialog(self.me.services, self.me.program.tasks, kind, today(), self.me.window)
        )

    def swap_two_rooms(self) -> QWidget:
        return self._open(SwapRoomsDialog(self.me.services, today(), self.me.window))

    def papers_of_the_day(self) -> QWidget:
        me = self.me
        return self._open(PrintDayDialog(me.services, me.program.tasks, today(), me.window))

    def papers_of_a_series(self) -> QWidget:
        me = self.me
        session = me.services.scheduling.sessions_of(self.clinic.maya)[0]
        tasks, asker = me.program.tasks, Asker(me.window, me.program.tasks)
        return self._open(
            PrintFamilyDialog(me.services, tasks, asker, session.series_id, me.window)
        )

    def choose_a_password(self) -> QWidget:
        me = self.me
        return self._open(PasswordDialog(me.services.access, me.program.tasks, me.window))

    def choose_a_pin(self) -> QWidget:
        me = self.me
        return self._open(PinDialog(me.services.access, me.program.tasks, me.window))

    def _go(self, place: Place) -> QWidget:
        self.me.window.activateWindow()
        self.me.until(self.me.window.isActiveWindow)
        self.me.work.hide_beside()
        self.me.work.go(place)
        return self.me.window

    def _open(self, dialog: QDialog) -> QWidget:
        dialog.open()
        self.me.until(dialog.isActiveWindow)
        return dialog


SCREENS = (
    "today",
    "my day",
    "day as a list",
    "rules of attendance",
    "caseload",
    "caseload with a quick look",
    "caseload without a hit",
    *(f"child: {tab}" for tab in range(7)),
    "messages",
    "messages: log",
    "messages: answer",
    "letter",
    "waitlist",
    "waitlist: look",
    "waitlist: offer",
    "waitlist: call",
    "add to the waitlist",
    "booking",
    "booking with clashes",
    *(f"calendar: {span} {view.value}" for span in ("day", "week") for view in View),
    "calendar finding a slot",
    *(f"book panel: {kind}" for kind in ("visit", "weekly", "intensive")),
    "visit panel",
    *(f"visit panel: {say}" for say in ("cut_short", "family_called", "by_clinic")),
    "change a series",
    "add an interpreter",
    "add approved visits",
    "choose another authorization",
    "choose a look",
    "booking rules",
    "note rules",
    "papers for families",
    "sheet of a missed visit",
    "summary of a visit",
    "note: 0",
    "note: 1",
    "about home",
    "notes",
    "phrases",
    "home program",
    "home programs",
    *(f"activities: {part}" for part in ("list", "drawings", "no hit", "write")),
    *(f"activity dialog: {which}" for which in ("changes", "take in", "drawing")),
    *(f"import a file: {step}" for step in range(4)),
    "intensives",
    *(f"intensive: {step.name}" for step in Step),
    "compare plans",
    *(
        f"intensive dialog: {which}"
        for which in ("a kind", "limits", "time off", "publish", "a sheet")
    ),
    "many children",
    "palette",
    "shortcuts",
    "add a child",
    "add a caregiver",
    "add a document",
    "rules of documents",
    *(f"alerts: {kind.value}" for kind in AlertKind),
    *(f"goal: {dialog}" for dialog in ("add", "change", "stop", "score", "prompts")),
    *(f"family: {dialog}" for dialog in ("name", "rate")),
    *(f"close: {kind}" for kind in ("therapist", "room", "clinic")),
    "swap two rooms",
    "papers of the day",
    "papers of a series",
    "choose a password",
    "choose a pin",
)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory, qapp):
    install_theme(qapp, Scheme.LIGHT)
    return a_working_clinic(tmp_path_factory.mktemp("every-screen"))


@pytest.fixture(scope="module")
def flashes(qapp):
    return Flashes(qapp)


@pytest.fixture(scope="module")
def walk(clinic, flashes):
    """The owner, signed in: nothing is left out."""
    intensive = an_intensive_in(clinic)
    talks_in(clinic)
    with a_program(clinic.folder, password=OWNERS_PASSWORD) as me:
        me.sign_in("ros", OWNERS_PASSWORD)
        yield Walk(me, clinic, intensive)


Way = Callable[[QWidget], list[str]]
LOOKS: tuple[Way, ...] = (
    looking.nameless,
    looking.named_alike,
    looking.too_small,
    looking.cut_off,
    looking.out_of_reach,
)


def found(walk: Walk, *ways: Way) -> dict[str, dict[str, list[str]]]:
    """Walk every screen; return what is wrong, by way to look and screen."""
    wrong: dict[str, dict[str, list[str]]] = {way.__name__: {} for way in ways}
    walk.me.resize(SCREEN)
    for screen in SCREENS:
        with walk.at(screen) as shown:
            for way in ways:
                told = way(shown)
                if told:  # look again once everything is laid out
                    QTest.qWait(LAID_OUT_MS)
                    told = way(shown)
                if told:
                    wrong[way.__name__][screen] = told
    return wrong


@pytest.fixture(scope="module")
def seen(walk) -> dict[str, dict[str, list[str]]]:
    """What one walk through every screen showed."""
    return found(walk, *LOOKS)


@pytest.mark.parametrize("way", ["nameless", "named_alike", "too_small"])
def test_every_control_has_words_of_its_own_and_room_to_be_hit(seen, way):
    assert seen[way] == {}


def test_tab_goes_everywhere_and_comes_round(seen):
    assert seen["out_of_reach"] == {}


def test_no_part_of_a_page_shows_up_as_a_window(seen, flashes):
    assert flashes.seen == []


def test_everything_fits_on_a_small_screen(seen):
    assert seen["cut_off"] == {}


def test_everything_fits_in_large_letters(walk):
    theme().set_text_size(LARGE_TEXT)
    assert found(walk, looking.cut_off)["cut_off"] == {}


def test_every_screen_is_painted_in_the_dark(walk):
    theme().set_scheme(Scheme.DARK)
    assert found(walk, looking.not_painted)["not_painted"] == {}
