"""One therapist's day through the main window: from sign-in to paper, and what the file keeps."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from db import connection
from db.models.access import Audit
from db.models.home_programs import IssuedPaper
from ot_desktop.access.domain import ColleagueDraft
from ot_desktop.access.door import Door
from ot_desktop.audit import Action
from ot_desktop.clock import today
from ot_desktop.permissions import Role
from tests.at_work import AtWork, a_program
from tests.clinics import OWNERS_PASSWORD, a_clinic_in
from ui.caseload.child_page import ChildPageView
from ui.caseload.page import CaseloadPage
from ui.home_programs.page import HomeProgramPage
from ui.importing.page import ImportPage
from ui.notes.page import SessionNotePage
from ui.scheduling.page import BookingPage
from ui.theme import Scheme, install_theme

EXPORT = Path(__file__).parent.parent / "data" / "caseload-export.csv"
PIN = "740218"
ROSALIND = ColleagueDraft("Rosalind Achebe", Role.OWNER, OWNERS_PASSWORD, "OTR/L", treats=True)


@pytest.fixture
def folder(tmp_path, qapp):
    install_theme(qapp, Scheme.LIGHT)
    clinic_folder, _owner, _key = a_clinic_in(tmp_path, owner=ROSALIND)
    connection.close_database()
    return clinic_folder


@pytest.mark.timeout(240)
def test_a_day_from_sign_in_to_paper(folder, tmp_path):
    pdf = tmp_path / "given.pdf"
    answers = {"open": EXPORT, "save": pdf, "password": OWNERS_PASSWORD, "confirm": True}
    with a_program(folder, **answers) as me:
        me.sign_in("ros", OWNERS_PASSWORD)
        import_the_caseload(me)
        nora = find_nora(me)
        book_last_week(me, nora)
        write_and_sign_a_note(me, nora)
        give_a_home_program(me, nora, pdf)
        words = words_of(pdf.read_bytes())
        assert "Nora" in words
        assert "Sponge squeeze" in words
        print_it_again(me, nora, pdf)
        lock_and_come_back(me)
    the_file_kept_everything(folder)


def import_the_caseload(me: AtWork) -> None:
    me.press("Ctrl+K")
    me.write("import")
    me.press("Return")
    page = me.page(ImportPage)
    me.press("Space")
    me.until(lambda: page.draft.checked is not None)
    me.press("Ctrl+Return", times=2)
    assert page.next_button.text() == "Import 83 children"
    me.press("Ctrl+Return")
    me.until(lambda: page.summary_panel.open_button is not None)
    me.press("Space")
    assert me.page(CaseloadPage).children_model.rowCount() > 50


def find_nora(me: AtWork) -> int:
    page = me.page(CaseloadPage)
    me.press("/")
    me.write("alvar")
    me.press("Return")
    child = me.page(ChildPageView)
    assert child.head.name_label.text() == "Nora Alvarez"
    assert not page.isVisible()
    return child.child_id


def book_last_week(me: AtWork, nora: int) -> None:
    me.press("Shift+B")
    page = me.page(BookingPage)
    me.write(f"{last_monday():%m/%d/%Y}")
    choose(me, page.form.therapist_combo, "Rosalind Achebe")
    choose(me, page.form.room_combo, "Sensory gym")
    me.retype("5", page.form.count_stepper.edit)
    me.press("Tab")
    me.until(lambda: page.book_button.text() == "Book 5 sessions")
    me.press("Ctrl+Return")
    me.until(lambda: "5 sessions booked" in me.work.toast.words.text())
    booked = me.services.scheduling.sessions_of(nora)
    assert [each.starts.date() for each in booked] == weekdays_from(last_monday(), 5)


def write_and_sign_a_note(me: AtWork, nora: int) -> None:
    me.press("Alt+Left")
    me.page(ChildPageView)
    me.press("N")
    page = me.page(SessionNotePage)
    parent, session = page.editor.parent_column, page.editor.session
    me.press("Alt+1")
    me.press("Space")
    me.press("Alt+2")
    me.write("Buttoned at breakfast", into=parent.home.words_area)
    parent.home.ease_bar.setFocus()
    me.press("Right")
    parent.shown.add_chip.open_line()
    me.write("Bear walk")
    me.press("Return")
    parent.shown.rows[0].setFocus()
    me.write("t2")
    me.press("Alt+4")
    me.press("Right")
    me.write("Walked to the door and back", into=parent.teach_back.did_area)
    me.write("Bear walk before dressing", into=session.plan.text_area)
    me.press("Ctrl+Return")
    me.until(lambda: page.is_signed)
    assert [each.note_signed for each in me.services.scheduling.sessions_of(nora)].count(True) == 1


def give_a_home_program(me: AtWork, nora: int, pdf: Path) -> None:
    me.press("Alt+Left")
    me.page(ChildPageView)
    me.press("H")
    page = me.page(HomeProgramPage)
    me.press("/")
    me.write("sponge squeeze")
    me.press("Return")
    me.until(page.preview_panel.pdf_button.isEnabled)
    me.click(page.preview_panel.pdf_button)
    me.until(pdf.exists)
    [paper] = IssuedPaper.select()
    assert bytes(paper.pdf) == pdf.read_bytes()
    assert paper.child_id == nora


def print_it_again(me: AtWork, nora: int, pdf: Path) -> None:
    [program] = me.services.home_programs.of_child(nora)
    again = me.services.home_programs.reprint(program.papers[0].id)
    assert again.pdf == pdf.read_bytes()


def lock_and_come_back(me: AtWork) -> None:
    me.services.access.set_pin(PIN)
    me.press("Ctrl+L")
    assert not me.work.isVisible()
    me.write(PIN)
    me.until(me.work.isVisible)


def the_file_kept_everything(folder) -> None:
    door = Door(folder)
    [rosalind] = [each for each in door.look().people if each.role is Role.OWNER]
    door.enter(door.unlock(rosalind.slot_id, OWNERS_PASSWORD))
    told = {row.action for row in Audit.select()}
    door.leave()
    assert told >= {
        each.value
        for each in (
            Action.SIGNED_IN,
            Action.IMPORTED_CHILDREN,
            Action.OPENED_CHILD,
            Action.BOOKED,
            Action.OPENED_NOTE,
            Action.SAVED_DRAFT,
            Action.SIGNED_NOTE,
            Action.ISSUED_PAPER,
            Action.REPRINTED_PAPER,
            Action.SET_PIN,
            Action.LOCKED,
            Action.UNLOCKED,
        )
    }


def choose(me: AtWork, combo, words: str) -> None:
    combo.setFocus()
    me.press("Home")
    for _ in range(combo.count()):
        if combo.currentText() == words:
            return
        me.press("Down")
    raise AssertionError(f"{combo.accessibleName()} does not offer {words}")


def last_monday() -> date:
    """Return the Monday of last week: all its sessions are over."""
    return today() - timedelta(days=today().weekday() + 7)


def weekdays_from(monday: date, count: int) -> list[date]:
    return [monday + timedelta(days=number) for number in range(count)]


def words_of(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words
