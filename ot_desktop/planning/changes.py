"""What became of a published plan: every session's change, its points, and a sentence each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from ot_desktop.planning.domain import Instance, Session, Weights, clock_text

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class ChangeKind(StrEnum):
    """``ROOM`` is another room at the same time with the same therapist: free of points."""

    KEPT = "kept"
    ROOM = "room"
    THERAPIST = "therapist"
    MOVED = "moved"
    LOST = "lost"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """One session before and after: ``before`` is None for a new one, ``after`` for a lost one."""

    kind: ChangeKind
    before: Session | None
    after: Session | None
    text: str
    asked: bool = False  # it could have stayed, and makes room for somebody else


def changes_between(
    instance: Instance, published: Iterable[Session], sessions: Iterable[Session]
) -> list[Change]:
    """Return what became of every published session, and what is new, in order of time."""
    words = Words(instance)
    had, has = _by_service(published), _by_service(sessions)
    found = [
        Change(kind, before, after, words.sentence(before, after))
        for service in instance.service_of
        for kind, before, after in _pairs(had[service], has[service])
    ]
    found.sort(key=_time)
    return found


def change_points(weights: Weights, changes: Iterable[Change]) -> int:
    """Return what the changes cost: by session, and once for every child touched."""
    costs = {
        ChangeKind.THERAPIST: weights.change_therapist,
        ChangeKind.MOVED: weights.change_move,
        ChangeKind.LOST: weights.change_drop,
    }
    told = [change for change in changes if change.kind in costs]
    children = {change.before.child for change in told if change.before}
    return sum(costs[change.kind] for change in told) + len(children) * weights.change_child


Pair = tuple[ChangeKind, Session | None, Session | None]


def _pairs(had: list[Session], has: list[Session]) -> Iterator[Pair]:
    """Match one service's sessions: same place, same time, same week, then the rest."""
    there, before_too = set(has), set(had)
    left = {(each.day, each.start): each for each in has if each not in before_too}
    gone = []
    for before in had:
        if before in there:
            yield ChangeKind.KEPT, before, before
            continue
        after = left.pop((before.day, before.start), None)
        if after is None:
            gone.append(before)
        else:
            other = before.therapist != after.therapist
            yield ChangeKind.THERAPIST if other else ChangeKind.ROOM, before, after
    yield from _moves(gone, sorted(left.values()))


def _moves(gone: list[Session], came: list[Session]) -> Iterator[Pair]:
    """Match what is gone with what came: in the same week first, the nearest day first."""

    def distance(before: Session, after: Session) -> tuple[bool, int]:
        other_week = before.day.isocalendar()[:2] != after.day.isocalendar()[:2]
        return other_week, abs((after.day - before.day).days)

    while gone and came:
        before, after = min(
            ((one, other) for one in gone for other in came), key=lambda pair: distance(*pair)
        )
        gone.remove(before)
        came.remove(after)
        yield ChangeKind.MOVED, before, after
    for before in gone:
        yield ChangeKind.LOST, before, None
    for after in came:
        yield ChangeKind.NEW, None, after


def _by_service(sessions: Iterable[Session]) -> dict[str, list[Session]]:
    found: dict[str, list[Session]] = defaultdict(list)
    for session in sessions:
        found[session.service].append(session)
    return found


def _time(change: Change) -> tuple[date, int, str]:
    session = change.before or change.after
    if session is None:
        raise AssertionError("a change of nothing")
    return session.day, session.start, session.service


@cache
def day_text(day: date) -> str:
    """Return the day like "Mon Jun 21"."""
    return f"{DAY_NAMES[day.weekday()]} {MONTH_NAMES[day.month - 1]} {day.day}"


def therapist_name(name: str) -> str:
    """Return the name without credentials."""
    return name.partition(",")[0]


class Words:
    """Says a change as the front desk would to a family."""

    def __init__(self, instance: Instance) -> None:
        self.children = {child.id: child.name for child in instance.children}
        self.therapists = {each.id: therapist_name(each.name) for each in instance.therapists}

    def sentence(self, before: Session | None, after: Session | None) -> str:
        """Return like "Maya, Mon Jun 21: Ben instead of Ana, same time, Gym"."""
        session = before or after
        if session is None:
            raise AssertionError("a change of nothing")
        told = self._change(before, after) if before and after else self._one(session, after)
        return f"{self.children[session.child]}, {day_text(session.day)}: {told}"

    def place(self, session: Session) -> str:
        """Return like "Mon Jun 28 at 09:15 with Ben, Gym"."""
        when = f"{day_text(session.day)} at {clock_text(session.start)}"
        return f"{when} with {self.therapists[session.therapist]}, {session.room}"

    def lost(self, session: Session) -> str:
        """Return like "Maya, Mon Jun 21 at 09:00"."""
        when = f"{day_text(session.day)} at {clock_text(session.start)}"
        return f"{self.children[session.child]}, {when}"

    def _one(self, session: Session, after: Session | None) -> str:
        at, who = clock_text(session.start), self.therapists[session.therapist]
        return f"new at {at}, {who}, {session.room}" if after else f"{at} with {who} is lost"

    def _change(self, before: Session, after: Session) -> str:
        if before == after:
            return f"{clock_text(before.start)} as before"
        who = self._who(before, after)
        if (before.day, before.start) != (after.day, after.start):
            day = "" if before.day == after.day else f"{day_text(after.day)} at "
            at = f"{clock_text(before.start)} moved to {day}{clock_text(after.start)}"
            return f"{at}, {who}, {after.room}"
        room = after.room
        if before.room != room:
            room = f"{room} instead of {before.room}"
        parts = (
            [who, "same time", room]
            if before.therapist != after.therapist
            else [room, "same time", who]
        )
        return ", ".join(parts)

    def _who(self, before: Session, after: Session) -> str:
        name = self.therapists[after.therapist]
        if before.therapist == after.therapist:
            return name
        return f"{name} instead of {self.therapists[before.therapist]}"
