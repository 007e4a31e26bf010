"""What the charts show: gaps where nobody knows, the same values on screen, in table, on paper."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.connection import close_database
from ot_desktop.caseload.goals import Goal, GoalDraft
from ot_desktop.clock import today
from ot_desktop.goals.chart_shapes import Bar, Dot, Room, Stroke, Words, shapes
from ot_desktop.goals.charts import (
    Chart,
    Level,
    Mark,
    PracticeWindow,
    SupportOn,
    attainment_chart,
    goal_chart,
    practice_chart,
    small_goal_chart,
    support_chart,
)
from ot_desktop.goals.domain import GoalsPage, GoalStory, Wording, start_middle_end
from ot_desktop.goals.scales import Assist
from ot_desktop.goals.scoring import Score, Scoring
from tests.builders import a_child, an_empty_clinic

JUNE = date(2027, 6, 1)
LEVELS = ("0", "1", "2", "3", "4")
GOAL = Goal(
    1, "self-care", "Fastens 4 shirt buttons", 4, 0, 4, JUNE, None, None, (),
    level_texts=LEVELS, baseline_level=-2,
)  # fmt: skip
ROOM = Room(400, 150, 12, lambda words: 6.0 * len(words))


def score(day, successes=None, attempts=4, **more):
    told = Scoring(
        successes, attempts if successes is not None else None, more.pop("level", None),
        more.pop("assist", None),
    )  # fmt: skip
    more.setdefault("session_id", 7)
    return Score(day, 1, JUNE + timedelta(days=day), 1, told, **more)


def story(*scores, goal=GOAL):
    return GoalStory(goal, (Wording(goal, JUNE),), scores)


def drawn(chart, kind, room=ROOM):
    return [shape for shape in shapes(chart, room) if isinstance(shape, kind)]


def lines(chart):
    return [each for each in drawn(chart, Stroke) if each.width == 2]


def test_a_goals_line_begins_at_the_start_and_ends_at_now():
    chart = goal_chart(story(score(2, 1), score(9, 3)))
    assert [mark.value for mark in chart.marks] == [0, 1, 3]


def test_days_with_fewer_tries_are_told_in_the_goals_tries():
    chart = goal_chart(story(score(2, 1, 2)))
    assert chart.marks[-1].value == 2
    assert chart.marks[-1].words == "1 of 2"


def test_a_score_outside_a_note_is_a_hollow_dot():
    chart = goal_chart(story(score(2, 1), score(3, 2, session_id=None)))
    assert [dot.is_hollow for dot in drawn(chart, Dot)] == [False, False, True]


def test_the_goal_is_a_dashed_line_with_its_words():
    chart = goal_chart(story(score(2, 1)))
    assert any(stroke.is_dashed for stroke in drawn(chart, Stroke))
    assert "Goal 4" in [words.text for words in drawn(chart, Words)]


def test_a_new_version_is_marked_between_its_scores():
    told = story(score(2, 1), replace(score(9, 3), version=2))
    assert goal_chart(told).breaks == (2,)


def test_a_score_of_a_level_alone_is_no_zero():
    assert len(goal_chart(story(score(2, level=1))).marks) == 1


def test_the_table_tells_help_and_who():
    told = story(score(2, 3, assist=Assist.MINIMAL, by="Amara Okafor", level=1))
    chart = goal_chart(told)
    assert chart.rows[-1] == ("Jun 3, 2027", "3 of 4", "+1", "Minimal (Min)", "", "Amara Okafor")
    assert len(chart.columns) == len(chart.rows[-1])


def test_a_window_nobody_asked_about_is_a_gap_and_never_a_zero():
    windows = [
        PracticeWindow(JUNE, JUNE + timedelta(days=6), 7, 5),
        PracticeWindow(JUNE + timedelta(days=7), JUNE + timedelta(days=13), 7, None),
        PracticeWindow(JUNE + timedelta(days=14), JUNE + timedelta(days=20), 7, 0),
    ]
    chart = practice_chart(windows)
    assert [mark.value for mark in chart.marks] == [pytest.approx(71.43, abs=0.01), None, 0.0]
    assert len(drawn(chart, Bar)) == 2
    assert [row[1] for row in chart.rows] == ["5 of 7 days", "not asked", "0 of 7 days"]


def test_practice_is_never_more_than_all_days():
    chart = practice_chart([PracticeWindow(JUNE, JUNE, 4, 6)])
    assert chart.marks[0].value == 100


def test_a_line_breaks_where_a_value_is_missing():
    marks = tuple(Mark(str(n), value, "") for n, value in enumerate((1, 2, None, 3, 4)))
    chart = Chart("", (), marks, 4)
    assert [len(line.points) for line in lines(chart)] == [2, 2]
    assert len(drawn(chart, Dot)) == 4


def test_the_help_a_parent_needs_falls_with_the_line():
    scale = ("Alone", "Words", "Model", "Hands on")
    days = [SupportOn(JUNE, 3), SupportOn(JUNE, None), SupportOn(JUNE, 0)]
    chart = support_chart(scale, days)
    high, low = (dot.y for dot in drawn(chart, Dot))
    assert high < low
    assert {"Alone", "Hands on"} <= {words.text for words in drawn(chart, Words)}


def test_attainment_is_told_at_start_middle_and_end():
    told = story(score(0, level=-2), score(10, level=-1), score(30, level=1))
    page = GoalsPage(1, "Maya", (told,))
    assert start_middle_end(page) == (
        (JUNE, 30.0),
        (JUNE + timedelta(days=10), 40.0),
        (JUNE + timedelta(days=30), 60.0),
    )
    assert [row[1] for row in attainment_chart(page).rows] == ["30.0", "40.0", "60.0"]


def test_without_a_level_there_is_no_attainment_to_draw():
    page = GoalsPage(1, "Maya", (story(score(2, 1)),))
    assert attainment_chart(page).marks == ()


def test_a_middle_nobody_scored_is_a_gap():
    page = GoalsPage(1, "Maya", (story(score(30, level=1)),))
    assert start_middle_end(page)[1][1] is None


@pytest.mark.parametrize("width", [120, 400, 1000])
def test_nothing_is_drawn_outside_of_its_room(width):
    marks = tuple(Mark("Jun 10, 2027", n % 5, f"{n % 5} of 4") for n in range(30))
    for is_bars in (False, True):
        chart = Chart("", (), marks, 4, levels=(Level(4, "Goal 4"),), is_bars=is_bars,
                      says_values=True, says_each_day=is_bars)  # fmt: skip
        room = replace(ROOM, width=width)
        for stroke in drawn(chart, Stroke, room):
            assert all(0 <= x <= width and 0 <= y <= 150 for x, y in stroke.points)
        for dot in drawn(chart, Dot, room):
            assert 0 <= dot.x <= width


def test_labels_of_days_do_not_run_into_one_another():
    windows = [PracticeWindow(JUNE, JUNE + timedelta(days=n), 7, n) for n in range(8)]
    labels = [words for words in drawn(practice_chart(windows), Words) if "to" in words.text]
    ends = [(each.x - 3 * len(each.text), each.x + 3 * len(each.text)) for each in labels]
    assert all(first[1] < second[0] for first, second in itertools.pairwise(ends))


def test_an_empty_chart_draws_nothing_but_its_lines():
    chart = Chart("Nothing", (), (), 4, levels=(Level(4, "Goal 4"),))
    assert drawn(chart, Dot) == []
    assert chart.spoken() == "Nothing. Goal 4"


def test_the_small_chart_of_the_overview_follows_every_version():
    services = an_empty_clinic()
    child = a_child(services)
    draft = GoalDraft("self-care", "Fastens 4 shirt buttons", 4, 4, 0)
    goal = services.goals.add(child, draft)
    services.goals.score(goal, Scoring(1, 4), today() - timedelta(days=3))
    services.goals.change(goal, replace(draft, out_of=8, target=8), "Two shirts")
    [shown] = services.caseload.banner(child).goals
    assert [mark.value for mark in small_goal_chart(shown).marks] == [0, 2]
    close_database()
