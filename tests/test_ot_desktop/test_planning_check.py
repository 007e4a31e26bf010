"""The checker: every hard rule by its code, and the points of plans counted by hand."""

import pytest

from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.plan_file import plan_from
from tests.planning_cases import (
    DAYS,
    a_child,
    a_plan,
    a_service,
    a_session,
    a_small_clinic,
    a_therapist,
)


def codes(sessions, **changes):
    instance = instance_from(a_small_clinic(**changes))
    return sorted({each.code for each in check(instance, plan_from(a_plan(*sessions), instance))})


def points(sessions, **changes):
    instance = instance_from(a_small_clinic(**changes))
    return score(instance, plan_from(a_plan(*sessions), instance))


def one_child(**changes):
    return {"children": [a_child("c1", "f1", **changes), a_child("c2", "f1")]}


def one_therapist(**changes):
    return {"therapists": [a_therapist(1, **changes), a_therapist(2)]}


def a_fixed(**changes):
    entry = {
        "id": "x1",
        "day": "2026-06-01",
        "start": "09:30",
        "end": "10:30",
        "therapist": None,
        "room": None,
        "contact": False,
    }
    return {"fixed": [{**entry, **changes}]}


def test_a_good_plan_breaks_nothing():
    assert codes([a_session(), a_session("c2", start="10:15")]) == []


