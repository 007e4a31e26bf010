"""A Spanish text of the library is whole, short and easy, and speaks to every parent."""

import re

import pytest

from ot_desktop.home_programs import library
from ot_desktop.home_programs.spanish_readability import read_spanish
from tests.test_ot_desktop.test_activities import running_text

EACH = pytest.mark.parametrize("activity", library.all_activities(), ids=lambda one: one.key)


@EACH
def test_a_spanish_activity_reads_fairly_easy_or_easier(activity):
    assert read_spanish(running_text(activity.words["es"])).is_easy


@EACH
def test_a_spanish_activity_has_the_steps_and_dangers_of_the_english_one(activity):
    spanish, english = activity.words["es"], activity.words["en"]
    assert len(spanish.steps) == len(english.steps)
    assert len(spanish.safety) == len(english.safety)


@EACH
def test_spanish_steps_and_cue_words_are_short(activity):
    words = activity.words["es"]
    assert max(len(step.split()) for step in words.steps) <= 14
    assert len(words.say.split()) <= 9
    assert max(len(words.short_title), len(words.when)) <= 22


@EACH
def test_a_spanish_text_waits_for_no_english_pronoun(activity):
    words = activity.words["es"]
    assert "{" not in running_text(words) + words.title + words.picture


@EACH
def test_a_spanish_question_or_shout_begins_with_its_sign(activity):
    words = activity.words["es"]
    text = "\n".join((words.title, words.picture, running_text(words)))
    assert len(re.findall("[¿¡]", text)) == len(re.findall("[?!]", text))
