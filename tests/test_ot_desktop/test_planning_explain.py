"""Explanations: every claim is true, every fix helps, and planted troubles are found."""

from dataclasses import replace
from random import Random

import pytest

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Plan
from ot_desktop.planning.explain import explain
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.plan_file import plan_facts, plan_from
from tests.bench.by_hand import careful_person
from tests.dropped_rules import helps, is_true
from tests.planning_cases import (
    STORED,
    a_child,
    a_plan,
    a_service,
    a_session,
    a_small_clinic,
    a_therapist,
    stored,
)

MORNING = {"mon": [["08:00", "11:00"]], "tue": [["08:00", "11:00"]]}
AFTERNOON = {"mon": [["13:00", "16:00"]], "tue": [["13:00", "16:00"]]}


def planned(instance):
    return careful_person(instance)


def left_out(instance, plan):
    placed = {session.child for session in plan.sessions}
    return [child.id for child in instance.children if child.id not in placed]


def a_variation(name, seed):
    """Return a stored instance with fewer hours, visits, days and rooms here and there."""
    mixed, data = Random(seed), stored(name)  # noqa: S311  (a test, not a secret)
    for child in mixed.sample(data["children"], len(data["children"]) // 2):
        trouble = mixed.randrange(7)
        if trouble == 0:
            child["authorization"]["visits"] = mixed.randint(2, 9)
        elif trouble == 1:
            child["authorization"]["to"] = data["first_day"]
        elif trouble == 2:
            child["availability"] = {mixed.choice(["mon", "wed"]): [["15:00", "18:00"]]}
        elif trouble == 3:
            child["excluded_therapists"] = [data["therapists"][0]["id"]]
        elif trouble == 4:
            child["services"][0]["max_per_week"] = 1
        elif trouble == 5:
            child["services"][0]["max_therapists"] = 1
        else:
            child["services"][0]["room_kinds"] = ["pool"]
    therapist = mixed.choice(data["therapists"])
    therapist["hours"].pop(mixed.choice(list(therapist["hours"])))
    return instance_from(data)


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", STORED)
def test_every_child_left_out_has_a_true_reason_and_every_fix_helps(name, seed):
    instance = a_variation(name, seed) if seed else instance_from(stored(name))
    plan = planned(instance)
    for child in left_out(instance, plan):
        reasons = explain(instance, plan, child)
        assert reasons
        for reason in reasons:
            together = len(set(reason.relax or ()) - {"instead_of"}) > 1
            assert together or is_true(instance, plan, child, reason.code), reason
            assert reason.relax is None or helps(instance, plan, child, reason.relax), reason


def planted(service=None, **changes):
    """Return a clinic in which nothing but the changes keeps the child out of an empty program."""
    child = a_child("c1", "f1", services=[a_service("c1", **service or {})], **changes)
    return {"children": [child, a_child("c2", "f1")]}


def a_meeting(therapist, day):
    whole_day = {"start": "08:00", "end": "16:00", "contact": False, "room": None}
    return {"id": f"x-{therapist}", "day": day, "therapist": therapist, **whole_day}


@pytest.mark.parametrize(
    ("clinic", "code", "relax"),
    [
        (planted({"min_sessions": 2}, authorization={"visits": 1, "from": "2026-06-01",
                                                     "to": "2026-06-09"}),
         "AUTH_VISITS", {"visits": 2}),
        (planted(authorization={"visits": 9, "from": "2026-05-01", "to": "2026-05-20"}),
         "AUTH_DATES", {"authorization": {"to": "2026-06-01"}}),
        (planted(authorization={"visits": 9, "from": "2026-07-01", "to": "2026-08-01"}),
         "AUTH_DATES", {"authorization": {"from": "2026-06-02"}}),
        (planted(excluded_therapists=["t1", "t2"]), "EXCLUDED", {"allow_therapists": ["t1"]}),
        (planted(availability={"mon": [["08:00", "08:45"]]}),
         "FAMILY_WINDOW", {"family_window": {"mon": [["08:45", "09:00"]]}}),
        (planted(availability={}),
         "FAMILY_WINDOW", {"family_window": {"mon": [["08:00", "09:00"]]}}),
        (planted(unavailable=[{"day": "2026-06-01"}, {"day": "2026-06-02"}]),
         "FAMILY_WINDOW", {"family_days": ["2026-06-01"]}),
        (planted({"skill": "feeding"}), "NO_SKILL", {"skills": {"t1": ["feeding"]}}),
        (planted({"room_kinds": ["pool"]}), "NO_ROOM_KIND", {"room_kinds": {"c1-a": ["gym"]}}),
        (planted({"min_sessions": 2, "max_per_week": 1}), "WEEK_MAX",
         {"max_per_week": {"c1-a": 2}}),
        (planted({"min_sessions": 3, "sessions": 3, "max_per_week": 3}), "DAY_MAX",
         {"max_sessions_per_day": 2}),
        ({**planted({"min_sessions": 2, "max_therapists": 1}),
          "fixed": [a_meeting("t1", "2026-06-01"), a_meeting("t2", "2026-06-02")]},
         "CONTINUITY", {"max_therapists": {"c1-a": 2}}),
        ({**planted(availability=MORNING), "therapists": [a_therapist(1, hours=AFTERNOON)]},
         "FAMILY_WINDOW", {"family_window": {"mon": [["13:00", "14:00"]]}}),
        ({**planted(), "therapists": [a_therapist(1, absences=[{"day": "2026-06-01"},
                                                               {"day": "2026-06-02"}])]},
         "THERAPIST_HOURS", {"therapist_days": {"t1": ["2026-06-01"]}}),
    ],
)  # fmt: skip
def test_a_planted_trouble_is_the_first_reason(clinic, code, relax):
    instance = instance_from(a_small_clinic(**clinic))
    reason = explain(instance, Plan("small", ()), "c1")[0]
    assert (reason.code, reason.relax) == (code, relax)


@pytest.mark.parametrize("name", STORED)
@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("AUTH_VISITS", {"authorization": {"visits": 1, "from": "2020-01-01", "to": "2040-01-01"}}),
        ("AUTH_DATES", {"authorization": {"visits": 99, "from": "2020-01-01", "to": "2020-02-01"}}),
        ("FAMILY_WINDOW", {"availability": {}}),
    ],
)
def test_children_of_stored_programs_with_a_planted_trouble_are_told_so(name, code, changes):
    data = stored(name)
    whole = planned(instance_from(data))
    child = next(each for each in data["children"] if each["id"] == whole.sessions[0].child)
    child.update(changes)
    instance = instance_from(data)
    others = tuple(each for each in whole.sessions if each.child != child["id"])
    plan = Plan(name, others)
    reason = explain(instance, plan, child["id"])[0]
    assert reason.code == code
    assert helps(instance, plan, child["id"], reason.relax)


