"""How the week grid repaints, scrolls and shares its room; weeks as buttons, steps as a rail."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ot_desktop.programs.board import Block, BoardDay, Dot, Lane, View, WeekBoard, WeekTab
from ot_desktop.programs.placement import Level, Place, PlaceCheck, Remark
from ui.programs.step_rail import Step, StepRail
from ui.programs.week_tabs import WeekTabs
from ui.theme import Scheme, theme
from ui.visits.carry_signs import CheckTip
from ui.visits.grid_rows import Cell
from ui.visits.lane_label import placed_words
from ui.visits.targets import Target
from ui.visits.week_grid import WeekGrid

MONDAY = date(2027, 6, 7)
STARTS = (8, 9, 10, 13, 14)


def a_block(number, lane, day, hour, **more):
    starts = datetime.combine(MONDAY + timedelta(days=day), time(hour))
    values = {
        "planned_id": number,
        "session_id": None,
        "child_id": lane * 10 + hour,
        "wanted_id": 1,
        "child_name": f"Child{hour} Family{lane}",
        "short_name": f"Child{hour} F.",
        "therapist_id": lane,
        "therapist_name": f"Therapist{lane} Okafor",
        "color_slot": lane,
        "room_id": 1,
        "room_name": "Gym",
        "starts": starts,
        "ends": starts + timedelta(hours=1),
        "number": day + 1,
        "of": 5,
    }
    return Block(**(values | more))


def a_board(lanes=12, **more):
    numbers = iter(range(1, 10_000))
    made = [
        Lane(
            lane,
            f"Therapist{lane}",
            f"Therapist{lane} Okafor",
            lane,
            1500,
            1680,
            tuple(a_block(next(numbers), lane, day, hour) for day in range(5) for hour in STARTS),
        )
        for lane in range(1, lanes + 1)
    ]
    days = tuple(BoardDay(MONDAY + timedelta(days=day), in_program=True) for day in range(5))
    values = {"weeks": (), "first_day": MONDAY, "days": days, "opens_min": 480, "closes_min": 1020}
    return WeekBoard(1, View.THERAPIST, lanes=tuple(made), **(values | more))


class Paints(QObject):
    """Remembers what was painted of a widget."""

    def __init__(self, widget):
        super().__init__(widget)
        self.regions = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region())
        return False


@pytest.fixture
def grid(qtbot):
    grid = WeekGrid()
    qtbot.addWidget(grid)
    grid.resize(900, 600)
    grid.show_board(a_board())
    grid.show()
    QApplication.processEvents()
    return grid


def test_a_grid_takes_keys_and_focus_before_it_has_a_board(qtbot):
    grid = WeekGrid()
    qtbot.addWidget(grid)
    grid.show()
    grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_M):
        QTest.keyClick(grid, key)
    grid.clearFocus()

    assert grid.current_block() is None


def test_three_hundred_sessions_are_shown(grid):
    assert sum(len(lane.blocks) for lane in grid.geometry_.lanes) == 300


def test_only_a_changed_lane_is_drawn_anew(grid):
    before = {lane: picture.cacheKey() for lane, (_rows, picture) in grid._drawn.items()}
    board = a_board()
    [first, *rest] = board.lanes
    locked = replace(first, blocks=(replace(first.blocks[0], is_locked=True), *first.blocks[1:]))
    grid.show_board(replace(board, lanes=(locked, *rest)))
    grid.viewport().repaint()
    after = {lane: picture.cacheKey() for lane, (_rows, picture) in grid._drawn.items()}
    assert [lane for lane in before if before[lane] != after[lane]] == [1]


def test_pointing_at_another_place_paints_two_cells(grid):
    place = Place(datetime.combine(MONDAY, time(8)), 1, 1)
    grid.point_at(Cell(0, 0, 0), Target(place, fits=True))
    QApplication.processEvents()
    paints = Paints(grid.viewport())
    grid.point_at(Cell(0, 1, 0), Target(place, fits=True))
    QApplication.processEvents()
    area = paints.regions[0].boundingRect()
    cell = grid.on_screen(Cell(0, 0, 0))
    assert area.height() < 3 * cell.height()
    assert area.width() < cell.width() + 20


def test_a_theme_draws_everything_anew(grid):
    light = grid.grab().toImage()
    theme().set_scheme(Scheme.DARK)
    dark = grid.grab().toImage()
    theme().set_scheme(Scheme.LIGHT)
    assert light.pixelColor(300, 300) != dark.pixelColor(300, 300)
    assert grid.grab().toImage() == light


def test_large_text_makes_rows_higher(grid):
    before = grid.geometry_.height
    theme().set_text_size(150)
    try:
        assert grid.geometry_.height > before * 1.4
    finally:
        theme().set_text_size(100)


def test_the_ring_scrolls_into_sight(grid):
    for _ in range(11 * len(STARTS)):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.viewport().rect().contains(grid.on_screen(grid.cursor_cell))
    assert grid.current_block().therapist_id == 12


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        (Qt.Key.Key_End, Cell(0, 0, 4)),
        (Qt.Key.Key_PageDown, Cell(1, 0, 0)),
        (Qt.Key.Key_Right, Cell(0, 0, 1)),
        (Qt.Key.Key_Up, Cell(0, 0, 0)),
    ],
)
def test_keys_go_by_day_row_and_lane(grid, key, cell):
    QTest.keyClick(grid, key)
    assert grid.cursor_cell == cell


def test_the_ring_stays_on_its_session_when_the_week_is_read_again(grid):
    grid.go_to(Cell(3, 2, 1))
    kept = grid.current_block().planned_id
    board = a_board()
    grid.show_board(replace(board, lanes=tuple(reversed(board.lanes))))
    assert grid.current_block().planned_id == kept


def test_single_letters_can_be_switched_off(grid, qtbot):
    grid.letter_keys = False
    grid.go_to(Cell(0, 0, 0))
    with qtbot.assertNotEmitted(grid.lock_wanted):
        QTest.keyClick(grid, Qt.Key.Key_L)


def test_few_lanes_share_the_height_and_many_scroll(grid):
    assert grid.verticalScrollBar().maximum() > 0
    grid.show_board(a_board(lanes=3))
    assert grid.verticalScrollBar().maximum() == 0
    assert len(set(grid.geometry_.heights)) == 1


def test_rows_that_come_while_a_session_is_carried_leave_it_under_the_mouse(grid):
    grid.verticalScrollBar().setValue(200)
    session = grid.block_at(Cell(3, 0, 0)).planned_id
    before = grid.on_screen(next(grid.cells_of(session))).top()
    grid.add_rows({1: {11 * 60}, 2: {11 * 60, 15 * 60}}, session)
    assert grid.on_screen(next(grid.cells_of(session))).top() == before


def test_a_child_s_dots_count_what_is_placed():
    dots = (Dot.HELD, Dot.PLACED, Dot.CLASH, Dot.MISSING)
    assert placed_words(Lane(1, "Maya O.", "Maya Ortega", None, 0, 0, (), dots=dots)) == (
        "3 of 4 placed"
    )


def a_check(level):
    place = Place(datetime.combine(MONDAY, time(8)), 1, 1)
    return PlaceCheck(place, "Mon, Jun 7, 8:00 with Ana", (Remark(level, "room", "Gym is full."),))


def test_the_check_stays_inside_the_grid(qtbot, grid):
    tip = CheckTip(grid, is_forced=True)
    tip.show_check(a_check(Level.STOP))
    for corner in (grid.rect().topLeft(), grid.rect().bottomRight()):
        ghost = QApplication.primaryScreen().geometry()
        ghost.setSize(QSize(150, 25))
        ghost.moveTo(corner)
        tip.place_beside(ghost, grid.rect())
        assert grid.rect().contains(tip.geometry())


def test_a_check_that_stops_has_a_line_more_than_one_that_fits(qtbot, grid):
    tip = CheckTip(grid, is_forced=True)
    tip.show_check(a_check(Level.FITS))
    fits = tip.height()
    tip.show_check(a_check(Level.STOP))
    assert tip.height() > fits


# Weeks.


def weeks(count):
    return tuple(
        WeekTab(MONDAY + timedelta(weeks=week), needs_you=week == 1) for week in range(count)
    )


@pytest.fixture
def tabs(qtbot):
    tabs = WeekTabs()
    qtbot.addWidget(tabs)
    tabs.resize(460, 32)
    tabs.show()
    return tabs


def shown(tabs):
    QTest.qWait(20)
    buttons = tabs.control.findChildren(QAbstractButton)
    return [each.text() for each in buttons if each.isVisible()]


def test_every_week_has_a_button_while_there_is_room(tabs):
    tabs.show_weeks(weeks(5), MONDAY)
    assert shown(tabs) == ["Jun 7", "Jun 14", "Jun 21", "Jun 28", "Jul 5"]


def test_a_week_that_needs_somebody_says_so(tabs):
    tabs.show_weeks(weeks(3), MONDAY)
    names = [each.accessibleName() for each in tabs.control.findChildren(QAbstractButton)]
    assert "Jun 14, something is open" in names


def test_a_long_intensive_shows_the_weeks_around_the_current_one(tabs):
    tabs.show_weeks(weeks(30), MONDAY + timedelta(weeks=15))
    assert "Sep 20" in shown(tabs)
    assert tabs.earlier_button.isVisible()
    assert tabs.later_button.isVisible()


def test_weeks_are_turned_up_to_the_ends(tabs, qtbot):
    tabs.show_weeks(weeks(3), MONDAY)
    with qtbot.assertNotEmitted(tabs.week_wanted):
        tabs.step(-1)
    with qtbot.waitSignal(tabs.week_wanted) as turned:
        tabs.step(1)
    assert turned.args == [MONDAY + timedelta(weeks=1)]


# Steps.


def test_alt_and_a_number_go_to_a_step(qtbot):
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    rail.show_steps(Step.SET_UP, closed={Step.PUBLISH})
    with qtbot.waitSignal(rail.chosen) as gone:
        QTest.keyClick(rail, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert gone.args == [Step.ADJUST]


def test_a_step_says_whether_it_is_done(qtbot):
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.show_steps(Step.SOLVE, done={Step.SET_UP})
    said = [button.accessibleName() for button in rail.buttons.values()]
    assert said == ["Set up, done", "Children", "Solve, current step", "Adjust", "Publish"]


def test_a_closed_step_cannot_be_gone_to(qtbot):
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.show_steps(Step.SET_UP, closed={Step.PUBLISH})
    with qtbot.assertNotEmitted(rail.chosen):
        rail.go(Step.PUBLISH)
