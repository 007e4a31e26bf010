"""Checks a plan against every hard rule and recomputes its points; shares nothing with the engine.

Written for reading beside the format's description: one function a rule, minutes and days as
they stand in the file, no masks, no caches.
"""

from collections import Counter
from collections.abc import Iterator

from ot_desktop.planning.check_visits import (
    Visit,
    began,
    clashing,
    free_windows,
    groups,
    history,
    inside,
    overlap,
    pairs,
    that_day,
    therapist_day,
    visits_of,
)
from ot_desktop.planning.domain import Instance, Plan, Violation, Window


def check(instance: Instance, plan: Plan) -> list[Violation]:
    """List every broken hard rule with its path in the plan file; an empty list is a valid plan."""
    visits = visits_of(instance, plan)
    return [*_broken(instance, visits), *_repair(instance, plan, visits)]


def _broken(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    """Rules of every plan; what already happened in a repair is not to be blamed for anything."""
    for visit in visits:
        if not visit.past:
            yield from _alone(instance, visit)
    for rule in RULES:
        yield from rule(instance, visits)


def _alone(instance: Instance, visit: Visit) -> Iterator[Violation]:
    """Rules that one session can break by itself."""
    yield from _clinic_open(instance, visit)
    yield from _right_people(visit)
    if not inside(visit.time, free_windows(visit.child.availability, visit, ())):
        yield visit.broken("FAMILY_WINDOW", "outside the family's windows")
    if any(overlap(visit.time, off.window) for off in that_day(visit.child.unavailable, visit)):
        yield visit.broken("FAMILY_WINDOW", "while the family is away")
    authorization = visit.child.authorization
    if not authorization.first_day <= visit.session.day <= authorization.last_day:
        yield visit.broken("AUTH_DATES", "outside the authorization's dates")


def _clinic_open(instance: Instance, visit: Visit) -> Iterator[Violation]:
    day = visit.session.day
    hours = instance.open_hours.get(day.weekday())
    in_program = instance.first_day <= day <= instance.last_day
    if hours is None or not in_program or day in instance.closed_days:
        yield visit.broken("CLOSED_DAY", "on a day without program")
    elif not hours.holds(visit.time.start, visit.time.end):
        yield visit.broken("CLINIC_HOURS", "outside opening hours")
    if visit.session.start % instance.grid_min:
        yield visit.broken("GRID", "does not start on the grid")


def _right_people(visit: Visit) -> Iterator[Violation]:
    therapist = visit.therapist
    if visit.service.skill not in therapist.skills:
        yield visit.broken("SKILL", "the therapist does not have the skill")
    if therapist.id in visit.child.excluded_therapists:
        yield visit.broken("EXCLUDED", "the therapist is excluded for this child")
    if not inside(visit.time_with_notes, free_windows(therapist.hours, visit, therapist.absences)):
        yield visit.broken("THERAPIST_HOURS", "outside the therapist's hours")
    if visit.room_kind not in visit.service.room_kinds:
        yield visit.broken("ROOM_KIND", "in a room of another kind")


def _therapist_time(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for (therapist, day), group in groups(visits, therapist_day).items():
        for visit in clashing(group, lambda visit: visit.time_with_notes):
            yield visit.broken("THERAPIST_OVERLAP", "the therapist has another session")
        for visit in _ahead(group):
            for fixed in instance.fixed:
                busy = fixed.therapist == therapist and fixed.day == day
                if busy and overlap(visit.time_with_notes, fixed.window):
                    yield visit.broken("THERAPIST_FIXED", f"the therapist has {fixed.id}")


def _lunch(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for (therapist_id, day), group in groups(visits, therapist_day).items():
        therapist, lunch = group[0].therapist, group[0].therapist.lunch
        windows = free_windows(therapist.hours, group[0], therapist.absences)
        if lunch is None or not inside(lunch.window, windows):
            continue
        fixed = [
            fixed.window
            for fixed in instance.fixed
            if fixed.therapist == therapist_id and fixed.day == day
        ]
        last = lunch.window.end - lunch.minutes
        first = -(-lunch.window.start // instance.grid_min) * instance.grid_min
        starts = range(first, last + 1, instance.grid_min)
        blocks = [Window(start, start + lunch.minutes) for start in starts]
        began_before = [visit.time_with_notes for visit in group if visit.past]
        if began_before and _all_taken(blocks, began_before + fixed):
            continue  # nobody can give that lunch back
        busy = [visit.time_with_notes for visit in group]
        if _ahead(group) and _all_taken(blocks, busy + fixed):
            yield _ahead(group)[0].broken("LUNCH", "leaves the therapist no lunch that day")


def _all_taken(blocks: list[Window], busy: list[Window]) -> bool:
    return all(any(overlap(block, taken) for taken in busy) for block in blocks)


def _ahead(group: list[Visit]) -> list[Visit]:
    """Return the visits that are not history: all of them where nothing is repaired."""
    return [visit for visit in group if not visit.past]


def _contact(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for (therapist_id, day), group in groups(visits, therapist_day).items():
        minutes = sum(visit.service.duration_min for visit in group) + sum(
            fixed.window.end - fixed.window.start
            for fixed in instance.fixed
            if fixed.contact and fixed.therapist == therapist_id and fixed.day == day
        )
        if _ahead(group) and minutes > group[0].therapist.max_contact_min_per_day:
            yield _ahead(group)[0].broken("CONTACT_MAX", f"{minutes} contact minutes that day")


def _rooms(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    by_room = groups(visits, lambda visit: (visit.session.room, visit.session.day))
    for (room, day), group in by_room.items():
        for visit in clashing(group, lambda visit: visit.time):
            yield visit.broken("ROOM_OVERLAP", "the room is taken by another session")
        for visit in _ahead(group):
            for fixed in instance.fixed:
                taken = fixed.room == room and fixed.day == day
                if taken and overlap(visit.time, fixed.window):
                    yield visit.broken("ROOM_FIXED", f"the room is taken by {fixed.id}")


def _one_at_a_time(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    by_child = groups(visits, lambda visit: (visit.child.id, visit.session.day))
    for group in by_child.values():
        for visit in clashing(group, lambda visit: visit.time):
            yield visit.broken("CHILD_OVERLAP", "the child is in another session")
        if _ahead(group) and len(group) > group[0].child.max_sessions_per_day:
            yield _ahead(group)[-1].broken("DAY_MAX", f"{len(group)} sessions that day")
    alone = {family.id for family in instance.families if family.caregivers == 1}
    by_family = groups(visits, lambda visit: (visit.child.family, visit.session.day))
    for (family_id, _day), group in by_family.items():
        if family_id not in alone:
            continue
        for one, other in pairs(group):
            if one.child is not other.child and overlap(one.time, other.time):
                yield other.broken("CAREGIVER", "the caregiver is with a sibling")


def _doses(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    by_service = groups(visits, lambda visit: visit.service.id)
    published = instance.published.sessions if instance.published else ()
    had_a_place = {session.child for session in published}
    for child_index, child in enumerate(instance.children):
        given = [by_service.get(service.id, []) for service in child.services]
        total = sum(map(len, given))
        path = f"children[{child_index}]"
        if total > child.authorization.visits and any(map(_ahead, given)):
            more = total - child.authorization.visits
            yield Violation("AUTH_VISITS", path, f"{more} visits more than authorized")
        for service, group in zip(child.services, given, strict=True):
            too_many = len(group) > service.sessions and _ahead(group)
            too_few = total and len(group) < service.min_sessions and child.id not in had_a_place
            if too_many or too_few:
                yield Violation("DOSE", path, f"{len(group)} sessions of {service.id}")


def _limits(_instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for group in groups(visits, lambda visit: visit.service.id).values():
        service = group[0].service
        weeks = groups(group, lambda visit: visit.session.day.isocalendar()[:2])
        for (_, week), in_week in weeks.items():
            if _ahead(in_week) and len(in_week) > service.max_per_week:
                yield _ahead(in_week)[0].broken(
                    "WEEK_MAX", f"{len(in_week)} sessions in week {week}"
                )
        therapists = {visit.therapist.id for visit in group}
        already = {visit.therapist.id for visit in group if visit.past}
        if len(therapists) > max(service.max_therapists, len(already)):
            yield _ahead(group)[0].broken("MAX_THERAPISTS", f"{len(therapists)} therapists")


RULES = (_therapist_time, _lunch, _contact, _rooms, _one_at_a_time, _doses, _limits)


def _repair(instance: Instance, plan: Plan, visits: list[Visit]) -> Iterator[Violation]:
    """Rules of a repair: history stays, nothing else is before now, locked sessions stay."""
    published = instance.published
    if published is None:
        return
    missing = Counter(published.sessions) - Counter(plan.sessions)
    before = set(history(instance))
    kept = [visit for visit in visits if visit.past or visit.session in published.locked]
    for index, session in enumerate(published.sessions):
        path = f"published.sessions[{index}]"
        if session in missing and session in before:
            yield Violation("HISTORY", path, "has begun and is not in the plan")
        elif session in missing and session in published.locked:
            beside = Plan(plan.instance, (*(visit.session for visit in kept), session))
            if not any(_broken(instance, visits_of(instance, beside))):
                yield Violation("LOCKED", path, "is locked and not in the plan")
    for visit in visits:
        if not visit.past and began(visit.session) < published.now:
            yield visit.broken("BEFORE_NOW", "begins before now")
