"""Places for one child: what a family is told, parts of a place, and room others make."""

from dataclasses import replace
from functools import cache

import pytest

from ot_desktop.planning.changes import ChangeKind
from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.domain import Plan
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.freed_time import UseKind, uses_of
from ot_desktop.planning.more_places import partial_places, place_by_moving
from ot_desktop.planning.open_places import find_place
from ot_desktop.planning.plan_file import plan_from
from ot_desktop.planning.planner import plan
from tests.planning_cases import a_plan, stored
from tests.repair_cases import (
    EARLY,
    FRI,
    MON,
    NEXT_MON,
    THU,
    TUE,
    WED,
    a_summer,
    at,
    away,
    child,
    every_day,
    moment,
    published,
    service,
    therapist,
)


@cache
def planned(name):
    instance = instance_from(stored(name))
    return instance, plan(instance, iterations=5, workers=1)


def without(found, name):
    return replace(found, sessions=tuple(each for each in found.sessions if each.child != name))


@pytest.mark.parametrize("name", ["S-1.00-s1", "S-1.00-s2"])
def test_whoever_had_a_place_finds_one_as_good(name):
    instance, found = planned(name)
    for child_id in {session.child for session in found.sessions}:
        rest = without(found, child_id)
        held = score(instance, found) - score(instance, rest)
        assert find_place(instance, rest, child_id, 1)[0].points >= held


def test_five_places_differ_in_time_or_therapist():
    instance, found = planned("S-1.00-s1")
    options = find_place(instance, Plan(instance.name, ()), found.sessions[0].child)
    homes = {tuple((each.start, each.therapist) for each in option.sessions) for option in options}
    assert len(homes) == len(options) == 5


def place_of(data, *sessions, name="maya"):
    instance = instance_from(data)
    return find_place(instance, plan_from(a_plan(*sessions), instance), name, 1)[0]


def mornings_of(*days):
    return {day: [["09:00", "10:00"]] for day in days}


def test_an_ideal_place_has_no_drawbacks():
    option = place_of(a_summer(child("Maya", availability=mornings_of("mon", "wed", "fri"))))
    assert option.text == "3 of 3 sessions, at 09:00, Mon Wed Fri, Ana Ruiz, Gym"
    assert option.drawbacks == ()


def test_a_place_tells_what_is_not_ideal():
    clinic = a_summer(
        child("Maya", availability={"mon": [["09:00", "10:00"]], "fri": [["13:00", "14:00"]]},
              services=[service("maya", sessions=4)]),
        therapists=[therapist("Ana Ruiz", hours={"mon": [["08:00", "12:00"]]}),
                    therapist("Cam Lee", hours={"fri": [["13:00", "17:00"]]})],
        closed_days=[NEXT_MON],
    )  # fmt: skip
    assert place_of(clinic).drawbacks == (
        "1 of 4 sessions finds no place",
        "1 of 3 at another time",
        "second therapist on Mondays",
    )


def test_the_primary_therapist_and_wished_times_are_missed():
    maya = child(
        "Maya", availability=mornings_of("mon", "wed", "fri"), primary_therapist="ana",
        preferred=[["13:00", "17:00"]],
    )  # fmt: skip
    clinic = away(a_summer(maya), "ana", MON, WED, FRI, NEXT_MON, "2027-06-30", "2027-07-02")
    assert place_of(clinic).drawbacks == ("not with Ana Ruiz", "3 of 3 outside the preferred times")


def test_a_child_in_the_middle_of_its_program_keeps_what_was_held():
    data = a_summer(child("Maya", services=[service("maya", sessions=3)]))
    instance = published(data, at("Maya", MON, "09:00"), now=f"{TUE}T08:00")
    option = find_place(instance, Plan("summer", instance.published.sessions), "maya", 1)[0]
    assert instance.published.sessions[0] in option.sessions
    assert len(option.sessions) == 3


def one_hour_left(*children):
    """Return a clinic with one therapist who is free on Mondays from 9 to 10 only."""
    ana = therapist("Ana Ruiz", hours={"mon": [["09:00", "10:00"]]})
    return a_summer(*children, therapists=[ana])


def test_part_of_a_place_is_offered_as_such():
    instance = instance_from(
        one_hour_left(child("Maya", services=[service("maya", min_sessions=3)]))
    )
    empty = Plan("summer", ())
    assert find_place(instance, empty, "maya") == []
    option = partial_places(instance, empty, "maya")[0]
    assert option.text == "2 of 3 sessions, at 09:00, Mon, Ana Ruiz, Gym"
    assert option.drawbacks == ("1 of 3 sessions finds no place",)