def beside_others(sessions, **clinic):
    instance = instance_from(a_small_clinic(**clinic))
    return instance, plan_from(a_plan(*sessions), instance)


def a_full_morning():
    """Return one therapist's only hour, which a child who comes alone has taken."""
    hours = {"mon": [["08:00", "09:15"]]}
    families = [
        {"id": family, "travel_min": 0, "caregivers": 1, "children": [child]}
        for family, child in (("f1", "c1"), ("f2", "c2"))
    ]
    return beside_others(
        [a_session("c2", start="08:00")],
        therapists=[a_therapist(1, hours=hours, lunch=None)],
        rooms=[{"id": "gym-1", "kind": "gym"}, {"id": "gym-2", "kind": "gym"}],
        families=families,
        children=[a_child("c1", "f1"), a_child("c2", "f2")],
    )


def test_who_holds_the_time_is_named_with_the_points():
    instance, plan = a_full_morning()
    reason = explain(instance, plan, "c1")[0]
    assert reason.code == "THERAPIST_CAPACITY"
    assert reason.relax == {"instead_of": ["c2"]}
    assert reason.text == (
        "Therapist 1 has too little time left. 0 of at least 1 session fit; "
        "without Child c2 (84 points) it would be 1."
    )


def test_longer_hours_of_the_therapist_are_offered_as_short_as_will_do():
    instance, plan = a_full_morning()
    fixes = {reason.code: reason.relax for reason in explain(instance, plan, "c1")}
    assert fixes["THERAPIST_HOURS"] == {"therapist_hours": {"t1": {"mon": [["09:15", "10:30"]]}}}


