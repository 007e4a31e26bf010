"""Reads an instance (ot-plan-instance/1) strictly: a bad file is refused with the path in it."""

import json
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import (
    PRIORITIES,
    Authorization,
    Child,
    Family,
    Fixed,
    Instance,
    Lunch,
    Published,
    Room,
    Service,
    Session,
    Therapist,
    Weights,
)
from ot_desktop.planning.json_reader import Part

INSTANCE_FORMAT = "ot-plan-instance/1"
LONGEST_PROGRAM_DAYS = 366
HOUR_MIN = 60


def read_json(path: Path) -> Any:
    """Return what the file holds; raise ClinicError when it cannot be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as trouble:
        raise ClinicError(f"{path}: the file cannot be read ({trouble.strerror}).") from trouble
    except UnicodeDecodeError as trouble:
        raise ClinicError(f"{path}: the file is not written in UTF-8.") from trouble
    except json.JSONDecodeError as trouble:
        raise ClinicError(f"{path}: not JSON in line {trouble.lineno}: {trouble.msg}.") from trouble
    except (RecursionError, ValueError) as trouble:
        raise ClinicError(f"{path}: not JSON that a plan can be read from.") from trouble


def read_instance(path: Path) -> Instance:
    """Read an instance file."""
    return instance_from(read_json(path))


def instance_from(data: Any) -> Instance:
    """Build the instance from parsed JSON; raise ClinicError with the path of what is wrong."""
    whole = Part(data)
    _expect_format(whole, INSTANCE_FORMAT)
    grid = whole["grid_min"].number(1, HOUR_MIN)
    if HOUR_MIN % grid:
        whole["grid_min"].fail("not a divisor of 60")
    whole = Part(data, "", grid)
    instance = Instance(
        name=whole["name"].text(),
        grid_min=grid,
        first_day=whole["first_day"].day(),
        last_day=whole["last_day"].day(),
        closed_days=frozenset(whole["closed_days"].each(Part.day)),
        open_hours={day: part.window() for day, part in whole["open_hours"].weekdays().items()},
        trip_gap_min=whole["trip_gap_min"].minutes(),
        weights=_weights(whole["weights"]),
        rooms=whole["rooms"].each(_room),
        therapists=whole["therapists"].each(_therapist),
        families=whole["families"].each(_family),
        children=whole["children"].each(_child),
        fixed=whole["fixed"].each(_fixed),
        published=_published(whole.optional("published")),
    )
    _check_days(whole, instance)
    _check_names(whole, instance)
    return instance


def _expect_format(whole: Part, wanted: str) -> None:
    if whole["format"].text() != wanted:
        whole["format"].fail(f"not {wanted}")


def _weights(part: Part) -> Weights:
    care = part["care_per_slot"]
    named = {
        name: part[name].number()
        for name in Weights.__dataclass_fields__
        if name not in {"care_per_slot", "wait_bonus_weeks_per_point"}
    }
    return Weights(
        care_per_slot={priority: care[str(priority)].number() for priority in PRIORITIES},
        wait_bonus_weeks_per_point=part["wait_bonus_weeks_per_point"].number(1),
        **named,
    )


def _room(part: Part) -> Room:
    return Room(part["id"].word(), part["kind"].word())


def _therapist(part: Part) -> Therapist:
    return Therapist(
        id=part["id"].word(),
        name=part["name"].text(),
        skills=frozenset(part["skills"].each(Part.word)),
        hours=part["hours"].hours(),
        lunch=_lunch(part["lunch"]),
        max_contact_min_per_day=part["max_contact_min_per_day"].minutes(),
        doc_gap_min=part["doc_gap_min"].minutes(),
        absences=part["absences"].each(Part.time_off),
    )


def _lunch(part: Part) -> Lunch | None:
    if part.value is None:
        return None
    window = part.between(part["earliest"], part["latest"])
    minutes = part["minutes"].minutes(1)
    if minutes > window.end - window.start:
        part["minutes"].fail("longer than from earliest to latest")
    return Lunch(window, minutes)


def _family(part: Part) -> Family:
    return Family(
        id=part["id"].word(),
        travel_min=part["travel_min"].number(),
        caregivers=part["caregivers"].number(1, 2),
        children=part["children"].each(Part.word),
    )


def _child(part: Part) -> Child:
    primary, preferred = part["primary_therapist"], part["preferred"]
    services = part["services"].each(_service)
    if not services:
        part["services"].fail("empty; a child needs at least one service")
    return Child(
        id=part["id"].word(),
        name=part["name"].text(),
        family=part["family"].word(),
        priority=part["priority"].number(1, 3),
        waiting_weeks=part["waiting_weeks"].number(),
        primary_therapist=None if primary.value is None else primary.word(),
        excluded_therapists=frozenset(part["excluded_therapists"].each(Part.word)),
        availability=part["availability"].hours(),
        unavailable=part["unavailable"].each(Part.time_off),
        preferred=None if preferred.value is None else preferred.windows(),
        max_sessions_per_day=part["max_sessions_per_day"].number(1, 2),
        authorization=_authorization(part["authorization"]),
        services=services,
    )


def _authorization(part: Part) -> Authorization:
    return Authorization(part["visits"].number(), part["from"].day(), part["to"].day())


def _service(part: Part) -> Service:
    sessions = part["sessions"].number(1, LONGEST_PROGRAM_DAYS)
    return Service(
        id=part["id"].word(),
        skill=part["skill"].word(),
        room_kinds=part["room_kinds"].each(Part.word),
        duration_min=part["duration_min"].minutes(1),
        sessions=sessions,
        min_sessions=part["min_sessions"].number(1, sessions),
        max_per_week=part["max_per_week"].number(1, LONGEST_PROGRAM_DAYS),
        max_therapists=part["max_therapists"].number(1),
        spread=part["spread"].flag(),
    )


def _fixed(part: Part) -> Fixed:
    therapist, room, label = part["therapist"], part["room"], part.optional("label")
    return Fixed(
        id=part["id"].word(),
        day=part["day"].day(),
        window=part.between(part["start"], part["end"]),
        therapist=None if therapist.value is None else therapist.word(),
        room=None if room.value is None else room.word(),
        contact=part["contact"].flag(),
        label="" if label is None else label.text(),
    )


def session_from(part: Part) -> Session:
    """Read one session of a plan."""
    return Session(
        child=part["child"].word(),
        service=part["service"].word(),
        day=part["day"].day(),
        start=part["start"].clock(),
        therapist=part["therapist"].word(),
        room=part["room"].word(),
    )


def _published(part: Part | None) -> Published | None:
    if part is None:
        return None
    parts = part["sessions"].parts()
    sessions = tuple(session_from(each) for each in parts)
    marks = [each.optional("locked") for each in parts]
    locked = {
        session
        for session, mark in zip(sessions, marks, strict=True)
        if mark is not None and mark.flag()
    }
    return Published(part["now"].moment(), sessions, frozenset(locked))


def _check_days(whole: Part, instance: Instance) -> None:
    if instance.last_day < instance.first_day:
        whole["last_day"].fail("before first_day")
    if (instance.last_day - instance.first_day).days >= LONGEST_PROGRAM_DAYS:
        whole["last_day"].fail("more than a year after first_day")


def _check_names(whole: Part, instance: Instance) -> None:
    """Refuse ids that are there twice, and ids that nobody has."""
    known = {
        key: _all_different(whole[key].parts(), "id")
        for key in ("rooms", "therapists", "families", "children", "fixed")
    }
    services = [part for child in whole["children"].parts() for part in child["services"].parts()]
    known["services"] = _all_different(services, "id")
    for child in whole["children"].parts():
        _known(child["family"], known["families"])
        _known(child["primary_therapist"], known["therapists"])
        for excluded in child["excluded_therapists"].parts():
            _known(excluded, known["therapists"])
    for fixed in whole["fixed"].parts():
        _known(fixed["therapist"], known["therapists"])
        _known(fixed["room"], known["rooms"])
    _check_families(whole, instance, known["children"])
    published = whole.optional("published")
    if published is not None:
        check_sessions(published["sessions"].parts(), instance)


def _check_families(whole: Part, instance: Instance, children: set[str]) -> None:
    family_of = {child.id: child.family for child in instance.children}
    listed: set[str] = set()
    for family in whole["families"].parts():
        for child in family["children"].parts():
            _known(child, children)
            if family_of[child.value] != family["id"].value or child.value in listed:
                child.fail("in another family")
            listed.add(child.value)
    for part in whole["children"].parts():
        if part["id"].value not in listed:
            part["family"].fail("a family that does not name the child")


def check_sessions(parts: Iterable[Part], instance: Instance) -> None:
    """Refuse sessions of children, services, therapists or rooms that the instance has not."""
    therapists = {therapist.id for therapist in instance.therapists}
    rooms = {room.id for room in instance.rooms}
    children = {child.id for child in instance.children}
    for part in parts:
        _known(part["child"], children)
        _known(part["therapist"], therapists)
        _known(part["room"], rooms)
        _known(part["service"], instance.service_of)
        if instance.service_of[part["service"].value][0].id != part["child"].value:
            part["service"].fail("a service of another child")


def _all_different(parts: Iterable[Part], key: str) -> set[str]:
    seen: set[str] = set()
    for part in parts:
        if part[key].value in seen:
            part[key].fail("there twice")
        seen.add(part[key].value)
    return seen


def _known(part: Part, known: Container[str]) -> None:
    if part.value is not None and part.value not in known:
        part.fail("not in this file")
