"""A published summer to break: two weeks of June 2027 in the clinic of the stories.

Ana Ruiz and Cam Lee work Monday to Friday, Ben Cole Tuesday to Thursday, all 08:00 to 12:00 and
13:00 to 17:00. A session is 60 minutes.
"""

from datetime import datetime

from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.domain import Plan
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.repair import repair
from tests.planning_cases import WEIGHTS, a_child, a_service, a_therapist

WEEK = ("mon", "tue", "wed", "thu", "fri")
OPEN = {day: ["08:00", "17:00"] for day in WEEK}
MON, TUE, WED, THU, FRI = (f"2027-06-{day}" for day in range(21, 26))
NEXT_MON, NEXT_TUE, NEXT_WED, NEXT_THU, NEXT_FRI = (
    "2027-06-28", "2027-06-29", "2027-06-30", "2027-07-01", "2027-07-02"
)  # fmt: skip
EARLY = f"{MON}T07:15"


def every_day(*windows):
    return {day: [list(window) for window in windows] for day in WEEK}


HOURS = every_day(("08:00", "12:00"), ("13:00", "17:00"))
MORNINGS = every_day(("08:00", "10:00"))


def therapist(name, **changes):
    facts = {"id": name.split()[0].lower(), "name": f"{name}, OTR/L", "hours": HOURS}
    limits = {"lunch": None, "doc_gap_min": 0, "max_contact_min_per_day": 480}
    return a_therapist(0, **{**facts, **limits, **changes})


def child(name, family=None, **changes):
    """Return a child who is to have three sessions, all in one week if need be."""
    key = name.lower()
    facts = {
        "name": name,
        "primary_therapist": None,
        "availability": HOURS,
        "authorization": {"visits": 6, "from": "2027-06-01", "to": "2027-07-31"},
        "services": [service(key)],
    }
    return a_child(key, family or f"f-{key}", **{**facts, **changes})


def service(key, **changes):
    facts = {"sessions": 3, "min_sessions": 2, "max_per_week": 3, "max_therapists": 2}
    return a_service(key, **{**facts, **changes})


def a_summer(*children, **changes):
    """Return the clinic with these children, each a family of its own unless it says otherwise."""
    families = {}
    for each in children:
        families.setdefault(each["family"], []).append(each["id"])
    return {
        "format": "ot-plan-instance/1",
        "name": "summer",
        "grid_min": 15,
        "first_day": MON,
        "last_day": NEXT_FRI,
        "closed_days": [],
        "open_hours": OPEN,
        "trip_gap_min": 60,
        "weights": WEIGHTS,
        "rooms": [{"id": "Gym", "kind": "gym"}, {"id": "Hall", "kind": "gym"}],
        "therapists": [
            therapist("Ana Ruiz"),
            therapist("Ben Cole", hours={day: HOURS[day] for day in ("tue", "wed", "thu")}),
            therapist("Cam Lee"),
        ],
        "families": [
            {"id": family, "travel_min": 0, "caregivers": 1, "children": ids}
            for family, ids in families.items()
        ],
        "children": list(children),
        "fixed": [],
        **changes,
    }


def at(name, day, start, who="ana", room="Gym", **marks):
    key = name.lower()
    return {
        "child": key, "service": f"{key}-a", "day": day, "start": start,
        "therapist": who, "room": room, **marks,
    }  # fmt: skip


def away(data, who, *days, **times):
    """Return the clinic with a therapist away on these days."""
    return {
        **data,
        "therapists": [
            {**each, "absences": [{"day": day, **times} for day in days]}
            if each["id"] == who else each
            for each in data["therapists"]
        ],
    }  # fmt: skip


def published(data, *sessions, now=EARLY):
    """Return the instance with these sessions published."""
    return instance_from({**data, "published": {"now": now, "sessions": list(sessions)}})


def mended(instance, **choices):
    """Return the repaired plan and its changes; it is valid and its claim is true."""
    was = instance.published
    before = Plan(instance.name, was.sessions)
    plan, changes = repair(instance, before, was.now, keep=was.locked, **choices)
    assert check(instance, plan) == []
    assert score(instance, plan) == plan.score
    return plan, changes


def told(changes):
    """Return what the changes say, those left out that say nothing changed."""
    return [change.text for change in changes if change.kind != "kept"]


def moment(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M")  # noqa: DTZ007  (clinic wall clock)
