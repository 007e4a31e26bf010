"""From what was asked for to every date of the series, closed days among them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.domain import (
    MAX_SESSIONS,
    MINUTES_A_DAY,
    SeriesRequest,
    Visit,
    minute_of,
)

# Even 120 visits every other week end within this; closed days cannot make it run on forever.
_HORIZON = timedelta(days=6 * 366)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class DatedRow:
    """One line of the series: a session to be, or the closed day that was left out."""

    day: date
    starts: datetime | None
    closed_for: str | None = None


@dataclass(frozen=True, slots=True)
class DatedSeries:
    """Every date in order; ``moved_from`` is the asked-for first day when it is not in use."""

    rows: tuple[DatedRow, ...]
    moved_from: date | None
    not_placed: int

    @property
    def starts(self) -> tuple[datetime, ...]:
        """When each session starts, closed days left out."""
        return tuple(row.starts for row in self.rows if row.starts is not None)


def date_series(request: SeriesRequest, closed: Mapping[date, str]) -> DatedSeries:
    """Return every date of a request, never one after the family has left.

    Raises ``ValidationError`` for a request that cannot be booked.
    """
    request.check()
    first = request.starts_on
    if first is None:
        raise ValueError("the request was not checked")
    wanted = request.count or MAX_SESSIONS
    rows = tuple(_rows(request, first, closed, wanted))
    placed = sum(row.starts is not None for row in rows)
    if request.count is None:
        _check_by_date(request, rows, closed)
    return DatedSeries(
        rows=rows,
        moved_from=None if first.weekday() in request.weekdays else first,
        not_placed=request.count - placed if request.count else 0,
    )


def last_possible_day(request: SeriesRequest) -> date:
    """Return the day after which no session of this request can lie."""
    first = request.starts_on or date.min
    ends = [day for day in (request.last_day, request.latest_day) if day is not None]
    return min([first + _HORIZON, *ends])


def _rows(
    request: SeriesRequest, first: date, closed: Mapping[date, str], wanted: int
) -> Iterator[DatedRow]:
    left = wanted
    for day in _days(request, first):
        if day in closed:
            yield DatedRow(day, None, closed[day])
            continue
        for at in sorted(request.times)[:left]:
            yield DatedRow(day, datetime.combine(day, at))
            left -= 1
        if not left:
            return


def _days(request: SeriesRequest, first: date) -> Iterator[date]:
    """Yield the wanted weekdays of each wanted week; the first week with one of them counts."""
    day, last = first, last_possible_day(request)
    monday: date | None = None
    while day <= last:
        if day.weekday() in request.weekdays:
            monday = monday or day - timedelta(days=day.weekday())
            if (day - monday).days // _WEEK % request.every_weeks == 0:
                yield day
        day += timedelta(days=1)


def _check_by_date(
    request: SeriesRequest, rows: tuple[DatedRow, ...], closed: Mapping[date, str]
) -> None:
    starts = [row.starts for row in rows if row.starts is not None]
    if not starts:
        raise ValidationError({"last_day": "No day is left until then. Choose a later last day."})
    if len(starts) < MAX_SESSIONS:
        return
    days = [day for day in _days(request, starts[0].date()) if day not in closed]
    asked = len(days) * len(request.times)
    if asked > MAX_SESSIONS:
        raise ValidationError(
            {"last_day": f"That makes {asked} sessions; {MAX_SESSIONS} is the most. End earlier."}
        )


def clock_near(
    request: SeriesRequest, chosen: Collection[Visit], clean_up: int
) -> tuple[time, time]:
    """Return from and until when a booking could be in the way of any visit of a series."""
    asked = [(minute_of(each), minute_of(each) + request.length_minutes) for each in request.times]
    spans = [*asked, *(visit.minutes for visit in chosen)]
    first = min(start for start, _end in spans) - clean_up
    last = max(end for _start, end in spans) + clean_up
    return _clock(first), _clock(last)


def _clock(minute: int) -> time:
    return time(*divmod(max(0, min(MINUTES_A_DAY - 1, minute)), 60))
