"""Use cases of time off: a therapist is away, a room is closed, for a day or part of it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from db.queries import time_off as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import NotAllowed, NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import MINUTES_A_DAY
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.work import Work

Days = tuple[date, date]
LONGEST_DAYS = 366


class TimeOffService:
    """Keep when somebody is away or a room cannot be used; nothing booked is touched."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def between(self, first: date, last: date) -> tuple[TimeOff, ...]:
        """Return all time off between two days, both included."""
        self._work.require(Permission.SEE_SCHEDULE)
        return reading.time_off(first, last)

    def therapist_away(
        self, therapist_id: int, days: Days, window: Window | None = None, reason: str = ""
    ) -> tuple[int, ...]:
        """Keep that a therapist is away on each day; therapists may only say so of themselves."""
        permission = self._permission(therapist_id)
        whose = {"therapist": therapist_id, "reason": reason.strip()}
        return self._keep(permission, days, window, lambda row: queries.insert_absence(row | whose))

    def room_closed(
        self, room_id: int, days: Days, window: Window | None = None, reason: str = ""
    ) -> tuple[int, ...]:
        """Keep that a room cannot be used on each day."""
        which = {"room": room_id, "reason": reason.strip()}
        return self._keep(
            Permission.SET_TIME_OFF, days, window, lambda row: queries.insert_closure(row | which)
        )

    def take_back(self, time_off: TimeOff) -> None:
        """Say that it does not hold after all; the row stays, marked."""
        permission = Permission.SET_TIME_OFF
        if time_off.therapist_id is not None:
            permission = self._permission(queries.therapist_of(time_off.id))
        with self._work.saving(permission, Topic.SCHEDULE, Action.CHANGED_TIME_OFF) as entry:
            is_absence = time_off.room_id is None
            mark = queries.take_back_absence if is_absence else queries.take_back_closure
            if not mark(time_off.id, now_utc()):
                raise NotFound("This time off is no longer in the file.")
            entry.subject = f"taken back: {time_off.day.isoformat()}"

    def _permission(self, therapist_id: int | None) -> Permission:
        """Return what is needed for one therapist; raise ``NotAllowed`` for somebody else's."""
        user = self._work.user
        if user.may(Permission.SET_TIME_OFF):
            return Permission.SET_TIME_OFF
        if user.may(Permission.SET_OWN_TIME_OFF) and user.therapist_id == therapist_id:
            return Permission.SET_OWN_TIME_OFF
        raise NotAllowed("You can set your own time off only. Ask the front desk for others’.")

    def _keep(
        self,
        permission: Permission,
        days: Days,
        window: Window | None,
        insert: Callable[[dict[str, Any]], int],
    ) -> tuple[int, ...]:
        _check(days, window)
        with self._work.saving(permission, Topic.SCHEDULE, Action.CHANGED_TIME_OFF) as entry:
            entry.subject = " to ".join(sorted({day.isoformat() for day in days}))
            row = {
                "starts_min": window.start if window else None,
                "ends_min": window.end if window else None,
                "noted_at": now_utc(),
                "noted_by": self._work.user.id,
            }
            return tuple(insert(row | {"day": day}) for day in _each(days))


def _check(days: Days, window: Window | None) -> None:
    problems = {}
    if days[1] < days[0]:
        problems["last_day"] = "The last day comes before the first. Swap them."
    elif (days[1] - days[0]).days >= LONGEST_DAYS:
        problems["last_day"] = "That is more than a year. Check the last day."
    if window is not None and not 0 <= window.start < window.end <= MINUTES_A_DAY:
        problems["window"] = "The end comes before the start. Check both times."
    if problems:
        raise ValidationError(problems)


def _each(days: Days) -> Iterator[date]:
    for offset in range((days[1] - days[0]).days + 1):
        yield days[0] + timedelta(days=offset)
