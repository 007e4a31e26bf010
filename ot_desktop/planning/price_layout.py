"""One service in flat rows of whole numbers, as ``price_tables`` reads it."""

from dataclasses import dataclass

from ot_desktop.planning.words import Row, row

NONE = 1 << 40  # dearer than anything, and a sum of several is far from 64 bits
NEVER = -NONE  # the points of a service that cannot have its least number of sessions


@dataclass(frozen=True, slots=True)
class Layout:
    """What never changes of a service: days, people and starts by number, and rows of prices."""

    days: int
    people: int
    kinds: int
    starts: int
    length: int
    least: int
    most: int
    per_week: int
    max_team: int
    twice: bool
    care: int
    extra: int  # for each therapist but the first
    again: int  # for a second session of a day, beside what its start costs
    off_time: tuple[int, int, int]  # one slot off, each slot more, the most it can be
    weeks: Row  # at which day each week begins, and at last how many days there are
    in_a_row: Row  # what the first, the second ... session adds
    costs: Row  # by person, day and start
    rows: Row  # of prices, by person and day: the first start's
    contact: Row  # of prices, by person and day
    needed: Row  # slots with notes, by person
    rooms: Row  # by kind, day and start: whether there is one
    room_rows: Row  # of prices, by kind and day
    family_rows: Row  # of prices, by day, -1 for none
    own_rows: Row  # of prices of whole sessions, two a day, -1 for none


class Scratch:
    """Rows that one service after the other works in; as long as the largest needs them."""

    def __init__(self, layouts: list[Layout]) -> None:
        cells = max([(each.people + 1) * each.days * each.starts for each in layouts], default=1)
        days = max([each.days for each in layouts], default=1)
        self.costs = row(cells)
        self.table = row(2 * (cells + days))  # the last days are for a pair of people
        self.common = row(max([each.starts for each in layouts], default=1))
        self.pairs = row(max([each.starts for each in layouts], default=1))
