"""When everybody comes: the summer behind, the weekly visits around today, the summer ahead."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from db.queries import scheduling as queries
from ot_desktop.caseload.domain import Status
from ot_desktop.demo.diary import Diary
from ot_desktop.demo.story import DemoChild, Dice, area_of, instant, told
from ot_desktop.scheduling.domain import SessionStatus, Visit

SUMMER_SESSIONS = 12
SUMMER_MINUTES = 60
SUMMER_TIMES = (time(9), time(10), time(11), time(13), time(14))
SUMMER_WEEKDAYS = ((0, 1, 2, 3), (0, 1, 2, 3, 4))
WEEKLY_TIMES = (time(8), time(9), time(10), time(11), time(13), time(14), time(15), time(16))
WEEKS_BEHIND, WEEKS_AHEAD = 16, 6
WORKDAYS = 5
WEEKLY_IN_SUMMER = 0.2
ROWS_AT_ONCE = 500
# What became of a visit that is over; most are held.
OUTCOMES = {
    SessionStatus.HELD: 88,
    SessionStatus.CUT_SHORT: 1,
    SessionStatus.NO_SHOW: 3,
    SessionStatus.CANCELLED_IN_TIME: 4,
    SessionStatus.CANCELLED_LATE: 3,
    SessionStatus.CANCELLED_BY_CLINIC: 1,
}
ROOM_FOR = {
    "gross-motor": "Gym",
    "sensory": "Sensory room",
    "self-care": "Kitchen",
    "fine-motor": "Fine motor 1",
    "cognitive": "Fine motor 2",
    "play": "Gym",
}


@dataclass(slots=True)
class DemoVisit:
    """One visit of the story on its way into the file."""

    id: int
    series_id: int
    number: int
    child: DemoChild
    visit: Visit
    status: SessionStatus
    program_id: int | None = None
    authorization_id: int | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """What the timetable has to respect: who books, and what is closed."""

    made_on: date
    closed: frozenset[date]
    rooms: dict[str, int]
    leaves_at: dict[int, time]
    booked_by: int


class Timetable:
    """Books series without a clash and remembers every visit in order."""

    def __init__(self, week: Week, diary: Diary, dice: Dice) -> None:
        self._week = week
        self._diary = diary
        self._dice = dice
        self.visits: list[DemoVisit] = []
        self._summer_weeks: set[tuple[int, int, int]] = set()
        self._ahead: tuple[date, date] | None = None

    def summer(self, children: Iterable[DemoChild], first: date, program_id: int) -> None:
        """Book the intensive that begins on ``first``."""
        places: dict[int, int] = {}
        for child in children:
            if child.therapist_id is None:
                continue
            place = places.get(child.therapist_id, 0)
            places[child.therapist_id] = place + 1
            days = self._open_days(first, self._dice.one(SUMMER_WEEKDAYS), SUMMER_SESSIONS)
            self._summer_weeks |= {_week_of(child, day) for day in days}
            starts = [datetime.combine(day, SUMMER_TIMES[place]) for day in days]
            self._book(child, starts, SUMMER_MINUTES, program_id)

    def keep_free(self, children: Iterable[DemoChild], first: date, last: date) -> None:
        """Keep the weeks of an intensive that is not booked yet: its children come weekly no more.

        Some of the others have their weekly visits booked until it is over.
        """
        self._ahead = (first, last)
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        self._summer_weeks |= {_week_of(child, day) for child in children for day in days}

    def weekly(self, children: Iterable[DemoChild]) -> None:
        """Book the usual weekly visits from some weeks ago to some weeks ahead."""
        slots: dict[int, list[tuple[int, time]]] = {}
        for child in children:
            if child.therapist_id is None:
                continue
            mine = slots.setdefault(child.therapist_id, self._slots(child.therapist_id))
            minutes = self._dice.one((45, 45, 60))
            for _ in range(1 + self._dice.is_below(0.25)):
                self._book(child, self._weekly_starts(child, *mine.pop()), minutes, None)

    def _slots(self, therapist_id: int) -> list[tuple[int, time]]:
        until = self._week.leaves_at.get(therapist_id, time(17))
        times = [at for at in WEEKLY_TIMES if at.hour + 1 <= until.hour]
        return self._dice.shuffled([(weekday, at) for weekday in range(WORKDAYS) for at in times])

    def _weekly_starts(self, child: DemoChild, weekday: int, at: time) -> list[datetime]:
        monday = self._week.made_on - timedelta(days=self._week.made_on.weekday())
        ahead = 0 if child.told.get("unbooked") else WEEKS_AHEAD
        behind = 0 if child.told.get("is_new") else WEEKS_BEHIND
        weeks = range(-behind, ahead)
        days = [monday + timedelta(weeks=week, days=weekday) for week in weeks]
        days += [day for day in self._days_ahead(child, weekday) if day > days[-1]]
        if child.status in (Status.DISCHARGED, Status.ON_HOLD):
            days = [day for day in days if day < self._week.made_on - timedelta(weeks=5)]
        return [
            datetime.combine(day, at)
            for day in days
            if day not in self._week.closed and _week_of(child, day) not in self._summer_weeks
        ]

    def _days_ahead(self, child: DemoChild, weekday: int) -> list[date]:
        """Return the days of the intensive ahead on which a child comes weekly all the same."""
        is_usual = child.status is Status.ACTIVE and not child.told.get("unbooked")
        if self._ahead is None or not is_usual or not self._dice.is_below(WEEKLY_IN_SUMMER):
            return []
        first, last = self._ahead
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        return [day for day in days if day.weekday() == weekday]

    def _open_days(self, first: date, weekdays: tuple[int, ...], count: int) -> list[date]:
        days = (first + timedelta(days=offset) for offset in range(60))
        use = [day for day in days if day.weekday() in weekdays and day not in self._week.closed]
        return use[:count]

    def _book(
        self, child: DemoChild, starts: list[datetime], minutes: int, program_id: int | None
    ) -> None:
        rooms = self._kind_rooms(child) if program_id else self._rooms_for(child)
        found = [self._placed(child, at, minutes, rooms) for at in starts]
        visits = [visit for visit in found if visit is not None]
        if not visits:
            return
        first = visits[0]
        series_id = queries.insert_series(
            {
                "child": child.id,
                "program": program_id,
                "kind": "intensive" if program_id else "weekly",
                "starts_on": first.day,
                "weekdays": json.dumps(sorted({visit.day.weekday() for visit in visits})),
                "times": json.dumps([f"{first.starts:%H:%M}"]),
                "length_minutes": minutes,
                "planned": len(visits),
                "therapist": first.therapist_id,
                "room": first.room_id,
                "booked_at": instant(min(first.day, self._week.made_on) - timedelta(days=20), 11),
                "booked_by": self._week.booked_by,
            }
        )
        for number, visit in enumerate(visits, start=1):
            next_id, status = len(self.visits) + 1, self._status(visit.day)
            self.visits.append(
                DemoVisit(next_id, series_id, number, child, visit, status, program_id)
            )

    def _placed(
        self, child: DemoChild, starts: datetime, minutes: int, rooms: list[int]
    ) -> Visit | None:
        """Return the visit in the best room that is free, or None when nothing is."""
        if child.therapist_id is None:
            return None
        ends = starts + timedelta(minutes=minutes)
        for room_id in rooms:
            visit = Visit(child.id, child.therapist_id, room_id, starts, ends)
            if self._diary.is_free(visit):
                self._diary.take(visit)
                return visit
        return None

    def _kind_rooms(self, child: DemoChild) -> list[int]:
        """Return the rooms in which an intensive gives what the child comes for."""
        kinds = told("clinic")["intensive"]["kinds"]
        [names] = [rooms for _, area, rooms in kinds if area == area_of(child)]
        return [self._week.rooms[name] for name in names]

    def _rooms_for(self, child: DemoChild) -> list[int]:
        best = self._week.rooms[ROOM_FOR[area_of(child)]]
        return [best, *(room for room in self._week.rooms.values() if room != best)]

    def _status(self, day: date) -> SessionStatus:
        if day < self._week.made_on:
            return self._dice.weighed(list(OUTCOMES), list(OUTCOMES.values()))
        is_near = day <= self._week.made_on + timedelta(days=2)
        is_confirmed = is_near and self._dice.is_below(0.5)
        return SessionStatus.CONFIRMED if is_confirmed else SessionStatus.PLANNED


def next_workday(day: date) -> date:
    """Return ``day``, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= WORKDAYS else day


