"""Which activities come first for one home: hard routines, things at hand, things missing."""

from datetime import date

import pytest

from ot_desktop.caseload.about_home import HomeLine, HomeTopic
from ot_desktop.home_programs import library
from ot_desktop.home_programs.at_home import known_of_home
from ot_desktop.home_programs.domain import Routine
from ot_desktop.home_programs.suggesting import offers, swaps


def told(topic, words):
    return HomeLine(1, topic, words, "mother", date(2027, 6, 1))


def offered(*lines, goals=(), alerts=(), age=6):
    home = known_of_home(lines)
    found = offers(library.all_activities(), goals, age, alerts, home)
    return {offer.activity.key: offer for offer in found}


def test_a_routine_that_is_hard_at_home_suggests_its_activities():
    found = offered(told(HomeTopic.HARD_ROUTINES, "Teeth in the evening"))
    assert found["sponge-squeeze"].hard is Routine.BATH
    assert found["sponge-squeeze"].is_suggested


def test_without_a_goal_or_a_hard_routine_nothing_is_suggested():
    assert not any(offer.is_suggested for offer in offered().values())


def test_what_a_home_has_not_is_never_suggested():
    hard = told(HomeTopic.HARD_ROUTINES, "Bath time")
    missing = told(HomeTopic.SPACE_AND_EQUIPMENT, "No bathtub, only a shower")
    offer = offered(hard, missing)["sponge-squeeze"]
    assert offer.missing == ("tub",)
    assert not offer.is_suggested


def test_what_a_home_has_comes_before_what_it_may_lack():
    hard = told(HomeTopic.HARD_ROUTINES, "Bath time")
    has = told(HomeTopic.SPACE_AND_EQUIPMENT, "A sponge and a cup by the tub")
    first = next(iter(offered(hard, has).values()))
    assert first.hard is Routine.BATH
    assert first.at_hand


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("Scissors and beads are there, no therapy ball", (("therapy", "ball"),)),
        ("They do not have a swing or a trampoline", (("swing",), ("trampoline",))),
        ("Small living room, a long hallway", ()),
    ],
)
def test_only_what_a_family_said_it_lacks_is_missing(words, lacks):
    assert known_of_home([told(HomeTopic.SPACE_AND_EQUIPMENT, words)]).lacks == lacks


def test_a_swap_is_of_the_same_routine_and_endangers_nobody():
    found = list(offered(alerts=("Peanut",)).values())
    instead_of = library.activity("peanut-butter-tongue-walk")
    taken = swaps(found, instead_of, ())
    assert taken
    assert all(Routine.MEALTIME in offer.activity.routines for offer in taken)
    assert not any(offer.clashes for offer in taken)
