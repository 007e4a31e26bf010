"""The school grade of a text."""

import pytest

from ot_desktop.home_programs.readability import flesch_kincaid, read, syllables


def test_the_formula_gives_the_published_check_value():
    assert round(flesch_kincaid(words=13, sentences=1, syllables=26), 2) == 13.08


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("bear", 1),
        ("sponge", 1),
        ("squeeze", 1),
        ("button", 2),
        ("open", 2),
        ("family", 3),
        ("occupational", 5),
        ("body", 2),
    ],
)
def test_syllables_are_counted_as_spoken(word, count):
    assert syllables(word) == count


def test_a_line_break_ends_a_sentence():
    assert read("Walk like a bear\nTurn around").sentences == 2


def test_a_short_text_for_parents_is_easy():
    assert read("Walk like a bear to the table. Go slow.").grade < 2


def test_hard_words_and_long_sentences_are_pointed_out():
    reading = read(
        "Proprioceptive activities facilitate self-regulation when they are given to the child"
        " often and with enough force."
    )
    assert "Proprioceptive" in reading.hard_words
    assert len(reading.long_sentences) == 1
    assert reading.grade > 10


def test_a_text_without_words_has_no_grade():
    assert read(" 123 … ").grade == 0
