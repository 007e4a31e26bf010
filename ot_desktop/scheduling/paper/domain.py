"""What stands on a printed schedule; names are as a family or a colleague may read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from ot_desktop.paper.people import ClinicOnPaper

WORKDAYS = 5
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarVisit:
    """One visit; ``child`` is named where siblings share the calendar.

    ``label`` stands beside the day ("Visit 3", "Make-up"); ``is_changed`` when the family was told
    something else before.
    """

    starts: datetime
    ends: datetime
    therapist: str
    room: str
    label: str
    child: str = ""
    is_changed: bool = False

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return (self.ends - self.starts) // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ToBring:
    """Something to bring each time; ``drawing`` is one of ``bring-….svg`` without the ending."""

    drawing: str
    words: str


@dataclass(frozen=True, slots=True)
class FamilyCalendar:
    """A family's visits of one series or one summer, as it hangs on the fridge.

    ``title`` ends "Mateo’s …": "summer visits". ``pick_up`` are the adults who may collect, as the
    family calls them; what a court wrote is never among them. ``closed`` maps days to what a
    family reads there.
    """

    children: tuple[str, ...]
    title: str
    visits: tuple[CalendarVisit, ...]
    closed: tuple[tuple[date, str], ...]
    bring: tuple[ToBring, ...]
    pick_up: tuple[str, ...]
    clinic: ClinicOnPaper
    printed_on: date
    initial: str = ""
    language: str = "en"

    @property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """The days to draw, week by week; Saturday and Sunday only where somebody comes."""
        days = [visit.starts.date() for visit in self.visits]
        last_weekday = max([WORKDAYS - 1, *(day.weekday() for day in days)])
        monday = min(days) - min(days).weekday() * _A_DAY
        weeks = (max(days) - monday).days // 7 + 1
        return tuple(
            tuple(monday + (7 * week + weekday) * _A_DAY for weekday in range(last_weekday + 1))
            for week in range(weeks)
        )

    @property
    def therapists(self) -> tuple[str, ...]:
        """Who sees the children, most visits first."""
        return most_frequent(visit.therapist for visit in self.visits)

    def visits_of(self, child: str) -> int:
        """Return how many of the visits are this child's."""
        return sum(visit.child in ("", child) for visit in self.visits)

    def on(self, day: date) -> tuple[CalendarVisit, ...]:
        """Return the visits of one day by time."""
        found = [visit for visit in self.visits if visit.starts.date() == day]
        return tuple(sorted(found, key=lambda visit: (visit.starts, visit.child)))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one line, kept with its first row: a day, a child."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table for colleagues: one therapist's week, one room's, everybody.

    ``shares`` are the columns' parts of the width; a column named "" is a box to tick.
    """

    title: str
    second_line: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    groups: tuple[Group, ...]
    nothing: str
    clinic: str
    printed_on: date


@dataclass(frozen=True, slots=True)
class SlipVisit:
    """One visit on a slip; the therapist by first name, as families say it."""

    child: str
    starts: datetime
    ends: datetime
    therapist: str
    room: str


@dataclass(frozen=True, slots=True)
class Slip:
    """What a family takes along to remember one day; siblings share it."""

    day: date
    visits: tuple[SlipVisit, ...]
    clinic: ClinicOnPaper
    printed_on: date


def most_frequent(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, the most frequent first, then by name."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def runs_of_days(days: Iterable[date]) -> tuple[tuple[date, date], ...]:
    """Return the days joined to stretches without a gap."""
    ordered = sorted(set(days))
    if not ordered:
        return ()
    starts = [ordered[0], *(later for one, later in pairwise(ordered) if later - one > _A_DAY)]
    ends = [*(one for one, later in pairwise(ordered) if later - one > _A_DAY), ordered[-1]]
    return tuple(zip(starts, ends, strict=True))
