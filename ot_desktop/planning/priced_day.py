"""What one day offers to one service of a child, and what every start costs at given prices."""

from operator import add

from ot_desktop.planning.masks import runs, span
from ot_desktop.planning.prices import SCALE, Prices

NONE = 1 << 40  # dearer than anything, and a sum of several is far from 64 bits


class PricedDay:
    """The starts from ``first`` to before ``last`` of a day, by position of the therapist."""

    def __init__(self, prices: Prices, number: int, day: int, trip: int) -> None:
        problem = prices.problem
        self.prices, self.day = prices, day
        self.request = request = problem.requests[number]
        kid, kinds = problem.kids[request.child], room_starts(prices, number, day)
        starts = possible_starts(prices, number, day)
        possible = 0
        for mask in starts:
            possible |= mask
        self.first = (possible & -possible).bit_length() - 1
        self.last = possible.bit_length()
        self.rooms = [
            (prices.rooms.at(kind, prices.days, day) + self.first, self._cost(mask, 0, 0))
            for kind, mask in kinds.items()
        ]
        wish = problem.instance.weights.not_preferred * SCALE
        self.people = [
            (
                position,
                prices.therapists.at(therapist, prices.days, day) + self.first,
                request.length + problem.note_slots[therapist],
                prices.contact.at(therapist, prices.days, day),
                self._cost(starts[position], trip + request.strangers[position] * SCALE, wish),
            )
            for position, therapist in enumerate(request.therapists)
            if starts[position]
        ]
        self.family = -1
        if kid.siblings:
            family = prices.family_of[kid.family]
            self.family = prices.families.at(family, prices.days, day) + self.first
        self.own: tuple[int, ...] = ()  # rows of the child that count whole sessions
        if len(kid.requests) > 1:
            child_day = prices.child_days.at(request.child, prices.days, day)
            self.own = (child_day, prices.visits.start + request.child)
        self.costs: dict[int, list[int]] = {}
        self.cheapest: list[int] = []

    def _cost(self, starts: int, cost: int, wish: int) -> list[int]:
        """Return the cost of every start in the range, NONE where it is not possible."""
        liked = self.request.preferred
        return [
            (cost if liked >> start & 1 else cost + wish) if starts >> start & 1 else NONE
            for start in range(self.first, self.last)
        ]

    def look_up(self) -> None:
        """Work out what every start costs now."""
        sums, price, count = self.prices.sums, self.prices.price, self.last - self.first
        length = self.request.length
        common = self._common()
        self.costs = {}
        for position, row, needed, contact, costs in self.people:
            same = price[contact] * length
            before, after = sums[row : row + count], sums[row + needed : row + needed + count]
            self.costs[position] = [
                cost + other + same + end - start
                for cost, other, start, end in zip(costs, common, before, after, strict=True)
            ]
        self.cheapest = self.of(tuple(self.costs))

    def of(self, team: tuple[int, ...]) -> list[int]:
        """Return what every start costs with the cheapest of a team."""
        lists = [self.costs[position] for position in team if position in self.costs]
        if not lists:
            return [NONE] * (self.last - self.first)
        return lists[0] if len(lists) == 1 else list(map(min, *lists))

    def _common(self) -> list[int]:
        """Return what every start costs whoever gives the session."""
        sums, count, length = self.prices.sums, self.last - self.first, self.request.length
        by_kind = [
            [
                cost + end - start
                for cost, start, end in zip(
                    costs,
                    sums[row : row + count],
                    sums[row + length : row + length + count],
                    strict=True,
                )
            ]
            for row, costs in self.rooms
        ]
        common = by_kind[0] if len(by_kind) == 1 else list(map(min, *by_kind))
        if self.family >= 0:
            row = self.family
            family = [
                end - start
                for start, end in zip(
                    sums[row : row + count], sums[row + length : row + length + count], strict=True
                )
            ]
            common = list(map(add, common, family))
        own = sum(self.prices.price[row] for row in self.own)
        return [cost + own for cost in common] if own else common

    def pairs(self, costs: list[int], again: int) -> list[int]:
        """Return by start of the first what two sessions cost; ``again`` is added for both."""
        length, later, cheapest = self.request.length, [], NONE
        for cost in reversed(costs):
            cheapest = min(cheapest, cost)
            later.append(cheapest)
        later.reverse()
        later = later[length:] + [NONE] * length
        return [one + other + again for one, other in zip(costs, later, strict=False)]

    def count_use(self, team: tuple[int, ...], start: int, usage: list[int]) -> None:
        """Add what a session with the cheapest of a team uses of every row."""
        at = start - self.first
        position = min(
            (each for each in team if each in self.costs), key=lambda each: self.costs[each][at]
        )
        for where, row, needed, contact, _ in self.people:
            if where == position:
                _add(usage, row + at, needed)
                usage[contact] += self.request.length
        _add(usage, self._room_row(start), self.request.length)
        if self.family >= 0:
            _add(usage, self.family + at, self.request.length)
        for row in self.own:
            usage[row] += 1

    def _room_row(self, start: int) -> int:
        """Return the first row of the cheapest kind of room for a start."""
        sums, length, at = self.prices.sums, self.request.length, start - self.first
        return min(
            (costs[at] + sums[row + at + length] - sums[row + at], row + at)
            for row, costs in self.rooms
        )[1]


def room_starts(prices: Prices, number: int, day: int) -> dict[int, int]:
    """Return a service's starts by kind of room in a program without children."""
    request = prices.problem.requests[number]
    kinds: dict[int, int] = {}
    for room in request.rooms:
        free = prices.problem.free_room[room * prices.days + day] & span(0, prices.slots)
        kind = prices.kind_of[room]
        kinds[kind] = kinds.get(kind, 0) | runs(free, request.length)
    return {kind: mask for kind, mask in kinds.items() if mask}


def possible_starts(prices: Prices, number: int, day: int) -> list[int]:
    """Return a service's starts by position of the therapist in a program without children."""
    problem, request = prices.problem, prices.problem.requests[number]
    roomy = 0
    for mask in room_starts(prices, number, day).values():
        roomy |= mask
    return [
        by_day[day] & roomy
        if problem.contact_left[therapist * prices.days + day] >= request.length
        else 0
        for therapist, by_day in zip(request.therapists, request.starts, strict=True)
    ]


def _add(usage: list[int], row: int, count: int) -> None:
    for at in range(row, row + count):
        usage[at] += 1
