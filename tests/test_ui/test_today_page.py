"""Today at the front desk: one click checks a family in, a second takes it back."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.models.scheduling import Series, Session
from db.models.waitlist import WaitlistEntry
from ot_desktop.clock import now_local, today
from ot_desktop.programs.board import View
from ot_desktop.programs.domain import ProgramDraft
from ot_desktop.scheduling.attendance import Outcome
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.waitlist.domain import EntryDraft
from tests.at_work import a_program
from tests.clinics import OWNERS_PASSWORD
from tests.working_clinic import a_working_clinic
from ui.backup.dialog import BackupsDialog
from ui.notes.list_page import NotesListPage
from ui.places import TODAY, Place
from ui.programs.page import IntensivesPage
from ui.today.figures import Figure
from ui.today.page import TodayPage
from ui.visits.attendance_rules_dialog import AttendanceRulesDialog
from ui.visits.block_painter import action_rect
from ui.visits.board_facts import BoardColumn, Moved, Slot
from ui.visits.missed_panel import MissedPanel
from ui.visits.visit_panel import VisitPanel
from ui.waitlist.page import WaitlistPage
from ui.widgets.button import Button

HOURS_LEFT = 23


@pytest.fixture
def screen(tmp_path, qtbot):
    clinic = a_working_clinic(tmp_path)
    with a_program(clinic.folder) as me:
        me.sign_in("R", OWNERS_PASSWORD)
        me.clinic = clinic
        book_today(me)
        me.work.go(Place(TODAY))
        me.day = me.page(TodayPage)
        yield me


def book_today(me):
    book(me, today(), time(min(now_local().hour, HOURS_LEFT - 1)))


def book(me, day, starts):
    described = me.services.settings.clinic()
    request = SeriesRequest(
        me.clinic.leo,
        day,
        frozenset({day.weekday()}),
        (starts,),
        45,
        described.therapists[0].id,
        described.rooms[0].id,
        1,
    )
    me.services.scheduling.book(me.services.scheduling.preview(request), "The family asked.")
    me.leos = me.services.scheduling.sessions_of(me.clinic.leo)[-1].id


def status(me):
    return me.services.scheduling.session(me.leos).status


def test_the_owner_begins_with_the_day(tmp_path, qtbot):
    clinic = a_working_clinic(tmp_path)
    with a_program(clinic.folder) as me:
        me.sign_in("R", OWNERS_PASSWORD)
        assert me.page(TodayPage).isVisible()


def test_one_key_checks_a_family_in_and_the_same_key_takes_it_back(screen):
    screen.day.board.choose(screen.leos)
    screen.day.board.setFocus()
    screen.press("C")
    assert status(screen) is SessionStatus.ARRIVED
    screen.press("C")
    assert status(screen) is SessionStatus.PLANNED


def test_a_check_in_is_undone_with_the_rest(screen):
    screen.day.check_in(screen.leos)
    screen.press("Ctrl+Z")
    assert status(screen) is SessionStatus.PLANNED


def test_a_confirmation_is_undone_too(screen):
    tomorrow = today() + timedelta(days=1)
    book(screen, tomorrow, time(10))
    screen.press("]")
    screen.day.check_in(screen.leos)
    assert status(screen) is SessionStatus.CONFIRMED
    screen.press("Ctrl+Z")
    assert status(screen) is SessionStatus.PLANNED


def test_undoing_a_check_in_leaves_a_confirmed_visit_confirmed(screen):
    screen.services.attendance.confirm(screen.leos)
    screen.day.reload()
    screen.day.check_in(screen.leos)
    screen.press("Ctrl+Z")
    assert status(screen) is SessionStatus.CONFIRMED


def test_the_chips_count_the_visits_of_the_day(screen):
    assert "1 visit" in screen.words(screen.day.head)


def test_a_visit_of_another_day_has_no_check_in(screen):
    screen.press("]")
    assert screen.day.day > today()
    assert all(each.action is None for each in screen.day.board.facts.blocks)


def test_a_check_in_is_one_click_and_no_key(screen):
    screen.day.board.choose(screen.leos)
    board = screen.day.board
    button = action_rect(board.current_block(), board.plan.rects[screen.leos])
    middle = board.in_view(button).center()
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert status(screen) is SessionStatus.ARRIVED


def test_v_shows_the_day_as_a_list(screen):
    screen.day.board.setFocus()
    screen.press("V")
    assert any("Leo" in words for words in screen.words(screen.day.stack))
    assert screen.day.stack.table.hasFocus()


def test_c_checks_in_on_the_list(screen):
    screen.day.board.setFocus()
    screen.press("V")
    screen.day.stack.table.choose(screen.leos)
    screen.press("C")
    assert status(screen) is SessionStatus.ARRIVED


def test_r_shows_the_day_by_room(screen):
    screen.day.board.setFocus()
    screen.press("R")
    assert screen.day.head.view is View.ROOM


def test_enter_on_an_empty_stretch_books_it(screen, qtbot):
    with qtbot.waitSignal(screen.day.book_wanted) as asked:
        screen.day.board.slot_opened.emit(Slot(1, 600, 660))
    assert asked.args[0] == {
        "day": today(),
        "starts": time(10),
        "minutes": 60,
        "therapist_id": 1,
    }


def test_a_moved_visit_is_put_back_by_undo(screen):
    before = screen.services.scheduling.session(screen.leos)
    minute = 5 * 60
    screen.asker.answers["text"] = "The family asked."
    screen.day.board.moved.emit(Moved(screen.leos, before.therapist_id, minute, minute + 45))
    assert screen.services.scheduling.session(screen.leos).starts.hour == minute // 60
    screen.press("Ctrl+Z")
    assert screen.services.scheduling.session(screen.leos).starts == before.starts


def test_the_owner_sees_the_clinic_at_a_glance(screen):
    screen.until(lambda: "No backup yet" in screen.words(screen.day.tiles))


def test_an_arrow_goes_to_the_next_tile(screen):
    tiles = screen.day.tiles
    screen.until(lambda: "1 visit today" in screen.words(tiles))
    tiles.buttons[Figure.VISITS].setFocus()
    screen.press("Right")
    assert tiles.buttons[Figure.NO_SHOWS].hasFocus()


def test_a_tile_opens_its_list(screen):
    screen.day.tiles.buttons[Figure.WAITLIST].setFocus()
    screen.press("Return")
    assert screen.page(WaitlistPage).isVisible()


def test_the_day_sheet_prints_with_two_clicks(screen):
    def print_it():
        dialog = QApplication.activeModalWidget()
        screen.until(dialog.print_button.isEnabled)
        screen.click(dialog.print_button)
        screen.until(lambda: QApplication.activeModalWidget() is None)

    QTimer.singleShot(0, print_it)
    screen.click(screen.day.head.papers_button)
    assert screen.asker.asked or QApplication.activeModalWidget() is None


def test_a_rule_that_cannot_be_is_refused_beside_its_field(screen):
    dialog = AttendanceRulesDialog(screen.services.attendance, screen.window)
    dialog.edits["least_percent"].setText("101")
    dialog.take("yes")
    assert dialog.fields["least_percent"].problem == "Choose 0 to 100 percent."


def test_other_rules_are_kept(screen):
    dialog = AttendanceRulesDialog(screen.services.attendance, screen.window)
    dialog.edits["late_after_minutes"].setText("10")
    dialog.take("yes")
    assert screen.services.attendance.policy().late_after_minutes == 10


def test_the_time_of_a_visit_that_was_called_off_is_offered_on_the_board(screen, qtbot):
    book(screen, today() + timedelta(days=1), time(10))
    screen.services.attendance.family_called(screen.leos)
    screen.press("]")
    board = screen.day.board
    screen.until(lambda: any(each.action for each in board.facts.blocks))
    board.choose(screen.leos)
    board.setFocus()
    with qtbot.waitSignal(screen.day.need_wanted) as asked:
        screen.press("C")
    assert asked.args[0].opened.time.starts.hour == 10


@pytest.mark.parametrize(("minutes", "offered"), [(30, False), (60, True)])
def test_a_no_show_is_offered_once_the_visit_is_over(screen, minutes, offered):
    [visit] = screen.services.day.visits(today(), today())
    late, now = screen.day.side.late, visit.session.starts + timedelta(minutes=minutes)
    late.show_late([visit], now, may_act=True, may_log=True)
    screen.until(lambda: "Arrived" in screen.words(late))
    assert ("No-show" in screen.words(late)) == offered


def test_every_tile_opens_its_list(screen):
    screen.day.tiles.wanted.emit(Figure.NO_SHOWS)
    assert screen.page(MissedPanel).isVisible()
    screen.day.tiles.wanted.emit(Figure.NOTES)
    assert screen.page(NotesListPage).isVisible()
    screen.day.tiles.wanted.emit(Figure.PLACES)
    assert screen.page(IntensivesPage).isVisible()
    screen.work.go(Place(TODAY))
    screen.day.tiles.wanted.emit(Figure.VISITS)
    assert screen.day.head.is_list


def test_the_waitlist_tile_shows_whom_it_counts(screen):
    for child, days in ((screen.clinic.leo, 31), (screen.clinic.maya, 30)):
        entry = screen.services.waitlist.add(EntryDraft(child))
        WaitlistEntry.update(added_on=today() - timedelta(days=days)).where(
            WaitlistEntry.id == entry
        ).execute()
    screen.day.tiles.reload()
    screen.until(lambda: "1 waiting over 30 days" in screen.words(screen.day.tiles))
    screen.click(screen.day.tiles.buttons[Figure.WAITLIST])
    page = screen.page(WaitlistPage)
    assert shown(page.waiting.model) == ["Leo Meyer"]
    screen.click(screen.button("Waiting", page.whose))
    assert len(shown(page.waiting.model)) == 2


def test_the_notes_tile_shows_what_it_counts(screen):
    book(screen, today(), time(0))  # begun, and its note is not late yet
    late = sorted(set(screen.clinic.sessions[1:]))
    screen.day.tiles.reload()
    screen.until(lambda: f"{len(late)} notes over 48 h" in screen.words(screen.day.tiles))
    screen.click(screen.day.tiles.buttons[Figure.NOTES])
    page = screen.page(NotesListPage)
    rows = [page.model.row(row).session_id for row in range(page.model.rowCount())]
    assert sorted(rows) == late
    screen.click(screen.button("To finish", page.queues))
    assert page.model.rowCount() > len(late)


def shown(model):
    return [model.row(row).child_name for row in range(model.rowCount())]


def test_the_list_of_no_shows_opens_a_visit(screen):
    monday = today() - timedelta(days=today().weekday())
    book(screen, monday, time(0))
    missed = screen.services.scheduling.sessions_of(screen.clinic.leo)[0].id
    screen.services.attendance.record(missed, Outcome(SessionStatus.NO_SHOW))
    screen.day.tiles.wanted.emit(Figure.NO_SHOWS)
    panel = screen.page(MissedPanel)
    assert "Leo Meyer" in screen.words(panel)
    screen.press("Return")
    assert screen.page(VisitPanel).session.id == missed


def test_the_keyboard_stays_in_the_card_when_a_family_is_confirmed(screen):
    tomorrow = today() + timedelta(days=1)
    for hour in (10, 12):
        book(screen, tomorrow, time(hour))
    screen.press("]")
    first, second = to_confirm(screen)
    first.setFocus()
    screen.press("Space")
    [left] = to_confirm(screen)
    assert left.hasFocus()
    assert left.accessibleName() == second.accessibleName()
    screen.press("Space")
    assert screen.day.board.hasFocus()


def to_confirm(screen):
    card = screen.day.side.next
    return [each for each in card.findChildren(Button) if each.isVisible()]


def test_the_cards_make_way_for_a_panel_that_would_scroll_the_board(screen):
    screen.window.resize(1366, 700)
    columns = [BoardColumn(n, f"Therapist {n}") for n in range(6)]
    screen.day.board.show_board(columns, (), (480, 1020))
    assert screen.day.side.isVisible()
    screen.day.visit_opened.emit(screen.leos)
    screen.day.board.show_board(columns, (), (480, 1020))
    screen.day._fit_cards()
    screen.until(lambda: screen.day.board.horizontalScrollBar().maximum() == 0)
    assert not screen.day.side.isVisible()


def test_the_backups_are_a_click_away_from_their_warning(screen):
    needs = screen.day.side.needs
    screen.until(lambda: "Backup" in screen.words(needs))
    found = []

    def look():
        found.append(QApplication.activeModalWidget())
        found[0].take("close")

    QTimer.singleShot(0, look)
    [button] = [each for each in needs.findChildren(Button) if "Backup" in each.accessibleName()]
    screen.click(button)
    assert isinstance(found[0], BackupsDialog)


def test_the_first_check_in_of_an_intensive_asks_for_allergies(screen):
    program_id = screen.services.programs.begin(
        ProgramDraft("Summer", today(), today() + timedelta(weeks=4))
    )
    series = Session.select(Session.series).where(Session.id == screen.leos)
    Series.update(program=program_id).where(Series.id.in_(series)).execute()
    screen.day.check_in(screen.leos)
    assert status(screen) is SessionStatus.PLANNED
    dialog = QApplication.activeModalWidget()
    screen.click(screen.button("None known", dialog))
    assert status(screen) is SessionStatus.ARRIVED
    assert screen.services.first_answers.is_asked(screen.clinic.leo)
