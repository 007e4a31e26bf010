"""Reads what a child's signed notes tell over time: home practice, and who is trained in what."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from db.queries import notes_over_time as queries
from db.queries import returned_charts as charts_queries
from ot_desktop.clock import now_local, today
from ot_desktop.notes.beginning import show_again
from ot_desktop.notes.codec import built
from ot_desktop.notes.home_practice import (
    HomePractice,
    Window,
    days_of,
    easier_versions,
    week_before,
    window,
)
from ot_desktop.notes.issued_programs import IssuedPrograms
from ot_desktop.notes.note_page import LastNote
from ot_desktop.notes.parent_part import MOST_DAYS, AtHome, ParentPart, ShownToday, WhoIsHere
from ot_desktop.notes.practice_plan import PracticePlan, PracticePlans, plan_before
from ot_desktop.notes.reading import NOTES_LOOKED_BACK, last_notes, notes_by_visit
from ot_desktop.notes.training import Training, training
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

WINDOWS = 20
NOTES_OF_TRAINING = 200

Easier = Callable[[int, str], str]
Week = tuple[tuple[date, bool | None], ...]


class _Visits(NamedTuple):
    """The visits of one day, taken together; ``said`` None without a signed note."""

    session_id: int
    day: date
    said: AtHome | None


class _Chart(NamedTuple):
    """A practice chart that came back."""

    first: date
    last: date
    practiced: frozenset[date]


class LeftFor(NamedTuple):
    """What a note of a day leaves for the next visit: its plan, and the week it asked about."""

    on: date
    plan: tuple[str, ...]
    week: tuple[tuple[date, bool | None], ...]


def no_words(_child_id: int, _slug: str) -> str:
    """Know no easier way of anything."""
    return ""


class OverTime:
    """``easier`` returns the library's easier way of one child's activity, by its key."""

    def __init__(
        self, work: Work, easier: Easier = no_words, plans: PracticePlans | None = None
    ) -> None:
        self._work = work
        self._easier = easier
        self._plans = plans or IssuedPrograms()

    def home_practice(self, child_id: int, most: int = WINDOWS) -> HomePractice:
        """Return a child's last windows, ``most`` at most."""
        self._work.require(Permission.SEE_NOTES)
        plans = self._plans.given_to(child_id)
        days = _days(queries.told_of_home(child_id, most + 1, _visits))
        charts = charts_queries.of_child(child_id, _chart)
        windows = tuple(_window(before, after, plans, charts) for before, after in pairwise(days))
        current = plan_before(plans, today())
        return HomePractice(
            windows,
            _week(days, charts),
            easier_versions(windows, current, self._of(child_id, current)),
        )

    def glance(self, child_id: int) -> HomePractice | None:
        """Return the same for a page that everybody opens; None for who may not read notes."""
        if not self._work.user.may(Permission.SEE_NOTES):
            return None
        return self.home_practice(child_id)

    def last_note(self, child_id: int, before: datetime) -> LastNote | None:
        """Return what the last signed note before a moment leaves for the next visit."""
        self._work.require(Permission.SEE_NOTES)
        return next(iter(last_notes(child_id, before, 1)), None)

    def latest_notes(self, child_id: int, before: datetime, most: int) -> dict[int, LastNote]:
        """Return a child's last signed notes by their visits, the latest first."""
        self._work.require(Permission.SEE_NOTES)
        return notes_by_visit(child_id, before, most)

    def show_again(self, child_id: int, before: datetime) -> tuple[str, ...]:
        """Return the strategies the parent does not do alone yet."""
        self._work.require(Permission.SEE_NOTES)
        parts = queries.told_of_training(child_id, before, NOTES_LOOKED_BACK, _parent_part)
        return show_again(part.shown for _, part in parts)

    def left_for(self, session_ids: Iterable[int]) -> dict[int, LeftFor]:
        """Return what the last signed note leaves for each of some visits."""
        self._work.require(Permission.SEE_NOTES)
        return dict(queries.left_for(session_ids, _left_for))

    def training(self, child_id: int) -> tuple[Training, ...]:
        """Return who of the family was shown what, by caregiver and strategy."""
        self._work.require(Permission.SEE_NOTES)
        return training(
            queries.told_of_training(child_id, now_local(), NOTES_OF_TRAINING, _parent_part)
        )

    def _of(self, child_id: int, plan: PracticePlan | None) -> Callable[[str], str]:
        slugs = {one.title: one.slug for one in plan.activities} if plan else {}
        easier = partial(self._easier, child_id)
        return lambda title: easier(slugs[title])


def _visits(*, session_id: int, day: str, at_home: str | None) -> _Visits:
    said = built(AtHome, json.loads(at_home)) if at_home else None
    return _Visits(session_id, date.fromisoformat(day), said)


def _left_for(
    *, session_id: int, day: str, plan: str | None, at_home: str | None
) -> tuple[int, LeftFor]:
    on, said = date.fromisoformat(day), built(AtHome, json.loads(at_home or "{}"))
    lines = tuple(line.strip() for line in json.loads(plan or "[]") if line.strip())
    return session_id, LeftFor(on, lines, week_before(on, said.since, said))


def _parent_part(*, day: str, who: str, shown: str) -> tuple[date, ParentPart]:
    part = ParentPart(
        who=built(WhoIsHere, json.loads(who)), shown=built(ShownToday, json.loads(shown))
    )
    return date.fromisoformat(day), part


def _days(latest_first: Sequence[_Visits]) -> list[_Visits]:
    """Return the visits in order of time, those of one day as one."""
    in_order = list(reversed(latest_first))
    return [_together(list(same)) for _, same in groupby(in_order, key=lambda each: each.day)]


def _together(same_day: list[_Visits]) -> _Visits:
    told = [each.said for each in same_day if each.said is not None]
    asked = [said for said in told if not said.not_asked]
    reports = tuple(report for said in asked for report in said.reports)
    days = max((said.days for said in asked), default=MOST_DAYS)
    said = AtHome(reports, not_asked=not asked, days=days) if told else None
    return _Visits(same_day[0].session_id, same_day[0].day, said)


def _window(
    before: _Visits, after: _Visits, plans: tuple[PracticePlan, ...], charts: Sequence[_Chart]
) -> Window:
    plan = plan_before(plans, after.day)
    on_chart = _ticked(charts, days_of(before.day, after.day))
    return window(after.session_id, (before.day, after.day), plan, after.said, on_chart)


def _week(days: Sequence[_Visits], charts: Sequence[_Chart]) -> Week:
    """Return the week the family was last asked about, or that a chart tells of."""
    for place in range(len(days) - 1, -1, -1):
        each = days[place]
        since = days[place - 1].day if place else None
        on_chart = _ticked(charts, days_of(since, each.day)) if since else None
        if each.said is not None or on_chart is not None:
            said = each.said or AtHome(not_asked=True)
            return week_before(each.day, since, said, on_chart)
    return ()


def _ticked(charts: Sequence[_Chart], days: Sequence[date]) -> frozenset[date] | None:
    """Return which of ``days`` are ticked on charts that came back; None: none tells of them."""
    telling = [chart for chart in charts if any(chart.first <= day <= chart.last for day in days)]
    if not telling:
        return None
    return frozenset(day for chart in telling for day in chart.practiced if day in days)


def _chart(*, first_day: date, last_day: date, practiced: str, **_more: Any) -> _Chart:
    ticked = frozenset(date.fromisoformat(day) for day in json.loads(practiced))
    return _Chart(first_day, last_day, ticked)
