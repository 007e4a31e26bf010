"""What stands beside the week grid: fixes that are tried, clashes, the list, regions, tooltips."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from db.connection import close_database
from ot_desktop.programs.domain import Away, Weight
from ot_desktop.settings.domain import Hours
from tests.an_intensive import ENDS_ON, an_intensive
from tests.looking import cut_off, named_alike, nameless, out_of_reach, too_small
from ui.programs.adjust_page import AdjustPage
from ui.theme import Scheme, theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def plan(intensive):
    """Maya is with Ana on Mondays and Tuesdays at 9; Iris could come on the first Monday only."""
    clinic, at = intensive.clinic, intensive.at
    maya = intensive.child(clinic.maya, therapist_id=clinic.ana)
    intensive.child(
        clinic.iris,
        wanted=(intensive.wanted(1, least=1),),
        therapist_id=clinic.ana,
        therapist_weight=Weight.MUST,
        can_come=(Hours(0, 9 * 60, 10 * 60),),
        away=(Away(date(2027, 6, 8), ENDS_ON),),
    )
    return intensive.a_plan(*((maya, at(day, 9)) for day in (0, 1, 7, 8)))


@pytest.fixture
def page(qtbot, intensive, plan):
    page = AdjustPage(intensive.services)
    qtbot.addWidget(page)
    page.resize(1228, 780)
    page.show()
    page.show_program(intensive.programs.program(intensive.id))
    settle()
    page.take_focus()
    return page


@pytest.fixture
def clash(page, intensive, plan):
    """Leo is put where Maya is; Ana is booked twice."""
    leo = intensive.child(intensive.clinic.leo, therapist_id=intensive.clinic.ana)
    intensive.board.place(plan, intensive.service(leo), intensive.at(1, 9), anyway=True)
    page.show_program(intensive.programs.program(intensive.id))
    settle()


def settle():
    QTest.qWait(20)
    QApplication.processEvents()


def starts(intensive, plan, name):
    lanes = intensive.board.week(plan, date(2027, 6, 7)).lanes
    blocks = [block for lane in lanes for block in lane.blocks if block.child_name == name]
    return sorted((block.starts.weekday(), block.starts.hour) for block in blocks)


def swap(page):
    [item] = page.panel.not_placed_card.items
    [row] = item.fix_rows
    return row


def press(button):
    QTest.mouseClick(button, LEFT)
    settle()


def click_in(card, words):
    press(next(each for each in card.findChildren(QPushButton) if each.text() == words))


def test_a_fix_that_moves_others_is_tried_first(page, intensive, plan):
    press(swap(page).button)
    assert sorted(page.grid.over.trials.values()) == ["Iris Nordin 9:00", "Maya O. 8:00"]
    assert starts(intensive, plan, "Iris Nordin") == []


def test_keep_does_what_was_tried(page, intensive, plan):
    press(swap(page).button)
    press(swap(page).keep_button)
    assert starts(intensive, plan, "Iris Nordin") == [(0, 9)]
    assert starts(intensive, plan, "Maya Ortega") == [(0, 8), (1, 9)]


@pytest.mark.parametrize("way", ["button", "escape"])
def test_back_forgets_what_was_tried(page, intensive, plan, way):
    press(swap(page).button)
    if way == "button":
        press(swap(page).back_button)
    else:
        QTest.keyClick(page.grid, Qt.Key.Key_Escape)
    assert page.grid.over.trials == {}
    assert swap(page).button.isVisible()
    assert starts(intensive, plan, "Iris Nordin") == []


def test_a_kept_fix_is_taken_back_in_one_step(page, intensive, plan):
    press(swap(page).button)
    press(swap(page).keep_button)
    page.desk.undo()
    assert starts(intensive, plan, "Iris Nordin") == []
    assert starts(intensive, plan, "Maya Ortega") == [(0, 9), (1, 9)]


def test_reasons_stand_under_the_name(page):
    [item] = page.panel.not_placed_card.items
    assert "Ana is full on Mon, Jun 7." in item.accessibleName()


def test_a_list_without_anybody_says_that_every_session_is_placed(page):
    press(swap(page).button)
    press(swap(page).keep_button)
    assert page.panel.not_placed_card.nothing.isVisible()


@pytest.mark.usefixtures("clash")
def test_a_clash_made_elsewhere_is_not_called_ours(page):
    assert page.panel.clash_card.title.text() == "1 clash"


@pytest.mark.usefixtures("clash")
def test_show_leads_to_the_clash_in_the_grid(page):
    click_in(page.panel.clash_card, "Show")
    assert page.grid.current_block().is_clash
    assert page.grid.hasFocus()


@pytest.mark.usefixtures("clash")
def test_one_click_moves_somebody_out_of_the_way(page, intensive, plan):
    click_in(page.panel.clash_card, "Give Leo to Cam")
    assert intensive.programs.plans.clashes(plan) == ()
    assert not page.panel.clash_card.isVisible()


def test_undo_in_the_clash_card_takes_the_move_back(page, intensive, plan):
    page.grid.go_to_session(page.grid.board.lanes[0].blocks[0].planned_id)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Right):
        QTest.keyClick(page.grid, key)
    QTest.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    settle()
    assert starts(intensive, plan, "Maya Ortega") == [(1, 9), (1, 9)]
    click_in(page.panel.clash_card, "Undo")
    assert starts(intensive, plan, "Maya Ortega") == [(0, 9), (1, 9)]


def test_the_score_counts_what_is_placed(page):
    card = page.panel.score_card
    assert (card.placed_label.text(), card.badge.text()) == ("4", "Plan A")


def test_another_plan_stands_beside_the_score(page, intensive, plan):
    other = intensive.programs.plans.copy(plan)
    first = intensive.board.week(other, date(2027, 6, 7)).lanes[0].blocks[0]
    intensive.board.take_out(first.planned_id)
    page.show_program(intensive.programs.program(intensive.id))
    settle()
    words = [each.text() for each in page.panel.score_card.findChildren(QLabel)]
    assert {"Compared with Plan B", "1 more placed"} <= set(words)


def test_the_week_is_a_list_too(page):
    QTest.keyClick(page.grid, Qt.Key.Key_V)
    week = page.week.list
    assert week.isVisible()
    shown = [week.model().index(row, 2).data() for row in range(week.model().rowCount())]
    assert shown == ["Maya Ortega", "Maya Ortega"]


def test_a_session_of_the_list_is_moved_in_the_grid(page, intensive, plan):
    QTest.keyClick(page.grid, Qt.Key.Key_V)
    QTest.keyClick(page.week.list, Qt.Key.Key_M)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(page.grid, key)
    assert starts(intensive, plan, "Maya Ortega") == [(1, 9), (2, 9)]


def test_f6_walks_from_the_bar_to_the_week_to_the_panel(page):
    page.bar.weeks.control.setFocus()
    seen = []
    for _ in range(3):
        at = QApplication.focusWidget()
        parts = {"bar": page.bar, "week": page.week, "panel": page.panel}
        seen.append(next(name for name, part in parts.items() if part.isAncestorOf(at)))
        QTest.keyClick(at, Qt.Key.Key_F6)
    assert seen == ["bar", "week", "panel"]


def test_a_chip_s_tooltip_has_the_child_s_alerts(page):
    cell = next(page.grid.cells_of(page.grid.board.lanes[0].blocks[0].planned_id))
    at = page.grid.on_screen(cell).center()
    view = page.grid.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert "Allergy: Peanut. EpiPen in blue bag." in QToolTip.text()
    QToolTip.hideText()


def test_the_clinic_s_closed_day_is_named(page):
    page.show_week_of(date(2027, 6, 18))
    cell = page.grid.first_cell_of(date(2027, 6, 18), 9 * 60, page.grid.board.lanes[0].id)
    assert "closed: Staff training" in page.grid.words_of(cell)


def test_tab_reaches_everything(page):
    assert out_of_reach(page) == []


@pytest.mark.parametrize(("scheme", "size"), [(Scheme.LIGHT, 100), (Scheme.DARK, 150)])
def test_nothing_is_nameless_small_or_cut(page, scheme, size):
    theme().set_scheme(scheme)
    theme().set_text_size(size)
    page.resize(1310, 618)
    settle()
    try:
        assert nameless(page) == []
        assert named_alike(page) == []
        assert too_small(page) == []
        assert cut_off(page) == []
    finally:
        theme().set_scheme(Scheme.LIGHT)
        theme().set_text_size(100)
