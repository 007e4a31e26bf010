"""Asks the rules about many single visits in a row and reads each day and child once."""

from datetime import date

from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import Visit
from ot_desktop.scheduling.facts import ChildFacts, ClinicFacts, Facts
from ot_desktop.scheduling.rules import Finding, check


class VisitCheck:
    """Good for one use case: what is written to the file meanwhile is seen, settings are not."""

    def __init__(self, clinic: ClinicFacts, days: reading.WholeDays) -> None:
        self._clinic = clinic
        self._days = days
        self._children: dict[int, ChildFacts] = {}
        self._with_time_off: dict[date, ClinicFacts] = {}

    def __call__(self, visit: Visit) -> tuple[Finding, ...]:
        """Return everything in the way of a visit, worst first; nothing means it is free."""
        return check(visit, self.facts(visit.child_id, visit.day))

    def facts(self, child_id: int, day: date) -> Facts:
        """Return what the rules look at for a child on a day, for many checks in a row."""
        if child_id not in self._children:
            self._children[child_id] = reading.child_facts(child_id)
        if day not in self._with_time_off:
            time_off = reading.time_off(day, day)
            self._with_time_off[day] = self._clinic.with_time_off(time_off)
        facts = Facts(self._with_time_off[day], self._children, {})
        return self._days.added_to(facts, {day})
