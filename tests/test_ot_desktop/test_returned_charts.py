"""Days from practice charts that came back, and what they add to what families say."""

from datetime import datetime, time, timedelta

import pytest

from db.connection import close_database
from db.models.home_programs import ReturnedChart
from ot_desktop.clock import today
from ot_desktop.errors import NotAllowed, ValidationError
from ot_desktop.notes.home_practice import HomePractice, Window
from ot_desktop.notes.parent_part import AtHome, HomeReport
from ot_desktop.permissions import Role
from tests.home_programs_given import given
from tests.note_builders import a_signed_note, a_therapists_clinic, a_visit, mateo, signed_in
from tests.test_ot_desktop.test_home_practice import telling

BEGUN = today() - timedelta(days=8)


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


@pytest.fixture
def program(services, child):
    """A program of a week that began the day before the first of two visits."""
    until = BEGUN + timedelta(days=7)
    paper = given(services, child, "bear-walk", starts_on=BEGUN, chart_until=until)
    for back in (8, 1):
        when = datetime.combine(today() - timedelta(days=back), time(10))
        a_visit(services, child, when, status="held")
    return paper.home_program_id


def day(number):
    return BEGUN + timedelta(days=number)


def enter(services, program, *numbers, words=""):
    return services.home_programs.charts.enter(program, [day(n) for n in numbers], words)


def test_days_from_a_chart_are_the_days_practiced(services, child, program):
    enter(services, program, 0, 1, 2, 4)
    [window] = services.over_time.home_practice(child).windows
    assert (window.practiced, window.prescribed) == (4, 7)


def test_an_empty_chart_is_no_day_and_no_chart_is_not_asked(services, child, program):
    [window] = services.over_time.home_practice(child).windows
    assert window.practiced is None
    enter(services, program)
    [window] = services.over_time.home_practice(child).windows
    assert window.practiced == 0


def test_a_chart_and_a_parents_words_add_by_day(services, child, program):
    enter(services, program, 0, 1)
    [_, visit] = [one.id for one in services.scheduling.sessions_of(child)]
    said = AtHome((HomeReport("Lucía", practiced_on=(day(1), day(2))),))
    a_signed_note(services, visit, telling(said))
    [window] = services.over_time.home_practice(child).windows
    assert window.practiced == 3


def test_the_week_on_the_childs_page_shows_the_chart(services, child, program):
    enter(services, program, 3)
    week = dict(services.over_time.home_practice(child).week)
    assert week[day(3)] is True
    assert week[day(2)] is False


def test_entering_again_replaces_and_destroys_nothing(services, child, program):
    enter(services, program, 0)
    enter(services, program, 1, 2)
    [chart] = services.home_programs.charts.of_child(child)
    assert chart.practiced == (day(1), day(2))
    assert ReturnedChart.select().count() == 2


def test_what_was_entered_by_mistake_is_taken_back(services, child, program):
    enter(services, program, 0)
    [chart] = services.home_programs.charts.of_child(child)
    services.home_programs.charts.take_back(chart, child)
    assert services.home_programs.charts.of_child(child) == ()


def test_a_day_that_is_not_on_the_chart_is_refused(services, program):
    with pytest.raises(ValidationError, match="on this chart"):
        enter(services, program, 30)


def test_a_day_to_come_is_refused(services, child):
    paper = given(services, child, "bear-walk", chart_until=today() + timedelta(days=5))
    with pytest.raises(ValidationError, match="still to come"):
        services.home_programs.charts.enter(paper.home_program_id, [today() + timedelta(days=2)])


def test_who_may_not_edit_programs_enters_no_charts(services, program):
    desk = signed_in(Role.FRONT_DESK, "Dana Whitfield")
    with pytest.raises(NotAllowed):
        enter(desk, program, 1)


def a_window(practiced, prescribed=5, minutes=None, planned=None):
    return Window(1, BEGUN, today(), 7, prescribed, practiced, minutes, planned_minutes=planned)


def test_three_windows_under_half_suggest_a_smaller_plan():
    assert HomePractice((a_window(5), a_window(2), a_window(1), a_window(2))).suggests_less


def test_two_windows_under_half_suggest_nothing():
    assert not HomePractice((a_window(3), a_window(2), a_window(1))).suggests_less


def test_a_window_nobody_asked_about_does_not_count_as_low():
    assert not HomePractice((a_window(1), a_window(None), a_window(2))).suggests_less


def test_minutes_count_where_they_are_known():
    assert a_window(4, 5, minutes=5, planned=10).is_low
    assert not a_window(4, 5, minutes=9, planned=10).is_low
