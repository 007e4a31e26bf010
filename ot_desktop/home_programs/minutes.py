"""Whether a program fits the minutes a family has; the clinic's rule for limits and reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Protocol

from ot_desktop.errors import ValidationError

MOST_MINUTES = 60
DAYS_A_WEEK = 7
SUGGESTED_ACTIVITIES = 3
REASON_FROM_ACTIVITIES = 6


@dataclass(frozen=True, slots=True)
class FamilyLimit:
    """The minutes a day and days a week a family says it has; who said so, and when."""

    most: int
    least: int = 0
    days_per_week: int = DAYS_A_WEEK
    said_by: str = ""
    said_on: date | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.most <= MOST_MINUTES or not 0 <= self.least <= self.most:
            raise ValidationError({"minutes": "Choose between 1 and 60 minutes a day."})
        if not 1 <= self.days_per_week <= DAYS_A_WEEK:
            raise ValidationError({"days_per_week": "Choose between 1 and 7 days a week."})


PRESETS = (FamilyLimit(most=5), FamilyLimit(least=5, most=10), FamilyLimit(least=10, most=15))
CLINIC_DEFAULT = PRESETS[1]


class Timed(Protocol):
    """Something a family does for some minutes, some times a week."""

    @property
    def minutes(self) -> int: ...  # noqa: D102
    @property
    def times_per_week(self) -> int: ...  # noqa: D102
    @property
    def is_embedded(self) -> bool: ...  # noqa: D102


class Verdict(StrEnum):
    """What the rule lets the therapist do."""

    FINE = "fine"
    NEEDS_REASON = "needs-reason"
    CANNOT_PRINT = "cannot-print"


@dataclass(frozen=True, slots=True)
class MinutesCheck:
    """The sums the builder shows and what they mean; ``notices`` are for the screen only."""

    verdict: Verdict
    minutes_a_day: Fraction
    busiest_day: int
    limit: FamilyLimit
    summary: str
    notices: tuple[str, ...]

    @property
    def is_over(self) -> bool:
        """More is planned than the family has."""
        return self.minutes_a_day > self.limit.most

    def require(self, reason: str = "") -> None:
        """Raise ``ValidationError`` unless the program may be printed with this typed reason."""
        if self.verdict is Verdict.CANNOT_PRINT:
            raise ValidationError({"minutes": " ".join(self.notices)})
        if self.verdict is Verdict.NEEDS_REASON and not reason.strip():
            raise ValidationError({"reason": f"{self.summary}. Type a reason to print anyway."})


def minutes_a_day(activities: Sequence[Timed], days_per_week: int) -> Fraction:
    """Return the planned minutes of an average practice day; embedded ones count nothing."""
    total = sum(one.minutes * one.times_per_week for one in activities if not one.is_embedded)
    return Fraction(total, days_per_week)


def busiest_day(activities: Sequence[Timed], days_per_week: int) -> int:
    """Return the minutes of a day on which every activity falls due."""
    return sum(
        one.minutes * ceil(one.times_per_week / days_per_week)
        for one in activities
        if not one.is_embedded
    )


def check(activities: Sequence[Timed], limit: FamilyLimit = CLINIC_DEFAULT) -> MinutesCheck:
    """Measure a program against a family's limit."""
    planned = minutes_a_day(activities, limit.days_per_week)
    stops = _what_stops(activities, planned, limit)
    reasons = _what_needs_a_reason(activities, planned, limit)
    notices = stops or reasons
    if SUGGESTED_ACTIVITIES < len(activities) < REASON_FROM_ACTIVITIES:
        notices += (f"{len(activities)} activities. Families follow short plans best: 3 or fewer.",)
    return MinutesCheck(
        verdict=_verdict(stops, reasons),
        minutes_a_day=planned,
        busiest_day=busiest_day(activities, limit.days_per_week),
        limit=limit,
        summary=_summary(planned, limit),
        notices=notices,
    )


def shown(minutes: Fraction) -> str:
    """Return minutes as people say them: whole when whole, else with one digit."""
    return str(minutes.numerator) if minutes.denominator == 1 else f"{float(minutes):.1f}"


def _verdict(stops: tuple[str, ...], reasons: tuple[str, ...]) -> Verdict:
    if stops:
        return Verdict.CANNOT_PRINT
    return Verdict.NEEDS_REASON if reasons else Verdict.FINE


def _summary(planned: Fraction, limit: FamilyLimit) -> str:
    if planned > limit.most:
        return f"{shown(planned)} min a day, limit {limit.most}"
    return f"{shown(planned)} of {limit.most} minutes used"


def _what_stops(
    activities: Sequence[Timed], planned: Fraction, limit: FamilyLimit
) -> tuple[str, ...]:
    if not activities:
        return ("Add an activity before you print.",)
    if any(one.minutes < 1 or one.times_per_week < 1 for one in activities):
        return ("Give every activity its minutes and times a week before you print.",)
    if planned > 2 * limit.most:
        too_much = f"{_summary(planned, limit)}. This is more than twice what the family has."
        return (f"{too_much} Take an activity out or make one shorter.",)
    return ()


def _what_needs_a_reason(
    activities: Sequence[Timed], planned: Fraction, limit: FamilyLimit
) -> tuple[str, ...]:
    reasons: tuple[str, ...] = ()
    if planned > limit.most:
        reasons += (f"{_summary(planned, limit)}.",)
    if len(activities) >= REASON_FROM_ACTIVITIES:
        reasons += (f"{len(activities)} activities are a lot. Type why this family wants them.",)
    return reasons
