"""How an intensive's rules, times and states read on screen."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import WEEKDAYS, long_day, minute_text
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import Away, Readiness, Rule, Weight
from ot_desktop.programs.telling import How
from ot_desktop.settings.domain import Hours

HOUR = 60
_SHORT = 3


def _tr(words: str) -> str:
    return QCoreApplication.translate("programs", words)


def weight_words() -> dict[Weight, str]:
    """Return every weight as it is read out."""
    return {
        Weight.MUST: _tr("Must"),
        Weight.PREFER: _tr("Prefer"),
        Weight.IGNORE: _tr("Ignore"),
    }


def therapist_weight_words() -> dict[Weight, str]:
    """Return how much a child's therapist matters: the last one is anybody."""
    return weight_words() | {Weight.IGNORE: _tr("Any")}


def rule_words(rule: Rule) -> str:
    """Return what a rule asks for, in a few words; ``{0}`` is its number's place."""
    return {
        Rule.SAME_THERAPIST: _tr("Same therapist each time"),
        Rule.MOST_THERAPISTS: _tr("Most therapists per child"),
        Rule.FIRST_CHOICE_TIME: _tr("Family’s first-choice time"),
        Rule.EVEN_SPREAD: _tr("Visits spread evenly over the week"),
        Rule.SIBLINGS_TOGETHER: _tr("Siblings at the same time of day"),
        Rule.LUNCH: _tr("Lunch for every therapist"),
        Rule.TRAVEL_BUFFER: _tr("Few trips: longest wait between two visits"),
    }[rule]


def readiness_words(readiness: Readiness) -> str:
    """Return whether a child can be placed."""
    return {
        Readiness.READY: _tr("Ready"),
        Readiness.MISSING_TIMES: _tr("Missing times"),
        Readiness.NOT_CONFIRMED: _tr("Not confirmed"),
    }[readiness]


def how_words(how: How) -> str:
    """Return how a family was told."""
    return {How.PAPER: _tr("on paper"), How.TEXT: _tr("by text"), How.CALL: _tr("by phone")}[how]


def priority_words(priority: int) -> str:
    """Return how soon a child needs a place."""
    return {1: _tr("First"), 2: _tr("Usual"), 3: _tr("Can wait")}[priority]


def sessions_words(count: int) -> str:
    """Return ``1 session`` or ``12 sessions``."""
    return _tr("1 session") if count == 1 else _tr("{0} sessions").format(count)


def rows_words(count: int) -> str:
    """Return ``1 row`` or ``2 rows``."""
    return _tr("1 row") if count == 1 else _tr("{0} rows").format(count)


def children_words(count: int) -> str:
    """Return ``1 child`` or ``24 children``."""
    return _tr("1 child") if count == 1 else _tr("{0} children").format(count)


def families_words(count: int) -> str:
    """Return ``1 family`` or ``24 families``."""
    return _tr("1 family") if count == 1 else _tr("{0} families").format(count)


def proposals_words(count: int) -> str:
    """Return that so many proposals wait; nothing where none does."""
    if not count:
        return ""
    if count == 1:
        return _tr("1 proposal from a therapist waits for your answer.")
    return _tr("{0} proposals from therapists wait for your answer.").format(count)


def stretch_text(starts_min: int, ends_min: int) -> str:
    """Return ``8:00–12:00``."""
    return f"{minute_text(starts_min)}–{minute_text(ends_min)}"


def window_text(window: Window) -> str:
    """Return a time of day."""
    return stretch_text(window.start, window.end)


def hours_words(hours: Sequence[Hours]) -> str:
    """Return ``Mon–Thu 8:00–12:00, Fri 8:00–5:00``: days alike are said once."""
    by_day = [
        (weekday, tuple((each.starts_min, each.ends_min) for each in stretches))
        for weekday, stretches in groupby(sorted(hours, key=_in_order), key=lambda one: one.weekday)
    ]
    parts = []
    for stretches, days in groupby(by_day, key=lambda one: one[1]):
        times = ", ".join(stretch_text(*each) for each in stretches)
        parts.append(f"{_days_text([weekday for weekday, _ in days])} {times}")
    return ", ".join(parts)


def outer_hours(hours: Iterable[Hours]) -> tuple[Hours, ...]:
    """Return each day from its first minute to its last: a lunch in between is not said."""
    days: dict[int, tuple[int, int]] = {}
    for each in hours:
        first, last = days.get(each.weekday, (each.starts_min, each.ends_min))
        days[each.weekday] = (min(first, each.starts_min), max(last, each.ends_min))
    return tuple(Hours(weekday, *days[weekday]) for weekday in sorted(days))


def days_text(first: date, last: date) -> str:
    """Return ``Thu, Jun 11`` or ``Mon, Jun 22 to Fri, Jun 26``."""
    if first == last:
        return long_day(first)
    return _tr("{0} to {1}").format(long_day(first), long_day(last))


def away_words(away: Iterable[Away]) -> str:
    """Return every stretch a family is away, one after the other."""
    return ", ".join(days_text(each.first_day, each.last_day) for each in away)


def _in_order(hours: Hours) -> tuple[int, int]:
    return hours.weekday, hours.starts_min


def _days_text(weekdays: Sequence[int]) -> str:
    """Return ``Mon–Thu`` for days in a row, else ``Mon, Wed``."""
    names = [WEEKDAYS[each][:_SHORT] for each in weekdays]
    in_a_row = weekdays[-1] - weekdays[0] == len(weekdays) - 1
    if len(names) > 1 and in_a_row:
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)
