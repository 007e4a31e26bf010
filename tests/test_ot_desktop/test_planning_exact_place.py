"""The exact search for one child, against every plan there is of small clinics; and the audits."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ot_desktop.planning import audit
from ot_desktop.planning.beside import Beside
from ot_desktop.planning.check import check
from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.domain import Plan, Session
from ot_desktop.planning.exact_place import ExactPlace
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.open_places import find_place
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.relaxing import relaxed
from ot_desktop.planning.start import state_of
from tests.bench.by_hand import careful_person
from tests.planning_cases import STORED, a_child, a_service, a_small_clinic, a_therapist, stored

INSTANCES = {name: instance_from(stored(name)) for name in STORED}
HOURS = range(8, 12)
EMPTY = Plan("small", ())
LOOSER = [
    {"family_window": {"mon": [["08:00", "12:00"]], "tue": [["08:00", "12:00"]]}},
    {"family_days": ["2026-06-02"]},
    {"therapist_hours": {"t1": {"wed": [["08:00", "12:00"]]}}},
    {"visits": 9},
    {"max_sessions_per_day": 2},
    {"caregivers": 2},
]


def exact(instance, plan, child):
    """Return the search for a place of a child beside all others' sessions."""
    problem = Problem(instance)
    others = Plan(plan.instance, tuple(each for each in plan.sessions if each.child != child))
    beside = Beside.fixed(problem).and_sessions(state_of(problem, others).sessions)
    return ExactPlace(Openings(beside, instance, child))


def a_random_clinic(seed):
    """Return a clinic of two weeks with two days each, hourly sessions, and some of its plan."""
    mixed = Random(seed)  # noqa: S311  (a test, not a secret)
    days = ["2026-06-01", "2026-06-02", "2026-06-08"]
    day = {"mon": [["08:00", "12:00"]], "tue": [["08:00", mixed.choice(["11:00", "12:00"])]]}
    lunch = {"earliest": "10:00", "latest": "12:00", "minutes": 60}
    therapists = [
        a_therapist(
            number,
            hours=day,
            lunch=mixed.choice([None, lunch]),
            max_contact_min_per_day=mixed.choice([120, 180, 240]),
            doc_gap_min=mixed.choice([0, 60]),
        )
        for number in (1, 2)
    ]
    fixed = [
        {
            "id": f"x{number}",
            "day": mixed.choice(days),
            "contact": mixed.random() < 0.5,
            "start": f"{hour:02}:00",
            "end": f"{hour + 1:02}:00",
            "therapist": mixed.choice(["t1", "t2"]),
            "room": mixed.choice([None, "gym-1"]),
        }
        for number, hour in enumerate(mixed.choices(HOURS, k=mixed.randint(2, 7)))
    ]
    services = [a_random_service(mixed, name) for name in "ab"[: mixed.choice([1, 2])]]
    child = a_child(
        "c1",
        "f1",
        services=services,
        max_sessions_per_day=mixed.choice([1, 2, 2]),
        availability=mixed.choice(
            [day, {"mon": [["09:00", "12:00"]], "tue": [["08:00", "11:00"]]}]
        ),
        unavailable=mixed.choice([[], [{"day": "2026-06-02", "start": "09:00", "end": "10:00"}]]),
        authorization={"visits": mixed.choice([2, 4, 6]), "from": "2026-06-01", "to": days[-1]},
    )
    family = {"id": "f1", "travel_min": 20, "caregivers": 1, "children": ["c1", "c2"]}
    clinic = a_small_clinic(
        grid_min=60,
        last_day="2026-06-09",
        closed_days=["2026-06-09"],
        open_hours={"mon": ["08:00", "12:00"], "tue": ["08:00", "12:00"]},
        trip_gap_min=60,
        therapists=therapists,
        fixed=fixed,
        families=[family],
        children=[child, a_child("c2", "f1", availability=day)],
    )
    instance = instance_from(clinic)
    theirs = [each for each in candidates(instance, "c2") if not broken(instance, [each])]
    return instance, Plan("small", tuple(mixed.sample(theirs, min(1, len(theirs)))))


def a_random_service(mixed, name):
    least, full = sorted(mixed.choices((1, 2, 2, 3), k=2))
    return a_service(
        "c1",
        id=f"c1-{name}",
        duration_min=mixed.choice([60, 60, 120]),
        room_kinds=mixed.choice([["gym"], ["gym", "table"]]),
        min_sessions=least,
        sessions=full,
        max_per_week=mixed.choice([1, 2, 3]),
        max_therapists=mixed.choice([1, 2]),
    )


def candidates(instance, child):
    days = Problem(instance).days
    return [
        Session(child, service.id, day, 60 * hour, therapist.id, room.id)
        for holder, service in instance.service_of.values()
        if holder.id == child
        for day in days
        for hour in HOURS
        for therapist in instance.therapists
        for room in instance.rooms
    ]


