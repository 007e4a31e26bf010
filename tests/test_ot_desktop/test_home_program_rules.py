"""The pure rules of home programs: names, dates, suggestions, wording, what is kept."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    AlertReview,
    Alerts,
    Asked,
    Caregiver,
    ChildPage,
    Status,
)
from ot_desktop.caseload.goals import Goal
from ot_desktop.caseload.recipients import recipients
from ot_desktop.errors import ValidationError
from ot_desktop.home_programs import library
from ot_desktop.home_programs.codec import activity_of, activity_text, program_of, program_text
from ot_desktop.home_programs.domain import ChildOnPaper, Reward, RewardKind, Visit
from ot_desktop.home_programs.draft import PaperChoice, ProgramDraft
from ot_desktop.home_programs.minutes import FamilyLimit, Verdict
from ot_desktop.home_programs.printing import (
    chart_days,
    chart_until,
    file_name,
    printable,
    pronouns_of,
    season_plan,
)
from ot_desktop.home_programs.suggesting import alert_words, cue_words_for, goal_of, offers
from ot_desktop.home_programs.wording import Pronouns
from ot_desktop.paper.page import PageSize
from tests.home_program_facts import print_facts

MONDAY = date(2027, 6, 7)
BEAR_WALK = library.activity("bear-walk")
COINS = library.activity("coin-bank-then-buttons")
SPONGE = library.activity("sponge-squeeze")


def a_draft(*activities, **more):
    more = {
        "starts_on": MONDAY,
        "ends_on": date(2027, 6, 21),
        "chart_until": date(2027, 6, 13),
    } | more
    draft = ProgramDraft(child_id=1, **more)
    for activity in activities:
        draft = draft.with_activity(activity)
    return draft


def a_goal(skill_area, statement, cue_words=(), met_on=None, goal_id=1):
    return Goal(goal_id, skill_area, statement, 4, 1, 4, MONDAY, None, met_on, cue_words)


def a_visit_on(day):
    return Visit(datetime.combine(day, time(9)), "Ana")


def a_caregiver(**more):
    known = {
        "id": 1, "full_name": "Daniel Park", "relation": "father", "phones": (), "email": "",
        "language": "", "needs_interpreter": None, "may_collect": None,
        "may_collect_until": None, "may_receive_papers": None, "custody_note": "",
        "contact_note": "",
    }  # fmt: skip
    return Caregiver(**known | more)


def a_page_of(*caregivers, listed=()):
    review = AlertReview(Asked.NONE_KNOWN)
    return ChildPage(
        1, "Owen", "Park", "", "", None, None, Status.ACTIVE, None, "", None, "", "", "", "", None,
        None, Alerts(review, review, listed), caregivers,
    )  # fmt: skip


def test_the_file_name_is_the_one_families_see():
    child = ChildOnPaper("Maya", "R")
    assert file_name(child, "home-program", MONDAY) == "Maya-R_home-program_2027-06-07.pdf"


@given(st.text(max_size=80), st.text(max_size=3))
def test_every_name_makes_a_safe_file_name(name, initial):
    made = file_name(ChildOnPaper(name, initial), "home-program", MONDAY)
    assert made.endswith("_home-program_2027-06-07.pdf")
    assert not set(made) & set('/\\:*?"<>|\0\n\r\t')
    assert not made.startswith((".", "-", "_"))
    assert len(made) < 150


@pytest.mark.parametrize(
    ("written", "meant"),
    [("he", Pronouns.HE), ("She/her", Pronouns.SHE), ("they", Pronouns.THEY), ("", Pronouns.THEY),
     ("hello", Pronouns.THEY)],
)  # fmt: skip
def test_pronouns_are_read_from_the_childs_details(written, meant):
    assert pronouns_of(written) is meant


def test_the_chart_ends_the_day_before_the_next_visit():
    visits = [a_visit_on(date(2027, 6, 7)), a_visit_on(date(2027, 6, 16))]
    assert chart_until(MONDAY, date(2027, 6, 21), visits) == date(2027, 6, 15)


def test_the_chart_is_a_week_when_the_child_comes_every_day():
    visits = [a_visit_on(date(2027, 6, day)) for day in (7, 8, 9)]
    assert chart_until(MONDAY, date(2027, 6, 21), visits) == date(2027, 6, 13)


def test_closed_days_are_left_out_of_the_chart():
    draft = a_draft(BEAR_WALK, chart_until=date(2027, 6, 20))
    facts = print_facts(closed=frozenset({date(2027, 6, 18)}))
    days = chart_days(draft, facts)
    assert date(2027, 6, 18) not in days
    assert len(days) == 13


@given(st.integers(0, 60), st.integers(0, 90))
def test_the_chart_never_ends_before_it_begins(after, length):
    visit = a_visit_on(MONDAY + timedelta(days=after))
    ends_on = MONDAY + timedelta(days=length)
    until = chart_until(MONDAY, ends_on, [visit])
    assert MONDAY <= until <= MONDAY + timedelta(days=28)


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2027, 1, 1), "Winter plan"), (date(2027, 5, 31), "Spring plan"),
     (MONDAY, "Summer plan"), (date(2027, 11, 2), "Fall plan"), (date(2027, 12, 1), "Winter plan")],
)  # fmt: skip
def test_a_plan_is_named_after_its_season(day, name):
    assert season_plan(day) == name


def test_nothing_a_fridge_must_not_show_is_on_the_pages():
    facts = print_facts()
    program = printable(a_draft(BEAR_WALK), facts)
    assert (program.child.first_name, program.child.initial) == ("Maya", "O")
    assert not hasattr(program.child, "born_on")


def test_activities_come_back_from_the_file_as_they_were():
    for activity in library.all_activities():
        assert activity_of(activity_text(activity)) == activity


@given(
    st.lists(st.sampled_from(library.all_activities()), max_size=6, unique_by=lambda one: one.key),
    st.text(max_size=40),
    st.integers(1, 60),
    st.sampled_from([12.0, 13.0, 16.0, 18.0]),
)
def test_a_program_comes_back_from_the_file_as_it_was(activities, words, most, letters):
    draft = a_draft(
        *activities,
        limit=FamilyLimit(most=most, said_by=words, said_on=MONDAY),
        reward=Reward(RewardKind.SAVE_UP, words, 7),
        choice=PaperChoice(PageSize.A4, is_gray=True, body_pt=letters, chart=False),
        name=words,
    )
    if activities:
        draft = draft.worded(0, say=words, steps=(words, "Go."))
    read = replace(a_draft(), **program_of(program_text(draft)))
    assert read == draft


def test_a_draft_takes_the_librarys_new_words():
    newer = replace(BEAR_WALK, minutes=9)
    read = program_of(program_text(a_draft(BEAR_WALK)), {"bear-walk": newer})
    assert read["activities"][0].activity.minutes == 9


def test_adding_twice_changes_nothing():
    draft = a_draft(BEAR_WALK)
    assert draft.with_activity(BEAR_WALK) is draft


@given(st.integers(-2, 5), st.integers(-2, 5))
def test_moving_keeps_every_activity(place, to):
    draft = a_draft(BEAR_WALK, COINS, SPONGE)
    if 0 <= place < 3:
        assert sorted(draft.moved(place, to).keys) == sorted(draft.keys)


def test_a_step_of_nothing_cannot_be_printed():
    with pytest.raises(ValidationError, match="say what to do"):
        a_draft(BEAR_WALK).worded(0, steps=()).check()


def test_a_program_without_papers_cannot_be_printed():
    choice = PaperChoice(plan=False, chart=False)
    with pytest.raises(ValidationError, match="Choose the home plan"):
        a_draft(BEAR_WALK, choice=choice).check()


def test_six_activities_need_a_reason():
    six = [one for one in library.all_activities() if not one.is_embedded][:6]
    draft = a_draft(*six, limit=FamilyLimit(most=60))
    assert draft.budget.verdict is Verdict.NEEDS_REASON


def test_a_goal_of_the_same_routine_wins():
    buttons = a_goal("self-care", "Fastens 4 shirt buttons")
    name = a_goal("fine-motor", "Writes his first name", goal_id=2)
    assert goal_of(COINS, [name, buttons]) is buttons


def test_a_goal_that_is_met_is_no_reason_for_an_activity():
    met = a_goal("gross-motor", "Jumps", met_on=MONDAY)
    assert goal_of(BEAR_WALK, [met]) is None


def test_words_that_worked_are_used_once():
    goal = a_goal("gross-motor", "Hops on one foot", cue_words=("Paws down.",))
    planned = a_draft(BEAR_WALK).worded(0, say="Paws down.").activities
    assert cue_words_for(BEAR_WALK, [goal], ()) == "Paws down."
    assert cue_words_for(BEAR_WALK, [goal], planned) is None


def test_age_keeps_an_activity_from_being_suggested_but_not_from_the_library():
    goal = a_goal("self-care", "Fastens 4 shirt buttons")
    found = {one.activity.key: one for one in offers([COINS], [goal], 2, ())}
    assert not found[COINS.key].is_suggested


def test_custody_is_no_alert_for_paper():
    review = AlertReview(Asked.LISTED)
    listed = (
        Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag."),
        Alert(AlertKind.PICK_UP, "Father NOT to receive documents"),
    )
    assert alert_words(Alerts(review, review, listed)) == ("Peanut", "EpiPen in blue bag.")


@pytest.mark.parametrize(
    ("may", "note", "allowed"),
    [(True, "", True), (None, "", True), (True, "Joint custody", True),
     (False, "", False), (None, "Order of 3 May 2027", False)],
)  # fmt: skip
def test_who_may_receive_papers(may, note, allowed):
    caregiver = a_caregiver(may_receive_papers=may, custody_note=note)
    [recipient] = recipients(a_page_of(caregiver))
    assert recipient.may_receive is allowed
    assert (note in recipient.refusal) or allowed


def test_the_refusal_names_the_order_of_the_pick_up_alert():
    order = Alert(AlertKind.PICK_UP, "Father NOT to receive documents (order 12 Mar 2026)")
    caregiver = a_caregiver(may_receive_papers=False, custody_note="Court order on file.")
    [recipient] = recipients(a_page_of(caregiver, listed=(order,)))
    assert recipient.refusal == (
        "Daniel Park may not receive papers. Father NOT to receive documents (order 12 Mar 2026). "
        "Court order on file."
    )
