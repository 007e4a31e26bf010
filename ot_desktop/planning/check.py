"""Checks a plan against every hard rule and recomputes its points; shares nothing with the engine.

Written for reading beside the format's description: one function a rule, minutes and days as
they stand in the file, no masks, no caches.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from ot_desktop.planning.domain import (
    Child,
    Instance,
    Plan,
    Service,
    Session,
    Therapist,
    TimeOff,
    Violation,
    Window,
)

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Visit:
    """A session with everything its ids stand for."""

    index: int
    session: Session
    child: Child
    service: Service
    therapist: Therapist
    room_kind: str

    @property
    def time(self) -> Window:
        """From the start to the end of the service's minutes."""
        return Window(self.session.start, self.session.start + self.service.duration_min)

    @property
    def time_with_notes(self) -> Window:
        """The time and the therapist's documentation gap after it."""
        return Window(self.time.start, self.time.end + self.therapist.doc_gap_min)

    def broken(self, code: str, text: str) -> Violation:
        """Return a violation at this session's place in the file."""
        return Violation(code, f"sessions[{self.index}]", text)


def check(instance: Instance, plan: Plan) -> list[Violation]:
    """List every broken hard rule with its path in the plan file; an empty list is a valid plan."""
    visits = visits_of(instance, plan)
    found: list[Violation] = []
    for visit in visits:
        found.extend(_alone(instance, visit))
    for rule in RULES:
        found.extend(rule(instance, visits))
    return found


def visits_of(instance: Instance, plan: Plan) -> list[Visit]:
    """Look up what the ids of every session stand for."""
    therapists = {therapist.id: therapist for therapist in instance.therapists}
    kinds = {room.id: room.kind for room in instance.rooms}
    return [
        Visit(
            index,
            session,
            *instance.service_of[session.service],
            therapists[session.therapist],
            kinds[session.room],
        )
        for index, session in enumerate(plan.sessions)
    ]


def _alone(instance: Instance, visit: Visit) -> Iterator[Violation]:
    """Rules that one session can break by itself."""
    yield from _clinic_open(instance, visit)
    yield from _right_people(visit)
    if not _inside(visit.time, _free_windows(visit.child.availability, visit, ())):
        yield visit.broken("FAMILY_WINDOW", "outside the family's windows")
    if any(_overlap(visit.time, off.window) for off in _that_day(visit.child.unavailable, visit)):
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
    if not _inside(
        visit.time_with_notes, _free_windows(therapist.hours, visit, therapist.absences)
    ):
        yield visit.broken("THERAPIST_HOURS", "outside the therapist's hours")
    if visit.room_kind not in visit.service.room_kinds:
        yield visit.broken("ROOM_KIND", "in a room of another kind")


