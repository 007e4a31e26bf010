"""Invented summers to plan: seeded, alike in kind to real ones, and made without the planner.

``summer("M-1.00-g2")`` is 60 children, 8 therapists and 4 weeks, with as many minutes prescribed
as the therapists still have, the second of its kind; the same name makes the same file everywhere.
Summers of one size and number differ in the regular caseload alone.
``python3 -m tests.bench.summers M-1.00-g2`` writes the file to the standard output.
"""

import json
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from tests.bench.dice import Dice
from tests.bench.planted_children import plant
from tests.bench.summer_caseload import regular_caseload
from tests.bench.summer_people import KINDS, families_and_children, therapists

DATA = Path(__file__).parents[1] / "data"
OPEN = ["08:00", "19:30"]
FIRST_YEAR, LAST_YEAR = 2026, 2029
PLANTED = 0.05  # of the children
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


@dataclass(frozen=True)
class Size:
    """How large a program is; ``doses`` are the sessions prescribed, with their weights."""

    children: int
    therapists: int
    weeks: int
    rooms: tuple[int, ...]  # by kind
    doses: dict[int, int]


SIZES = {
    "XS": Size(6, 2, 2, (1, 1, 1, 1), {6: 1, 8: 4, 10: 1}),
    "S": Size(20, 3, 3, (2, 1, 1, 1), {9: 2, 12: 12, 14: 4, 15: 3}),
    "M": Size(60, 8, 4, (4, 2, 1, 2), {12: 13, 15: 7, 16: 8, 19: 1, 20: 1}),
    "L": Size(120, 16, 6, (7, 4, 2, 5), {12: 2, 17: 3, 18: 3, 20: 3}),
    "XL": Size(240, 32, 6, (14, 8, 4, 10), {12: 2, 17: 3, 18: 3, 20: 3}),
}


def summer(name, planted=None):
    """Make the instance of this name; ``planted`` children have no place, each for one reason."""
    size_name, tightness, number = name.split("-")
    size = SIZES[size_name]
    seed = (size_name, number)
    days = _program(size.weeks, Dice(*seed, "year"))
    rooms = [
        {"id": f"{kind}-{number}", "kind": kind}
        for kind, count in zip(KINDS, size.rooms, strict=True)
        for number in range(1, count + 1)
    ]
    staff = therapists(size.therapists, days, Dice(*seed, "therapists"))
    families, children = families_and_children(size, days, staff, Dice(*seed, "children"))
    data = {
        "format": "ot-plan-instance/1",
        "name": name,
        "grid_min": 15,
        "first_day": days[0].isoformat(),
        "last_day": days[-1].isoformat(),
        "closed_days": [day.isoformat() for day in _holidays(days[0].year) if _within(day, days)],
        "open_hours": dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), OPEN),
        "trip_gap_min": 60,
        "weights": WEIGHTS,
        "rooms": rooms,
        "therapists": staff,
        "families": families,
        "children": children,
        "fixed": [],
        "seed": "/".join(seed),
    }
    count = round(PLANTED * size.children) if planted is None else planted
    data["planted"] = plant(data, count, Dice(*seed, "planted"))
    data["fixed"] = regular_caseload(data, days, float(tightness), Dice(*seed, "caseload"))
    return data


def text_of(data):
    """Return the file of an instance as it is written to a disk."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def fingerprint(data):
    """Return what tells one file from another."""
    return sha256(text_of(data).encode()).hexdigest()[:16]


def known_summers():
    """Return by name what is known: the file's fingerprint, and the best points ever seen.

    ``optimum`` stands where CP-SAT has proven them to be the most possible.
    """
    return json.loads((DATA / "summers.json").read_text(encoding="utf-8"))


def proven_optima():
    """Return the most points any plan of a small summer can have, by its name."""
    known = known_summers().items()
    return {name: each["optimum"] for name, each in known if "optimum" in each}


def stored_file(name):
    """Return the path of a stored instance, None if there is none of that name."""
    paths = [DATA / folder / f"{name}.json" for folder in ("plans", "large_plans")]
    return next((path for path in paths if path.exists()), None)


def _program(weeks, dice):
    """Return the open days from June 5, or the Monday after, to the last weekday of the weeks."""
    first = date(dice.between(FIRST_YEAR, LAST_YEAR), 6, 5)
    while first.weekday() > 4:
        first += timedelta(days=1)
    all_days = [first + timedelta(days=number) for number in range(7 * weeks)]
    closed = _holidays(first.year)
    return [day for day in all_days if day.weekday() < 5 and day not in closed]


def _holidays(year):
    """Return Juneteenth and Independence Day as they are observed."""
    return [_observed(date(year, 6, 19)), _observed(date(year, 7, 4))]


def _observed(day):
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def _within(day, days):
    return days[0] <= day <= days[-1]


if __name__ == "__main__":
    sys.stdout.write(text_of(summer(sys.argv[1])))
