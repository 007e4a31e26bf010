"""Adjusting a plan by mouse and keyboard, on real services and the reference clinic."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.connection import close_database
from ot_desktop.permissions import Role
from ot_desktop.programs.board import View
from tests.an_intensive import MONDAY, MORNINGS, an_intensive
from ui.programs.adjust_page import AdjustPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def children(intensive):
    """Maya comes any time, Owen in the mornings only; both are Ana's."""
    clinic = intensive.clinic
    maya = intensive.child(clinic.maya, therapist_id=clinic.ana)
    owen = intensive.child(clinic.owen, therapist_id=clinic.ana, can_come=MORNINGS)
    return maya, owen


@pytest.fixture
def plan(intensive, children):
    """Maya has all her sessions, on Mondays and Tuesdays at 9; Owen has one, Monday at 10."""
    maya, owen = children
    at = intensive.at
    return intensive.a_plan(
        *((maya, at(day, 9)) for day in (0, 1, 7, 8)), (owen, at(0, 10, room=intensive.clinic.gym))
    )


@pytest.fixture
def page(qtbot, intensive, plan):
    page = AdjustPage(intensive.services)
    qtbot.addWidget(page)
    page.resize(1228, 780)
    page.show()
    page.show_program(intensive.programs.program(intensive.id))
    QApplication.processEvents()
    page.take_focus()
    return page


def cell_of(page, name, day=0):
    """Return where a child's session of a day is."""
    geometry = page.grid.geometry_
    return next(
        cell
        for lane in range(len(geometry.lanes))
        for cell in geometry.cells(lane)
        if cell.column == day
        and (block := page.grid.block_at(cell)) is not None
        and block.child_name.startswith(name)
    )


def free_cell(page, therapist, minute, day):
    """Return the cell that stands for a start while something is carried."""
    return next(
        cell
        for cell, target in page.grid.over.targets.items()
        if page.grid.geometry_.lanes[cell.lane].lane.name == therapist
        and cell.column == day
        and target.place.starts.hour * 60 + target.place.starts.minute == minute
    )


def middle(page, cell):
    return page.grid.on_screen(cell).center()


def drag(page, start, steps, *, held=Qt.KeyboardModifier.NoModifier):
    """Press on a chip and follow ``steps``, cells or functions that return one; let go there."""
    view = page.grid.viewport()
    at = middle(page, start)
    QTest.mousePress(view, LEFT, pos=at)
    QTest.mouseMove(view, at + QPoint(15, 0))
    for step in steps:
        cell = step() if callable(step) else step
        at = middle(page, cell)
        QTest.mouseMove(view, at)
        QTest.qWait(5)
    QTest.mouseRelease(view, LEFT, held, at)
    QApplication.processEvents()


def blocks_of(intensive, plan, name):
    """Return a child's sessions of the first week as they are saved now."""
    lanes = intensive.board.week(plan, MONDAY).lanes
    blocks = [block for lane in lanes for block in lane.blocks]
    return [block for block in blocks if block.child_name.startswith(name)]


def placed(intensive, plan, name):
    """Return where a child's sessions are now, as (weekday, hour, minute) of the first week."""
    starts = (block.starts for block in blocks_of(intensive, plan, name))
    return sorted((at.weekday(), at.hour, at.minute) for at in starts)


def keys(page, *pressed):
    for key in pressed:
        QTest.keyClick(QApplication.focusWidget() or page, key)
    QApplication.processEvents()


def test_the_week_shows_every_session_and_who_gives_it(page):
    shown = [
        (lane.lane.name, block.child_name)
        for lane in page.grid.geometry_.lanes
        for block in lane.blocks.values()
    ]
    assert sorted(shown) == [("Ana", "Maya Ortega")] * 2 + [("Ana", "Owen Park")]


def test_a_visit_is_moved_with_one_drag(page, intensive, plan):
    """Budget 7: one drag."""
    drag(page, cell_of(page, "Maya"), [lambda: free_cell(page, "Ana", 9 * 60, 2)])
    assert placed(intensive, plan, "Maya") == [(1, 9, 0), (2, 9, 0)]


