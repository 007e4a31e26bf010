"""What clashes with a child's allergies and precautions is refused with the reason."""

import pytest

from ot_desktop.errors import ValidationError
from ot_desktop.home_programs.domain import Hazard
from ot_desktop.home_programs.library import activity, all_activities
from ot_desktop.home_programs.safety import (
    clashes,
    hazards_of,
    refuse_clashes,
    reward_clashes,
    safety_lines,
)


@pytest.mark.parametrize(
    ("alert", "key"),
    [
        ("Peanut allergy, EpiPen in bag", "peanut-butter-tongue-walk"),
        ("Látex", "balloon-keep-up"),
        ("No swings: motion sickness", "swing-and-toss"),
        ("Seizures – plan on file", "swing-and-toss"),
        ("Seizures – plan on file", "sponge-squeeze"),
        ("Epilepsia", "hang-like-a-monkey"),
        ("Tracheostomy", "kick-kick-stop"),
        ("Cacahuate", "peanut-butter-tongue-walk"),
        ("Pica", "coin-bank-then-buttons"),
    ],
)
def test_a_clash_names_the_activity_and_the_alert(alert, key):
    with pytest.raises(ValidationError, match="clashes with") as refused:
        refuse_clashes([activity("wall-push-game"), activity(key)], [alert])
    assert list(refused.value.fields) == [key]
    assert alert in refused.value.fields[key]


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("sponge-squeeze", "a child can drown in a seizure"),
        ("swing-and-toss", "a seizure on a swing means a fall"),
        ("hang-like-a-monkey", "a seizure high up means a fall"),
    ],
)
def test_the_therapist_reads_why_seizures_forbid_an_activity(key, why):
    sentences = " ".join(clash.sentence for clash in clashes(activity(key), ["Seizures"]))
    assert f"clashes with “Seizures”: {why}. Choose another one." in sentences


def test_seizures_forbid_every_activity_in_bath_water_on_a_swing_or_high_up():
    dangers = {Hazard.WATER, Hazard.SWING, Hazard.HEIGHT}
    for one in all_activities():
        assert bool(clashes(one, ["Seizures"])) == bool(one.hazards & dangers), one.key


def test_an_activity_in_the_bath_is_marked_as_one_with_water():
    for one in all_activities():
        if one.words["en"].when == "In the bath":
            assert Hazard.WATER in one.hazards, one.key


def test_seizures_put_water_in_the_safety_box():
    assert "Near water, stay at arm’s reach, always." in safety_lines(["Epilepsy"])


def test_a_child_without_alerts_may_do_everything():
    refuse_clashes([activity("peanut-butter-tongue-walk"), activity("swing-and-toss")], [])


def test_small_parts_wait_for_the_third_birthday():
    assert clashes(activity("coin-bank-then-buttons"), [], age_years=2)
    assert not clashes(activity("coin-bank-then-buttons"), [], age_years=3)


def test_no_activity_is_meant_for_an_age_it_is_refused_at():
    for one in all_activities():
        assert not clashes(one, [], age_years=one.age_from), one.key


def test_allergies_reach_the_safety_box():
    assert safety_lines(["Peanut", "Latex"]) == (
        "No treats with peanuts.",
        "No balloons and no rubber gloves.",
    )


def test_the_same_line_is_not_said_twice():
    assert safety_lines(["Peanuts", "peanut dust"]) == ("No treats with peanuts.",)


def test_words_inside_other_words_are_no_danger():
    assert hazards_of("Enjoys eggplant, necklaces and coconut") == frozenset()


def test_a_tree_nut_allergy_is_not_a_peanut_allergy_but_nuts_are_both():
    assert hazards_of("tree nuts") == {Hazard.TREE_NUT}
    assert hazards_of("all nuts") == {Hazard.TREE_NUT, Hazard.PEANUT}


@pytest.mark.parametrize(
    ("prize", "alert"),
    [("a peanut butter cookie", "Peanut"), ("ice cream", "Milk"), ("a red balloon", "latex")],
)
def test_a_reward_that_clashes_is_refused(prize, alert):
    assert reward_clashes(prize, [alert])


def test_a_trip_to_the_zoo_is_safe_for_everyone():
    assert not reward_clashes("a trip to the zoo", ["Peanut", "Latex", "Milk", "Seizures"])


def test_custody_and_diagnoses_never_become_a_printed_line():
    alerts = ["Father NOT to collect or receive documents (order 12 Mar 2026)", "Epilepsy"]
    printed = " ".join(safety_lines(alerts))
    assert "ather" not in printed
    assert "pilep" not in printed
