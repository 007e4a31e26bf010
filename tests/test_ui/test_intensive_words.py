"""How an intensive reads: times, time off, days away, measures, families."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import Away
from ot_desktop.programs.typed_away import away_typed, parse_away
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.settings.domain import Hours
from tests.program_values import (
    MORNINGS,
    WEEK,
    a_comparison,
    a_family,
    a_plan,
    some_measures,
    three_children,
    told_on_paper,
)
from ui.programs.children_table_model import STATUS, THERAPIST, TIMES, ChildrenTableModel
from ui.programs.differences_table_model import ONE, OTHER, DifferencesTableModel
from ui.programs.families_table_model import CHANGES, CHOSEN, TOLD, FamiliesTableModel
from ui.programs.measure_words import below_words, measure_facts
from ui.programs.standing import published_words
from ui.programs.time_off_words import time_off_words
from ui.programs.week_halves import halves_of, share, with_half, without_half
from ui.programs.words import hours_words, outer_hours

JUNE = date(2027, 6, 1)
HALVES = halves_of(WEEK)


def test_days_alike_are_said_once():
    hours = (*MORNINGS, Hours(4, 9 * 60, 11 * 60 + 30))
    assert hours_words(hours) == "Mon–Thu 8:00–12:00, Fri 9:00–11:30"


def test_days_apart_are_listed():
    assert hours_words((Hours(0, 480, 600), Hours(2, 480, 600))) == "Mon, Wed 8:00–10:00"


def test_a_lunch_in_between_is_not_said():
    day = (Hours(1, 480, 720), Hours(1, 780, 1020))
    assert outer_hours(day) == (Hours(1, 480, 1020),)


def test_time_off_in_a_row_is_said_once():
    week = [TimeOff(n, date(2027, 6, 20 + n), None, "vacation", therapist_id=1) for n in (1, 2, 3)]
    hours = TimeOff(9, date(2027, 7, 1), Window(780, 900), "", therapist_id=1)
    assert time_off_words([*week, hours]) == (
        "Mon, Jun 21 to Wed, Jun 23 (vacation), Thu, Jul 1, 1:00–3:00"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ()),
        ("6/22", (Away(date(2027, 6, 22), date(2027, 6, 22)),)),
        ("6/22 to 6/26", (Away(date(2027, 6, 22), date(2027, 6, 26)),)),
        ("6/22-6/26", (Away(date(2027, 6, 22), date(2027, 6, 26)),)),
        (
            "jul 3; jun 22 until jun 26",
            (
                Away(date(2027, 6, 22), date(2027, 6, 26)),
                Away(date(2027, 7, 3), date(2027, 7, 3)),
            ),
        ),
    ],
)
def test_days_away_are_read_as_typed(typed, meant):
    assert parse_away(typed, JUNE) == meant


@pytest.mark.parametrize("typed", ["soon", "6/26 to 6/22", "6/22 to", "6/22, x"])
def test_days_that_mean_nothing_are_not_guessed(typed):
    assert parse_away(typed, JUNE) is None


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 20)), max_size=5))
def test_days_away_are_written_as_they_can_be_typed(days):
    stretches = tuple(
        Away(date.fromordinal(JUNE.toordinal() + first), date.fromordinal(JUNE.toordinal() + last))
        for first, last in sorted((first, first + more) for first, more in days)
    )
    assert set(parse_away(away_typed(stretches), JUNE)) == set(stretches)


@given(st.lists(st.integers(0, len(HALVES) - 1)), st.integers(0, len(HALVES) - 1))
def test_a_half_put_on_and_taken_off_leaves_the_others(on, turned):
    hours = ()
    for at in on:
        hours = with_half(hours, HALVES[at])
    taken = without_half(with_half(hours, HALVES[turned]), HALVES[turned])
    assert share(with_half(hours, HALVES[turned]), HALVES[turned]) == 1
    assert [share(taken, half) for half in HALVES] == [
        float(at in on and at != turned) for at in range(len(HALVES))
    ]


def test_part_of_a_half_is_kept_when_another_is_taken_off():
    hours = (Hours(0, 600, 840),)
    left = without_half(hours, HALVES[0])
    assert left == (Hours(0, 720, 840),)
    assert share(left, HALVES[1]) == pytest.approx(120 / 300)


def test_the_distance_to_the_bound_is_rounded_up():
    assert below_words(a_plan(score=21_000, bound=21_621)) == "At most 2.9% below any possible plan"
    assert below_words(a_plan(score=100, bound=100)) == "At most 0% below any possible plan"


def test_no_distance_is_said_without_a_bound():
    assert below_words(a_plan(score=21_000)) == ""


def test_what_is_better_than_the_plan_beside_it_is_marked():
    facts = measure_facts(some_measures(), some_measures(placed=281, longest_gap_days=2))
    assert [fact.value for fact in facts if fact.is_better] == ["285 of 288"]


def test_what_cannot_be_counted_is_a_dash():
    facts = measure_facts(some_measures(first_choice=None, longest_gap_days=None))
    assert [fact.value for fact in facts][3:] == ["–", "–"]


def test_the_status_bar_counts_what_families_do_not_know():
    told = told_on_paper()
    assert published_words([a_family(told=told)]) == "Published. Every family was told."
    assert published_words([a_family()]) == "Published. 1 family not told yet."
    changed = a_family(told=told, changes=("Thu: 10:45, was 10:15", "Fri: 9:00, was 8:00"))
    assert published_words([changed]) == "Published. 2 changes not told to families yet."


def test_the_children_model_obeys_qt(qapp, qtmodeltester):
    model = ChildrenTableModel()
    model.show_rows(three_children())
    qtmodeltester.check(model)


def test_the_children_model_reads_every_cell_out(qapp):
    model = ChildrenTableModel()
    model.show_rows(three_children())
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, THERAPIST).data(role) == "Therapist: Mei-Lin Zhao, Prefer"
    assert model.index(0, TIMES).data(role) == "Can come: Mon–Thu 8:00–12:00"
    assert model.index(1, STATUS).data(role) == "Status: Missing times"
    assert model.index(2, THERAPIST).data(role) == "Therapist: Any"


def test_the_families_model_obeys_qt(qapp, qtmodeltester):
    model = FamiliesTableModel()
    model.show_rows((a_family(1), a_family(2, told_on_paper(), ("Thu: 10:45, was 10:15",))))
    qtmodeltester.check(model)
    assert model.index(0, TOLD).data() == "Not told yet"
    assert model.index(1, CHANGES).data() == "Thu: 10:45, was 10:15"


def test_a_ticked_family_stays_ticked_when_others_come(qapp):
    model = FamiliesTableModel()
    model.show_rows((a_family(1), a_family(2)))
    box = model.index(1, CHOSEN)
    model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.show_rows((a_family(2), a_family(1)))
    assert [each.names for each in model.chosen()] == ["Child 2"]
    model.choose_none()
    assert model.chosen() == ()


def test_the_differences_model_obeys_qt(qapp, qtmodeltester):
    model = DifferencesTableModel()
    model.show_comparison(a_comparison())
    qtmodeltester.check(model)
    assert model.headings[ONE:] == ("Plan A", "Plan B")
    assert model.index(1, OTHER).data(Qt.ItemDataRole.AccessibleTextRole) == "Plan B: Tue 9:00"
