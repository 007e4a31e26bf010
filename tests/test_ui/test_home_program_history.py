"""Taking back changes of a home program."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.home_programs import library
from ot_desktop.home_programs.draft import ProgramDraft
from ui.home_programs.undo import MOST_STEPS, DraftHistory

EMPTY = ProgramDraft(1, date(2027, 6, 7), date(2027, 6, 21), date(2027, 6, 13))
ACTIVITIES = library.all_activities()


def test_nothing_can_be_taken_back_at_first():
    history = DraftHistory()
    assert not history.can_go_back
    assert history.back(EMPTY) is None


@given(st.lists(st.sampled_from(ACTIVITIES), max_size=8, unique_by=lambda one: one.key))
def test_going_back_all_the_way_and_forward_again_ends_where_it_began(activities):
    history, now = DraftHistory(), EMPTY
    for activity in activities:
        history.remember(now)
        now = now.with_activity(activity)
    last = now
    for _ in activities:
        now = history.back(now)
    assert now == EMPTY
    for _ in activities:
        now = history.forward(now)
    assert now == last


def test_a_new_change_forgets_what_was_taken_back():
    history = DraftHistory()
    history.remember(EMPTY)
    now = history.back(EMPTY.with_limit(5))
    history.remember(now)
    assert not history.can_go_forward


def test_letters_typed_in_a_row_are_one_step():
    history, now = DraftHistory(), EMPTY
    for most in (5, 6, 7):
        history.remember(now, "limit")
        now = now.with_limit(most)
    assert history.back(now) == EMPTY


def test_where_the_file_keeps_a_draft_is_not_taken_back():
    history = DraftHistory()
    history.remember(EMPTY)
    saved = replace(EMPTY.with_limit(5), id=7)
    assert history.back(saved).id == 7


def test_the_history_does_not_grow_without_end():
    history = DraftHistory()
    for _ in range(3 * MOST_STEPS):
        history.remember(EMPTY)
    steps = 0
    while history.back(EMPTY):
        steps += 1
    assert steps == MOST_STEPS
