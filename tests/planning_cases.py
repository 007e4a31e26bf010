"""Instances for the planner's tests: the stored ones, and a small one to bend."""

import json
from pathlib import Path

PLANS = Path(__file__).parent / "data" / "plans"
STORED = sorted(path.stem for path in PLANS.glob("*.json"))
DAYS = {"mon": [["08:00", "16:00"]], "tue": [["08:00", "16:00"]]}
WEIGHTS = {
    "care_per_slot": {"1": 40, "2": 20, "3": 10},
    "wait_bonus_weeks_per_point": 3,
    "wait_bonus_max": 9,
    "extra_therapist": 12,
    "not_primary": 2,
    "off_time_base": 2,
    "off_time_per_slot": 1,
    "off_time_cap_slots": 6,
    "not_preferred": 2,
    "adjacent_days": 2,
    "trip_per_10_min": 1,
    "wait_per_slot": 1,
    "change_therapist": 4,
    "change_move": 12,
    "change_drop": 12,
    "change_child": 5,
}


def stored(name):
    """Return a stored instance as parsed JSON."""
    return json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))


def a_therapist(number, **changes):
    return {
        "id": f"t{number}",
        "name": f"Therapist {number}, OTR/L",
        "skills": ["sensory"],
        "hours": DAYS,
        "lunch": {"earliest": "11:30", "latest": "13:00", "minutes": 30},
        "max_contact_min_per_day": 240,
        "doc_gap_min": 15,
        "absences": [],
        **changes,
    }


def a_service(child, **changes):
    return {
        "id": f"{child}-a",
        "skill": "sensory",
        "room_kinds": ["gym"],
        "duration_min": 60,
        "sessions": 2,
        "min_sessions": 1,
        "max_per_week": 2,
        "max_therapists": 2,
        "spread": False,
        **changes,
    }


def a_child(child, family, **changes):
    return {
        "id": child,
        "name": f"Child {child}",
        "family": family,
        "priority": 2,
        "waiting_weeks": 4,
        "primary_therapist": "t1",
        "excluded_therapists": [],
        "availability": DAYS,
        "unavailable": [],
        "preferred": None,
        "max_sessions_per_day": 1,
        "authorization": {"visits": 4, "from": "2026-06-01", "to": "2026-07-01"},
        "services": [a_service(child)],
        **changes,
    }


def a_small_clinic(**changes):
    """Two therapists, two rooms, two siblings with one caregiver; Monday and Tuesday, June 1, 2."""
    return {
        "format": "ot-plan-instance/1",
        "name": "small",
        "grid_min": 15,
        "first_day": "2026-06-01",
        "last_day": "2026-06-05",
        "closed_days": [],
        "open_hours": {"mon": ["08:00", "16:00"], "tue": ["08:00", "16:00"]},
        "trip_gap_min": 60,
        "weights": WEIGHTS,
        "rooms": [{"id": "gym-1", "kind": "gym"}, {"id": "table-1", "kind": "table"}],
        "therapists": [a_therapist(1), a_therapist(2)],
        "families": [{"id": "f1", "travel_min": 25, "caregivers": 1, "children": ["c1", "c2"]}],
        "children": [a_child("c1", "f1"), a_child("c2", "f1")],
        "fixed": [],
        **changes,
    }


def a_session(child="c1", day="2026-06-01", start="09:00", therapist="t1", room="gym-1"):
    return {
        "child": child,
        "service": f"{child}-a",
        "day": day,
        "start": start,
        "therapist": therapist,
        "room": room,
    }


def a_plan(*sessions):
    return {"format": "ot-plan-solution/1", "instance": "small", "sessions": list(sessions)}