def test_a_visit_is_moved_with_at_most_six_keys(page, intensive, plan):
    """Budget 8: M, arrows, Enter; the ring is on the chip."""
    page.grid.go_to(cell_of(page, "Maya"))
    pressed = (Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert len(pressed) <= 6
    keys(page, *pressed)
    assert placed(intensive, plan, "Maya") == [(1, 9, 0), (2, 9, 0)]


def test_a_missing_session_is_placed_with_one_click(page, intensive, plan):
    """Budget 10: one click on the first fix."""
    item = page.panel.not_placed_card.items[0]
    before = item.missing.missing
    QTest.mouseClick(item.fix_rows[0].button, LEFT)
    QApplication.processEvents()
    [missing] = intensive.programs.plans.not_placed(plan)
    assert (before, missing.missing) == (3, 2)


def test_what_fits_is_shown_while_a_session_is_carried(page):
    page.grid.go_to(cell_of(page, "Owen"))
    keys(page, Qt.Key.Key_M)
    fitting = {
        target.place.starts.hour for target in page.grid.over.targets.values() if target.fits
    }
    assert fitting
    assert max(fitting) < 12


def test_tab_goes_to_the_next_place_that_fits(page, intensive, plan):
    """At the same hour Cam is free; a quarter of an hour later the child's own therapist is."""
    page.grid.go_to(cell_of(page, "Owen"))
    keys(page, Qt.Key.Key_M, Qt.Key.Key_Tab)
    assert page.hand.check.title == "Mon, Jun 7, 10:00 with Cam"
    keys(page, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert placed(intensive, plan, "Owen") == [(0, 10, 15)]


def test_escape_puts_a_session_back(page, intensive, plan):
    page.grid.go_to(cell_of(page, "Maya"))
    keys(page, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert placed(intensive, plan, "Maya") == [(0, 9, 0), (1, 9, 0)]
    assert page.hand.carried is None


def test_what_the_keyboard_carries_stays_on_its_cell_in_another_window(page, qtbot):
    page.grid.go_to(cell_of(page, "Maya"))
    keys(page, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Right)
    for width, height in ((1000, 560), (1500, 900)):
        page.resize(width, height)
        qtbot.waitUntil(lambda: is_on_its_cell(page))
    assert page.hand.carried is not None


def is_on_its_cell(page):
    """Say whether the chip in the hand and its check are where the cell is now, in sight."""
    hand, grid = page.hand, page.grid
    at = grid.viewport().mapTo(page, grid.on_screen(hand.cell).topLeft())
    is_seen = grid.viewport().rect().contains(grid.on_screen(hand.cell).center())
    is_beside = hand.tip.geometry().adjusted(-12, -12, 12, 12).intersects(hand.ghost.geometry())
    return hand.ghost.pos() == at + QPoint(0, -2) and is_seen and is_beside


def test_a_drag_that_ends_outside_changes_nothing(page, intensive, plan):
    view = page.grid.viewport()
    at = middle(page, cell_of(page, "Maya"))
    QTest.mousePress(view, LEFT, pos=at)
    QTest.mouseMove(view, at + QPoint(20, 0))
    QTest.mouseMove(view, QPoint(-40, 10))
    QTest.mouseRelease(view, LEFT, pos=QPoint(-40, 10))
    assert placed(intensive, plan, "Maya") == [(0, 9, 0), (1, 9, 0)]


def test_dropping_on_a_clash_is_refused_and_says_why(page, intensive, plan):
    drag(page, cell_of(page, "Maya"), [lambda: cell_of(page, "Owen")])
    assert placed(intensive, plan, "Maya") == [(0, 9, 0), (1, 9, 0)]
    assert page.notice.isVisible()
    assert "Ana" in page.notice.words.text()


def test_place_anyway_makes_a_clash_with_a_card(page, intensive, plan, qtbot):
    drag(page, cell_of(page, "Maya"), [lambda: cell_of(page, "Owen")])
    QTest.mouseClick(page.notice.button, LEFT)
    qtbot.waitUntil(page.panel.clash_card.isVisible)
    assert placed(intensive, plan, "Maya") == [(0, 10, 0), (1, 9, 0)]
    assert page.panel.clash_card.title.text().endswith("from your moves")


def test_alt_while_dropping_places_it_anyway(page, intensive, plan):
    drag(
        page,
        cell_of(page, "Maya"),
        [lambda: cell_of(page, "Owen")],
        held=Qt.KeyboardModifier.AltModifier,
    )
    assert placed(intensive, plan, "Maya") == [(0, 10, 0), (1, 9, 0)]


def test_a_move_can_be_taken_back_and_done_again(page, intensive, plan):
    drag(page, cell_of(page, "Maya"), [lambda: free_cell(page, "Ana", 9 * 60, 2)])
    page.desk.undo()
    assert placed(intensive, plan, "Maya") == [(0, 9, 0), (1, 9, 0)]
    page.desk.redo()
    assert placed(intensive, plan, "Maya") == [(1, 9, 0), (2, 9, 0)]


def test_a_locked_session_stays_and_says_so(page, intensive, plan):
    page.grid.go_to(cell_of(page, "Maya"))
    keys(page, Qt.Key.Key_L, Qt.Key.Key_M)
    assert page.hand.carried is None
    assert "Press L to unlock" in page.notice.words.text()


def test_delete_takes_a_session_out_and_lists_it(page, intensive, plan, qtbot):
    page.grid.go_to(cell_of(page, "Maya"))
    keys(page, Qt.Key.Key_Delete)
    listed = page.panel.not_placed_card
    qtbot.waitUntil(lambda: len(listed.items) == 2)
    assert placed(intensive, plan, "Maya") == [(1, 9, 0)]


def test_enter_shows_the_child_s_alerts(page):
    page.grid.go_to(cell_of(page, "Maya"))
    keys(page, Qt.Key.Key_Return)
    card = page.panel.session_card
    assert card.isVisible()
    assert any("Peanut" in banner.accessibleName() for banner in card.alert_strip.banners)


def test_u_leads_to_the_list_and_m_carries_from_there(page, intensive, plan):
    keys(page, Qt.Key.Key_U, Qt.Key.Key_M)
    assert page.hand.carried.planned_id is None
    keys(page, Qt.Key.Key_Return)
    assert len(placed(intensive, plan, "Owen")) == 2


def test_brackets_turn_the_week(page):
    keys(page, Qt.Key.Key_BracketRight)
    assert page.grid.board.first_day > MONDAY
    keys(page, Qt.Key.Key_BracketLeft)
    assert page.grid.board.first_day == MONDAY


def test_a_session_is_dragged_from_the_list(page, intensive, plan):
    item = page.panel.not_placed_card.items[0]
    QTest.mousePress(item, LEFT, pos=QPoint(20, 15))
    QTest.mouseMove(item, QPoint(20, 40))
    target = free_cell(page, "Ana", 9 * 60, 3)
    at = item.mapFromGlobal(page.grid.viewport().mapToGlobal(middle(page, target)))
    QTest.mouseMove(item, at)
    QTest.mouseRelease(item, LEFT, pos=at)
    assert placed(intensive, plan, "Owen") == [(0, 10, 0), (3, 9, 0)]


@pytest.mark.parametrize("view", list(View))
def test_every_view_can_be_worked_by_keys(page, intensive, plan, view):
    page.bar.view_control.choose(view.value)
    page.grid.go_to(cell_of(page, "Maya"))
    keys(page, Qt.Key.Key_M, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    [moved] = [block for block in blocks_of(intensive, plan, "Maya") if block.starts.weekday() == 0]
    assert (moved.starts.hour, moved.therapist_name) == (9, "Cam Lee")


def test_find_rings_a_child_and_enter_goes_there(page):
    page.bar.find_box.setText("park")
    QTest.keyClick(page.bar.find_box, Qt.Key.Key_Return)
    assert page.grid.current_block().child_name == "Owen Park"


def test_a_screen_reader_hears_the_cell_under_the_ring(page):
    page.grid.go_to(cell_of(page, "Maya"))
    assert page.grid.accessibleDescription() == (
        "Maya Ortega, Monday, Jun 7, 9:00 to 10:00, Sensory Gym, with Ana Ruiz, "
        "session 1 of 4, moved by hand"
    )


def test_who_may_not_plan_looks_only(qtbot, intensive, plan):
    page = AdjustPage(intensive.as_(Role.THERAPIST))
    qtbot.addWidget(page)
    page.resize(1228, 780)
    page.show()
    page.show_program(intensive.programs.program(intensive.id))
    QApplication.processEvents()
    page.grid.setFocus()
    page.grid.go_to(cell_of(page, "Maya"))
    keys(page, Qt.Key.Key_M, Qt.Key.Key_Delete)
    assert page.hand.carried is None
    assert placed(intensive, plan, "Maya") == [(0, 9, 0), (1, 9, 0)]
