"""``activities``: list the library that comes with the program, or that of a clinic."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from ot_desktop.commands.answer import Answer

if TYPE_CHECKING:
    from ot_desktop.home_programs.activities.domain import Entry
    from ot_desktop.home_programs.domain import Activity


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes: nothing of its own."""
    parser.epilog = "Without --clinic it lists the built-in activities and asks for no password."


def run(options: Namespace) -> Answer:
    """Describe every activity families can be given, by its title."""
    if options.clinic is None:
        from ot_desktop.home_programs import library  # noqa: PLC0415  (lazy)

        found = [_facts(activity) for activity in library.all_activities()]
    else:
        from ot_desktop.commands.opening import open_clinic  # noqa: PLC0415

        with open_clinic(options) as services:
            entries = [one for one in services.activities.entries() if not one.retired_at]
            found = [_entry_facts(one) for one in entries if one.in_force]
    lines = tuple(map(_line, found))
    return Answer((*lines, f"{len(found)} activities."), {"activities": found, "count": len(found)})


def _entry_facts(entry: "Entry") -> dict[str, Any]:
    facts = _facts(entry.shown) | {"origin": entry.origin.value, "children": entry.children}
    if (version := entry.approved) is not None and version.approved_at is not None:
        facts["approved_by"] = version.approved_by
        facts["approved_at"] = version.approved_at.isoformat()
    return facts


def _facts(activity: "Activity") -> dict[str, Any]:
    from ot_desktop.home_programs.activities.domain import reading_grade  # noqa: PLC0415

    return {
        "id": activity.key,
        "title": activity.words["en"].title,
        "areas": [skill.value for skill in activity.skills],
        "routines": [routine.value for routine in activity.routines],
        "ages": [activity.age_from, activity.age_to],
        "minutes": activity.minutes,
        "times_per_week": activity.times_per_week,
        "embedded": activity.is_embedded,
        "hazards": sorted(hazard.value for hazard in activity.hazards),
        "grade": round(reading_grade(activity), 1),
        "languages": sorted(activity.words),
        "drawing": _picture(activity),
        "origin": "built-in",
    }


def _picture(activity: "Activity") -> str | None:
    return f"{activity.photo.name}.jpg" if activity.photo else activity.drawing


def _line(facts: dict[str, Any]) -> str:
    youngest, oldest = facts["ages"]
    about = f"{', '.join(facts['areas'])}; {', '.join(facts['routines'])}"
    return f"{facts['id']}: {about}; ages {youngest} to {oldest}; {facts['minutes']} min"
