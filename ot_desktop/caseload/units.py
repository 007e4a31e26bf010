"""Units of a quarter of an hour, where a payer approves those instead of visits."""

from enum import Enum

QUARTER = 15
_SHORTEST = 8


class Rounding(Enum):
    """How a payer turns the minutes of one visit into units.

    ``EIGHT_MINUTES``: under 8 minutes nothing, then ⌊(minutes + 7) / 15⌋: 8–22 is 1, 23–37 is 2,
    38–52 is 3 (CMS, Medicare Claims Processing Manual, chapter 5, 20.2). ``MID_POINT``: to the
    nearest quarter, never 0, as payers who follow no rule of their own are billed.
    """

    EIGHT_MINUTES = "eight_minutes"
    MID_POINT = "mid_point"


def units(minutes: int, rounding: Rounding) -> int:
    """Return the units of one timed visit.

    >>> [units(minutes, Rounding.EIGHT_MINUTES) for minutes in (7, 8, 22, 23, 37, 38, 60)]
    [0, 1, 1, 2, 2, 3, 4]
    """
    if rounding is Rounding.EIGHT_MINUTES:
        return (minutes + QUARTER - _SHORTEST) // QUARTER if minutes >= _SHORTEST else 0
    return max(1, (2 * minutes + QUARTER) // (2 * QUARTER))
