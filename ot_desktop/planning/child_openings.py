"""When the sessions of one child could be, beside everybody else's."""

from ot_desktop.planning.beside import Beside, away_slots
from ot_desktop.planning.domain import WEEKDAYS, Child, Instance, Service
from ot_desktop.planning.masks import hits, runs


class Openings:
    """The possible starts of each service of one child, by therapist and day.

    ``instance`` is the problem's, or that with some of the child's rules loosened. Sessions of the
    child itself must not be in ``beside``. ``like`` are openings beside others, all else the same.
    """

    def __init__(
        self, beside: Beside, instance: Instance, child: str, like: "Openings | None" = None
    ) -> None:
        self.beside, self.instance, self.problem = beside, instance, beside.problem
        self.number = self.problem.child_number[child]
        self.child: Child = instance.children[self.number]
        self.services = self.child.services
        self.lengths = [self.problem.length(each.duration_min) for each in self.services]
        self.able = [self._able(service) for service in self.services]
        self.usual: dict[int, list[int]] = like.usual if like else {}  # starts by length and day
        blocked = self._family_busy()
        self.starts = [self._starts(at, blocked) for at in range(len(self.services))]

    def _able(self, service: Service) -> list[int]:
        return [
            number
            for number, therapist in enumerate(self.instance.therapists)
            if service.skill in therapist.skills
            and therapist.id not in self.child.excluded_therapists
        ]

    def _family_busy(self) -> list[int]:
        """Return by day when a sibling is in session with the only caregiver."""
        days = self.beside.days
        busy = [0] * days
        family = self.instance.families[self.problem.family_number[self.child.family]]
        if family.caregivers == 1:
            for sibling in family.children:
                at = self.problem.child_number[sibling] * days
                if sibling != self.child.id:
                    theirs = self.beside.children[at : at + days]
                    busy = [one | other for one, other in zip(busy, theirs, strict=True)]
        return busy

    def _starts(self, at: int, blocked: list[int]) -> list[list[int]]:
        """Return one service's possible starts by therapist (as in ``able``) and day."""
        beside, service, length = self.beside, self.services[at], self.lengths[at]
        therapists = [(number, self.instance.therapists[number]) for number in self.able[at]]
        found = [[0] * beside.days for _ in therapists]
        if length not in self.usual:
            self.usual[length] = self._family_starts(length)
        for day, starts in enumerate(self.usual[length]):
            starts &= ~hits(blocked[day], length)  # noqa: PLW2901  (fewer and fewer)
            if starts:
                starts &= beside.room_starts(self.instance, service, day, length)  # noqa: PLW2901  (narrowed step by step)
            if starts:
                for by_day, (number, therapist) in zip(found, therapists, strict=True):
                    by_day[day] = starts & beside.therapist_starts(therapist, number, day, length)
        return found

    def _family_starts(self, length: int) -> list[int]:
        """Return by day the starts that family, clinic and payer allow."""
        problem, child = self.problem, self.child
        windows = [
            [problem.between(window) for window in child.availability.get(weekday, ())]
            for weekday in range(len(WEEKDAYS))
        ]
        found = []
        for number, day in enumerate(problem.days):
            starts = 0
            if child.authorization.first_day <= day <= child.authorization.last_day:
                away = away_slots(problem, child.unavailable, number)
                for window in windows[day.weekday()]:
                    starts |= runs(window & ~away, length)
            found.append(starts & runs(problem.open_slots[number], length))
        return found