def broken(instance, sessions):
    """Return the broken rules but the dose, which a part of a plan cannot keep."""
    return [each for each in check(instance, Plan("small", tuple(sessions))) if each.code != "DOSE"]


def has_any_plan(instance, others, child):
    """Say whether some choice of sessions has the least number of each; tries them all."""
    child = next(each for each in instance.children if each.id == child)
    single = [
        each for each in candidates(instance, child.id) if not broken(instance, [*others, each])
    ]
    wanted = [service.id for service in child.services for _ in range(service.min_sessions)]

    def goes_on(chosen, start):
        if len(chosen) == len(wanted):
            return True
        return any(
            each.service == wanted[len(chosen)]
            and not broken(instance, [*others, *chosen, each])
            and goes_on([*chosen, each], at + 1)
            for at, each in enumerate(single[start:], start)
        )

    return goes_on([], 0)


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_a_child_fits_exactly_where_some_plan_of_all_holds_it(seed):
    instance, plan = a_random_clinic(seed)
    assert exact(instance, plan, "c1").fits() == has_any_plan(instance, plan.sessions, "c1")


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_as_many_sessions_as_are_said_to_fit_can_be_held(seed):
    instance, plan = a_random_clinic(seed)
    search = exact(instance, plan, "c1")
    sessions = search.sessions(search.full)
    services = [service.id for service in instance.children[0].services]
    held = [sum(each.service == service for each in sessions) for service in services]
    assert broken(instance, [*plan.sessions, *sessions]) == []
    assert tuple(held) == search.counts(search.full)
    assert search.fits() == all(map(int.__ge__, held, search.least))


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.sampled_from(LOOSER))
def test_fewer_rules_or_fewer_others_never_leave_less_room(seed, relax):
    instance, plan = a_random_clinic(seed)
    now = exact(instance, plan, "c1")
    wanted = now.full[:1] if len(now.full) == 1 else now.least
    for looser in (exact(relaxed(instance, "c1", relax), plan, "c1"), exact(instance, EMPTY, "c1")):
        assert sum(looser.counts(wanted)) >= sum(now.counts(wanted))
        assert looser.fits() >= now.fits()


@pytest.mark.parametrize("name", STORED)
def test_whoever_has_a_place_is_found_to_fit_and_its_sessions_pass_the_check(name):
    instance = INSTANCES[name]
    plan = careful_person(instance)
    for child in {session.child for session in plan.sessions}:
        search = exact(instance, plan, child)
        others = tuple(each for each in plan.sessions if each.child != child)
        found = Plan(name, (*others, *search.sessions(search.full)))
        assert search.fits()
        assert check(instance, found) == []


@pytest.mark.parametrize("name", STORED)
def test_the_engine_and_the_exact_search_agree_who_fits(name):
    instance = INSTANCES[name]
    plan = careful_person(instance)
    placed = {session.child for session in plan.sessions}
    for child in instance.children:
        if child.id not in placed:
            found = find_place(instance, plan, child.id, 1)
            assert exact(instance, plan, child.id).fits() or not found


def one_therapist(*children):
    """Return a clinic with one therapist, one hour on Monday and these children."""
    hours = {"mon": [["08:00", "09:15"]]}
    return instance_from(
        a_small_clinic(
            therapists=[a_therapist(1, hours=hours, lunch=None)],
            children=list(children),
            families=[
                {"id": child["family"], "travel_min": 0, "caregivers": 1, "children": [child["id"]]}
                for child in children
            ],
        )
    )


def test_a_child_who_would_fit_is_found_by_the_audit():
    instance = one_therapist(a_child("c1", "f1"), a_child("c2", "f2"))
    assert audit.fits(instance, Plan("small", ())) == ["c1", "c2"]


def test_envy_names_the_lower_priority_that_holds_the_place():
    instance = one_therapist(
        *(a_child("c1", "f1", priority=3), a_child("c2", "f2"), a_child("c3", "f3", priority=3))
    )
    monday = Session("c1", "c1-a", instance.first_day, 480, "t1", "gym-1")
    plan = Plan("small", (monday,))
    assert audit.fits(instance, plan) == []
    assert audit.envy(instance, plan) == [("c2", "c1")]


def test_nobody_envies_a_child_of_the_same_priority():
    instance = one_therapist(a_child("c1", "f1"), a_child("c2", "f2"))
    monday = Session("c1", "c1-a", instance.first_day, 480, "t1", "gym-1")
    assert audit.envy(instance, Plan("small", (monday,))) == []


@pytest.mark.parametrize("name", ["S-1.00-s1", "S-1.00-s2"])
def test_a_child_taken_out_is_told_by_the_audit(name):
    instance = INSTANCES[name]
    plan = careful_person(instance)
    out = plan.sessions[0].child
    left = tuple(each for each in plan.sessions if each.child != out)
    assert out in audit.fits(instance, replace(plan, sessions=left))
