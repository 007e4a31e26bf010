"""Arithmetic on slot masks: bit t of a mask is the slot t of the grid, counted from opening."""

from ot_desktop.planning import words


def span(start: int, length: int) -> int:
    """Return the mask of ``length`` slots from ``start``."""
    return (words.one(length) - 1) << start


def runs(mask: int, length: int) -> int:
    """Return the starts from which ``length`` slots in a row are set."""
    have = 1
    while have * 2 <= length:
        mask &= mask >> have
        have *= 2
    if have < length:
        mask &= mask >> (length - have)
    return mask


def hits(mask: int, length: int) -> int:
    """Return the starts at which a stretch of ``length`` slots touches a set slot."""
    have = 1
    while have * 2 <= length:
        mask |= mask >> have
        have *= 2
    if have < length:
        mask |= mask >> (length - have)
    return mask


def bits(mask: int) -> list[int]:
    """Return the set slots in order."""
    found = []
    while mask:
        found.append(words.lowest(mask))
        mask &= mask - 1
    return found


def beside_lunch(lunches: int, lunch: int, length: int) -> int:
    """Return the starts at which ``length`` slots leave a lunch that begins in ``lunches``."""
    if not lunches:
        return 0
    # A stretch that spoils both the first and the last lunch spoils all between them.
    first = span(words.lowest(lunches), lunch)
    last = span(words.highest(lunches), lunch)
    return ~(hits(first, length) & hits(last, length))


def trip_points(busy: int, gap: int, travel: int, waiting: int) -> int:
    """Return the points of a family's day: a trip for each chain of slots, and its idle slots.

    ``travel`` is the points of a trip, ``waiting`` those of a slot; a pause over ``gap`` slots
    begins another trip.
    """
    if not busy:
        return 0
    points = travel
    busy >>= words.lowest(busy)
    while True:
        busy >>= words.lowest(~busy)
        if not busy:
            return points
        pause = words.lowest(busy)
        points += travel if pause > gap else pause * waiting
        busy >>= pause
