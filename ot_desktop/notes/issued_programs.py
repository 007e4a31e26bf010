"""Finds the home program a family was asked to practice before a visit."""

import json
from datetime import date, timedelta
from typing import Any

from db.queries import home_programs as queries
from ot_desktop.notes.practice_plan import PlannedPractice, PracticePlan


class IssuedPrograms:
    """Reads the issued home programs straight from the clinic's file."""

    def given_before(self, child_id: int, day: date) -> PracticePlan | None:
        """Return the last program that was issued and had begun before ``day``."""
        return queries.current_program(child_id, day - timedelta(days=1), _plan)

    def given_to(self, child_id: int) -> tuple[PracticePlan, ...]:
        """Return every program a family was given, the newest first."""
        return tuple(queries.issued_programs(child_id, _plan))


def _plan(*, id: int, starts_on: date, ends_on: date, content: str, **_more: Any) -> PracticePlan:  # noqa: A002  (a column)
    listed = tuple(queries.program_activities(id, PlannedPractice))
    printed = json.loads(content).get("minutes_a_day")
    return PracticePlan(id, starts_on, ends_on, listed, float(printed) if printed else None)
