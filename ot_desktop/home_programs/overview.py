"""Every child's home program at a glance: how fresh it is, and what is to be done about it."""

import json
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import Any

from db.queries import home_programs as queries
from ot_desktop.home_programs.clashing import clashing_programs
from ot_desktop.home_programs.program_page import CHANGE_AFTER_DAYS


class ToDo(IntEnum):
    """What a program needs, the most urgent first."""

    CLASHES = 0
    NONE_YET = 1
    ENDED = 2
    OLD = 3
    CHART_NOT_BACK = 4
    NOTHING = 5


@dataclass(frozen=True, slots=True)
class ProgramOverview:
    """One child's current program; ``program_id`` None: the family has none.

    ``on_chart`` are the days ticked on the chart that came back, None before it did; ``clash`` the
    alerts that forbid something in it.
    """

    child_id: int
    child_name: str
    therapist_id: int | None
    program_id: int | None = None
    titles: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    minutes_a_day: str = ""
    chart_until: date | None = None
    on_chart: int | None = None
    paper_id: int | None = None
    clash: str = ""

    def to_do(self, day: date) -> ToDo:
        """Say what it needs on ``day``."""
        if self.clash:
            return ToDo.CLASHES
        if self.starts_on is None or self.ends_on is None:
            return ToDo.NONE_YET
        if self.ends_on < day:
            return ToDo.ENDED
        if (day - self.starts_on).days > CHANGE_AFTER_DAYS:
            return ToDo.OLD
        if self.on_chart is None and self.chart_until is not None and self.chart_until < day:
            return ToDo.CHART_NOT_BACK
        return ToDo.NOTHING


def overview(day: date) -> tuple[ProgramOverview, ...]:
    """Return every active child by what the program needs, then by name."""
    clashes = {one.child_id: one.reasons for one in clashing_programs(day)}
    found = (
        replace(one, clash=clashes.get(one.child_id, "")) for one in queries.overview(day, _one)
    )
    return tuple(sorted(found, key=lambda one: one.to_do(day)))


def _one(
    *,
    starts_on: str | None,
    ends_on: str | None,
    minutes_a_day: object,
    chart_until: str | None,
    titles: str,
    practiced: str | None,
    **columns: Any,
) -> ProgramOverview:
    return ProgramOverview(
        starts_on=_day(starts_on),
        ends_on=_day(ends_on),
        minutes_a_day=str(minutes_a_day or ""),
        chart_until=_day(chart_until),
        titles=tuple(json.loads(titles)),
        on_chart=len(json.loads(practiced)) if practiced is not None else None,
        **columns,
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
