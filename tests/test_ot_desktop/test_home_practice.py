"""Home practice by window: values worked out by hand, and what the file's notes tell."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from db.connection import close_database
from ot_desktop.clock import today
from ot_desktop.errors import NotAllowed
from ot_desktop.notes.home_practice import (
    HomePractice,
    Window,
    days_of,
    days_problem,
    easier_versions,
    practiced_days,
    prescribed_days,
    week_before,
    window,
)
from ot_desktop.notes.over_time import OverTime
from ot_desktop.notes.parent_part import ActivityReport, AtHome, HomeReport, Outcome
from ot_desktop.notes.practice_plan import PlannedPractice, PracticePlan
from ot_desktop.permissions import Role
from tests.note_builders import (
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    complete,
    mateo,
    signed_in,
)

MONDAY = date(2027, 6, 7)
NEXT = MONDAY + timedelta(days=7)
WEEK = days_of(MONDAY, NEXT)


def a_plan(*times_a_week, starts_on=MONDAY - timedelta(days=1)):
    activities = tuple(
        PlannedPractice(number, f"Activity {number}", 5, times)
        for number, times in enumerate(times_a_week, start=1)
    )
    return PracticePlan(1, starts_on, starts_on + timedelta(days=30), activities)


def practiced(*days, by="Lucía", **more):
    return HomeReport(by, practiced_on=tuple(MONDAY + timedelta(days=day) for day in days), **more)


def a_window(said, *times_a_week):
    return window(1, (MONDAY, NEXT), a_plan(*times_a_week), said)


def test_a_window_is_the_week_from_the_day_of_one_visit_to_the_day_before_the_next():
    assert WEEK[0] == MONDAY
    assert WEEK[-1] == date(2027, 6, 13)
    assert len(WEEK) == 7


def test_of_a_longer_time_every_day_since_the_last_visit_is_asked_about():
    days = days_of(MONDAY, date(2027, 6, 28))
    assert (days[0], days[-1], len(days)) == (MONDAY, date(2027, 6, 27), 21)


def test_after_a_break_a_family_is_asked_about_eight_weeks_at_most():
    assert len(days_of(MONDAY, MONDAY + timedelta(days=300))) == 56


def test_of_two_weeks_at_five_days_a_week_ten_are_prescribed():
    said = AtHome((practiced(*range(8)),), days=14)
    told = window(1, (MONDAY, MONDAY + timedelta(days=14)), a_plan(5), said)
    assert (told.days, told.prescribed, told.practiced, told.share) == (14, 10, 8, 0.8)


def test_a_note_that_asked_about_a_week_of_two_counts_that_week():
    said = AtHome((practiced(*range(9, 13)),), days=7)
    told = window(1, (MONDAY, MONDAY + timedelta(days=14)), a_plan(5), said)
    assert (told.days, told.prescribed, told.practiced, told.share) == (7, 5, 4, 0.8)


def test_two_visits_on_one_day_have_no_window_between_them():
    assert days_of(MONDAY, MONDAY) == ()


def test_four_of_five_prescribed_days_are_80_percent():
    told = a_window(AtHome((practiced(0, 1, 2, 3),)), 5)
    assert (told.practiced, told.prescribed) == (4, 5)
    assert told.share == pytest.approx(0.80)


def test_more_days_than_prescribed_are_100_percent():
    assert a_window(AtHome((practiced(*range(7)),)), 5).share == 1.0


def test_two_caregivers_add_by_day_and_not_by_sum():
    both = AtHome((practiced(0, 1), practiced(1, 2, by="Daniel")))
    told = a_window(both, 5)
    assert told.practiced == 3
    assert told.share == pytest.approx(0.60)


def test_nine_of_seven_is_refused():
    assert days_problem(9, 7) == "9 of 7 days cannot be. Choose 0 to 7."
    assert days_problem(7, 7) == ""


def test_not_asked_is_a_gap_and_not_zero():
    told = a_window(AtHome((practiced(0, 1),), not_asked=True), 5)
    assert told.practiced is None
    assert told.share is None


def test_no_note_is_a_gap_too():
    assert a_window(None, 5).share is None


def test_no_days_is_zero_and_not_a_gap():
    assert a_window(AtHome((practiced(),)), 5).share == 0.0


def test_without_a_program_there_is_nothing_to_divide_by():
    told = window(1, (MONDAY, NEXT), None, AtHome((practiced(0, 1),)))
    assert (told.prescribed, told.practiced, told.share) == (None, 2, None)


@pytest.mark.parametrize(
    ("times_a_week", "days", "prescribed"),
    [
        (5, 7, 5),
        (5, 6, 4),  # 4.29
        (5, 5, 4),  # 3.57
        (5, 4, 3),  # 2.86
        (5, 3, 2),  # 2.14
        (5, 2, 1),  # 1.43
        (5, 1, 1),  # 0.71
        (7, 3, 3),
        (3, 4, 2),  # 1.71
        (2, 1, 1),  # 0.29, and a program asks for one day at least
    ],
)
def test_a_part_of_a_week_asks_for_that_part_of_the_days(times_a_week, days, prescribed):
    assert prescribed_days(a_plan(times_a_week), WEEK[:days]) == prescribed


def test_the_most_frequent_activity_says_how_many_days():
    assert prescribed_days(a_plan(2, 6, 3), WEEK) == 6


def test_only_the_days_since_the_program_began_count():
    began = a_plan(7, starts_on=MONDAY + timedelta(days=4))
    assert prescribed_days(began, WEEK) == 3


def test_days_by_activity_stand_in_for_days_nobody_named():
    said = HomeReport(
        "Lucía", activities=(ActivityReport("A", days=2), ActivityReport("B", days=4))
    )
    assert practiced_days(AtHome((said,)), WEEK) == 4


def test_a_count_of_days_never_fills_more_than_the_window():
    said = HomeReport("Lucía", activities=(ActivityReport("A", days=6),))
    assert practiced_days(AtHome((said,)), WEEK[:2]) == 2


def test_an_outcome_without_days_leaves_the_days_unknown():
    said = HomeReport("Lucía", activities=(ActivityReport("A", outcomes=(Outcome.NO_TIME,)),))
    assert practiced_days(AtHome((said,)), WEEK) is None


def test_minutes_are_kept_apart():
    activities = (ActivityReport("A", days=3, minutes=5), ActivityReport("B", days=2, minutes=4))
    told = a_window(AtHome((HomeReport("Lucía", activities=activities),)), 5)
    assert (told.practiced, told.minutes) == (3, 9)


def test_the_mean_is_of_the_windows_reported_and_says_how_many():
    shares = [5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0, 5, 4]  # days of 5: 39 of 70
    reported = [Window(n, MONDAY, NEXT, 7, 5, days) for n, days in enumerate(shares)]
    silent = [Window(n, MONDAY, NEXT, 7, 5, None) for n in range(6)]
    practice = HomePractice((*reported, *silent))
    assert (practice.reported, practice.asked) == (14, 20)
    assert practice.mean == pytest.approx(39 / 70)


def test_windows_without_a_program_are_not_counted():
    practice = HomePractice((Window(1, MONDAY, NEXT, 7, None, 3),))
    assert (practice.reported, practice.asked, practice.mean) == (0, 0, None)


def too_hard_in(count, title="Activity 1"):
    return [Window(n, MONDAY, NEXT, 7, 5, 3, too_hard=(title,)) for n in range(count)]


def test_too_hard_in_three_windows_proposes_the_easier_version():
    [proposed] = easier_versions(too_hard_in(3), a_plan(5), lambda title: f"{title}, sitting")
    assert (proposed.title, proposed.windows) == ("Activity 1", 3)
    assert proposed.words == "Activity 1, sitting"


def test_too_hard_in_two_windows_proposes_nothing():
    assert easier_versions(too_hard_in(2), a_plan(5), str) == ()


def test_nothing_is_proposed_for_what_the_family_no_longer_has():
    assert easier_versions(too_hard_in(3, "Bear walk"), a_plan(5), str) == ()


def test_a_day_nobody_spoke_of_is_unknown():
    week = week_before(NEXT, MONDAY + timedelta(days=3), AtHome((practiced(1, 4),)))
    assert [done for _, done in week] == [None, True, None, False, True, False, False]


def test_a_week_nobody_asked_about_is_unknown():
    week = week_before(NEXT, MONDAY, AtHome(not_asked=True))
    assert {done for _, done in week} == {None}


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


def visits_a_week_apart(services, child, count):
    """Book visits on past days, the last one yesterday; return them, the oldest first."""
    yesterday = today() - timedelta(days=1)
    days = [yesterday - timedelta(days=7 * back) for back in range(count - 1, -1, -1)]
    return [
        a_visit(services, child, datetime.combine(day, time(10)), status="held") for day in days
    ], days


def telling(at_home):
    def change(content):
        whole = complete(content)
        return replace(whole, parent=replace(whole.parent, at_home=at_home))

    return change


def test_the_file_tells_of_each_window_and_of_each_gap(services, child):
    visits, days = visits_a_week_apart(services, child, 4)
    an_issued_program(services, child, days[0] - timedelta(days=1))
    four = tuple(days[0] + timedelta(days=n) for n in range(4))
    a_signed_note(services, visits[1], telling(AtHome((HomeReport("Lucía", practiced_on=four),))))
    a_signed_note(services, visits[2], telling(AtHome(not_asked=True)))
    practice = services.over_time.home_practice(child)
    assert [each.session_id for each in practice.windows] == visits[1:]
    assert [each.share for each in practice.windows] == [0.8, None, None]
    assert (practice.reported, practice.asked) == (1, 3)


def test_visits_of_one_day_share_their_window(services, child):
    visits, days = visits_a_week_apart(services, child, 2)
    a_visit(services, child, datetime.combine(days[1], time(14)), status="held")
    an_issued_program(services, child, days[0] - timedelta(days=1))
    said = AtHome((HomeReport("Lucía", practiced_on=(days[0],)),))
    a_signed_note(services, visits[1], telling(said))
    [only] = services.over_time.home_practice(child).windows
    assert (only.session_id, only.practiced) == (visits[1], 1)


def test_the_easier_version_comes_in_the_librarys_words(services, child):
    visits, days = visits_a_week_apart(services, child, 4)
    an_issued_program(services, child, days[0] - timedelta(days=1), titles=("Bear walk",))
    hard = ActivityReport("Bear walk", days=1, outcomes=(Outcome.TOO_HARD,))
    said = AtHome((HomeReport("Lucía", activities=(hard,)),))
    for visit in visits[1:]:
        a_signed_note(services, visit, telling(said))
    asked = []

    def easier(child_id, slug):
        asked.append((child_id, slug))
        return "Crawl instead."

    [proposed] = OverTime(services.work, easier).home_practice(child).easier
    assert (proposed.windows, proposed.words) == (3, "Crawl instead.")
    assert asked == [(child, "bear-walk")]


def test_who_may_not_read_notes_sees_no_practice(services, child):
    desk = signed_in(role=Role.FRONT_DESK, name="Dan Brooks", credentials="")
    with pytest.raises(NotAllowed):
        desk.over_time.home_practice(child)
    assert desk.over_time.glance(child) is None
