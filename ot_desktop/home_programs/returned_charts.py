"""Days from practice charts that came back: facts a parent reported, entered by who got the chart.

Not ticked on a chart is not practiced; a chart that never came back says nothing.
"""

import json
from collections.abc import Collection
from datetime import date

from db.queries import home_programs as program_queries
from db.queries import returned_charts as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import NotFound, ValidationError
from ot_desktop.home_programs.chart_days import ReturnedChart
from ot_desktop.home_programs.reading import ProgramRow, chart_of, chart_span
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

LONGEST_WORDS = 500


class ChartService:
    """Enter and read practice charts."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of_child(self, child_id: int) -> tuple[ReturnedChart, ...]:
        """Return the charts of a child, the oldest first."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        return tuple(queries.of_child(child_id, chart_of))

    def enter(self, program_id: int, practiced: Collection[date], words: str = "") -> int:
        """Keep the days ticked on a program's chart; entered again, the days before give way."""
        row = program_queries.program(program_id, ProgramRow)
        if row is None or row.issued_at is None:
            raise NotFound("This home program was not given yet.")
        first, last = chart_span(row)
        _check(first, last, practiced, words)
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.ENTERED_CHART, row.child_id
        ) as entry:
            entry.subject = f"home program {program_id}, {len(set(practiced))} days"
            return queries.enter(
                {
                    "home_program": program_id,
                    "first_day": first,
                    "last_day": min(last, today()),
                    "practiced": json.dumps([day.isoformat() for day in sorted(set(practiced))]),
                    "words": words.strip(),
                    "entered_by": self._work.user.id,
                    "entered_at": now_utc(),
                }
            )

    def take_back(self, chart: ReturnedChart, child_id: int) -> None:
        """Withdraw what was entered by mistake."""
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.ENTERED_CHART, child_id
        ) as entry:
            entry.subject = f"home program {chart.home_program_id}, withdrawn"
            queries.withdraw(chart.id, now_utc())


def _check(first: date, last: date, practiced: Collection[date], words: str) -> None:
    if any(not first <= day <= last for day in practiced):
        raise ValidationError({"days": "Choose days that are on this chart."})
    if any(day > today() for day in practiced):
        raise ValidationError({"days": "A day still to come cannot be practiced yet."})
    if len(words.strip()) > LONGEST_WORDS:
        raise ValidationError({"words": f"Keep it to {LONGEST_WORDS} letters."})
