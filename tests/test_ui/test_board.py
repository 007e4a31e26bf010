"""The board: the keyboard walks, acts, carries and stretches; the mouse does the same."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from ui.theme import Scheme, install_theme
from ui.visits.block_painter import paint_block
from ui.visits.board import Board
from ui.visits.board_facts import (
    Action,
    Block,
    BoardColumn,
    Fit,
    Moved,
    Shaded,
    Slot,
    Verdict,
)
from ui.visits.board_geometry import side_by_side

NINE, TEN, ELEVEN, NOON = 540, 600, 660, 720
HOURS = (480, 1020)
AMARA, BEN = 1, 2
MAYA = Block(
    1, AMARA, NINE, TEN, "Maya Ortega", ("9:00, Gym",), badges=("Peanut",),
    action=Action("user-check", "Check in"), tip="Peanut: EpiPen in blue bag",
)  # fmt: skip
LEO = Block(2, BEN, TEN, ELEVEN, "Leo Meyer", ("10:00, Gym",))


@pytest.fixture
def board(qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    board = Board()
    qtbot.addWidget(board)
    board.resize(800, 760)
    columns = (
        BoardColumn(AMARA, "Amara Okafor", shaded=(Shaded(NOON, 780, "Lunch"),)),
        BoardColumn(BEN, "Ben Castellano"),
    )
    board.show_board(columns, (MAYA, LEO), HOURS)
    board.show()
    board.setFocus()
    return board


@pytest.fixture
def said(board):
    heard = []
    for signal in (board.visit_opened, board.action_wanted, board.slot_opened, board.moved):
        signal.connect(heard.append)
    board.refused.connect(heard.append)
    return heard


def press(board, key, held=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(board, key, held)


def test_enter_opens_the_visit_the_ring_is_on(board, said):
    press(board, Qt.Key.Key_Return)

    assert said == [MAYA.session_id]


def test_c_presses_the_button_of_the_visit(board, said):
    press(board, Qt.Key.Key_C)

    assert said == [MAYA.session_id]


def test_enter_on_an_empty_stretch_books_it(board, said):
    press(board, Qt.Key.Key_Down)
    press(board, Qt.Key.Key_Return)

    assert said == [Slot(AMARA, TEN, ELEVEN)]


def test_shift_and_arrows_set_the_length_of_an_empty_stretch(board, said):
    press(board, Qt.Key.Key_Down)
    press(board, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    press(board, Qt.Key.Key_Return)

    assert said == [Slot(AMARA, TEN, TEN + 45)]


def test_a_visit_is_read_out_with_its_alerts(board):
    assert board.accessibleDescription() == (
        "Maya Ortega, 9:00 to 10:00, Gym, Amara Okafor. Alert: Peanut"
    )


def test_why_a_stretch_is_shaded_is_read_out(board):
    press(board, Qt.Key.Key_Down, times=9)

    assert board.accessibleDescription().startswith("Lunch, 12:00")


def test_nothing_is_carried_where_nothing_may_be_moved(board):
    press(board, Qt.Key.Key_M)

    assert not board.hand.is_full


def test_m_arrows_and_enter_move_a_visit(board, said):
    board.let_move(lambda _to: Verdict())
    press(board, Qt.Key.Key_M)
    press(board, Qt.Key.Key_Down, times=4)
    press(board, Qt.Key.Key_Right)
    press(board, Qt.Key.Key_Return)

    assert said == [Moved(1, BEN, TEN, ELEVEN)]


def test_shift_and_arrows_stretch_what_is_carried(board, said):
    board.let_move(lambda _to: Verdict())
    press(board, Qt.Key.Key_M)
    press(board, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=2)
    press(board, Qt.Key.Key_Return)

    assert said == [Moved(1, AMARA, NINE, TEN + 30)]


def test_tab_goes_to_the_next_place_that_fits(board, said):
    board.let_move(lambda to: Verdict() if to.from_minute == NOON else Verdict(Fit.STOPS))
    press(board, Qt.Key.Key_M)
    press(board, Qt.Key.Key_Tab)
    press(board, Qt.Key.Key_Return)

    assert said == [Moved(1, AMARA, NOON, NOON + 60)]


def test_esc_puts_back_what_is_carried(board, said):
    board.let_move(lambda _to: Verdict())
    press(board, Qt.Key.Key_M)
    press(board, Qt.Key.Key_Down)
    press(board, Qt.Key.Key_Escape)

    assert not said
    assert board.current_block() == MAYA


def test_a_place_that_cannot_be_is_refused_in_words_and_stays_in_the_hand(board, said):
    why = "Ben sees Leo in the Gym until 11:00."
    board.let_move(lambda _to: Verdict(Fit.STOPS, "therapist", (why,)))
    press(board, Qt.Key.Key_M)
    press(board, Qt.Key.Key_Down)
    press(board, Qt.Key.Key_Return)

    assert said == [why]
    assert board.hand.is_full


def test_each_place_held_over_is_read_out_with_its_verdict(board):
    board.let_move(lambda _to: Verdict(Fit.WARNS, "", ("Ben is off on Tuesdays.",)))
    press(board, Qt.Key.Key_M)
    press(board, Qt.Key.Key_Right)

    assert board.accessibleDescription() == (
        "9:00 to 10:00, Ben Castellano, fits with a warning. Ben is off on Tuesdays."
    )


def drag(board, start, by):
    view = board.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + by / 2)
    QTest.mouseMove(view, start + by)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + by)


def test_a_drag_moves_a_visit_in_steps_of_a_quarter_of_an_hour(board, said):
    board.let_move(lambda _to: Verdict())
    middle = board.in_view(board.plan.rects[1]).center()
    drag(board, middle, QPoint(0, round(board.plan.hour * 1.05)))

    assert said == [Moved(1, AMARA, TEN, ELEVEN)]


def test_a_drag_of_the_lower_edge_stretches_a_visit(board, said):
    board.let_move(lambda _to: Verdict())
    area = board.in_view(board.plan.rects[1])
    drag(board, QPoint(area.center().x(), area.bottom() - 2), QPoint(0, board.plan.hour // 2))

    assert said == [Moved(1, AMARA, NINE, TEN + 30)]


def test_a_click_on_the_button_acts_and_does_not_open(board, said):
    area = board.in_view(board.plan.rects[1])
    button = QPoint(area.right() - 16, area.center().y())
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=button)

    assert said == [MAYA.session_id]


def test_the_ring_begins_on_a_quarter_of_an_hour_where_nothing_is_booked(board):
    empty = Board()
    empty.show_board((BoardColumn(AMARA, "Amara Okafor"),), (), HOURS, now_minute=NINE - 1)

    assert empty.current_slot() == Slot(AMARA, NINE - 15, NINE + 45)


def test_visits_of_one_column_that_overlap_lie_side_by_side():
    first = Block(1, 1, NINE, TEN, "A")
    second = Block(2, 1, NINE + 30, ELEVEN, "B")
    third = Block(3, 1, ELEVEN, NOON, "C")

    shares = [(part, parts) for _block, part, parts in side_by_side([first, second, third])]

    assert shares == [(0, 2), (1, 2), (0, 1)]


@pytest.mark.parametrize("height", range(18, 100, 6))
def test_a_block_of_any_height_shows_that_there_are_alerts(qapp, height):
    install_theme(qapp, Scheme.LIGHT)
    assert painted(MAYA, height) != painted(replace(MAYA, badges=()), height)


def painted(block, height):
    picture = QImage(180, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_block(painter, QRectF(0, 0, 180, height), replace(block, action=None))
    painter.end()
    return picture
