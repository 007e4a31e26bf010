"""Two sessions of a service on one day: which second start, with whom, goes best with a first."""

from ot_desktop.planning import masks, words
from ot_desktop.planning.offers import Offers
from ot_desktop.planning.words import Row


class DoubleSessions:
    """Pairs of starts of one service on a day, ``one`` gives the first and ``other`` the second."""

    def __init__(self, offers: Offers) -> None:
        self.offers = offers
        self.state = offers.state
        self.tables = offers.tables
        self.days, self.slots = offers.days, offers.slots
        problem = offers.state.problem
        twice = [each for each in problem.requests if problem.kids[each.child].per_day > 1]
        self.most = max((len(each.therapists) for each in twice), default=0)
        self._rows: list[Row] = []
        pairs = self.most * self.most
        self._found_for = self._row(pairs)
        self._firsts = self._row(pairs * self.days)  # first starts that have a second
        self._points = self._row(pairs * self.days * self.slots)
        self._second = self._row(pairs * self.days * self.slots)
        self.number = self.length = self.liked = self.family = 0

    def _row(self, count: int) -> Row:
        kept = words.row(count)
        self._rows.append(kept)
        return words.view(kept)

    def look_at(self, number: int) -> None:
        """Pair the offers of this service from now on."""
        self.number = number
        self.length = self.tables.length[number]
        self.liked = self.tables.preferred[number]
        self.family = self.tables.family[self.tables.child[number]]

    def fill(self, team: int, usual: int, prices: Row) -> None:
        """Write every day's cheapest first start of two sessions with the team."""
        for day in range(self.days):
            prices[day] = words.NOWHERE
        ones = team
        while ones:
            one = words.lowest(ones)
            ones &= ones - 1
            others = team
            while others:
                other = words.lowest(others)
                others &= others - 1
                self._fill_from(self._pairs(one, other), usual, prices)

    def _fill_from(self, pair: int, usual: int, prices: Row) -> None:
        """Write the cheapest first starts of one pair of therapists where they are cheaper."""
        off_time = self.tables.off_time
        for day in range(self.days):
            at = pair * self.days + day
            firsts = self._firsts[at]
            while firsts:
                first = words.lowest(firsts)
                firsts &= firsts - 1
                points = self._points[at * self.slots + first]
                points += off_time[first - usual if first > usual else usual - first]
                price = (points << words.START_BITS) + first
                prices[day] = min(prices[day], price)

    def pair(self, team: int, day: int, first: int) -> tuple[int, int, int]:
        """Return the best second start and the positions of both therapists."""
        best, found = words.NO_START, (0, 0, 0)
        for one in masks.bits(team):
            for other in masks.bits(team):
                at = self._pairs(one, other) * self.days + day
                points = self._points[at * self.slots + first]
                if self._firsts[at] >> first & 1 and points < best:
                    best, found = points, (self._second[at * self.slots + first], one, other)
        return found

    def _pairs(self, one: int, other: int) -> int:
        """Return which pair of therapists this is, with its starts found."""
        pair = one * self.most + other
        if self._found_for[pair] != self.offers.gathered:
            self._found_for[pair] = self.offers.gathered
            for day in range(self.days):
                self._firsts[pair * self.days + day] = 0
                if self._may_pair(one, other, day):
                    self._pair_up(one, other, day)
        return pair

    def _may_pair(self, one: int, other: int, day: int) -> bool:
        """Say whether the child has no session that day and one therapist the hours for two."""
        if self.state.visits_on(self.tables.child[self.number], day):
            return False
        if one != other or self.offers.eject:
            return True
        therapist = self.tables.therapist[self.offers.first_able + one]
        return self.state.hours_left(therapist, day) >= 2 * self.length

    def _pair_up(self, one: int, other: int, day: int) -> None:
        """Find the best second start for every first start of the day."""
        tables, offers = self.tables, self.offers
        at, taken = (one * self.most + other) * self.days + day, offers.taken[one * self.days + day]
        firsts = offers.free[one * self.days + day] | taken
        strangers = tables.stranger[offers.first_able + one]
        strangers += tables.stranger[offers.first_able + other]
        notes = 0
        if one == other:
            notes = tables.note_slots[tables.therapist[offers.first_able + one]]
        before = self.state.trip_cost(self.family, self.state.family_busy(self.family, day))
        while firsts:
            first = words.lowest(firsts)
            firsts &= firsts - 1
            lunch = one if one == other and not offers.eject else -1
            price = self._second_start(other, day, first, notes, lunch)
            if price < words.NOWHERE:
                points = (price >> words.START_BITS) + strangers - before
                if not self.liked >> first & 1:
                    points += tables.not_preferred
                if taken >> first & 1:
                    points += offers.eject
                self._firsts[at] |= words.one(first)
                self._points[at * self.slots + first] = points
                self._second[at * self.slots + first] = price & (words.one(words.START_BITS) - 1)

    def _second_start(self, other: int, day: int, first: int, notes: int, lunch: int) -> int:
        """Return the cheapest second start, trip included; NOWHERE where there is none.

        ``lunch`` is who gives both sessions and needs a lunch beside them, or -1.
        """
        tables, best = self.tables, words.NOWHERE
        end = first + self.length
        dear = self.offers.taken[other * self.days + day]
        left = self.offers.free[other * self.days + day] | dear
        left = left >> (end + notes) << (end + notes)
        busy = self.state.family_busy(self.family, day)
        travel = tables.travel[self.family]
        while left:
            second = words.lowest(left)
            left &= left - 1
            more = min((second - end) * tables.wait_per_slot, travel)
            if not busy and travel + more >= best >> words.START_BITS:
                break  # later starts only wait longer, or make a trip of their own
            price = self._price(busy, first, second)
            if dear >> second & 1:
                price += self.offers.eject << words.START_BITS
            if price < best and (lunch < 0 or self._lunch_left(lunch, day, first, second)):
                best = price
        return best

    def _price(self, busy: int, first: int, second: int) -> int:
        """Return what the family's trips cost with both, and the second start."""
        both = masks.span(first, self.length) | masks.span(second, self.length)
        points = self.state.trip_cost(self.family, busy | both)
        if not self.liked >> second & 1:
            points += self.tables.not_preferred
        return (points << words.START_BITS) + second

    def _lunch_left(self, position: int, day: int, first: int, second: int) -> bool:
        """Say whether one therapist who gives both sessions still has a lunch."""
        therapist = self.tables.therapist[self.offers.first_able + position]
        length = self.length + self.tables.note_slots[therapist]
        taken = masks.span(first, length) | masks.span(second, length)
        return self.state.has_lunch_beside(therapist, day, taken)
