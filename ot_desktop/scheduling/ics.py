"""A family's visits as a file for their calendar app: when and where, nothing about health."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from ot_desktop.paper.people import ClinicOnPaper

_PRODUCT = "-//OT Desktop//Visits of a family//EN"
_A_DAY = timedelta(days=1)
_FIRST = datetime(2020, 1, 1, tzinfo=UTC)  # seconds since then fit 31 bits until 2088


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One visit by the wall clock of ``zone``; ``key`` is its own in every file of every clinic."""

    key: str
    child: str
    starts: datetime
    ends: datetime
    zone: str
    is_called_off: bool = False


def calendar_file(
    entries: Iterable[CalendarEntry], clinic: ClinicOnPaper, made_at: datetime
) -> bytes:
    """Return the file's bytes by RFC 5545.

    A visit keeps its key, and a later file has a higher sequence: what moved or was called off
    changes in the family's calendar instead of standing there twice.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415  (not at start-up)

    entries = tuple(entries)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    made_at = made_at.astimezone(UTC).replace(microsecond=0)
    for each in entries:
        event = Event()
        event.add("uid", each.key)
        event.add("dtstamp", made_at)
        event.add("sequence", (made_at - _FIRST) // timedelta(seconds=1))
        event.add("dtstart", each.starts.replace(tzinfo=ZoneInfo(each.zone)))
        event.add("dtend", each.ends.replace(tzinfo=ZoneInfo(each.zone)))
        event.add("summary", f"{each.child} at {clinic.name}")
        event.add("status", "CANCELLED" if each.is_called_off else "CONFIRMED")
        if clinic.address:
            event.add("location", clinic.address)
        calendar.add_component(event)
    if entries:
        first = min(each.starts for each in entries).date()
        last = max(each.ends for each in entries).date()
        calendar.add_missing_timezones(first - 366 * _A_DAY, last + 366 * _A_DAY)
    return bytes(calendar.to_ical())
