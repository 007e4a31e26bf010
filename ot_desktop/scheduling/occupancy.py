"""Which minutes of one day are taken, as the bits of whole numbers: thousands of slots at once."""

from collections.abc import Iterable, Iterator

from ot_desktop.scheduling.domain import MINUTES_A_DAY, Booking

Minutes = int
"""Bit n is set when minute n of the day is taken."""


def stretch(start: int, end: int) -> Minutes:
    """Return the minutes from ``start`` up to, not including, ``end``."""
    start, end = max(0, start), min(MINUTES_A_DAY, end)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def taken(bookings: Iterable[Booking]) -> Minutes:
    """Return the minutes in which at least one booking runs."""
    minutes = 0
    for booking in bookings:
        minutes |= stretch(*booking.minutes)
    return minutes


def full(bookings: Iterable[Booking], capacity: int, clean_up: int) -> Minutes:
    """Return the minutes in which a room holds as many as it can, the clean-up after each counted.

    Whoever asks needs the room for their own clean-up as well.
    """
    at_least = [stretch(0, MINUTES_A_DAY)] + [0] * capacity
    for booking in bookings:
        start, end = booking.minutes
        minutes = stretch(start, end + clean_up)
        for count in range(capacity, 0, -1):
            at_least[count] |= at_least[count - 1] & minutes
    return at_least[capacity]


def starts_in(free: Minutes, length: int) -> Minutes:
    """Return the minutes from which ``length`` minutes in a row are free."""
    have = 1
    while have < length:
        step = min(have, length - have)
        free &= free >> step
        have += step
    return free


def each_minute(minutes: Minutes) -> Iterator[int]:
    """Yield the minutes that are set, in order."""
    while minutes:
        lowest = minutes & -minutes
        yield lowest.bit_length() - 1
        minutes ^= lowest


def is_free(minutes: Minutes, start: int, length: int) -> bool:
    """Say whether no minute of a visit is taken."""
    return not minutes >> start & ((1 << length) - 1)
