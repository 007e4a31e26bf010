"""What a screen reader finds in a painted board and week: a child for each visit."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from ot_desktop.programs.board import Block as Chip
from ot_desktop.programs.board import BoardDay, Lane, View, WeekBoard
from ui.theme import Scheme, install_theme
from ui.visits.board import Board
from ui.visits.board_facts import Block, BoardColumn, Sign
from ui.visits.week_grid import WeekGrid

NINE, TEN, ELEVEN = 540, 600, 660
ANA, BEN = 1, 2
MAYA = Block(11, ANA, NINE, TEN, "Maya R.", ("9:00, Gym",), status="Confirmed")
LEO = Block(12, BEN, TEN, ELEVEN, "Leo M.", ("10:00, Fine 1",), sign=Sign("clock", "12 min late"))
COLUMNS = (BoardColumn(ANA, "Ana Ruiz"), BoardColumn(BEN, "Ben Cole"))
MONDAY = date(2027, 6, 7)


@pytest.fixture
def board(qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    board = Board()
    qtbot.addWidget(board)
    board.resize(800, 760)
    board.show_board(COLUMNS, (MAYA, LEO), (480, 1020))
    board.show()
    board.setFocus()
    return board


def chip(number, name, starts):
    return Chip(
        number, number, number, None, name, name, ANA, "Ana Ruiz", 1, 1, "Gym",
        starts, starts + timedelta(hours=1), status="confirmed",
    )  # fmt: skip


@pytest.fixture
def week(qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    grid = WeekGrid()
    qtbot.addWidget(grid)
    grid.setAccessibleName("Week")
    grid.resize(800, 500)
    nine = datetime.combine(MONDAY, time(9))
    chips = (chip(1, "Maya R.", nine), chip(2, "Noa L.", nine + timedelta(days=1)))
    lane = Lane(ANA, "Ana", "Ana Ruiz", 1, 120, 480, chips)
    days = tuple(BoardDay(MONDAY + timedelta(days=n), in_program=True) for n in range(5))
    grid.show_board(WeekBoard(0, View.THERAPIST, (), MONDAY, days, (lane,), 480, 1020))
    grid.show()
    grid.setFocus()
    return grid


def tree(widget):
    return QAccessible.queryAccessibleInterface(widget)


def name(face):
    return face.text(QAccessible.Text.Name)


def children(widget):
    face = tree(widget)
    return [face.child(place) for place in range(face.childCount())]


def test_a_board_has_one_child_for_each_visit_with_everything_it_shows(board):
    assert [name(each) for each in children(board)] == [
        "Maya R., 9:00 to 10:00, Gym, Ana Ruiz. Confirmed",
        "Leo M., 10:00 to 11:00, Fine 1, Ben Cole. 12 min late",
    ]
    assert {each.role() for each in children(board)} == {QAccessible.Role.ListItem}
    assert tree(board).role() == QAccessible.Role.List


def test_a_visit_is_where_it_is_painted(board):
    for each, block in zip(children(board), (MAYA, LEO), strict=True):
        area = board.in_view(board.plan.rects[block.session_id])
        assert each.rect().topLeft() == board.viewport().mapToGlobal(area.topLeft())
        assert each.rect().size() == area.size()
        middle = each.rect().center()
        assert tree(board).childAt(middle.x(), middle.y()) is each


def test_the_focus_of_a_screen_reader_follows_the_ring(board):
    board.choose(MAYA.session_id)
    assert name(tree(board).focusChild()).startswith("Maya")
    board.choose(LEO.session_id)
    maya, leo = children(board)
    assert name(tree(board).focusChild()) == name(leo)
    assert (maya.state().focused, leo.state().focused) == (0, 1)
    assert (maya.state().selected, leo.state().selected) == (0, 1)
    assert maya.state().focusable == leo.state().focusable == 1


def test_nothing_is_focused_on_an_empty_stretch(board):
    board.choose(MAYA.session_id)
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert tree(board).focusChild() is None


def test_the_same_visit_is_the_same_child_on_another_board(board):
    [_, leo] = children(board)
    board.show_board(COLUMNS, (LEO,), (480, 1020))
    assert children(board) == [leo]
    assert tree(board).indexOfChild(leo) == 0


def test_a_visit_that_is_gone_says_nothing(board):
    [maya, _] = children(board)
    board.show_board(COLUMNS, (LEO,), (480, 1020))
    assert not maya.isValid()
    assert name(maya) == ""
    assert tree(board).indexOfChild(maya) == -1


def test_a_visit_knows_the_list_it_is_in(board):
    assert {name(each.parent()) for each in children(board)} == {"Visits"}


def test_a_visit_scrolled_away_says_so(board):
    board.resize(800, 300)
    board.verticalScrollBar().setValue(board.verticalScrollBar().maximum())
    assert [each.state().offscreen for each in children(board)] == [1, 1]


def test_a_week_has_one_child_for_each_chip(week):
    assert [name(each) for each in children(week)] == [
        "Maya R., Monday, Jun 7, 9:00 to 10:00, Gym, with Ana Ruiz, confirmed",
        "Noa L., Tuesday, Jun 8, 9:00 to 10:00, Gym, with Ana Ruiz, confirmed",
    ]


def test_the_focus_follows_the_ring_of_the_week(week):
    assert name(tree(week).focusChild()).startswith("Maya")
    QTest.keyClick(week, Qt.Key.Key_Right)
    assert name(tree(week).focusChild()).startswith("Noa")
    area = week.on_screen(week.cursor_cell)
    here = tree(week).focusChild().rect()
    assert here.topLeft() == week.viewport().mapToGlobal(area.topLeft())
