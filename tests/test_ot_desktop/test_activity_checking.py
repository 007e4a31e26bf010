"""What an activity needs before families get it, and what is worth a second look."""

from dataclasses import replace

import pytest

import resources
from ot_desktop.home_programs import library
from ot_desktop.home_programs.activities.checking import hints, problems
from ot_desktop.home_programs.activities.domain import NO_WORDS, with_words
from ot_desktop.home_programs.activities.schema import Faults, activity_from, values_of
from ot_desktop.home_programs.domain import Hazard
from tests.activity_files import WORDS, sock_toss

EACH = pytest.mark.parametrize("activity", library.all_activities(), ids=lambda one: one.key)


def told(remarks):
    return {one.field: one.sentence for one in remarks}


@EACH
def test_every_built_in_activity_could_be_approved(activity):
    assert problems(activity) == ()


FILES = sorted(resources.path("activities").glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_activity_file_follows_the_schema(file):
    faults = Faults()
    found = activity_from(
        values_of(file.read_bytes(), faults), faults, lambda _named, _faults: None
    )
    assert faults == []
    assert found.key == file.stem


def test_a_finished_activity_has_no_problem():
    assert problems(sock_toss()) == ()


def test_a_step_of_13_words_is_worth_a_second_look():
    step = "Put the red basket on the floor three big steps away from you."
    found = told(hints(sock_toss(steps=("Sit down.", step))))
    assert found["words.en.steps[1]"] == "13 words. Keep a step to 12."


def test_6_steps_are_worth_a_second_look():
    found = told(hints(sock_toss(steps=("Toss it.",) * 6)))
    assert found["words.en.steps"] == "6 steps. Families follow 5 or fewer."


def test_words_that_are_hard_to_read_are_worth_a_second_look():
    hard = "Bilateral coordination capabilities facilitate independent participation."
    found = told(hints(sock_toss(why=hard, too_hard=hard, too_easy=hard)))
    assert found["words.en"].startswith("Grade ")


def test_missing_spanish_is_flagged():
    assert told(hints(sock_toss()))["words.es"] == "There is no Spanish yet."


def test_spanish_that_is_half_done_is_not_approved():
    half = with_words(sock_toss(), "es", replace(NO_WORDS, title="Tirar calcetines"))
    assert told(problems(half))["words.es.why"] == "Spanish: Say why it helps."


def test_hazards_without_a_safety_line_are_not_approved():
    wet = replace(sock_toss(), hazards=frozenset({Hazard.WATER}))
    assert "words.en.safety" in told(problems(wet))


@pytest.mark.parametrize(
    ("need", "hazard"), [("Peanut butter on a spoon.", "peanut"), ("2 balloons.", "latex")]
)
def test_an_allergen_in_the_words_has_to_be_ticked(need, hazard):
    assert f"name {hazard}" in told(hints(sock_toss(need=need)))["hazards"]


def test_ages_the_wrong_way_round_are_not_approved():
    assert "ages" in told(problems(replace(sock_toss(), age_from=9, age_to=4)))


def test_a_place_nobody_fills_is_worth_a_second_look():
    found = told(hints(sock_toss(why="It helps {her} hands.")))
    assert "{her}" in found["words.en.why"]


def test_an_emptied_language_is_left_out():
    with_spanish = with_words(sock_toss(), "es", WORDS)
    assert set(with_words(with_spanish, "es", NO_WORDS).words) == {"en"}
