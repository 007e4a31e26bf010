"""Every activity a family may be handed is finished, short, readable and says its dangers."""

import re
from collections import Counter

import pytest

import resources
from ot_desktop.errors import NotFound
from ot_desktop.home_programs import library
from ot_desktop.home_programs.domain import (
    ChildOnPaper,
    Hazard,
    PlannedActivity,
    Routine,
    Skill,
)
from ot_desktop.home_programs.readability import read
from ot_desktop.home_programs.wording import PLACES, Pronouns

ACTIVITIES = library.all_activities()
EACH = pytest.mark.parametrize("activity", ACTIVITIES, ids=lambda one: one.key)


def filled(activity, pronouns):
    return PlannedActivity.from_library(activity).words(ChildOnPaper("Sam", "R", pronouns))


def running_text(words):
    lines = (words.why, words.need, *words.steps, words.say, words.too_hard, words.too_easy)
    return "\n".join((*lines, *words.safety))


def test_the_library_has_12_activities_for_every_skill_and_every_routine():
    skills = Counter(skill for one in ACTIVITIES for skill in one.skills)
    routines = Counter(routine for one in ACTIVITIES for routine in one.routines)
    assert len(ACTIVITIES) > 120
    assert min(skills[skill] for skill in Skill) >= 12
    assert min(routines[routine] for routine in Routine) >= 12


def test_there_are_20_activities_for_every_age_from_1_to_14():
    for years in range(1, 15):
        assert sum(one.suits_age(years) for one in ACTIVITIES) >= 20, years


@EACH
def test_an_activity_file_is_named_after_its_key(activity):
    assert resources.path(f"activities/{activity.key}.json").exists()


@EACH
def test_an_activity_is_told_in_english_and_in_spanish(activity):
    assert set(activity.words) == {"en", "es"}


@EACH
def test_an_activity_has_all_its_texts(activity):
    words = activity.words["en"]
    for text in (words.title, words.when, words.why, words.need, words.say, words.picture):
        assert text == text.strip() != ""
    assert words.too_hard != words.too_easy
    assert len(words.short_title) <= 18
    assert len(words.when) <= 18


@EACH
def test_an_activity_has_at_most_5_steps_of_at_most_12_words(activity):
    words = filled(activity, Pronouns.HE)
    assert 1 <= len(words.steps) <= 5
    assert max(len(step.split()) for step in words.steps) <= 12


@EACH
def test_cue_words_are_short_enough_to_say_to_a_child(activity):
    assert len(activity.words["en"].say.split()) <= 8


@EACH
def test_an_activity_reads_at_grade_5_or_below(activity):
    assert read(running_text(filled(activity, Pronouns.SHE))).grade <= 5


@EACH
def test_minutes_ages_and_times_are_within_reason(activity):
    assert 1 <= activity.age_from <= activity.age_to <= 14
    assert 1 <= activity.minutes <= 10
    assert 1 <= activity.times_per_week <= 7


@EACH
def test_a_dangerous_activity_says_how_to_stay_safe(activity):
    if activity.hazards - {Hazard.WEIGHT_BEARING}:
        assert activity.words["en"].safety


@EACH
def test_only_known_places_wait_for_a_pronoun(activity):
    words = activity.words["en"]
    text = " ".join((running_text(words), words.title, words.short_title, words.picture))
    assert set(re.findall(r"\{(\w*)\}", text)) <= PLACES


@EACH
@pytest.mark.parametrize("pronouns", Pronouns)
def test_no_place_is_left_open_on_paper(activity, pronouns):
    assert "{" not in running_text(filled(activity, pronouns))


@EACH
def test_verbs_agree_when_a_child_is_they(activity):
    text = running_text(filled(activity, Pronouns.THEY))
    assert not re.search(r"\b[Tt]hey (is|has|does|\w+[^s\W]s)\b", text)


def test_verbs_agree_when_a_child_is_she():
    words = filled(library.activity("bear-walk"), Pronouns.SHE)
    assert words.why.endswith("It helps her body feel calm before she sits to eat.")
    assert words.steps[-1] == "Do it 3 times. Rest when she wants to."


def test_an_unknown_activity_is_named():
    with pytest.raises(NotFound, match="moon-walk"):
        library.activity("moon-walk")
