"""The demo without a screen: the real program, walked through booking, note and home program."""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.table import ChildHit, View
from ot_desktop.clock import today
from ot_desktop.demo.clinic import PASSWORD
from ot_desktop.demo.example_note import written_with_the_parent
from ot_desktop.paths import ClinicFolder
from ot_desktop.services import Services
from ui.access.first_run_page import FirstRunPage
from ui.access.page import SignInPage
from ui.asking import Asker
from ui.caseload.child_page import ChildPageView
from ui.home_programs.page import HomeProgramPage
from ui.importing.page import ImportPage
from ui.look import Look
from ui.notes.page import SessionNotePage
from ui.places import (
    BOOKING,
    CALENDAR,
    CHILD,
    HOME_PROGRAM,
    IMPORT,
    INTENSIVES,
    MESSAGES,
    NOTE,
    NOTES,
    TODAY,
    WAITLIST,
    Place,
)
from ui.program import Program
from ui.scheduling.page import BookingPage
from ui.theme import Scheme, theme
from ui.workspace import Workspace

T = TypeVar("T")
Page = TypeVar("Page", bound=QWidget)
SIZES = (QSize(1366, 700), QSize(1440, 900))
PATIENCE_MS = 30_000
STEP_MS = 15
SETTLE_MS = 120
FRONT_DESK, THERAPIST = "Dana Whitfield", "Amara Okafor"
EXAMPLE_CASELOAD = """\
Client ID,First Name,Last Name,DOB,Parent/Guardian 1,Relationship,Mobile Phone,Allergies
20101,Wren,Castillo,2020-03-14,Rosa Castillo,mother,402-555-0131,Peanut (EpiPen)
20102,Otto,Castillo,2020-03-14,Rosa Castillo,mother,402-555-0131,none
20103,Ines,Duarte,02/30/2021,Grace Duarte,foster parent,402-555-0102,
"""


class DemoAsker(Asker):
    """Answers what the program asks on the walk: the demo's password, a file in its folder."""

    out = Path()

    def confirm_password(self, question: str, verb: str, check: Callable[[str], T]) -> T | None:  # noqa: ARG002  (one answer)
        """Type the password everybody knows."""
        return check(PASSWORD)

    def file_to_save(self, question: str, suggestion: str, kinds: str) -> Path | None:  # noqa: ARG002  (one answer)
        """Return the suggested name in the folder of the walk."""
        return self.out / Path(suggestion).name


def walk(folder: ClinicFolder, out: Path | None) -> int:
    """Walk through the demo clinic; papers and pictures go to ``out`` or a new folder."""
    out = out or Path(tempfile.mkdtemp(prefix="ot-desktop-demo-"))
    out.mkdir(parents=True, exist_ok=True)
    theme().set_scheme(Scheme.LIGHT)
    program = Program(folder, Look(folder))
    sys.excepthook = sys.__excepthook__  # nobody is there to read a dialog
    asker = DemoAsker(program.window, program.tasks)
    asker.out = out
    program.asker = asker
    done = DemoWalk(program, out).run()
    program.end()
    for line in done:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"Papers and pictures: {out.resolve()}\n")
    return 0