def summers(made_on: date) -> tuple[date, date]:
    """Return the first days of the summer behind and of the one ahead, or running."""
    ahead = made_on.year if made_on <= date(made_on.year, 7, 10) else made_on.year + 1
    behind, ahead_on = (next_workday(date(year, 6, 5)) for year in (ahead - 1, ahead))
    return behind, ahead_on


def write(visits: Iterable[DemoVisit], zone: str, booked_by: int) -> None:
    """Put all visits into the file, whose rules hold for each."""
    rows = [_columns(each, zone, booked_by) for each in visits]
    for start in range(0, len(rows), ROWS_AT_ONCE):
        queries.insert_sessions(rows[start : start + ROWS_AT_ONCE])


def _week_of(child: DemoChild, day: date) -> tuple[int, int, int]:
    return (child.id, *day.isocalendar()[:2])


def _columns(each: DemoVisit, zone: str, booked_by: int) -> dict[str, Any]:
    visit = each.visit
    return {
        "id": each.id,
        "series": each.series_id,
        "number": each.number,
        "child": visit.child_id,
        "therapist": visit.therapist_id,
        "room": visit.room_id,
        "authorization": each.authorization_id,
        "starts": visit.starts,
        "ends": visit.ends,
        "zone": zone,
        "status": each.status.value,
        "override_reason": each.override_reason,
        "override_by": booked_by if each.override_reason else None,
    }
