"""What a family should hear before it takes a place: what is not ideal, in a few words each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ot_desktop.planning.domain import WHOLE_DAY, Child, Instance, Service, Session, Window
from ot_desktop.planning.program_days import ONE_DAY, open_window, program_days

DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
PLACES = ("second", "third", "fourth", "fifth", "sixth")


def drawbacks(instance: Instance, child: Child, sessions: Sequence[Session]) -> tuple[str, ...]:
    """Return like ("3 of 16 at another time", "second therapist on Fridays")."""
    found: list[str] = []
    for service in child.services:
        own = [session for session in sessions if session.service == service.id]
        told = list(_of_service(instance, child, service, own)) if own else ["no session"]
        skill = f"{service.skill.replace('_', ' ')}: " if len(child.services) > 1 else ""
        found += [skill + each for each in told]
    return tuple(found)


def _of_service(
    instance: Instance, child: Child, service: Service, own: Sequence[Session]
) -> Iterator[str]:
    if len(own) < service.sessions:
        yield f"{service.sessions - len(own)} of {service.sessions} sessions find no place"
        yield from _empty_weeks(instance, child, own)
    starts = Counter(session.start for session in own)
    other_time = len(own) - max(starts.values())
    if other_time:
        yield f"{other_time} of {len(own)} at another time"
    yield from _therapists(instance, child, service, own)
    disliked = sum(not _preferred(child, service, session) for session in own)
    if disliked:
        yield f"{disliked} of {len(own)} outside the preferred times"
    in_a_row = _in_a_row({session.day for session in own}) if service.spread else 0
    if in_a_row:
        yield f"two days in a row {in_a_row} ×"


def _empty_weeks(instance: Instance, child: Child, own: Sequence[Session]) -> Iterator[str]:
    """Say how many of the weeks the child could come in have no session."""
    dates = child.authorization
    weeks = {
        _week(day)
        for day in program_days(instance)
        if dates.first_day <= day <= dates.last_day and open_window(instance, day) != Window(0, 0)
    }
    empty = weeks - {_week(session.day) for session in own}
    if empty:
        yield f"nothing in {len(empty)} of {len(weeks)} weeks"


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _therapists(
    instance: Instance, child: Child, service: Service, own: Sequence[Session]
) -> Iterator[str]:
    counts = Counter(session.therapist for session in own).most_common()
    usual_days = {one.day.weekday() for one in own if one.therapist == counts[0][0]}
    for (therapist, count), place in zip(counts[1:], PLACES, strict=False):
        days = {session.day.weekday() for session in own if session.therapist == therapist}
        if days & usual_days:
            yield f"{place} therapist {count} ×"
        else:
            yield f"{place} therapist on {' and '.join(DAYS[day] for day in sorted(days))}"
    left_out = {name for name, _ in counts} | child.excluded_therapists
    for each in instance.therapists:
        primary = each.id == child.primary_therapist and service.skill in each.skills
        if primary and each.id not in left_out:
            yield f"not with {each.name.partition(',')[0]}"


def _preferred(child: Child, service: Service, session: Session) -> bool:
    end = session.start + service.duration_min
    windows = child.preferred or (WHOLE_DAY,)
    return any(window.holds(session.start, end) for window in windows)


def _in_a_row(days: set[date]) -> int:
    return sum(day + ONE_DAY in days for day in days)
