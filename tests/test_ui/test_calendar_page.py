"""The Calendar: days and weeks, moving visits by mouse and keys within their budgets, undo."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ot_desktop.clock import today
from ot_desktop.planning.domain import Window
from ot_desktop.programs.board import View
from ot_desktop.scheduling.domain import SeriesKind, SeriesRequest
from tests.at_work import a_program
from tests.builders import a_child
from tests.clinics import PASSWORD, a_clinic_in
from tests.test_ui.test_intensive_budgets import CountedHands
from ui.calendar.page import CalendarPage
from ui.places import CALENDAR, Place
from ui.theme import Scheme, install_theme
from ui.visits.board_facts import Tone
from ui.visits.book_panel import BookPanel
from ui.visits.carry_signs import CheckTip
from ui.widgets.choice import CheckBox

MONDAY = today() + timedelta(days=7 - today().weekday())
NINE, TEN = time(9), time(10)
AT_FOUR = Window(16 * 60, 17 * 60)


def booked(services, name, at, **more):
    """Book one visit on Monday; return its id."""
    clinic = services.settings.clinic()
    child = a_child(services, name, family_name="Meyer", **more)
    request = SeriesRequest(
        child_id=child,
        starts_on=MONDAY,
        weekdays=frozenset({0}),
        times=(at,),
        length_minutes=60,
        therapist_id=clinic.therapists[0].id,
        room_id=clinic.rooms[0].id,
        count=1,
    )
    services.scheduling.book(services.scheduling.preview(request))
    return services.scheduling.sessions_of(child)[0].id


@pytest.fixture
def me(tmp_path, qapp):
    install_theme(qapp, Scheme.LIGHT)
    folder, _owner, _key = a_clinic_in(tmp_path)
    with a_program(folder) as me:
        me.sign_in("D", PASSWORD)
        me.leo = booked(me.services, "Leo", NINE)
        me.mia = booked(me.services, "Mia", time(14))
        me.work.go(Place(CALENDAR))
        me.page(CalendarPage).show_day(MONDAY)
        yield me


@pytest.fixture
def page(me):
    return me.page(CalendarPage)


def starts(me, session_id):
    return me.services.scheduling.session(session_id).starts


def at(clock):
    return datetime.combine(MONDAY, clock)


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.board, key)


class CalendarHands(CountedHands):
    """Somebody whose drags are counted too."""

    def __init__(self, me):
        super().__init__(me)
        self.drags = 0

    def drag(self, view, start, way):
        """Press, go half of the way, all of it, and let go."""
        self.drags += 1
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view, start + way / 2)
        QTest.mouseMove(view, start + way)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + way)


def move_to_ten(page, session_id):
    """Move a visit an hour on by keys."""
    page.board.choose(session_id)
    press(page, Qt.Key.Key_M, *(Qt.Key.Key_Down,) * 4, Qt.Key.Key_Return)


def test_a_visit_is_moved_with_one_drag(me, page):
    """Budget 7: one drag, nothing else."""
    hands = CalendarHands(me)
    area = page.board.in_view(page.board.plan.rects[me.leo])
    hands.drag(page.board.viewport(), area.center(), QPoint(0, page.board.plan.hour))

    assert starts(me, me.leo) == at(TEN)
    assert (hands.drags, hands.keys, hands.clicks) == (1, 0, 0)


def test_a_visit_is_moved_an_hour_with_six_keys(me, page):
    """Budget 8: M, four arrows, Enter."""
    page.board.choose(me.leo)
    page.board.setFocus()
    hands = CalendarHands(me)
    hands.press("M")
    for _ in range(4):
        hands.press("Down")
    hands.press("Return")

    assert starts(me, me.leo) == at(TEN)
    assert (hands.keys, hands.clicks) == (6, 0)


def test_a_carried_visit_stays_in_sight_when_the_window_gets_low(me, page):
    page.board.choose(me.mia)
    press(page, Qt.Key.Key_M, *(Qt.Key.Key_Down,) * 8)
    me.resize(QSize(1024, 600))
    board, to = page.board, page.board.hand.to

    def is_seen():
        column = board.plan.numbers[to.column]
        held = board.plan.span_rect(column, to.from_minute, to.until_minute)
        return board.viewport().rect().contains(board.in_view(held).center())

    me.until(is_seen)


def test_another_day_begins_with_its_first_visit(me, page):
    me.resize(QSize(1024, 600))
    page.board.verticalScrollBar().setValue(page.board.verticalScrollBar().maximum())
    page.show_day(MONDAY + timedelta(days=1))
    page.show_day(MONDAY)
    board = page.board
    assert board.viewport().rect().contains(board.block_area(me.leo))


def test_a_place_that_is_taken_is_refused_by_name(me, page):
    page.board.choose(me.leo)
    press(page, Qt.Key.Key_M, *(Qt.Key.Key_Down,) * 20, Qt.Key.Key_Return)

    assert starts(me, me.leo) == at(NINE)
    assert "Mia Meyer" in page.notice.words.text()


def test_ctrl_z_takes_a_move_back_and_ctrl_y_does_it_again(me, page):
    move_to_ten(page, me.leo)
    me.press("Ctrl+Z")
    taken_back = starts(me, me.leo)
    me.press("Ctrl+Y")

    assert (taken_back, starts(me, me.leo)) == (at(NINE), at(TEN))


def test_a_visit_is_stretched_with_shift_and_an_arrow(me, page):
    page.board.choose(me.leo)
    press(page, Qt.Key.Key_M)
    QTest.keyClick(page.board, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_Return)

    assert me.services.scheduling.session(me.leo).length_minutes == 75


def test_a_warning_asks_for_a_reason_and_the_block_shows_who_gave_it(me, page):
    therapist_id = me.services.settings.clinic().therapists[0].id
    me.services.time_off.therapist_away(therapist_id, (MONDAY, MONDAY), AT_FOUR, "training")
    page.show_day(MONDAY)
    me.asker.answers["text"] = "Mother works until four"
    page.board.choose(me.mia)
    press(page, Qt.Key.Key_M, *(Qt.Key.Key_Down,) * 8, Qt.Key.Key_Return)
    block = next(each for each in page.board.facts.blocks if each.session_id == me.mia)

    assert block.from_minute == 16 * 60
    assert "Dana Whitfield: Mother works until four" in block.lines


def test_enter_on_an_empty_stretch_asks_to_book_it(page):
    wanted = []
    page.book_wanted.connect(wanted.append)
    page.board.choose(page.board.facts.blocks[0].session_id)
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert wanted[0]["day"] == MONDAY
    assert wanted[0]["starts"] == TEN


def test_w_shows_the_week_and_d_the_day(me, page):
    page.board.setFocus()
    QTest.keyClick(page.board, Qt.Key.Key_W)
    week = page.grid.isVisible()
    QTest.keyClick(page.grid, Qt.Key.Key_D)

    assert week
    assert page.board.isVisible()


@pytest.mark.parametrize("view", list(View))
def test_the_week_shows_every_visit_by_therapist_room_and_child(page, view):
    page.head.span_control.choose("week")
    page.head.view_control.choose(view.value)
    blocks = [block for lane in page.grid.board.lanes for block in lane.blocks]

    assert sorted(block.child_name for block in blocks) == ["Leo Meyer", "Mia Meyer"]


def test_a_visit_of_the_week_goes_to_the_next_place_that_fits(me, page):
    page.head.span_control.choose("week")
    page.grid.setFocus()
    page.grid.go_to_session(me.leo)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        QTest.keyClick(page.grid, key)

    assert starts(me, me.leo) == at(time(9, 15))


def test_what_stops_a_visit_of_the_week_offers_no_way_round(me, page):
    page.head.span_control.choose("week")
    page.grid.setFocus()
    page.grid.go_to_session(me.leo)
    for key in (Qt.Key.Key_M, *(Qt.Key.Key_Down,) * 20):
        QTest.keyClick(page.grid, key)
        if page.hand.check is not None and not page.hand.check.fits:
            break
    assert not page.hand.check.fits
    height = page.hand.tip.height()
    forced = CheckTip(page, is_forced=True)
    forced.show_check(page.hand.check)
    assert forced.height() > height  # it says that Alt places it anyway


def test_enter_on_an_empty_stretch_opens_the_book_panel_beside_it(me, page):
    page.board.choose(me.leo)
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert me.work.findChild(BookPanel).isVisible()


# Alerts, clashes, kinds of visits.


def block_of(page, session_id):
    return next(each for each in page.board.facts.blocks if each.session_id == session_id)


NUTS = {
    "allergies": Asked.LISTED,
    "precautions": Asked.NONE_KNOWN,
    "alerts": (Alert(AlertKind.ALLERGY, "Tree nuts"),),
}


def test_a_block_shows_the_alerts_of_its_child(me, page):
    noor = booked(me.services, "Noor", time(11), **NUTS)

    assert block_of(page, noor).badges == ("Tree nuts",)
    assert block_of(page, me.mia).badges == ()


def test_a_chip_of_the_week_says_the_alerts_of_its_child(me, page):
    noor = booked(me.services, "Noor", time(11), **NUTS)
    page.head.span_control.choose("week")
    page.grid.go_to_session(noor)

    assert "alert: Tree nuts" in page.grid.accessibleDescription()


def test_a_child_nobody_asked_about_is_not_one_without_alerts(me, page):
    assert "Alerts not all asked yet" in block_of(page, me.leo).tip


def away_at_two(me):
    therapist_id = me.services.settings.clinic().therapists[0].id
    two = Window(14 * 60, 15 * 60)
    me.services.time_off.therapist_away(therapist_id, (MONDAY, MONDAY), two, "training")


def test_a_visit_in_the_way_of_new_time_off_is_red_and_counted(me, page):
    away_at_two(me)
    page.show_day(MONDAY)

    assert page.head.clash_chip.text() == "1 clash"
    assert block_of(page, me.mia).tone is Tone.CLASH
    assert block_of(page, me.leo).tone is Tone.PLAIN


def test_without_a_clash_nothing_is_counted(page):
    assert not page.head.clash_chip.isVisible()


@pytest.mark.parametrize("span", ["day", "week"])
def test_the_count_of_clashes_leads_to_them_one_by_one(me, page, span):
    noah = booked(me.services, "Noah", time(11))
    therapist_id = me.services.settings.clinic().therapists[0].id
    me.services.time_off.therapist_away(therapist_id, (MONDAY, MONDAY), None, "training")
    page.head.span_control.choose(span)
    page.show_day(MONDAY)
    seen = []
    for _ in range(4):
        me.click(page.head.clash_chip)
        seen.append(page.panes.current_id())

    assert set(seen[:3]) == {me.leo, noah, me.mia}
    assert seen[3] == seen[0]


def test_a_kind_of_visit_can_be_left_out(me, page):
    me.click(page.drawer.kind_boxes[SeriesKind.WEEKLY])
    before = len(page.board.facts.blocks)
    me.click(page.drawer.kind_boxes[SeriesKind.INTENSIVE])

    assert (before, len(page.board.facts.blocks)) == (2, 0)  # Leo and Mia come to an intensive


def test_a_week_without_lanes_takes_keys_and_focus(me, page):
    page.head.span_control.choose("week")
    for box in page.drawer.findChildren(CheckBox):
        if box not in page.drawer.kind_boxes.values():
            box.setChecked(False)
    page.grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_M):
        QTest.keyClick(page.grid, key)

    assert page.grid.board.lanes == ()


# Finding a free slot.


def test_f_finds_slots_and_enter_books_the_first(me, page):
    page.board.setFocus()
    QTest.keyClick(page.board, Qt.Key.Key_F)
    first = page.drawer.finder.buttons[0].accessibleName()
    QTest.keyClick(me.focused(), Qt.Key.Key_Return)
    form = me.work.findChild(BookPanel).form

    assert "8:00" in first
    assert form.date_edit.value() == MONDAY
    assert form.time_edit.value() == time(8)


def test_the_length_asked_for_is_the_length_booked(me, page):
    wanted = []
    page.book_wanted.connect(wanted.append)
    page.drawer.find_slot()
    me.press("Up")
    me.click(page.drawer.finder.buttons[1])

    assert wanted[0]["minutes"] == 75


def test_esc_closes_the_finder_and_goes_back_to_the_board(me, page):
    page.drawer.find_slot()
    me.press("Escape")

    assert not page.drawer.finder.isVisible()
    assert page.board.hasFocus()


# What can be done with one visit.


def menu_of(page, session_id):
    """Open the menu of a visit with the menu key; return its actions by their words."""
    page.panes.go_to(session_id)
    view = page.panes.currentWidget()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    [menu] = [each for each in page.findChildren(QMenu) if each.isVisible()]
    return menu, {each.text().partition("\t")[0]: each for each in menu.actions()}


def chosen(page, session_id, words):
    menu, actions = menu_of(page, session_id)
    menu.close()
    actions[words].trigger()


@pytest.mark.parametrize("span", ["day", "week"])
def test_the_menu_of_a_visit_opens_its_series(me, page, span):
    page.head.span_control.choose(span)
    asked = []

    def look():
        dialog = QApplication.activeModalWidget()
        asked.append(dialog.question.text())
        dialog.reject()

    QTimer.singleShot(200, look)
    chosen(page, me.leo, "Change…")

    assert asked == ["Change the series of Leo Meyer"]


def test_the_menu_picks_a_visit_up_like_m(me, page):
    chosen(page, me.leo, "Move")
    press(page, *(Qt.Key.Key_Down,) * 4, Qt.Key.Key_Return)

    assert starts(me, me.leo) == at(TEN)


def test_the_menu_leads_to_the_visit_the_child_and_the_papers_of_the_day(me, page):
    wanted = []
    for name in ("visit_opened", "child_wanted", "print_wanted"):
        signal = getattr(page, name)
        signal.disconnect()
        signal.connect(lambda subject, name=name: wanted.append((name, subject)))
    for words in ("Open", "Open child", "Print the day…"):
        chosen(page, me.leo, words)

    assert wanted == [
        ("visit_opened", me.leo),
        ("child_wanted", me.leo),
        ("print_wanted", MONDAY),
    ]