def test_a_room_that_others_have_is_the_reason_where_therapists_have_time():
    instance, plan = beside_others(
        [a_session("c2", start="08:00", therapist="t2")],
        open_hours={"mon": ["08:00", "09:15"], "tue": ["08:00", "08:15"]},
        families=[{"id": "f1", "travel_min": 0, "caregivers": 2, "children": ["c1", "c2"]}],
    )
    reason = explain(instance, plan, "c1")[0]
    assert reason.code == "ROOM_CAPACITY"
    assert reason.text.startswith("No gym is free often enough when the child can come.")


def test_a_caregiver_who_is_with_the_other_child_is_the_reason():
    instance, plan = beside_others(
        [a_session("c2", start="08:00", therapist="t2")],
        open_hours={"mon": ["08:00", "09:15"], "tue": ["08:00", "08:15"]},
        rooms=[{"id": "gym-1", "kind": "gym"}, {"id": "gym-2", "kind": "gym"}],
    )
    fixes = {reason.code: reason.relax for reason in explain(instance, plan, "c1")}
    assert fixes == {"CAREGIVER": {"caregivers": 2}}


def test_as_many_sessions_as_fit_are_offered_where_a_few_are_missing():
    child = a_child("c1", "f1", services=[a_service("c1", sessions=3, min_sessions=3)])
    instance, plan = beside_others([], children=[child, a_child("c2", "f1")])
    last = explain(instance, plan, "c1")[-1]
    assert last.relax == {"min_sessions": {"c1-a": 2}}
    assert last.text == "As it is, 2 of at least 3 sessions fit."


def test_two_rules_that_only_help_together_are_one_reason_with_both():
    child = a_child(
        "c1",
        "f1",
        services=[a_service("c1", min_sessions=2)],
        availability={"mon": [["08:00", "12:00"]]},
        authorization={"visits": 1, "from": "2026-06-01", "to": "2026-06-09"},
    )
    instance, plan = beside_others([], children=[child, a_child("c2", "f1")])
    reason = explain(instance, plan, "c1")[0]
    assert reason.code == "AUTH_VISITS"
    assert set(reason.relax) == {"visits", "family_window"}
    assert helps(instance, plan, "c1", reason.relax)


def test_a_program_too_short_for_the_dose_is_said():
    child = a_child(
        "c1", "f1", services=[a_service("c1", sessions=9, min_sessions=9)],
        authorization={"visits": 9, "from": "2026-06-01", "to": "2026-06-09"},
    )  # fmt: skip
    instance, plan = beside_others([], children=[child, a_child("c2", "f1")])
    assert [reason.code for reason in explain(instance, plan, "c1")] == ["DOSE"]


def test_a_child_who_fits_is_told_so():
    instance, plan = beside_others([])
    assert [reason.code for reason in explain(instance, plan, "c1")] == ["FITS"]


def test_a_child_with_a_place_needs_no_reason():
    instance, plan = beside_others([a_session()])
    assert explain(instance, plan, "c1") == []


def test_an_unknown_child_is_refused():
    instance, plan = beside_others([])
    with pytest.raises(ClinicError, match="No child of this file has the id nobody"):
        explain(instance, plan, "nobody")


def test_reasons_are_written_to_the_plan_file_and_read_again():
    instance, plan = a_full_morning()
    told = replace(plan, unplaced={"c1": tuple(explain(instance, plan, "c1"))})
    assert plan_from(plan_facts(told), instance).unplaced == told.unplaced