def _therapist_time(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for (therapist, day), group in _groups(visits, _therapist_day).items():
        for visit in _clashing(group, lambda visit: visit.time_with_notes):
            yield visit.broken("THERAPIST_OVERLAP", "the therapist has another session")
        for visit in group:
            for fixed in instance.fixed:
                busy = fixed.therapist == therapist and fixed.day == day
                if busy and _overlap(visit.time_with_notes, fixed.window):
                    yield visit.broken("THERAPIST_FIXED", f"the therapist has {fixed.id}")


def _lunch(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for (therapist_id, day), group in _groups(visits, _therapist_day).items():
        therapist, lunch = group[0].therapist, group[0].therapist.lunch
        windows = _free_windows(therapist.hours, group[0], therapist.absences)
        if lunch is None or not _inside(lunch.window, windows):
            continue
        busy = [visit.time_with_notes for visit in group]
        busy += [
            fixed.window
            for fixed in instance.fixed
            if fixed.therapist == therapist_id and fixed.day == day
        ]
        last = lunch.window.end - lunch.minutes
        first = -(-lunch.window.start // instance.grid_min) * instance.grid_min
        starts = range(first, last + 1, instance.grid_min)
        blocks = [Window(start, start + lunch.minutes) for start in starts]
        if all(any(_overlap(block, taken) for taken in busy) for block in blocks):
            yield group[0].broken("LUNCH", "leaves the therapist no lunch that day")


def _contact(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for (therapist_id, day), group in _groups(visits, _therapist_day).items():
        minutes = sum(visit.service.duration_min for visit in group) + sum(
            fixed.window.end - fixed.window.start
            for fixed in instance.fixed
            if fixed.contact and fixed.therapist == therapist_id and fixed.day == day
        )
        if minutes > group[0].therapist.max_contact_min_per_day:
            yield group[0].broken("CONTACT_MAX", f"{minutes} contact minutes that day")


def _rooms(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    by_room = _groups(visits, lambda visit: (visit.session.room, visit.session.day))
    for (room, day), group in by_room.items():
        for visit in _clashing(group, lambda visit: visit.time):
            yield visit.broken("ROOM_OVERLAP", "the room is taken by another session")
        for visit in group:
            for fixed in instance.fixed:
                taken = fixed.room == room and fixed.day == day
                if taken and _overlap(visit.time, fixed.window):
                    yield visit.broken("ROOM_FIXED", f"the room is taken by {fixed.id}")


def _one_at_a_time(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    by_child = _groups(visits, lambda visit: (visit.child.id, visit.session.day))
    for group in by_child.values():
        for visit in _clashing(group, lambda visit: visit.time):
            yield visit.broken("CHILD_OVERLAP", "the child is in another session")
        if len(group) > group[0].child.max_sessions_per_day:
            yield group[-1].broken("DAY_MAX", f"{len(group)} sessions that day")
    alone = {family.id for family in instance.families if family.caregivers == 1}
    by_family = _groups(visits, lambda visit: (visit.child.family, visit.session.day))
    for (family_id, _day), group in by_family.items():
        if family_id not in alone:
            continue
        for one, other in _pairs(group):
            if one.child is not other.child and _overlap(one.time, other.time):
                yield other.broken("CAREGIVER", "the caregiver is with a sibling")


def _doses(instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    by_service = _groups(visits, lambda visit: visit.service.id)
    for child_index, child in enumerate(instance.children):
        counts = [len(by_service.get(service.id, ())) for service in child.services]
        visits_left = child.authorization.visits - sum(counts)
        path = f"children[{child_index}]"
        if visits_left < 0:
            yield Violation("AUTH_VISITS", path, f"{-visits_left} visits more than authorized")
        for service, count in zip(child.services, counts, strict=True):
            if count > service.sessions or (any(counts) and count < service.min_sessions):
                yield Violation("DOSE", path, f"{count} sessions of {service.id}")


def _limits(_instance: Instance, visits: list[Visit]) -> Iterator[Violation]:
    for group in _groups(visits, lambda visit: visit.service.id).values():
        service = group[0].service
        weeks = Counter(visit.session.day.isocalendar()[:2] for visit in group)
        for (_, week), count in weeks.items():
            if count > service.max_per_week:
                yield group[0].broken("WEEK_MAX", f"{count} sessions in week {week}")
        therapists = {visit.therapist.id for visit in group}
        if len(therapists) > service.max_therapists:
            yield group[0].broken("MAX_THERAPISTS", f"{len(therapists)} therapists")


RULES = (_therapist_time, _lunch, _contact, _rooms, _one_at_a_time, _doses, _limits)


def _therapist_day(visit: Visit) -> tuple[str, date]:
    return visit.session.therapist, visit.session.day


def _groups(visits: Iterable[Visit], key: Callable[[Visit], K]) -> dict[K, list[Visit]]:
    groups: dict[K, list[Visit]] = defaultdict(list)
    for visit in visits:
        groups[key(visit)].append(visit)
    return groups


def _pairs(group: list[Visit]) -> Iterator[tuple[Visit, Visit]]:
    for index, one in enumerate(group):
        for other in group[index + 1 :]:
            yield one, other


def _clashing(group: list[Visit], time: Callable[[Visit], Window]) -> Iterator[Visit]:
    """Give every session that overlaps one that stands before it in the file."""
    for one, other in _pairs(group):
        if _overlap(time(one), time(other)):
            yield other


def _overlap(one: Window, other: Window) -> bool:
    return one.start < other.end and other.start < one.end


def _inside(time: Window, windows: Iterable[Window]) -> bool:
    return any(window.holds(time.start, time.end) for window in windows)


def _that_day(times_off: Iterable[TimeOff], visit: Visit) -> list[TimeOff]:
    return [off for off in times_off if off.day == visit.session.day]


def _free_windows(
    hours: dict[int, tuple[Window, ...]], visit: Visit, absences: Iterable[TimeOff]
) -> list[Window]:
    """Return the windows of the session's day with the absences cut out of them."""
    windows = list(hours.get(visit.session.day.weekday(), ()))
    for off in _that_day(absences, visit):
        cut = []
        for window in windows:
            before = Window(window.start, min(window.end, off.window.start))
            after = Window(max(window.start, off.window.end), window.end)
            cut += [piece for piece in (before, after) if piece.start < piece.end]
        windows = cut
    return windows


def trips(times: Iterable[Window], gap: int) -> list[list[Window]]:
    """Chain a day's times; a new trip begins after a pause longer than ``gap``."""
    chains: list[list[Window]] = []
    end = 0
    for time in sorted(times):
        if chains and time.start - end <= gap:
            chains[-1].append(time)
        else:
            chains.append([time])
            end = 0
        end = max(end, time.end)
    return chains


def idle_minutes(chain: list[Window]) -> int:
    """Minutes between the sessions of one trip in which nobody of the family is in session."""
    idle, end = 0, chain[0].end
    for _, time in pairwise(chain):
        idle += max(0, time.start - end)
        end = max(end, time.end)
    return idle
