"""The fixed words of a family's calendar in each language we print."""

from dataclasses import dataclass
from datetime import date, datetime

from ot_desktop.day_words import MONTHS, full_day, weekday
from ot_desktop.paper.people import listed, possessive
from ot_desktop.scheduling.paper.domain import CalendarVisit, FamilyCalendar, ToBring
from ot_desktop.scheduling.paper.spanish_words import SpanishWords

_NOON = 12


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """English."""

    code = "en-US"
    stays_in_the_room = "A parent stays in the room."
    bring_each_time = "Bring each time"
    on_the_day = "On the day"
    come_early = "Come 5 minutes early."
    stay_home = "Sick or fever? Stay home and call us."
    cannot_come = "Can’t come?"
    changed = "new"
    us = "us"

    def weekday(self, day: date) -> str:
        """Return Tuesday."""
        return weekday(day)

    def half(self, at: datetime) -> str:
        """Return AM or PM."""
        return "AM" if at.hour < _NOON else "PM"

    def label(self, visit: CalendarVisit) -> str:
        """Return what a visit is called."""
        return visit.label

    def closed(self, why: str) -> str:
        """Say why nobody is seen on a day."""
        return why

    def bring(self, thing: ToBring) -> str:
        """Say what to bring."""
        return thing.words

    def title(self, calendar: FamilyCalendar) -> str:
        """Name the calendar by its children."""
        return f"{possessive(listed(calendar.children))} {calendar.title}"

    def how_many(self, calendar: FamilyCalendar) -> str:
        """Say how many visits and how long, where all are as long."""
        minutes = sorted({visit.minutes for visit in calendar.visits})
        counts = sorted(calendar.visits_of(child) for child in calendar.children)
        if len(minutes) > 1:
            return f"{_visits(len(calendar.visits))}."
        if len(counts) > 1 and counts[0] == counts[-1]:
            return f"{_visits(counts[0])} for each child, {minutes[0]} minutes."
        each = "" if len(calendar.visits) == 1 else " each"
        return f"{_visits(len(calendar.visits))}, {minutes[0]} minutes{each}."

    def months(self, first: date, last: date) -> str:
        """Return June 2026, or June and July 2027."""
        names = [MONTHS[first.month - 1]]
        if (first.year, first.month) == (last.year, last.month):
            return f"{names[0]} {first.year}"
        if first.year != last.year:
            return f"{names[0]} {first.year} to {MONTHS[last.month - 1]} {last.year}"
        between = "and" if last.month == first.month + 1 else "to"
        return f"{names[0]} {between} {MONTHS[last.month - 1]} {first.year}"

    def day(self, day: date, *, is_first: bool) -> str:
        """Return 8, and Jul 1 where a month begins."""
        return f"{MONTHS[day.month - 1][:3]} {day.day}" if is_first else str(day.day)

    def with_therapist(self, name: str) -> str:
        """Say whose visits have this color."""
        return f"With {name}"

    def who_knows(self, name: str, calendar: FamilyCalendar) -> str:
        """Introduce somebody the family sees less often."""
        plan = f"{possessive(listed(calendar.children))} plan"
        return f"With {name}, who knows {plan}"

    def pick_up(self, calendar: FamilyCalendar) -> str:
        """Say who may collect; empty where nobody was named."""
        return f"Pick-up: {listed(calendar.pick_up, 'or')}." if calendar.pick_up else ""

    def call_us(self, calendar: FamilyCalendar) -> tuple[str, str, str]:
        """Return what stands before, as and after the phone number."""
        after = " as soon as you know. We will try to find a new time"
        count = len(calendar.visits)
        if len(calendar.children) == 1 and count > 1:
            after += f", so {calendar.children[0]} still gets all {count} visits"
        return "Call or text ", calendar.clinic.phone, f"{after}."

    def page(self, number: int, count: int) -> str:
        """Say which page of how many it is."""
        return f"Page {number} of {count}."

    def printed(self, day: date) -> str:
        """Say when the page was printed."""
        return f"Printed {full_day(day)}"


def _visits(count: int) -> str:
    return "1 visit" if count == 1 else f"{count} visits"


FixedWords = EnglishWords | SpanishWords


def words_for(language: str) -> FixedWords:
    """Return the fixed words in ``language``; English for one that is not ready."""
    return SpanishWords() if language == "es" else EnglishWords()
