"""Names and pronouns in the library's sentences, and paper that can be chosen."""

import pytest

from ot_desktop.home_programs import library
from ot_desktop.home_programs.domain import Changes, ChildOnPaper, PlannedActivity
from ot_desktop.home_programs.wording import (
    Pronouns,
    fill,
)
from ot_desktop.paper.page import Paper
from ot_desktop.paper.people import possessive


@pytest.mark.parametrize(
    ("pronouns", "sentence"),
    [
        (Pronouns.HE, "He pushes his arm. Stop if he cries or wants you to."),
        (Pronouns.SHE, "She pushes her arm. Stop if she cries or wants you to."),
        (Pronouns.THEY, "They push their arm. Stop if they cry or want you to."),
    ],
)
def test_pronouns_and_verbs_are_filled_in(pronouns, sentence):
    text = "{He} push{es} {his} arm. Stop if {he} cr{ies} or want{s} you to."
    assert fill(text, pronouns, "Sam") == sentence


def test_a_name_is_filled_in_and_other_braces_stay():
    assert fill("{name} has {{ two }} {braces}", Pronouns.SHE, "Ada") == (
        "Ada has {{ two }} {braces}"
    )


def test_a_name_that_ends_in_s_takes_an_apostrophe_only():
    assert [possessive("Mateo"), possessive("Iris")] == ["Mateo’s", "Iris’"]


def test_words_changed_for_one_child_leave_the_library_as_it_is():
    bear = library.activity("bear-walk")
    child = ChildOnPaper("Maya", "R", Pronouns.SHE)
    changed = PlannedActivity(
        bear, 2, 5, "After lunch", bear.routines[0], Changes(title="Bear dance", steps=("Dance.",))
    )
    words = changed.words(child)
    assert (words.title, words.short_title, words.steps) == (
        "Bear dance",
        "Bear dance",
        ("Dance.",),
    )
    assert words.when == "After lunch"
    assert words.why.startswith("It makes her arms")
    assert PlannedActivity.from_library(bear).words(child).title == "Bear walk"


def test_letters_too_small_to_read_are_refused():
    with pytest.raises(ValueError, match="8"):
        Paper(body_pt=8)
