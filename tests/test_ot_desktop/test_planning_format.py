"""Instance and plan files: read strictly, refused with the path of what is wrong."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.errors import ClinicError
from ot_desktop.planning.format import instance_from, read_instance
from ot_desktop.planning.plan_file import plan_facts, plan_from, read_plan, write_plan
from tests.planning_cases import PLANS, STORED, a_plan, a_session, a_small_clinic, stored

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
    | st.sampled_from(["09:07", "25:00", "24:00", "08:60", "2026-02-30", "２０:００", "c1", "t1"]),
    lambda values: st.lists(values, max_size=3)
    | st.dictionaries(st.sampled_from(["id", "day", "start", "mon", "x"]), values, max_size=3),
    max_leaves=5,
)  # fmt: skip


def bent(data, path, value):
    """Return a copy of the data with another value at the path."""
    copied = json.loads(json.dumps(data))
    place = copied
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return copied


def places_in(data, path=()):
    """Return the path of every value inside."""
    if isinstance(data, dict):
        inside = data.items()
    elif isinstance(data, list):
        inside = enumerate(data)
    else:
        inside = ()
    found = [path] if path else []
    for key, value in inside:
        found += places_in(value, (*path, key))
    return found


PLACES = places_in(a_small_clinic())


@pytest.mark.parametrize("name", STORED)
def test_a_stored_instance_is_read(name):
    instance = read_instance(PLANS / f"{name}.json")
    assert len(instance.children) == len(stored(name)["children"])


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("children", 1, "services", 0, "duration_min"), 50,
         "children[1].services[0].duration_min: not a multiple of grid_min"),
        (("children", 0, "services", 0, "min_sessions"), 3,
         "children[0].services[0].min_sessions: not between 1 and 2"),
        (("children", 0, "primary_therapist"), "t9",
         "children[0].primary_therapist: not in this file"),
        (("children", 1, "id"), "c1", "children[1].id: there twice"),
        (("children", 0, "availability", "mon", 0, 0), "09:05",
         "children[0].availability.mon[0][0]: not a multiple of grid_min"),
        (("children", 0, "availability", "mon", 0), ["10:00", "09:00"],
         "children[0].availability.mon[0][1]: not after the start"),
        (("families", 0, "children"), ["c1"],
         "children[1].family: a family that does not name the child"),
        (("open_hours",), {"monday": ["08:00", "16:00"]},
         "open_hours.monday: not a weekday (mon tue wed thu fri sat sun)"),
        (("last_day",), "2026-05-01", "last_day: before first_day"),
        (("grid_min",), 0, "grid_min: not between 1 and 60"),
        (("grid_min",), True, "grid_min: not a whole number"),
        (("therapists", 0, "lunch", "minutes"), 120,
         "therapists[0].lunch.minutes: longer than from earliest to latest"),
        (("format",), "ot-plan-instance/2", "format: not ot-plan-instance/1"),
        (("weights", "care_per_slot"), {"1": 1, "2": 1}, "weights.care_per_slot.3: missing"),
    ],
)  # fmt: skip
def test_a_bad_value_is_refused_with_its_path(path, value, said):
    with pytest.raises(ClinicError) as refused:
        instance_from(bent(a_small_clinic(), path, value))
    assert str(refused.value) == said


@given(st.sampled_from(PLACES), ANYTHING)
def test_whatever_stands_in_an_instance_is_read_or_refused(path, value):
    with suppress(ClinicError):
        instance_from(bent(a_small_clinic(), path, value))


@given(st.sampled_from(places_in(a_plan(a_session()))), ANYTHING)
def test_whatever_stands_in_a_plan_is_read_or_refused(path, value):
    instance = instance_from(a_small_clinic())
    with suppress(ClinicError):
        plan_from(bent(a_plan(a_session()), path, value), instance)


@given(ANYTHING)
def test_whatever_a_file_holds_is_read_or_refused(data):
    with pytest.raises(ClinicError):
        instance_from(data)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 50_000, b"1" * 10_000]
)
def test_a_file_that_is_no_instance_is_refused(tmp_path, content):
    path = tmp_path / "instance.json"
    path.write_bytes(content)
    with pytest.raises(ClinicError):
        read_instance(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ClinicError, match="cannot be read"):
        read_instance(tmp_path / "nothing.json")


def test_a_plan_is_written_as_it_is_read(tmp_path):
    instance = instance_from(a_small_clinic())
    plan = plan_from(a_plan(a_session(), a_session("c2", start="10:00")), instance)
    write_plan(plan, tmp_path / "plan.json")
    assert read_plan(tmp_path / "plan.json", instance) == plan
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8")) == plan_facts(plan)


def test_a_service_of_another_child_is_refused():
    session = {**a_session("c1"), "service": "c2-a"}
    with pytest.raises(ClinicError, match=r"sessions\[0\].service: a service of another child"):
        plan_from(a_plan(session), instance_from(a_small_clinic()))
