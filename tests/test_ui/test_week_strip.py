"""The painted week: click, drag, arrow keys and Space; what is read out."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ot_desktop.settings.domain import Hours
from tests.program_values import EVENING, MORNING, NOON, WEEK
from ui.programs.week_halves import halves_of
from ui.programs.week_strip import WeekStrip

HALVES = halves_of(WEEK)


@pytest.fixture
def strip(qtbot):
    strip = WeekStrip("When the family can come")
    strip.show_week(HALVES, ())
    qtbot.addWidget(strip)
    strip.resize(300, strip.sizeHint().height())
    strip.show()
    return strip


def middle(strip, place):
    return strip._box(HALVES[place]).center().toPoint()


def test_a_click_turns_a_half_on_and_off(strip, qtbot):
    with qtbot.waitSignal(strip.changed):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 0))
    assert strip.hours() == (Hours(0, MORNING, NOON),)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 0))
    assert strip.hours() == ()


def test_a_drag_does_the_same_to_every_half_it_comes_over(strip, qtbot):
    told = []
    strip.changed.connect(told.append)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 0))
    for place in (2, 4, 6):
        QTest.mouseMove(strip, middle(strip, place))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(250, 200))
    assert told == [tuple(Hours(day, MORNING, NOON) for day in range(4))]


def test_arrow_keys_and_space_paint_without_a_mouse(strip, qtbot):
    strip.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(strip, key)
    assert strip.hours() == (Hours(1, NOON, EVENING),)


def test_the_arrow_keys_stop_at_the_ends_of_the_week(strip, qtbot):
    strip.setFocus()
    for _ in range(9):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    assert strip.hours() == (Hours(4, MORNING, NOON),)


def test_what_is_painted_is_read_out(strip):
    strip.show_week(HALVES, (Hours(0, MORNING, NOON), Hours(1, 14 * 60, EVENING)))
    assert strip.accessibleDescription() == (
        "Monday morning, can come. Tuesday afternoon, part of it"
    )


def test_a_clinic_that_closes_at_noon_has_mornings_only(qtbot, strip):
    short = halves_of((Hours(0, MORNING, NOON),))
    strip.show_week(short, ())
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    assert strip.hours() == (Hours(0, MORNING, NOON),)
