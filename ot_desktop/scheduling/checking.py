"""Asks the rules about many single visits in a row and reads each day and child once."""

from datetime import date

from ot_desktop.scheduling import reading
from ot_desktop.scheduling.alternatives import MOST, Alternative, alternatives
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
        return self.day_facts(day)

    def day_facts(self, day: date) -> Facts:
        """Return what the rules look at on a day; of children those asked about before."""
        if day not in self._with_time_off:
            time_off = reading.time_off(day, day)
            self._with_time_off[day] = self._clinic.with_time_off(time_off)
        clinic = self._with_time_off[day].with_held(reading.held_times(day, day))
        facts = Facts(clinic, self._children, {})
        return self._days.added_to(facts, {day})

    def alternatives(self, visit: Visit, most: int = MOST) -> tuple[Alternative, ...]:
        """Return the nearest other places of the day."""
        return alternatives(visit, self.facts(visit.child_id, visit.day), most)

    def names_of(self, visit: Visit) -> tuple[str, str]:
        """Return the names of therapist and room."""
        clinic = self._clinic
        return clinic.therapist_name(visit.therapist_id), clinic.room_name(visit.room_id)

    @property
    def rooms(self) -> tuple[int, ...]:
        """Every room in use."""
        return tuple(self._clinic.rooms)

    def is_open(self, day: date) -> bool:
        """Say whether anybody is seen on a day; hours nobody entered close nothing."""
        hours = self._clinic.hours
        return day not in self._clinic.closed and (not hours or day.weekday() in hours)