class DemoWalk:
    """Each step does something real and keeps pictures of what a person would see."""

    def __init__(self, program: Program, out: Path) -> None:
        self._program = program
        self._window = program.window
        self._out = out

    def run(self) -> list[str]:
        """Walk through everything; return a sentence for each thing done."""
        self._show_first_run()
        self._program.start()
        self._sign_in(FRONT_DESK)
        self._picture("caseload")
        for place, name in ((WAITLIST, "waitlist"), (MESSAGES, "messages")):
            self._work.go(Place(place))
            self._settle(SETTLE_MS * 3)
            self._picture(name)
        done = [self._import(), self._book()]
        self._lock()
        self._sign_in(THERAPIST)
        self._look_around()
        done += [self._document(), self._make_home_program()]
        return done

    @property
    def _work(self) -> Workspace:
        if self._program.workspace is None:
            raise RuntimeError("nobody is signed in")
        return self._program.workspace

    @property
    def _services(self) -> Services:
        return self._work.services

    def _show_first_run(self) -> None:
        elsewhere = ClinicFolder(self._out / "new-clinic")
        page = FirstRunPage(elsewhere, self._program.tasks, self._program.asker)
        self._window.show()
        self._window.show_page(page)
        self._picture("first-run")
        self._window.drop_page(page)

    def _sign_in(self, name: str) -> None:
        page = self._page(SignInPage)
        person = next(each for each in self._program.door.look().people if each.name == name)
        page.people.tiles.choose(person.slot_id)
        self._picture(f"sign-in-{name.split(maxsplit=1)[0].lower()}")
        page.people.password_given.emit(PASSWORD)
        self._until(lambda: self._signed_in == name)

    @property
    def _signed_in(self) -> str:
        return self._program.services.user.name if self._program.services else ""

    def _lock(self) -> None:
        self._work.lock_wanted.emit()
        self._settle(SETTLE_MS)

    def _import(self) -> str:
        file = self._out / "caseload.csv"
        file.write_text(EXAMPLE_CASELOAD, encoding="utf-8")
        self._work.go(Place(IMPORT))
        page = self._page(ImportPage)
        page.open_file(file)
        self._settle(SETTLE_MS * 5)
        self._picture("import-columns")
        page.next_button.click()
        self._settle(SETTLE_MS * 5)
        self._picture("import-check")
        return "Read and checked an example caseload."

    def _book(self) -> str:
        [child, *_] = (
            self._services.caseload.rows(View.NOTHING_BOOKED) or self._services.caseload.rows()
        )
        self._work.go(Place(BOOKING, child.id))
        page = self._page(BookingPage)
        page.form.start_edit.set_value(next_summer(today()))
        page.form.therapist_combo.setCurrentIndex(2)
        page.form.room_combo.setCurrentIndex(1)
        self._until(lambda: page.preview is not None)
        self._picture("booking")
        page.panel.first_wanted.emit()
        if page.panel.reason_field.isVisible():
            page.panel.reason_edit.setText("Agreed with the family and the therapist.")
        booked: list[int] = []
        page.booked.connect(booked.append)
        page.book_button.click()
        self._until(lambda: bool(booked))
        number = len(self._services.scheduling.sessions_of(child.id))
        return f"Booked {number} sessions for {child.full_name}."

    def _document(self) -> str:
        mine = [note for note in self._services.notes.unfinished() if note.is_mine]
        if not mine:
            return "No note is waiting: an earlier walk through this clinic signed it."
        session_id = mine[-1].session_id
        opened = self._services.notes.open_note(session_id)
        self._services.notes.save_draft(session_id, written_with_the_parent(opened))
        self._work.go(Place(NOTE, session_id))
        page = self._page(SessionNotePage)
        self._until(lambda: page.is_ready)
        self._picture("session-note")
        signed: list[int] = []
        page.note_signed.connect(signed.append)
        page.editor.rail.sign_button.click()
        self._until(lambda: bool(signed))
        self._picture("session-note-signed")
        return f"Signed the note of {opened.child.full_name}."

    def _make_home_program(self) -> str:
        child = self._child()
        self._work.go(Place(HOME_PROGRAM, child.id))
        page = self._page(HomeProgramPage)
        for offer in self._services.home_programs.suggested(child.id)[:3]:
            page.library_panel.chosen.emit(offer)
        self._settle(SETTLE_MS * 8)
        budget = page.program_panel.budget_panel
        if budget.reason_field.isVisible():
            budget.reason_edit.setText("The family asked for a third one.")
            budget.reason_changed.emit()
        self._picture("home-program")
        page.save_pdf()
        self._until(lambda: any(self._out.glob("*.pdf")))
        return f"Gave {child.full_name} a home program."

    def _look_around(self) -> None:
        work = self._work
        work.palette_.open_over(work)
        work.palette_.find_edit.setText("ma")
        self._settle(SETTLE_MS)
        work.palette_.grab().save(str(self._out / "palette.png"))
        work.palette_.hide()
        work.go(Place(CHILD, self._child().id))
        page = self._page(ChildPageView)
        for place, name in enumerate(("overview", "goals", "sessions", "home-programs", "family")):
            page.tabs.setCurrentIndex(place)
            self._picture(f"child-{name}")
        for screen, name in (
            (NOTES, "session-notes"),
            (TODAY, "today"),
            (CALENDAR, "calendar"),
            (INTENSIVES, "intensive"),
        ):
            work.go(Place(screen))
            self._picture(name)

    def _child(self) -> ChildHit:
        return self._services.caseload.search("Mateo Alvarez")[0]

    # Pictures and patience.

    def _page(self, kind: type[Page]) -> Page:
        return self._window.findChildren(kind)[-1]

    def _picture(self, name: str) -> None:
        for size in SIZES:
            self._window.resize(size)
            for scheme in (Scheme.DARK, Scheme.LIGHT):
                theme().set_scheme(scheme)
                self._settle(SETTLE_MS)
                where = f"{name}-{size.width()}x{size.height()}-{scheme.value}.png"
                self._window.grab().save(str(self._out / where))

    def _settle(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _until(self, happened: Callable[[], bool]) -> None:
        for _ in range(PATIENCE_MS // STEP_MS):
            if happened():
                return
            self._settle(STEP_MS)
        raise TimeoutError("the program did not get there")


def next_summer(day: date) -> date:
    """Return the next June 5 after ``day``; intensives begin then."""
    this_year = day.replace(month=6, day=5)
    return this_year if day < this_year else this_year.replace(year=day.year + 1)
