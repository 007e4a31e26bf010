"""Arithmetic on slot masks: bit t of a mask is the slot t of the grid, counted from opening."""


def span(start: int, length: int) -> int:
    """Return the mask of ``length`` slots from ``start``."""
    return ((1 << length) - 1) << start


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
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def trips_and_idle(mask: int, gap: int) -> tuple[int, int]:
    """Return how many trips a family's busy slots are, and the idle slots inside them."""
    trips = idle = 0
    last = -1
    for slot in bits(mask):
        pause = slot - last - 1
        if last < 0 or pause > gap:
            trips += 1
        else:
            idle += pause
        last = slot
    return trips, idle
