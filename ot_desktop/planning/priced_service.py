"""One service of a child as the bound sees it: where it could be, and which prices it pays there.

Left out, which can only raise the points: the size of a team of more than two (or of one that gives
two sessions on a day), waiting between two sessions of a day, and which days in a row are taken
(how many cannot be avoided is not).
"""

from array import array
from collections.abc import Iterable, Iterator

from ot_desktop.planning.masks import runs, span
from ot_desktop.planning.price_layout import NEVER, NONE, Layout, Scratch
from ot_desktop.planning.price_tables import PriceTables
from ot_desktop.planning.prices import SCALE, Block, Prices
from ot_desktop.planning.words import Row


class PricedService:
    """One service; ``trip`` is what the first session of a day has to bear, ``again`` a second."""

    def __init__(self, prices: Prices, number: int, trip: int, again: int) -> None:
        self.prices, self.problem = prices, prices.problem
        self.request = self.problem.requests[number]
        self.kid = self.problem.kids[self.request.child]
        self.others = [each for each in self.kid.requests if each != number]
        possible = [self._possible(day) for day in range(prices.days)]
        self.days = [day for day, starts in enumerate(possible) if any(starts)]
        self.people = [
            position
            for position in range(len(self.request.therapists))
            if any(starts[position] for starts in possible)
        ]
        self.kinds = sorted({prices.kind_of[room] for room in self.request.rooms})
        every = _union(mask for starts in possible for mask in starts)
        self.low, self.high = (every & -every).bit_length() - 1, every.bit_length()
        self.layout = self._layout(possible, trip, again) if self.days else None
        self.tables: PriceTables | None = None

    def _possible(self, day: int) -> list[int]:
        """Return the starts by position in a program without children."""
        days, problem, request = self.prices.days, self.problem, self.request
        roomy = _union(self._room_starts(room, day) for room in request.rooms)
        return [
            by_day[day] & roomy
            if problem.contact_left[therapist * days + day] >= request.length
            else 0
            for therapist, by_day in zip(request.therapists, request.starts, strict=True)
        ]

    def _room_starts(self, room: int, day: int) -> int:
        free = self.problem.free_room[room * self.prices.days + day] & span(0, self.prices.slots)
        return runs(free, self.request.length)

    def _layout(self, possible: list[list[int]], trip: int, again: int) -> Layout:
        weights, request = self.problem.instance.weights, self.request
        others = sum(self.problem.requests[each].least for each in self.others)
        most = min(request.most, self.kid.visits - others)
        return Layout(
            days=len(self.days),
            people=len(self.people),
            kinds=len(self.kinds),
            starts=self.high - self.low,
            length=request.length,
            least=request.least,
            most=most,
            per_week=request.per_week,
            max_team=request.max_team,
            twice=self.kid.per_day > 1,
            care=request.care * SCALE,
            extra=weights.extra_therapist * SCALE,
            again=again - trip,
            off_time=self._off_time(),
            weeks=self._weeks(),
            in_a_row=self._in_a_row(most),
            costs=self._costs(possible, trip),
            rows=self._person_rows(self.prices.therapists, self.low),
            contact=self._person_rows(self.prices.contact, 0),
            needed=_row(request.length + notes for notes in self._notes()),
            rooms=self._rooms(),
            room_rows=self._room_rows(),
            family_rows=_row(self._family_row(day) for day in self.days),
            own_rows=_row(each for day in self.days for each in self._own_rows(day)),
        )

    def _off_time(self) -> tuple[int, int, int]:
        """Return what one slot off the usual start costs, each slot more, and the most of all."""
        points, slope = self.problem.off_time, self.problem.instance.weights.off_time_per_slot
        return points[1] * SCALE, slope * SCALE, max(points) * SCALE

    def _weeks(self) -> Row:
        """Return at which of ``days`` each week begins, and at last how many there are."""
        ends = [0]
        for week in self.problem.week_days:
            ends.append(ends[-1] + sum(day in week for day in self.days))
        return _row(ends)

    def _in_a_row(self, most: int) -> Row:
        """Return what each session more costs because days in a row cannot all be avoided."""
        problem, request = self.problem, self.request
        steps: list[int] = []
        for week in problem.week_days if request.spread and self.kid.per_day == 1 else ():
            here: list[int] = []
            for size in _stretches(week, problem.follows):
                pairs = [max(0, 2 * count - size - 1) for count in range(size + 1)]
                here += [pairs[count + 1] - pairs[count] for count in range(size)]
            steps += sorted(here)[: request.per_week]
        weight = problem.instance.weights.adjacent_days * SCALE
        steps = sorted(steps)[: max(most, 0)]
        return _row([step * weight for step in steps] + [0] * max(1, most - len(steps)))

    def _costs(self, possible: list[list[int]], trip: int) -> Row:
        """Return what a start costs at prices of nothing, by person, day and start."""
        wish = self.problem.instance.weights.not_preferred * SCALE
        liked, costs = self.request.preferred, []
        for position in self.people:
            cost = trip + self.request.strangers[position] * SCALE
            for day in self.days:
                starts = possible[day][position]
                costs += [
                    (cost if liked >> start & 1 else cost + wish) if starts >> start & 1 else NONE
                    for start in range(self.low, self.high)
                ]
        return _row(costs)

    def _rooms(self) -> Row:
        """Return whether there is a room, by kind, day and start."""
        free = []
        for kind in self.kinds:
            rooms = [room for room in self.request.rooms if self.prices.kind_of[room] == kind]
            for day in self.days:
                starts = _union(self._room_starts(room, day) for room in rooms)
                free += [starts >> start & 1 for start in range(self.low, self.high)]
        return _row(free)

    def _room_rows(self) -> Row:
        """Return the first row of every kind of room's day."""
        rooms, days = self.prices.rooms, self.prices.days
        return _row(
            rooms.at(kind, days, day) + self.low for kind in self.kinds for day in self.days
        )

    def _person_rows(self, block: Block, first: int) -> Row:
        """Return the first row of every person's day."""
        therapists = [self.request.therapists[position] for position in self.people]
        return _row(
            block.at(therapist, self.prices.days, day) + first
            for therapist in therapists
            for day in self.days
        )

    def _notes(self) -> list[int]:
        therapists = [self.request.therapists[position] for position in self.people]
        return [self.problem.note_slots[therapist] for therapist in therapists]

    def _family_row(self, day: int) -> int:
        """Return the first row of the only caregiver's day, -1 if there is nobody to share with."""
        if not self.kid.siblings:
            return -1
        family = self.prices.family_of[self.kid.family]
        return self.prices.families.at(family, self.prices.days, day) + self.low

    def _own_rows(self, day: int) -> tuple[int, int]:
        """Return the rows that hold the child's services together, -1 if there is one service."""
        if not self.others:
            return -1, -1
        child, prices = self.request.child, self.prices
        return prices.child_days.at(child, prices.days, day), prices.visits.start + child

    def best(self, scratch: Scratch) -> int:
        """Return the most points at the prices of now."""
        if self.layout is None or self.layout.most < self.layout.least:
            return NEVER
        if self.tables is None:
            self.tables = PriceTables(self.layout, scratch)
        return self.tables.best(self.prices.sums, self.prices.price)

    def count_use(self, usage: list[int]) -> None:
        """Add what the best sessions use of every row."""
        assert self.layout is not None  # noqa: S101  (there are no sessions without)
        assert self.tables is not None  # noqa: S101  (nor without tables)
        layout, days = self.layout, len(self.days)
        for day, person, at in self.tables.picks:
            begin = layout.rows[person * days + day] + at
            _add(usage, begin, layout.needed[person])
            usage[layout.contact[person * days + day]] += layout.length
            _add(usage, self._room_row(day, at), layout.length)
            if layout.family_rows[day] >= 0:
                _add(usage, layout.family_rows[day] + at, layout.length)
            for row_of in self._own_rows(self.days[day]):
                if row_of >= 0:
                    usage[row_of] += 1

    def _room_row(self, day: int, at: int) -> int:
        """Return the first row of the cheapest kind of room for a start."""
        assert self.layout is not None  # noqa: S101  (only asked for a session)
        layout, sums, days = self.layout, self.prices.sums, len(self.days)
        begins = [
            layout.room_rows[kind * days + day] + at
            for kind in range(layout.kinds)
            if layout.rooms[(kind * days + day) * layout.starts + at]
        ]
        return min(begins, key=lambda begin: sums[begin + layout.length] - sums[begin])


def _union(masks: Iterable[int]) -> int:
    every = 0
    for mask in masks:
        every |= mask
    return every


def _row(numbers: Iterable[int]) -> Row:
    return array("q", numbers)


def _add(usage: list[int], begin: int, count: int) -> None:
    for at in range(begin, begin + count):
        usage[at] += 1


def _stretches(week: list[int], follows: list[bool]) -> Iterator[int]:
    """Give the length of every row of days without a gap."""
    size = 0
    for day in week:
        if size and not follows[day]:
            yield size
            size = 0
        size += 1
    yield size
