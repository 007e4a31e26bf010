"""Writes an instance (ot-plan-instance/1), so that a plan can be made and checked elsewhere."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import (
    WEEKDAYS,
    WHOLE_DAY,
    Child,
    Fixed,
    Hours,
    Instance,
    Lunch,
    Published,
    Service,
    Therapist,
    TimeOff,
    Window,
    clock_text,
)
from ot_desktop.planning.format import INSTANCE_FORMAT
from ot_desktop.planning.plan_file import session_facts

Facts = dict[str, Any]


def write_instance(instance: Instance, path: Path) -> None:
    """Write an instance file; raise ClinicError where that is not possible."""
    text = json.dumps(instance_facts(instance), ensure_ascii=False, indent=1)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as trouble:
        raise ClinicError(f"{path}: the file cannot be written ({trouble.strerror}).") from trouble


def instance_facts(instance: Instance) -> Facts:
    """Return the instance as JSON holds it."""
    facts: Facts = {
        "format": INSTANCE_FORMAT,
        "name": instance.name,
        "grid_min": instance.grid_min,
        "first_day": instance.first_day.isoformat(),
        "last_day": instance.last_day.isoformat(),
        "closed_days": sorted(day.isoformat() for day in instance.closed_days),
        "open_hours": {
            WEEKDAYS[day]: _window(window) for day, window in sorted(instance.open_hours.items())
        },
        "trip_gap_min": instance.trip_gap_min,
        "weights": _weights(instance),
        "rooms": [asdict(room) for room in instance.rooms],
        "therapists": [_therapist(each) for each in instance.therapists],
        "families": [
            asdict(each) | {"children": list(each.children)} for each in instance.families
        ],
        "children": [_child(each) for each in instance.children],
        "fixed": [_fixed(each) for each in instance.fixed],
    }
    if instance.published is not None:
        facts["published"] = _published(instance.published)
    return facts


def _weights(instance: Instance) -> Facts:
    facts = asdict(instance.weights)
    care = {str(priority): points for priority, points in instance.weights.care_per_slot.items()}
    return facts | {"care_per_slot": care}


def _therapist(therapist: Therapist) -> Facts:
    return {
        "id": therapist.id,
        "name": therapist.name,
        "skills": sorted(therapist.skills),
        "hours": _hours(therapist.hours),
        "lunch": _lunch(therapist.lunch),
        "max_contact_min_per_day": therapist.max_contact_min_per_day,
        "doc_gap_min": therapist.doc_gap_min,
        "absences": [_time_off(each) for each in therapist.absences],
    }


def _child(child: Child) -> Facts:
    allowed = child.authorization
    return {
        "id": child.id,
        "name": child.name,
        "family": child.family,
        "priority": child.priority,
        "waiting_weeks": child.waiting_weeks,
        "primary_therapist": child.primary_therapist,
        "excluded_therapists": sorted(child.excluded_therapists),
        "availability": _hours(child.availability),
        "unavailable": [_time_off(each) for each in child.unavailable],
        "preferred": None
        if child.preferred is None
        else [_window(each) for each in child.preferred],
        "max_sessions_per_day": child.max_sessions_per_day,
        "authorization": {
            "visits": allowed.visits,
            "from": allowed.first_day.isoformat(),
            "to": allowed.last_day.isoformat(),
        },
        "services": [_service(each) for each in child.services],
    }


def _service(service: Service) -> Facts:
    return asdict(service) | {"room_kinds": list(service.room_kinds)}


def _fixed(fixed: Fixed) -> Facts:
    start, end = _window(fixed.window)
    return {
        "id": fixed.id,
        "day": fixed.day.isoformat(),
        "start": start,
        "end": end,
        "therapist": fixed.therapist,
        "room": fixed.room,
        "contact": fixed.contact,
        "label": fixed.label,
    }


def _published(published: Published) -> Facts:
    return {
        "now": published.now.isoformat(timespec="minutes"),
        "sessions": [
            session_facts(each) | {"locked": each in published.locked}
            for each in published.sessions
        ],
    }


def _lunch(lunch: Lunch | None) -> Facts | None:
    if lunch is None:
        return None
    earliest, latest = _window(lunch.window)
    return {"earliest": earliest, "latest": latest, "minutes": lunch.minutes}


def _time_off(off: TimeOff) -> Facts:
    if off.window == WHOLE_DAY:
        return {"day": off.day.isoformat()}
    start, end = _window(off.window)
    return {"day": off.day.isoformat(), "start": start, "end": end}


def _hours(hours: Hours) -> Facts:
    return {
        WEEKDAYS[day]: [_window(each) for each in windows] for day, windows in sorted(hours.items())
    }


def _window(window: Window) -> list[str]:
    return [clock_text(window.start), clock_text(window.end)]
