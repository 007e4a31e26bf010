"""Which days a family practices on, and how far a week's chart reaches."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from ot_desktop.home_programs.domain import Visit

DAYS_A_CHART = 7


def practice_days(
    first: date, last: date, left_out: Collection[date] = (), *, most: int = 28
) -> tuple[date, ...]:
    """Return the days from ``first`` to ``last`` without those left out, ``most`` at most."""
    count = (last - first).days + 1
    days = (first + timedelta(days=offset) for offset in range(max(count, 0)))
    return tuple(day for day in days if day not in left_out)[:most]


def weeks(days: Sequence[date]) -> tuple[tuple[date, ...], ...]:
    """Split practice days into charts of seven."""
    return tuple(
        tuple(days[start : start + DAYS_A_CHART]) for start in range(0, len(days), DAYS_A_CHART)
    )


def visit_to_bring(visits: Sequence[Visit], days: Sequence[date]) -> Visit | None:
    """Return the visit a finished chart comes back on: the first from its last day on."""
    if not visits or not days:
        return None
    ordered = sorted(visits, key=lambda visit: visit.starts_at)
    later = (visit for visit in ordered if visit.starts_at.date() >= days[-1])
    return next(later, ordered[-1])
