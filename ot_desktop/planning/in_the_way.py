"""Which children hold the times another child would need, and who would have to stay out for it."""

from ot_desktop.planning.beside import Beside
from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.concessions import needed
from ot_desktop.planning.exact_place import ExactPlace
from ot_desktop.planning.masks import hits, span
from ot_desktop.planning.reason_text import stay_out_text
from ot_desktop.planning.state import Slot, State

MOST_TRIED = 12  # children looked at one by one before several are


class InTheWay:
    """Whoever is beside one child, all of its other rules as they are in ``openings``.

    ``openings`` are those without any other child.
    """

    def __init__(self, state: State, full: Beside, openings: Openings) -> None:
        self.state, self.full, self.openings = state, full, openings
        self.problem = state.problem
        self.holds = self._holds()
        self.out = self._to_stay_out()

    def ids(self) -> list[str]:
        """Return who would have to stay out."""
        return [self.problem.instance.children[each].id for each in self.out]

    def text(self) -> str:
        """Return who would have to stay out, by name and with the points they bring."""
        children = self.problem.instance.children
        return stay_out_text([(children[each].name, self._points(each)) for each in self.out])

    def beside(self) -> Beside:
        """Return what is taken without them."""
        return self._without(self.out)

    def _to_stay_out(self) -> tuple[int, ...]:
        """Return children without whom the child fits, of whom none could come nevertheless.

        One is looked for first, the lowest priority and the fewest points before others; then
        several, as few families as can be, of no higher priority if possible.
        """
        often = sorted(self.holds, key=lambda child: (-self.holds[child], child))
        alone = self._first_alone(tuple(sorted(often[:MOST_TRIED], key=self._worth)))
        if alone:
            return alone
        often.sort(key=self._should_stay)
        return needed(often, self._fits_without)

    def _first_alone(self, children: tuple[int, ...]) -> tuple[int, ...]:
        """Return the first of the children without whom alone the child fits, or nobody.

        Where it does not fit without all of them, it fits without none: most are never tried.
        """
        if not children or not self._fits_without(children):
            return ()
        if len(children) == 1:
            return children
        half = len(children) // 2
        return self._first_alone(children[:half]) or self._first_alone(children[half:])

    def _should_stay(self, child: int) -> bool:
        """Say whether the child has a higher priority, or sessions that have to stay."""
        kids, kept = self.problem.kids, self.state.kept
        higher = kids[child].priority < kids[self.openings.number].priority
        return higher or any(kept[number] for number in kids[child].requests)

    def _points(self, child: int) -> int:
        return sum(self.state.points[number] for number in self.problem.kids[child].requests)

    def _worth(self, child: int) -> tuple[int, int]:
        return -self.problem.kids[child].priority, self._points(child)

    def _without(self, children: tuple[int, ...]) -> Beside:
        beside = self.full
        for child in children:
            beside = beside.without(child, self.state.sessions)
        return beside

    def _fits_without(self, children: tuple[int, ...]) -> bool:
        beside, instance = self._without(children), self.openings.instance
        return ExactPlace(Openings(beside, instance, self.openings.child.id)).fits()

    def _holds(self) -> dict[int, int]:
        """Return the children with a session where this child could have one, and how many."""
        holds: dict[int, int] = {}
        for number, sessions in enumerate(self.state.sessions):
            child, length = (
                self.problem.requests[number].child,
                self.problem.requests[number].length,
            )
            count = sum(self._contested(session, length) for session in sessions)
            if count or child in self._siblings():
                holds[child] = holds.get(child, 0) + count
        return holds

    def _siblings(self) -> tuple[int, ...]:
        return self.problem.kids[self.openings.number].siblings

    def _contested(self, session: Slot, length: int) -> bool:
        """Say whether a session shares therapist or kind of room, and the day, with a start."""
        day, start, therapist, room = session
        openings = self.openings
        kind = openings.instance.rooms[room].kind
        for service, able in enumerate(openings.able):
            by_day = openings.starts[service]
            if therapist in able and by_day[able.index(therapist)][day]:
                return True
            near = hits(span(start, length), openings.lengths[service])
            if kind in openings.services[service].room_kinds and any(
                starts[day] & near for starts in by_day
            ):
                return True
        return False
