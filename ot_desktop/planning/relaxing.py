"""Loosens rules for one child: what a fix named beside a reason does to the instance.

A fix is a JSON object; several keys are several things at once. Times are "HH:MM", days
"YYYY-MM-DD", weekdays "mon" to "sun".

``{"visits": 12}``                          so many visits are authorized
``{"authorization": {"from": day, "to": day}}``  the authorization holds from and to, either or both
``{"family_window": {"mon": [["15:00", "17:00"]]}}``   the family can come then too
``{"family_days": [day]}``                  the family is not away on these days after all
``{"therapist_hours": {"t2": {"thu": [["08:00", "12:00"]]}}}``   the therapist works then too
``{"therapist_days": {"t2": [day]}}``       the therapist is not away on these days after all
``{"allow_therapists": ["t3"]}``            the child may see them although they were excluded
``{"skills": {"t2": ["sensory"]}}``         the therapist gives this skill area too
``{"room_kinds": {"c17-a": ["table"]}}``    rooms of these kinds will do for the service too
``{"max_therapists": {"c17-a": 3}}``        so many different therapists for the service
``{"max_per_week": {"c17-a": 4}}``          so many sessions of the service a week
``{"max_sessions_per_day": 2}``             so many sessions of the child a day
``{"caregivers": 2}``                       a second adult comes along: siblings at the same time
``{"min_sessions": {"c17-a": 9}}``          so few sessions of the service are enough
``{"instead_of": ["c03"]}``                 these children stay out of the plan
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import (
    Child,
    Family,
    Hours,
    Instance,
    Service,
    Therapist,
    TimeOff,
    Window,
)
from ot_desktop.planning.json_reader import Part

Relax = dict[str, Any]
Loosen = Callable[[Instance, Child, Part], Instance]


def relaxed(instance: Instance, child: str, relax: Relax) -> Instance:
    """Return the instance with the child's rules loosened; raise ClinicError for a bad fix."""
    whole = Part(relax, "relax", instance.grid_min)
    for key in whole.fields():
        if key not in LOOSENED:
            whole[key].fail("nothing that can be loosened")
        found = [each for each in instance.children if each.id == child]
        if not found:
            raise ClinicError(f"No child of this file has the id {child}.")
        instance = LOOSENED[key](instance, found[0], whole[key])
    return instance


def _with_child(instance: Instance, child: Child) -> Instance:
    return replace(
        instance,
        children=tuple(child if each.id == child.id else each for each in instance.children),
    )


def _visits(instance: Instance, child: Child, part: Part) -> Instance:
    agreed = child.authorization
    more = replace(agreed, visits=max(agreed.visits, part.number()))
    return _with_child(instance, replace(child, authorization=more))


def _authorization(instance: Instance, child: Child, part: Part) -> Instance:
    agreed, first, last = child.authorization, part.optional("from"), part.optional("to")
    longer = replace(
        agreed,
        first_day=min(agreed.first_day, first.day()) if first else agreed.first_day,
        last_day=max(agreed.last_day, last.day()) if last else agreed.last_day,
    )
    return _with_child(instance, replace(child, authorization=longer))


def _family_window(instance: Instance, child: Child, part: Part) -> Instance:
    wider = dict(child.availability)
    for weekday, windows in part.hours().items():
        wider[weekday] = joined((*wider.get(weekday, ()), *windows))
    return _with_child(instance, replace(child, availability=wider))