def test_one_service_alone_is_offered_where_both_do_not_fit():
    both = [service("maya"), service("maya", id="maya-b", room_kinds=["pool"])]
    instance = instance_from(a_summer(child("Maya", services=both)))
    options = partial_places(instance, Plan("summer", ()), "maya")
    assert {session.service for option in options for session in option.sessions} == {"maya-a"}


def test_a_place_is_made_by_moving_one_family():
    noa = child(
        "Noa", availability={"mon": [["09:00", "10:00"]]}, services=[service("noa", sessions=2)]
    )
    leo = child("Leo", availability={"mon": [["08:00", "12:00"]]})
    data = a_summer(leo, noa, therapists=[therapist("Ana Ruiz")])
    instance = instance_from(data)
    leos = [at("Leo", MON, "09:00"), at("Leo", NEXT_MON, "09:00")]
    current = plan_from(a_plan(*leos), instance)
    assert find_place(instance, current, "noa") == []
    assert place_by_moving(instance, current, "noa", 0) is None
    made = place_by_moving(instance, current, "noa", 1)
    assert made.families == ("f-leo",)
    assert made.text.startswith("With 1 family asked to move: 2 of 2 sessions, at 09:00, Mon")
    assert [change.kind for change in made.changes] == [ChangeKind.MOVED] * 2


def test_a_plan_that_others_made_room_in_is_valid_and_counts_its_changes():
    noa = child(
        "Noa", availability={"mon": [["09:00", "10:00"]]}, services=[service("noa", sessions=2)]
    )
    leo = child("Leo", availability={"mon": [["08:00", "12:00"]]})
    data = a_summer(leo, noa, therapists=[therapist("Ana Ruiz")])
    instance = published(data, at("Leo", MON, "09:00"), at("Leo", NEXT_MON, "09:00"))
    current = Plan("summer", instance.published.sessions)
    made = place_by_moving(instance, current, "noa", 1)
    moved = [change.after for change in made.changes]
    after = Plan("summer", (*moved, *made.option.sessions))
    assert check(instance, after) == []
    assert made.option.points == score(instance, after) - score(instance, current)


def a_waiting_room():
    """Return Maya, her sister Noa, Leo and Owen, who can all come from 9 to 10 only."""
    nine = every_day(("09:00", "10:00"))
    return a_summer(
        child("Maya", "f-maya", availability=nine),
        child("Noa", "f-maya", availability=nine),
        child("Leo", availability=nine),
        child("Owen", availability=nine, waiting_weeks=14),
        therapists=[therapist("Ana Ruiz")],
    )


def test_freed_time_goes_to_make_ups_then_siblings_then_the_waiting_list():
    instance = instance_from(a_waiting_room())
    sessions = [at("Maya", MON, "09:00"), at("Leo", TUE, "09:00"), at("Noa", WED, "09:00")]
    current = plan_from(a_plan(*sessions), instance)
    uses = uses_of(instance, current, moment(EARLY), current.sessions[0])
    assert [use.text for use in uses] == [
        "Leo, Mon Jun 21 at 09:00 with Ana Ruiz, Gym: 1 of 3 sessions so far",
        "Noa, Mon Jun 21 at 09:00 with Ana Ruiz, Gym: same family as Maya, 1 of 3 sessions so far",
        "Owen, Mon Jun 21 at 09:00 with Ana Ruiz, Gym: waiting 14 weeks, one session",
    ]


def test_freed_time_is_not_offered_to_whoever_has_all_sessions():
    instance = instance_from(a_waiting_room())
    leos = [at("Leo", day, "09:00") for day in (TUE, WED, THU)]
    current = plan_from(a_plan(at("Maya", MON, "09:00"), *leos), instance)
    uses = uses_of(instance, current, moment(EARLY), current.sessions[0])
    assert UseKind.MAKE_UP not in {use.kind for use in uses}


def test_time_that_has_passed_is_offered_to_nobody():
    instance = instance_from(a_waiting_room())
    current = plan_from(a_plan(at("Maya", MON, "09:00")), instance)
    assert uses_of(instance, current, moment(f"{MON}T09:30"), current.sessions[0]) == []
