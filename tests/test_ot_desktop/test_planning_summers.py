"""Invented summers, and the people who plan them by hand: what the bench measures against."""

import pytest

from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.format import instance_from
from tests.bench.by_hand import careful_person, first_fit
from tests.bench.diary import Diary, Wish
from tests.bench.planted_children import REASONS
from tests.bench.summers import fingerprint, known_summers, summer
from tests.dropped_rules import place_in, without_rule
from tests.planning_cases import STORED, a_child, a_service, a_small_clinic, a_therapist, stored

SOME = ["XS-0.90-g1", "S-0.90-g3"]
PLANTED = summer("S-0.90-g101", planted=len(REASONS))


@pytest.mark.parametrize("name", ["XS-1.00-g1", "S-1.00-g3", "M-1.00-g1", "L-1.00-g1"])
def test_a_summer_is_the_same_file_everywhere(name):
    assert fingerprint(summer(name)) == known_summers()[name]["file"]


@pytest.mark.parametrize("name", SOME)
def test_a_summer_is_an_instance_of_the_format(name):
    assert instance_from(summer(name)).name == name


def test_summers_of_one_number_differ_in_the_regular_caseload_alone():
    loose, tight = summer("S-0.90-g3"), summer("S-1.10-g3")
    assert len(loose.pop("fixed")) < len(tight.pop("fixed"))
    assert {**loose, "name": ""} == {**tight, "name": ""}


@pytest.mark.parametrize(("child", "code"), PLANTED["planted"].items())
def test_a_planted_child_has_no_place_for_one_known_reason(child, code):
    instance = instance_from(PLANTED)
    assert not place_in(instance, (), child).fits()
    assert place_in(without_rule(instance, child, code), (), child).fits()


def test_every_reason_is_planted_once():
    assert sorted(PLANTED["planted"].values()) == sorted(REASONS)


@pytest.mark.parametrize("by_hand", [first_fit, careful_person])
@pytest.mark.parametrize("name", [*STORED, *SOME])
def test_a_plan_made_by_hand_breaks_no_rule(name, by_hand):
    instance = instance_from(stored(name) if name in STORED else summer(name))
    found = by_hand(instance)
    assert check(instance, found) == []
    assert found.sessions


@pytest.mark.parametrize(("name", "published"), [("S-1.00-s1", 17_624), ("S-1.00-s2", 13_240)])
def test_the_careful_person_is_about_as_good_as_a_published_one(name, published):
    instance = instance_from(stored(name))
    assert score(instance, careful_person(instance)) >= 0.95 * published


def test_a_careful_person_keeps_to_one_therapist_and_one_time():
    instance = instance_from(a_small_clinic())
    first = [each for each in careful_person(instance).sessions if each.child == "c1"]
    assert len(first) == 2
    assert {each.therapist for each in first} == {"t1"}
    assert len({each.start for each in first}) == 1


def test_a_careful_person_has_siblings_come_together():
    instance = instance_from(a_small_clinic())
    mondays = sorted(each.start for each in careful_person(instance).sessions if each.day.day == 1)
    assert mondays[1] - mondays[0] == 60 + 15


def wishes(**changes):
    instance = instance_from(a_small_clinic(**changes))
    child = instance.children[0]
    return Diary(instance), Wish(child, child.services[0], instance.therapists[0])


def test_a_canceled_session_leaves_the_diary_as_it_was():
    diary, wish = wishes()
    day = diary.days[0]
    before = diary.starts(wish, day)
    session = diary.book(wish, day, before[3])
    assert diary.starts(wish, day) == []  # one session a day
    diary.cancel(wish, session)
    assert diary.starts(wish, day) == before


@pytest.mark.parametrize(
    ("changes", "latest"),
    [
        ({}, 16 * 60 - 75),  # the notes are written within the hours
        ({"therapists": [a_therapist(1, max_contact_min_per_day=45)]}, None),
        ({"therapists": [a_therapist(1, absences=[{"day": "2026-06-01"}])]}, None),
        ({"rooms": [{"id": "table-1", "kind": "table"}]}, None),
        ({"children": [a_child("c1", "f1", services=[a_service("c1", duration_min=120)]),
                       a_child("c2", "f1")]}, 16 * 60 - 135),
    ],
)  # fmt: skip
def test_the_diary_offers_what_the_rules_allow(changes, latest):
    diary, wish = wishes(**changes)
    assert max(diary.starts(wish, diary.days[0]), default=None) == latest
