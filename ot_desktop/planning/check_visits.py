"""A plan's sessions as the check reads them: everything their ids stand for, and their times."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
MIDNIGHT = datetime.min.time()


@dataclass(frozen=True, slots=True)
class Visit:
    """A session with everything its ids stand for."""

    index: int
    session: Session
    child: Child
    service: Service
    therapist: Therapist
    room_kind: str
    past: bool  # it began before the repair's now, as it was published

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


def visits_of(instance: Instance, plan: Plan) -> list[Visit]:
    """Look up what the ids of every session stand for."""
    therapists = {therapist.id: therapist for therapist in instance.therapists}
    kinds = {room.id: room.kind for room in instance.rooms}
    past = Counter(history(instance))
    visits = []
    for index, session in enumerate(plan.sessions):
        past[session] -= 1
        visits.append(
            Visit(
                index,
                session,
                *instance.service_of[session.service],
                therapists[session.therapist],
                kinds[session.room],
                past[session] >= 0,
            )
        )
    return visits


def history(instance: Instance) -> list[Session]:
    """Return the published sessions that began before now; none where nothing is published."""
    published = instance.published
    if published is None:
        return []
    return [session for session in published.sessions if began(session) < published.now]


def began(session: Session) -> datetime:
    """Return the clinic's wall-clock time at which the session begins."""
    return datetime.combine(session.day, MIDNIGHT) + timedelta(minutes=session.start)


def therapist_day(visit: Visit) -> tuple[str, date]:
    """Return whose session it is and when: the key of a therapist's day."""
    return visit.session.therapist, visit.session.day


def groups(visits: Iterable[Visit], key: Callable[[Visit], K]) -> dict[K, list[Visit]]:
    """Put the visits with the same key together."""
    found: dict[K, list[Visit]] = defaultdict(list)
    for visit in visits:
        found[key(visit)].append(visit)
    return found


def pairs(group: list[Visit]) -> Iterator[tuple[Visit, Visit]]:
    """Give every two of them that can still be told apart: what both began is history."""
    for index, one in enumerate(group):
        for other in group[index + 1 :]:
            if not (one.past and other.past):
                yield one, other


def clashing(group: list[Visit], taken: Callable[[Visit], Window]) -> Iterator[Visit]:
    """Give every session that overlaps one that stands before it in the file."""
    for one, other in pairs(group):
        if overlap(taken(one), taken(other)):
            yield other


def overlap(one: Window, other: Window) -> bool:
    """Say whether two stretches share time; touching is not sharing."""
    return one.start < other.end and other.start < one.end


def inside(time: Window, windows: Iterable[Window]) -> bool:
    """Say whether one of the windows holds all of the time."""
    return any(window.holds(time.start, time.end) for window in windows)


def that_day(times_off: Iterable[TimeOff], visit: Visit) -> list[TimeOff]:
    """Return the times off on the session's day."""
    return [off for off in times_off if off.day == visit.session.day]


def free_windows(
    hours: dict[int, tuple[Window, ...]], visit: Visit, absences: Iterable[TimeOff]
) -> list[Window]:
    """Return the windows of the session's day with the absences cut out of them."""
    windows = list(hours.get(visit.session.day.weekday(), ()))
    for off in that_day(absences, visit):
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
