"""Finds the home program a family was given, until the home programs themselves tell."""

from datetime import date

from db.queries import notes as queries
from ot_desktop.notes.practice_plan import PlannedPractice, PracticePlan


class IssuedPrograms:
    """Reads the issued home programs straight from the clinic's file."""

    def given_before(self, child_id: int, day: date) -> PracticePlan | None:
        """Return the last program that was issued and had begun before ``day``."""

        def plan(*, id: int, starts_on: date, ends_on: date) -> PracticePlan:  # noqa: A002
            listed = tuple(queries.program_activities(id, PlannedPractice))
            return PracticePlan(id, starts_on, ends_on, listed)

        return queries.issued_program(child_id, day, plan)
