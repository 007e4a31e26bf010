"""What every therapist offers a service on every day: the free starts and what each costs.

A day's starts come in levels, cheapest first: points and the mask of the starts that cost them,
for the family's trip and wishes. A therapist adds points for not being the primary one; a start
that belongs to somebody else adds what an ejection costs; one near a place that was shown before
adds ``avoiding``.

A cheapest start is kept as one number, points * 64 + start, so that the least of several is the
cheapest and the earliest of equals. ``position`` counts the service's therapists; a team is the
mask of its positions.
"""

from random import Random

from ot_desktop.planning import masks, words
from ot_desktop.planning.state import State
from ot_desktop.planning.words import Row

AVOIDING = 30  # points for a start near a place that was shown before, to begin with


class Offers:
    """Gathers the offers for one service at a time; the state is only read."""

    def __init__(self, state: State, random: Random) -> None:
        self.state = state
        self.tables = state.tables
        self.random = random
        self.days, self.slots = state.days, state.tables.slots
        self.blink = False  # overlook some days of every therapist, for variety
        self.eject = 0  # points for taking another child's time; 0 when that is not allowed
        self.sparing = 0  # care points a slot from which nobody is asked to go; 0 for no limit
        self.packing = 0  # points for a start that touches nothing before and after it
        self.avoiding = AVOIDING
        self.avoided: dict[tuple[int, int], int] = {}
        self.number = self.able = self.first_able = self.floor = self.gathered = 0
        most = max((len(each.therapists) for each in state.problem.requests), default=0)
        self._rows: list[Row] = []
        self.level_count = self._row(self.days)
        self.level_points = self._row(self.days * self.slots)
        self.level_starts = self._row(self.days * self.slots)
        self.free = self._row(most * self.days)
        self.taken = self._row(most * self.days)
        self.near = self._row(most)
        self.loose = self._row(most * self.days)
        self.in_week = self._row(most * self.tables.weeks)
        self._column = self._row(most * self.slots * self.days)
        self._gathered_for = self._row(most * self.slots)

    def _row(self, count: int) -> Row:
        kept = words.row(count)
        self._rows.append(kept)
        return words.view(kept)

    def gather(self, number: int) -> None:
        """Note which starts there are for the service, and what each costs."""
        tables = self.tables
        self.number = number
        self.first_able = tables.first_able[number]
        self.able = tables.first_able[number + 1] - self.first_able
        self.floor = words.NO_START
        self.gathered += 1
        for at in range(self.able * tables.weeks):
            self.in_week[at] = 0
        for position in range(self.able):
            self.near[position] = self._near(position)
        for day in range(self.days):
            self._gather_day(day)
        if self.blink:
            self._overlook()

    def _gather_day(self, day: int) -> None:
        tables, state = self.tables, self.state
        starts = state.child_starts(self.number, day)
        roomy = starts & state.room_starts(self.number, day) if starts else 0
        self._price(day, starts if self.eject else roomy)
        if self.level_count[day]:
            self.floor = min(self.floor, self.level_points[day * self.slots])
        week = tables.week[day]
        for position in range(self.able):
            if self._look(position, day, starts, roomy):
                in_week = words.one(day - tables.first_day[week])
                self.in_week[position * tables.weeks + week] |= in_week

    def avoid(self, number: int, therapist: int, first: int, last: int) -> None:
        """Make the starts from ``first`` to ``last`` with the therapist dear from now on."""
        first, last = max(0, first), min(self.slots - 1, last)
        avoided = self.avoided.get((number, therapist), 0)
        self.avoided[number, therapist] = avoided | masks.span(first, last - first + 1)

    def _near(self, position: int) -> int:
        if not self.avoided:
            return 0
        therapist = self.tables.therapist[self.first_able + position]
        near: int = self.avoided.get((self.number, therapist), 0)
        return near

    def _look(self, position: int, day: int, starts: int, roomy: int) -> bool:
        """Note the starts of a therapist on a day; say whether there are any."""
        at = position * self.days + day
        free = roomy & self.state.therapist_starts(self.number, position, day) if roomy else 0
        self.free[at] = free
        self.taken[at] = 0
        self.loose[at] = 0
        able = self.first_able + position
        if self.packing and free:
            self.loose[at] = free & self.state.loose_starts(self.number, position, day)
        if self.eject:
            self.taken[at] = self.tables.starts[able * self.days + day] & starts & ~free
            if self.sparing and self.taken[at]:
                self.taken[at] &= ~self._spared(able, day)
        return (free | self.taken[at]) != 0

    def _spared(self, able: int, day: int) -> int:
        """Return the starts at which somebody would have to go who is to be spared."""
        therapist = self.tables.therapist[able]
        dear = self.state.dear_slots(therapist, day, self.sparing)
        length = self.tables.length[self.number] + self.tables.note_slots[therapist]
        return masks.hits(dear, length)

    def _overlook(self) -> None:
        """Leave out one day in sixty-four of every therapist."""
        tables = self.tables
        for position in range(self.able):
            for week in range(tables.weeks):
                first_day = tables.first_day[week]
                drawn: int = self.random.getrandbits(42)
                gone = drawn & drawn >> 7 & drawn >> 14 & drawn >> 21 & drawn >> 28 & drawn >> 35
                gone &= self.in_week[position * tables.weeks + week]
                self.in_week[position * tables.weeks + week] ^= gone
                while gone:
                    day = first_day + words.lowest(gone)
                    gone &= gone - 1
                    self.free[position * self.days + day] = 0
                    self.taken[position * self.days + day] = 0

    def _price(self, day: int, starts: int) -> None:
        """Sort the day's starts by what the trip and the family's wishes cost."""
        tables, state = self.tables, self.state
        self.level_count[day] = 0
        if not starts:
            return
        family = tables.family[tables.child[self.number]]
        busy = state.family_busy(family, day)
        liked = tables.preferred[self.number]
        if not busy:
            self._add_level(day, tables.travel[family], starts & liked)
            self._add_level(day, tables.travel[family] + tables.not_preferred, starts & ~liked)
            return
        before = state.trip_cost(family, busy)
        session = masks.span(0, tables.length[self.number])
        while starts:
            start = words.lowest(starts)
            starts &= starts - 1
            points = state.trip_cost(family, busy | session << start) - before
            if not liked >> start & 1:
                points += tables.not_preferred
            self._add_level(day, points, words.one(start))

    def _add_level(self, day: int, points: int, starts: int) -> None:
        if not starts:
            return
        first, size = day * self.slots, self.level_count[day]
        at = first + size
        while at > first and self.level_points[at - 1] > points:
            at -= 1
        if at > first and self.level_points[at - 1] == points:
            self.level_starts[at - 1] |= starts
            return
        for after in range(first + size, at, -1):
            self.level_points[after] = self.level_points[after - 1]
            self.level_starts[after] = self.level_starts[after - 1]
        self.level_points[at], self.level_starts[at] = points, starts
        self.level_count[day] = size + 1

    def cheapest(self, day: int, starts: int, usual: int) -> int:
        """Return the cheapest of these starts for the usual start."""
        off_time, best, best_start = self.tables.off_time, words.NO_START, 0
        first = day * self.slots
        for level in range(first, first + self.level_count[day]):
            points = self.level_points[level]
            if points >= best:
                break
            mask = self.level_starts[level] & starts
            if mask >> usual & 1:
                return (points << words.START_BITS) + usual
            earlier, later = mask & (words.one(usual) - 1), mask >> usual
            if earlier:
                start = words.highest(earlier)
                total = points + off_time[usual - start]
                if total < best:
                    best, best_start = total, start
            if later:
                ahead = words.lowest(later)
                total = points + off_time[ahead]
                if total < best:
                    best, best_start = total, usual + ahead
        return (best << words.START_BITS) + best_start

    def _offer(self, position: int, day: int, usual: int) -> int:
        """Return a therapist's cheapest start of the day for the usual start."""
        at = position * self.days + day
        near = self.free[at] & self.near[position]
        free = self.free[at] & ~near
        loose = free & self.loose[at]
        best = self._dearer(day, free & ~loose, usual, 0)
        best = min(best, self._dearer(day, loose, usual, self.packing))
        best = min(best, self._dearer(day, near, usual, self.avoiding))
        return min(best, self._dearer(day, self.taken[at], usual, self.eject))

    def _dearer(self, day: int, starts: int, usual: int, points: int) -> int:
        """Return the cheapest of the starts, all of which cost so many points more."""
        if not starts:
            return words.NOWHERE
        return self.cheapest(day, starts, usual) + (points << words.START_BITS)

    def _fill_column(self, position: int, usual: int) -> int:
        """Return where the therapist's cheapest starts of all days for the usual start are kept."""
        which = position * self.slots + usual
        first = which * self.days
        if self._gathered_for[which] != self.gathered:
            self._gathered_for[which] = self.gathered
            stranger = self.tables.stranger[self.first_able + position] << words.START_BITS
            for day in range(self.days):
                at = position * self.days + day
                best = words.NOWHERE
                if self.free[at] or self.taken[at]:
                    best = self._offer(position, day, usual) + stranger
                self._column[first + day] = best
        return first

    def fill(self, team: int, usual: int, prices: Row) -> None:
        """Write the cheapest start of every day with the team for the usual start."""
        first = self._fill_column(words.lowest(team), usual)
        team &= team - 1
        for day in range(self.days):
            prices[day] = self._column[first + day]
        while team:
            first = self._fill_column(words.lowest(team), usual)
            team &= team - 1
            for day in range(self.days):
                prices[day] = min(prices[day], self._column[first + day])

    def starts_of(self, team: int, day: int) -> int:
        """Return the starts that somebody of the team offers on the day."""
        starts = 0
        while team:
            at = words.lowest(team) * self.days + day
            team &= team - 1
            starts |= self.free[at] | self.taken[at]
        return starts

    def who(self, team: int, day: int, start: int) -> int:
        """Return the mask of the cheapest of the team for the time, of free ones if there are."""
        free = taken = 0
        left = team
        while left:
            position = words.lowest(left)
            left &= left - 1
            at = position * self.days + day
            if self.free[at] >> start & 1:
                free |= words.one(position)
            elif self.taken[at] >> start & 1:
                taken |= words.one(position)
        able = free or taken
        least, cheapest = words.NO_START, 0
        while able:
            position = words.lowest(able)
            able &= able - 1
            stranger = self.tables.stranger[self.first_able + position]
            if stranger < least:
                least, cheapest = stranger, 0
            if stranger == least:
                cheapest |= words.one(position)
        return cheapest
