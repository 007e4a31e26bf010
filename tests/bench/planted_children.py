"""Children who have no place even in an empty clinic, each for one known reason.

The code of the reason is what an explanation has to find; dropping that one rule gives the child
a place. Such a child is easy in every other way.
"""

from datetime import date, timedelta

SHORTEST, EASY_MINUTES = 15, 45
EVENING = ["18:00", "19:30"]  # nobody works then


def plant(data, count, dice):
    """Change ``count`` children of an instance; return their ids with the codes of the reasons."""
    singles = [child for child in data["children"] if len(child["services"]) == 1]
    codes = list(REASONS)
    first = dice.between(0, len(codes) - 1)
    chosen = dice.some(singles, min(count, len(singles)))
    planted = {
        child["id"]: codes[(first + number) % len(codes)] for number, child in enumerate(chosen)
    }
    for child in chosen:
        _make_easy(data, child)
        REASONS[planted[child["id"]]](data, child, dice)
    return dict(sorted(planted.items()))


def _make_easy(data, child):
    service = child["services"][0]
    service["duration_min"] = min(EASY_MINUTES, service["duration_min"])
    child["availability"] = {day: [["08:00", "18:00"]] for day in data["open_hours"]}
    child.update(unavailable=[], preferred=None, excluded_therapists=[])
    last = date.fromisoformat(data["last_day"]) + timedelta(days=30)
    child["authorization"].update(visits=service["sessions"], to=last.isoformat())


def _too_few_visits(data, child, dice):
    fewest = child["services"][0]["min_sessions"]
    child["authorization"]["visits"] = fewest - dice.between(1, min(4, fewest - 1))


def _authorized_too_early(data, child, dice):
    last = date.fromisoformat(data["first_day"]) + timedelta(days=dice.between(0, 2))
    child["authorization"]["to"] = last.isoformat()


def _window_too_short(data, child, dice):
    minutes = child["services"][0]["duration_min"] - SHORTEST
    start = dice.between(8, 15)
    window = [f"{start:02}:00", f"{start:02}:{minutes:02}"]
    child["availability"] = {day: [window] for day in child["availability"]}


def _only_evenings(data, child, dice):
    child["availability"] = {day: [EVENING] for day in child["availability"]}


def _everybody_excluded(data, child, dice):
    skill = child["services"][0]["skill"]
    able = [each["id"] for each in data["therapists"] if skill in each["skills"]]
    child["excluded_therapists"], child["primary_therapist"] = able, None


def _skill_of_nobody(data, child, dice):
    child["services"][0]["skill"], child["primary_therapist"] = "hippotherapy", None


def _no_such_room(data, child, dice):
    child["services"][0]["room_kinds"] = ["pool"]


REASONS = {
    "AUTH_VISITS": _too_few_visits,
    "AUTH_DATES": _authorized_too_early,
    "EXCLUDED": _everybody_excluded,
    "FAMILY_WINDOW": _window_too_short,
    "THERAPIST_HOURS": _only_evenings,
    "NO_SKILL": _skill_of_nobody,
    "NO_ROOM_KIND": _no_such_room,
}