def joined(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    """Return the windows with those that touch made into one."""
    found: list[Window] = []
    for window in sorted(windows):
        if found and window.start <= found[-1].end:
            window = Window(found[-1].start, max(found.pop().end, window.end))  # noqa: PLW2901  (narrowed step by step)
        found.append(window)
    return tuple(found)


def _family_days(instance: Instance, child: Child, part: Part) -> Instance:
    kept = _without_days(child.unavailable, part)
    return _with_child(instance, replace(child, unavailable=kept))


def _without_days(times_off: tuple[TimeOff, ...], part: Part) -> tuple[TimeOff, ...]:
    days = part.each(Part.day)
    return tuple(off for off in times_off if off.day not in days)


def _therapist_hours(instance: Instance, _child: Child, part: Part) -> Instance:
    def longer(therapist: Therapist, extra: Part) -> Therapist:
        hours: Hours = dict(therapist.hours)
        for weekday, windows in extra.hours().items():
            # Not joined: a longer window could owe a lunch that its sessions do not leave.
            hours[weekday] = tuple(sorted((*hours.get(weekday, ()), *windows)))
        return replace(therapist, hours=hours)

    return _each_therapist(instance, part, longer)


def _therapist_days(instance: Instance, _child: Child, part: Part) -> Instance:
    return _each_therapist(
        instance,
        part,
        lambda each, days: replace(each, absences=_without_days(each.absences, days)),
    )


def _skills(instance: Instance, _child: Child, part: Part) -> Instance:
    return _each_therapist(
        instance,
        part,
        lambda each, more: replace(each, skills=each.skills | set(more.each(Part.word))),
    )


def _each_therapist(
    instance: Instance, part: Part, change: Callable[[Therapist, Part], Therapist]
) -> Instance:
    """Change the therapists whom the object names."""
    named = _known(part, {each.id for each in instance.therapists})
    changed = tuple(
        change(each, named[each.id]) if each.id in named else each for each in instance.therapists
    )
    return replace(instance, therapists=changed)


def _known(part: Part, ids: set[str]) -> dict[str, Part]:
    """Return the object's parts; refuse a name that nobody has."""
    for name in part.fields():
        if name not in ids:
            part[name].fail("nothing of this file")
    return {name: part[name] for name in part.fields()}


def _allow_therapists(instance: Instance, child: Child, part: Part) -> Instance:
    left = child.excluded_therapists - set(part.each(Part.word))
    return _with_child(instance, replace(child, excluded_therapists=left))


def _each_service(
    instance: Instance, child: Child, part: Part, change: Callable[[Service, Part], Service]
) -> Instance:
    """Change the child's services that the object names."""
    named = _known(part, {each.id for each in child.services})
    services = tuple(
        change(each, named[each.id]) if each.id in named else each for each in child.services
    )
    return _with_child(instance, replace(child, services=services))


def _room_kinds(instance: Instance, child: Child, part: Part) -> Instance:
    def anywhere(service: Service, kinds: Part) -> Service:
        more = tuple(kind for kind in kinds.each(Part.word) if kind not in service.room_kinds)
        return replace(service, room_kinds=service.room_kinds + more)

    return _each_service(instance, child, part, anywhere)


def _max_therapists(instance: Instance, child: Child, part: Part) -> Instance:
    return _each_service(
        instance,
        child,
        part,
        lambda each, most: replace(each, max_therapists=max(each.max_therapists, most.number())),
    )


def _max_per_week(instance: Instance, child: Child, part: Part) -> Instance:
    return _each_service(
        instance,
        child,
        part,
        lambda each, most: replace(each, max_per_week=max(each.max_per_week, most.number())),
    )


def _min_sessions(instance: Instance, child: Child, part: Part) -> Instance:
    return _each_service(
        instance,
        child,
        part,
        lambda each, least: replace(each, min_sessions=min(each.min_sessions, least.number(1))),
    )


def _max_sessions_per_day(instance: Instance, child: Child, part: Part) -> Instance:
    most = max(child.max_sessions_per_day, part.number(1, 2))
    return _with_child(instance, replace(child, max_sessions_per_day=most))


def _caregivers(instance: Instance, child: Child, part: Part) -> Instance:
    def accompanied(family: Family) -> Family:
        return replace(family, caregivers=max(family.caregivers, part.number(1, 2)))

    families = tuple(
        accompanied(each) if each.id == child.family else each for each in instance.families
    )
    return replace(instance, families=families)


def _instead_of(instance: Instance, child: Child, part: Part) -> Instance:
    out = set(part.each(Part.word))
    if child.id in out:
        part.fail("the child itself")
    return replace(
        instance,
        children=tuple(each for each in instance.children if each.id not in out),
        families=tuple(
            replace(each, children=tuple(name for name in each.children if name not in out))
            for each in instance.families
        ),
    )


LOOSENED: dict[str, Loosen] = {
    "visits": _visits,
    "authorization": _authorization,
    "family_window": _family_window,
    "family_days": _family_days,
    "therapist_hours": _therapist_hours,
    "therapist_days": _therapist_days,
    "allow_therapists": _allow_therapists,
    "skills": _skills,
    "room_kinds": _room_kinds,
    "max_therapists": _max_therapists,
    "max_per_week": _max_per_week,
    "min_sessions": _min_sessions,
    "max_sessions_per_day": _max_sessions_per_day,
    "caregivers": _caregivers,
    "instead_of": _instead_of,
}
