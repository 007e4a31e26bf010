"""What each day could hold of one child's sessions: one of a service, or two on one day."""

from typing import NamedTuple

from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.masks import bits, span


class Giver(NamedTuple):
    """A service and who gives it: numbers among the child's services and in ``able``."""

    service: int
    position: int


class DayOffers:
    """Days as masks; pairs are looked at when somebody asks for them."""

    def __init__(self, openings: Openings) -> None:
        self.openings = openings
        self.beside = openings.beside
        self.ones = [
            [sum(1 << day for day, starts in enumerate(by_day) if starts) for by_day in by_position]
            for by_position in openings.starts
        ]
        self._pairs: dict[tuple[int, Giver, Giver], bool] = {}

    def both(self, ones: list[Giver], others: list[Giver]) -> int:
        """Return the days that can hold a session of one of each, in whatever order."""
        days = 0
        for one in ones:
            for other in others:
                both = self.ones[one.service][one.position]
                both &= self.ones[other.service][other.position] & ~days
                days |= sum(1 << day for day in bits(both) if self.holds(day, one, other))
        return days

    def holds(self, day: int, one: Giver, other: Giver) -> bool:
        """Say whether the day can hold a session of each, in whatever order."""
        asked = (day, one, other) if one <= other else (day, other, one)
        if asked not in self._pairs:
            self._pairs[asked] = self.pair(*asked) is not None
        return self._pairs[asked]

    def pair(self, day: int, one: Giver, other: Giver) -> tuple[int, int] | None:
        """Return a start for each of the two sessions on the day, or None."""
        found = self._in_order(day, one, other)
        if found is None and one != other:
            found = self._in_order(day, other, one)
            found = None if found is None else (found[1], found[0])
        return found

    def _in_order(self, day: int, first: Giver, second: Giver) -> tuple[int, int] | None:
        """Return the starts of two sessions, the first before the second."""
        openings = self.openings
        starts = openings.starts[first.service][first.position][day]
        later = openings.starts[second.service][second.position][day]
        length = openings.lengths[first.service]
        if not starts or not later:
            return None
        if self._therapist(first) != self._therapist(second):
            pair = (starts & -starts).bit_length() - 1, later.bit_length() - 1
            return pair if pair[0] + length <= pair[1] else None
        return self._by_one_therapist(day, first, second)

    def _therapist(self, giver: Giver) -> int:
        return self.openings.able[giver.service][giver.position]

    def _by_one_therapist(self, day: int, first: Giver, second: Giver) -> tuple[int, int] | None:
        """Return the starts where hours of contact and lunch allow one therapist both sessions."""
        openings, number = self.openings, self._therapist(first)
        hours = self.beside.hours(openings.instance.therapists[number], number, day)
        lengths = [openings.lengths[giver.service] for giver in (first, second)]
        at, notes = number * self.beside.days + day, hours.notes
        if self.beside.contact[at] + sum(lengths) > hours.most_contact:
            return None
        taken = self.beside.therapists[at]
        for start in bits(openings.starts[first.service][first.position][day]):
            busy = taken | span(start, lengths[0] + notes)
            soonest = start + lengths[0] + notes
            for later in bits(openings.starts[second.service][second.position][day]):
                if later >= soonest and (
                    not hours.lunch_starts or hours.lunches(busy | span(later, lengths[1] + notes))
                ):
                    return start, later
        return None
