"""Arithmetic on slot masks: bit t of a mask is the slot t of the grid, counted from opening."""

Level = tuple[int, int]  # points and the starts that cost them
NO_START = 10**9  # more points than any start costs


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


def count_by_bit(masks: list[int]) -> list[int]:
    """Return for every bit in how many of the masks it is set."""
    planes: list[int] = []  # plane i holds the bit of value 2**i of every count
    for mask in masks:
        carry, at = mask, 0
        while carry:
            if at == len(planes):
                planes.append(0)
            planes[at], carry = planes[at] ^ carry, planes[at] & carry
            at += 1
    size = max((plane.bit_length() for plane in planes), default=0)
    return [
        sum([(plane >> bit & 1) << at for at, plane in enumerate(planes)]) for bit in range(size)
    ]


def cheapest_start(levels: list[Level], usual: int, off_time: list[int], width: int) -> int:
    """Return the cheapest start as points * ``width`` + start, NO_START where there is none.

    ``levels`` are cheapest first; ``off_time`` is the cost of being so many slots off the usual.
    """
    best, best_start = NO_START, 0
    for cost, mask in levels:
        if cost >= best:
            break
        if mask >> usual & 1:
            best, best_start = cost, usual
            break
        earlier, later = mask & ((1 << usual) - 1), mask >> usual
        if earlier:
            start = earlier.bit_length() - 1
            total = cost + off_time[usual - start]
            if total < best:
                best, best_start = total, start
        if later:
            ahead = (later & -later).bit_length() - 1
            total = cost + off_time[ahead]
            if total < best:
                best, best_start = total, usual + ahead
    return best * width + best_start
