"""The rules that can keep a child out, and what dropping each of them for the child would take."""

from collections.abc import Iterator

from ot_desktop.planning.concessions import Concession, Wish
from ot_desktop.planning.domain import (
    WEEKDAYS,
    WHOLE_DAY,
    Child,
    Hours,
    Instance,
    Service,
    Therapist,
    TimeOff,
    Window,
)
from ot_desktop.planning.relaxing import joined

Groups = list[Wish]  # the first that will do is taken


def drop(instance: Instance, child: Child, code: str) -> Groups:
    """Return everything the rule could give way in; nothing where it binds nowhere."""
    return [group for group in DROPPED[code](instance, child) if group]


def _auth_visits(_instance: Instance, child: Child) -> Groups:
    needed = sum(service.min_sessions for service in child.services)
    if needed <= child.authorization.visits:
        return []
    return [(Concession(("visits",), needed),)]


def _auth_dates(instance: Instance, child: Child) -> Groups:
    agreed = child.authorization
    earlier = Concession(("authorization", "from"), instance.first_day, least=agreed.first_day)
    later = Concession(("authorization", "to"), instance.last_day, least=agreed.last_day)
    return [
        (later,) if instance.last_day > agreed.last_day else (),
        (earlier,) if instance.first_day < agreed.first_day else (),
    ]


def _excluded(instance: Instance, child: Child) -> Groups:
    return [
        (Concession(("allow_therapists",), therapist.id),)
        for therapist in _skilled(instance, child)
        if therapist.id in child.excluded_therapists
    ]


def _skilled(instance: Instance, child: Child) -> list[Therapist]:
    skills = {service.skill for service in child.services}
    return [therapist for therapist in instance.therapists if therapist.skills & skills]


def _family_window(instance: Instance, child: Child) -> Groups:
    path = ("family_window",)
    days = [
        _more_hours(Concession(path, open_hours, _shortest(child)), weekday, child.availability)
        for weekday, open_hours in instance.open_hours.items()
    ]
    return [*days, _days_back(("family_days",), instance, child.unavailable)]


def _shortest(child: Child) -> int:
    return min(service.duration_min for service in child.services)


def _more_hours(whole: Concession, weekday: int, hours: Hours) -> Wish:
    """Return the stretches of a weekday's ``whole`` window that are outside the hours."""
    own, window = joined(hours.get(weekday, ())), whole.value
    assert isinstance(window, Window)  # noqa: S101  (hours are windows)
    edges = [window.start, *(edge for each in own for edge in (each.start, each.end)), window.end]
    path = (*whole.path, WEEKDAYS[weekday])
    extra = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start < end:
            fixed = "start" if start > window.start else "end" if end < window.end else ""
            extra.append(Concession(path, Window(start, end), whole.least, fixed))
    return tuple(extra)


def _days_back(path: tuple[str, ...], instance: Instance, times_off: tuple[TimeOff, ...]) -> Wish:
    """Return the days away that the program could use."""
    days = sorted({off.day for off in times_off} - instance.closed_days)
    return tuple(
        Concession(path, day)
        for day in days
        if instance.first_day <= day <= instance.last_day and day.weekday() in instance.open_hours
    )


def _therapist_hours(instance: Instance, child: Child) -> Groups:
    able = [each for each in _skilled(instance, child) if each.id not in child.excluded_therapists]
    able.sort(key=lambda each: each.id != child.primary_therapist)
    return [tuple(_longer_hours(instance, child, therapist)) for therapist in able]


def _longer_hours(instance: Instance, child: Child, therapist: Therapist) -> Iterator[Concession]:
    yield from _days_back(("therapist_days", therapist.id), instance, therapist.absences)
    notes, path = therapist.doc_gap_min, ("therapist_hours", therapist.id)
    for weekday, hours in instance.open_hours.items():
        window = Window(hours.start, min(hours.end + notes, WHOLE_DAY.end))
        whole = Concession(path, window, _shortest(child) + notes)
        yield from _more_hours(whole, weekday, therapist.hours)


def _no_skill(instance: Instance, child: Child) -> Groups:
    have = {skill for therapist in instance.therapists for skill in therapist.skills}
    return [
        (Concession(("skills", therapist.id), service.skill),)
        for service in child.services
        if service.skill not in have
        for therapist in instance.therapists
        if therapist.id not in child.excluded_therapists
    ]


def _no_room_kind(instance: Instance, child: Child) -> Groups:
    kinds = dict.fromkeys(room.kind for room in instance.rooms)
    return [
        (Concession(("room_kinds", service.id), kind),)
        for service in child.services
        for kind in kinds
        if kind not in service.room_kinds
    ]


def _continuity(instance: Instance, child: Child) -> Groups:
    return _higher(child, "max_therapists", len(instance.therapists))


def _week_max(_instance: Instance, child: Child) -> Groups:
    return _higher(child, "max_per_week", len(WEEKDAYS) * child.max_sessions_per_day)


def _higher(child: Child, limit: str, most: int) -> Groups:
    return [
        (Concession((limit, service.id), most, least=_limit(service, limit)),)
        for service in child.services
        if _limit(service, limit) < most
    ]


def _limit(service: Service, limit: str) -> int:
    return service.max_therapists if limit == "max_therapists" else service.max_per_week


def _day_max(_instance: Instance, child: Child) -> Groups:
    return [(Concession(("max_sessions_per_day",), 2),)] if child.max_sessions_per_day == 1 else []


def _caregiver(instance: Instance, child: Child) -> Groups:
    family = next(each for each in instance.families if each.id == child.family)
    alone = family.caregivers == 1 and len(family.children) > 1
    return [(Concession(("caregivers",), 2),)] if alone else []


DROPPED = {
    "AUTH_VISITS": _auth_visits,
    "AUTH_DATES": _auth_dates,
    "EXCLUDED": _excluded,
    "FAMILY_WINDOW": _family_window,
    "THERAPIST_HOURS": _therapist_hours,
    "NO_SKILL": _no_skill,
    "NO_ROOM_KIND": _no_room_kind,
    "CONTINUITY": _continuity,
    "WEEK_MAX": _week_max,
    "DAY_MAX": _day_max,
    "CAREGIVER": _caregiver,
}