@pytest.mark.parametrize(
    ("sessions", "changes", "broken"),
    [
        ([a_session(day="2026-06-03")], {}, ["CLOSED_DAY", "FAMILY_WINDOW", "THERAPIST_HOURS"]),
        ([a_session()], {"closed_days": ["2026-06-01"]}, ["CLOSED_DAY"]),
        ([a_session(start="09:00")], {"open_hours": {"mon": ["09:15", "16:00"]}}, ["CLINIC_HOURS"]),
        ([a_session(start="09:05")], {}, ["GRID"]),
        ([a_session()], one_therapist(skills=["play"]), ["SKILL"]),
        ([a_session()], one_child(excluded_therapists=["t1"]), ["EXCLUDED"]),
        ([a_session(start="15:00")], {}, ["THERAPIST_HOURS"]),
        ([a_session()], one_therapist(absences=[{"day": "2026-06-01"}]), ["THERAPIST_HOURS"]),
        ([a_session()],
         one_therapist(hours={"mon": [["08:00", "09:30"], ["09:30", "16:00"]]}),
         ["THERAPIST_HOURS"]),
        ([a_session(), a_session("c2", start="10:00")], {}, ["THERAPIST_OVERLAP"]),
        ([a_session(start="08:30")], a_fixed(therapist="t1"), ["THERAPIST_FIXED"]),
        ([a_session(start="09:30")], a_fixed(room="gym-1"), ["ROOM_FIXED"]),
        ([a_session(start="11:45")], {}, ["LUNCH"]),
        ([a_session()], one_therapist(max_contact_min_per_day=45), ["CONTACT_MAX"]),
        ([a_session(start="11:00")],
         a_fixed(therapist="t1", contact=True, start="08:00", end="10:00")
         | one_therapist(max_contact_min_per_day=165, lunch=None), ["CONTACT_MAX"]),
        ([a_session(room="table-1")], {}, ["ROOM_KIND"]),
        ([a_session(), a_session("c2", start="09:45", therapist="t2")], {},
         ["CAREGIVER", "ROOM_OVERLAP"]),
        ([a_session(start="08:00")], one_child(availability={"mon": [["08:15", "16:00"]]}),
         ["FAMILY_WINDOW"]),
        ([a_session()],
         one_child(unavailable=[{"day": "2026-06-01", "start": "09:45", "end": "10:45"}]),
         ["FAMILY_WINDOW"]),
        ([a_session(), a_session(start="10:15")], {}, ["DAY_MAX"]),
        ([a_session(), a_session(start="09:30", therapist="t2")], one_child(max_sessions_per_day=2),
         ["CHILD_OVERLAP", "ROOM_OVERLAP"]),
        ([a_session(), a_session(day="2026-06-02")],
         one_child(services=[a_service("c1", max_per_week=1)]), ["WEEK_MAX"]),
        ([a_session()], one_child(services=[a_service("c1", min_sessions=2)]), ["DOSE"]),
        ([a_session()], one_child(services=[a_service("c1"), a_service("c1", id="c1-b")]),
         ["DOSE"]),
        ([a_session(), a_session(day="2026-06-02", therapist="t2")],
         one_child(services=[a_service("c1", max_therapists=1)]), ["MAX_THERAPISTS"]),
        ([a_session()],
         one_child(authorization={"visits": 0, "from": "2026-06-01", "to": "2026-06-09"}),
         ["AUTH_VISITS"]),
        ([a_session()],
         one_child(authorization={"visits": 9, "from": "2026-06-02", "to": "2026-06-09"}),
         ["AUTH_DATES"]),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named(sessions, changes, broken):
    assert codes(sessions, **changes) == broken


def test_a_violation_names_the_place_in_the_plan():
    instance = instance_from(a_small_clinic())
    plan = plan_from(a_plan(a_session("c2", start="10:15"), a_session(start="08:05")), instance)
    assert [each.path for each in check(instance, plan)] == ["sessions[1]"]


# A session is 4 slots x (20 + 1 for the wait) = 84 points; a trip of 25 minutes costs 2.
@pytest.mark.parametrize(
    ("sessions", "changes", "expected"),
    [
        ([], {}, 0),
        ([a_session()], {}, 82),
        ([a_session(therapist="t2")], {}, 80),
        ([a_session(), a_session(day="2026-06-02")], {}, 164),
        ([a_session(), a_session(day="2026-06-02", therapist="t2")], {}, 150),
        ([a_session(), a_session(day="2026-06-02", start="10:00")], {}, 158),
        ([a_session(), a_session(day="2026-06-02", start="14:00")], {}, 156),
        ([a_session()], one_child(preferred=[["09:15", "12:00"]]), 80),
        ([a_session(), a_session(day="2026-06-02")],
         one_child(services=[a_service("c1", spread=True)]), 162),
        ([a_session(), a_session("c2", start="10:15")], {}, 165),
        ([a_session(), a_session("c2", start="11:15", therapist="t2")], {}, 162),
        ([a_session(start="08:00"), a_session(start="13:15")],
         one_child(max_sessions_per_day=2, availability=DAYS), 164),
    ],
)  # fmt: skip
def test_points_are_as_counted_by_hand(sessions, changes, expected):
    assert points(sessions, **changes) == expected


# The same clinic with two sessions of c1 published: Monday's began, Tuesday's is to come.
MONDAY, TUESDAY = a_session(), a_session(day="2026-06-02")


def repaired(*sessions, locked=False, now="2026-06-01T09:30", **changes):
    was = [MONDAY, {**TUESDAY, "locked": locked}]
    data = a_small_clinic(published={"now": now, "sessions": was}, **changes)
    instance = instance_from(data)
    plan = plan_from(a_plan(*sessions), instance)
    return sorted({each.code for each in check(instance, plan)}), score(instance, plan)


def change_cost(*sessions, **changes):
    """Return what the changes of a plan cost beyond the points of the same plan made anew."""
    _, repaired_points = repaired(*sessions, now="2026-05-31T09:00", **changes)
    return points(sessions, **changes) - repaired_points


@pytest.mark.parametrize(
    ("sessions", "changes", "broken"),
    [
        ([MONDAY, TUESDAY], {}, []),
        ([TUESDAY], {}, ["HISTORY"]),
        ([MONDAY], {}, []),
        ([MONDAY], {"locked": True}, ["LOCKED"]),
        ([MONDAY], {"locked": True, "closed_days": ["2026-06-02"]}, []),
        ([MONDAY, a_session(day="2026-06-02", start="10:00")], {"locked": True}, ["LOCKED"]),
        ([MONDAY, a_session("c2", start="08:00", therapist="t2")], {}, ["BEFORE_NOW"]),
        ([MONDAY, MONDAY], {},
         ["BEFORE_NOW", "CHILD_OVERLAP", "DAY_MAX", "ROOM_OVERLAP", "THERAPIST_OVERLAP"]),
        ([MONDAY], {"closed_days": ["2026-06-01"]}, []),
        ([MONDAY], one_therapist(absences=[{"day": "2026-06-01"}]), []),
        ([MONDAY, TUESDAY], one_therapist(absences=[{"day": "2026-06-02"}]), ["THERAPIST_HOURS"]),
        ([MONDAY], one_child(services=[a_service("c1", min_sessions=2)]), []),
        ([MONDAY], one_child(authorization={"visits": 0, "from": "2026-06-01", "to": "2026-06-09"}),
         []),
        ([MONDAY, TUESDAY],
         one_child(authorization={"visits": 1, "from": "2026-06-01", "to": "2026-06-09"}),
         ["AUTH_VISITS"]),
        ([MONDAY, a_session("c2", start="09:45")], {},
         ["CAREGIVER", "ROOM_OVERLAP", "THERAPIST_OVERLAP"]),
    ],
)  # fmt: skip
def test_a_repair_has_rules_of_its_own(sessions, changes, broken):
    assert repaired(*sessions, **changes)[0] == broken


@pytest.mark.parametrize(
    ("sessions", "cost"),
    [
        ([MONDAY, TUESDAY], 0),
        ([MONDAY, {**TUESDAY, "room": "gym-2"}], 0),
        ([MONDAY, {**TUESDAY, "therapist": "t2"}], 4 + 5),
        ([MONDAY, {**TUESDAY, "start": "10:00"}], 12 + 5),
        ([MONDAY], 12 + 5),
        ([], 12 + 12 + 5),
        ([MONDAY, TUESDAY, a_session("c2", start="13:00")], 0),
    ],
)
def test_changes_cost_what_the_weights_say(sessions, cost):
    rooms = [{"id": "gym-1", "kind": "gym"}, {"id": "gym-2", "kind": "gym"}]
    assert change_cost(*sessions, rooms=rooms) == cost
