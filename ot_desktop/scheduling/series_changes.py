"""What a change of a running series means for each of its sessions; what has happened stays."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.domain import (
    MAX_SESSIONS,
    MAX_TIMES_A_DAY,
    ScheduledSession,
    SeriesRequest,
    SessionStatus,
    Visit,
)
from ot_desktop.scheduling.rearranging import Step, can_change, visit_of
from ot_desktop.scheduling.series import date_series

Closed = Mapping[date, str]


class Scope(Enum):
    """Which sessions of a series a change is about."""

    ONLY_THIS = "only_this"
    THIS_AND_LATER = "this_and_later"
    ALL_TO_COME = "all_to_come"


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """What is to be different; None stays as it is.

    ``at`` is for the sessions that begin at the same time of day as the chosen one, so that the
    other visit of a day keeps its own. ``weekdays`` dates the sessions anew, one after another.
    """

    weekdays: frozenset[int] | None = None
    at: time | None = None
    length_minutes: int | None = None
    therapist_id: int | None = None
    room_id: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a series is: "9 held · 11 to come"."""

    held: int
    to_come: int
    missed: int

    @property
    def total(self) -> int:
        """All sessions of the series, those missed among them."""
        return self.held + self.to_come + self.missed


def progress(sessions: Sequence[ScheduledSession]) -> Progress:
    """Count a series; one taken back is no longer part of it."""
    live = [each for each in sessions if each.status is not SessionStatus.WITHDRAWN]
    held = sum(each.status in (SessionStatus.HELD, SessionStatus.CUT_SHORT) for each in live)
    to_come = sum(each.status.is_open or each.status is SessionStatus.ARRIVED for each in live)
    return Progress(held, to_come, len(live) - held - to_come)


def in_scope(
    sessions: Sequence[ScheduledSession], chosen: ScheduledSession, scope: Scope, now: datetime
) -> tuple[ScheduledSession, ...]:
    """Return the sessions a change is about, by time; held, called-off and noted ones never."""
    if scope is Scope.ONLY_THIS:
        found = [chosen]
    elif scope is Scope.THIS_AND_LATER:
        found = [each for each in sessions if each.starts >= chosen.starts]
    else:
        found = [each for each in sessions if each.starts >= now]
    return tuple(sorted((each for each in found if can_change(each)), key=_start))


def changed(
    sessions: Sequence[ScheduledSession],
    chosen: ScheduledSession,
    change: SeriesChange,
    closed: Closed,
    every_weeks: int = 1,
) -> tuple[Step, ...]:
    """Return where each of ``sessions`` would be; raises ``ValidationError`` by field."""
    if not sessions:
        raise ClinicError("Nothing of this series is still to come. What has happened stays.")
    if change.weekdays is not None:
        return _dated_anew(sessions, change, closed, every_weeks)
    return tuple(Step(each.id, _changed(each, chosen, change)) for each in sessions)


def _changed(each: ScheduledSession, chosen: ScheduledSession, change: SeriesChange) -> Visit:
    starts = each.starts
    if change.at is not None and each.starts.time() == chosen.starts.time():
        starts = datetime.combine(each.starts.date(), change.at)
    return _at(each, starts, change)


def _at(each: ScheduledSession, starts: datetime, change: SeriesChange) -> Visit:
    length = change.length_minutes or each.length_minutes
    return visit_of(
        each,
        starts=starts,
        ends=starts + timedelta(minutes=length),
        therapist_id=change.therapist_id or each.therapist_id,
        room_id=each.room_id if change.room_id is None else change.room_id,
    )


def _dated_anew(
    sessions: Sequence[ScheduledSession], change: SeriesChange, closed: Closed, every_weeks: int
) -> tuple[Step, ...]:
    if not change.weekdays:
        raise ValidationError({"weekdays": "Choose at least one weekday."})
    times = _usual_times(sessions) if change.at is None else {change.at}
    request = _request(sessions[0], change.weekdays, times)
    first = sessions[0].starts.date() - timedelta(days=sessions[0].starts.weekday())
    monday = max(first, min(each.starts.date() for each in sessions))
    request = replace(request, starts_on=monday, count=len(sessions), every_weeks=every_weeks)
    dated = date_series(request, closed)
    pairs = zip(sessions, dated.starts, strict=True)
    return tuple(Step(each.id, _at(each, starts, change)) for each, starts in pairs)


def paused(
    sessions: Sequence[ScheduledSession],
    days: tuple[date, date],
    closed: Closed,
    every_weeks: int = 1,
) -> tuple[Step, ...]:
    """Return the sessions of a pause moved to the end of the series, in its own rhythm.

    ``sessions`` are all that are still to come. Raises ``ClinicError`` when none lies in the pause.
    """
    first, last = days
    inside = [each for each in sessions if first <= each.starts.date() <= last]
    if not inside:
        raise ClinicError("No session lies in these days. Check both.")
    after = max(last, *(each.starts.date() for each in sessions))
    dated = date_series(following_request(sessions, after, len(inside), every_weeks), closed)
    pairs = zip(sorted(inside, key=_start), dated.starts, strict=True)
    return tuple(Step(each.id, _at(each, at, SeriesChange())) for each, at in pairs)


def following_request(
    sessions: Sequence[ScheduledSession], after: date, count: int, every_weeks: int = 1
) -> SeriesRequest:
    """Return a request for more sessions after a day, on the weekdays and times the series has."""
    if not 1 <= count <= MAX_SESSIONS:
        raise ValidationError({"count": f"Choose 1 to {MAX_SESSIONS} sessions."})
    weekdays = _usual_weekdays(sessions)
    request = _request(sessions[0], weekdays, _usual_times(sessions))
    starts_on = after + timedelta(days=1)
    if every_weeks > 1 and after.weekday() >= max(weekdays):
        starts_on = after + timedelta(weeks=every_weeks, days=-after.weekday())
    return replace(request, starts_on=starts_on, count=count, every_weeks=every_weeks)


def _usual_weekdays(sessions: Sequence[ScheduledSession]) -> frozenset[int]:
    """Return the weekdays of a series; one that a session was moved to by itself is not among."""
    found = Counter(each.starts.weekday() for each in sessions)
    return frozenset(day for day, count in found.items() if 3 * count >= max(found.values()))


def _usual_times(sessions: Sequence[ScheduledSession]) -> set[time]:
    """Return the one or two times a day that are most frequent, the earlier of equals."""
    days = Counter(each.starts.date() for each in sessions)
    per_day = Counter(days.values()).most_common(1)[0][0]
    times = Counter(each.starts.time() for each in sessions)
    by_count = sorted(times, key=lambda at: (-times[at], at))
    return set(by_count[: min(per_day, MAX_TIMES_A_DAY)])


def _request(like: ScheduledSession, weekdays: frozenset[int], times: set[time]) -> SeriesRequest:
    return SeriesRequest(
        child_id=like.child_id,
        starts_on=like.starts.date(),
        weekdays=weekdays,
        times=tuple(sorted(times)),
        length_minutes=like.length_minutes,
        therapist_id=like.therapist_id,
        room_id=like.room_id,
        count=1,
    )


def _start(session: ScheduledSession) -> datetime:
    return session.starts
