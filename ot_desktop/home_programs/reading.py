"""Puts rows of the file together into what the builder and the child's page show."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from db.queries import home_programs as queries
from db.queries import returned_charts as chart_queries
from db.queries.activities import kept_words
from ot_desktop.caseload.domain import ChildPage
from ot_desktop.home_programs.chart_days import ReturnedChart
from ot_desktop.home_programs.codec import activity_of, program_of
from ot_desktop.home_programs.domain import (
    Activity,
    ChildOnPaper,
    Visit,
)
from ot_desktop.home_programs.draft import PaperChoice, ProgramDraft
from ot_desktop.home_programs.minutes import FamilyLimit
from ot_desktop.home_programs.practice import practice_days
from ot_desktop.home_programs.printing import (
    MOST_CHART_DAYS,
    PrintFacts,
    pronouns_of,
)
from ot_desktop.home_programs.program_page import GivenActivity, GivenPaper, GivenProgram
from ot_desktop.home_programs.safety import safety_lines
from ot_desktop.home_programs.suggesting import alert_words
from ot_desktop.home_programs.translating import language_of
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.settings.domain import Clinic, ClinicSettings


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity as it is stored."""

    slug: str
    title: str
    content: str
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A program as it is stored."""

    id: int
    child_id: int
    replaces_id: int | None
    starts_on: date
    ends_on: date
    content: str
    saved_at: datetime
    issued_at: datetime | None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """An issued paper as it is stored."""

    id: int
    child_id: int
    home_program_id: int | None
    caregiver_id: int | None
    kind: str
    issued_at: datetime
    pages: int
    sha256: str
    pdf: bytes


def library(*, retired: bool = False) -> tuple[Activity, ...]:
    """Return the activities of the file; ``retired`` ones too where old programs are read."""
    rows = queries.library(ActivityRow)
    return tuple(activity_of(row.content) for row in rows if retired or row.retired_at is None)


def draft_of(row: ProgramRow, activities: tuple[Activity, ...] = ()) -> ProgramDraft:
    """Build a program from its row; with ``activities`` it speaks the library's words of now.

    Words of before stay where somebody chose to keep them for this child.
    """
    kept = kept_words(row.child_id) if activities else set()
    newest = {activity.key: activity for activity in activities if activity.key not in kept}
    return ProgramDraft(
        child_id=row.child_id,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        replaces_id=row.replaces_id,
        id=row.id,
        **program_of(row.content, newest),
    )


def last_program(child_id: int) -> ProgramDraft | None:
    """Return what the family was given last, to build the next one from, in the words of now."""
    rows = queries.issued_programs(child_id, ProgramRow)
    given = (row for row in rows if "activities" in json.loads(row.content))
    return next((draft_of(row, library(retired=True)) for row in given), None)


def family_limit(child: ChildPage, settings: ClinicSettings) -> FamilyLimit:
    """Return what the family said it has, or the clinic's usual minutes."""
    said = child.practice
    if said is None:
        least, most = settings.practice_minutes
        return FamilyLimit(most=most, least=least)
    return FamilyLimit(said.max_minutes, said.min_minutes, said.days, said.said_by, said.said_on)


def paper_choice(settings: ClinicSettings, child: ChildPage) -> PaperChoice:
    """Return the papers of a clinic that has not chosen for this family yet."""
    return PaperChoice(size=settings.paper, language=language_of(child.language))


def child_on_paper(child: ChildPage) -> ChildOnPaper:
    """Return all of a child that may hang on a fridge."""
    return ChildOnPaper(child.first_name, child.family_name[:1], pronouns_of(child.pronouns))


def print_facts(
    child: ChildPage, clinic: Clinic, therapist: str, today: date, visits: tuple[Visit, ...]
) -> PrintFacts:
    """Return what the pages say besides the program; nothing a fridge must not show."""
    settings = clinic.settings
    return PrintFacts(
        child=child_on_paper(child),
        therapist=therapist,
        clinic=ClinicOnPaper(settings.name, settings.phone, settings.address, settings.phone_hours),
        today=today,
        visits=visits,
        closed=frozenset(closed.day for closed in clinic.closed_days),
        safety=safety_lines(alert_words(child.alerts)),
        link=settings.handout_link,
    )


def given_programs(child_id: int, today: date, closed: Collection[date] = ()) -> list[GivenProgram]:
    """Return the programs of a child with activities, papers and charts, the newest first."""
    papers: dict[int | None, list[GivenPaper]] = defaultdict(list)
    for paper in queries.papers_of(child_id, _paper):
        papers[paper.home_program_id].append(paper)
    activities = _activities_of(child_id)
    charts = {one.home_program_id: one for one in chart_queries.of_child(child_id, chart_of)}
    rows = queries.issued_programs(child_id, ProgramRow)
    current = next((row.id for row in rows if row.starts_on <= today), None)
    given = (
        _given(row, activities[row.id], tuple(papers[row.id]), is_current=row.id == current)
        for row in rows
    )
    return [
        replace(one, chart=charts.get(row.id), chart_days=days_on_chart(row, closed))
        for one, row in zip(given, rows, strict=True)
    ]


def chart_span(row: ProgramRow) -> tuple[date, date]:
    """Return the first and the last day on the chart of a program."""
    until = json.loads(row.content).get("chart_until")
    return row.starts_on, date.fromisoformat(until) if until else row.ends_on


def days_on_chart(row: ProgramRow, closed: Collection[date]) -> tuple[date, ...]:
    """Return the days printed on a program's chart."""
    first, last = chart_span(row)
    return practice_days(first, last, closed, most=MOST_CHART_DAYS)


def chart_of(*, practiced: str, **columns: Any) -> ReturnedChart:
    """Read a chart that came back."""
    days = tuple(date.fromisoformat(day) for day in json.loads(practiced))
    return ReturnedChart(practiced=days, **columns)


def _given(
    row: ProgramRow,
    activities: tuple[GivenActivity, ...],
    papers: tuple[GivenPaper, ...],
    *,
    is_current: bool,
) -> GivenProgram:
    if row.issued_at is None:
        raise ValueError("the program was not issued")
    return GivenProgram(
        id=row.id,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        issued_at=row.issued_at,
        minutes_a_day=str(json.loads(row.content).get("minutes_a_day", "")),
        activities=activities,
        papers=papers,
        is_current=is_current,
    )


def _activities_of(child_id: int) -> dict[int, tuple[GivenActivity, ...]]:
    found: dict[int, tuple[GivenActivity, ...]] = defaultdict(tuple)

    def build(*, home_program_id: int, **row: Any) -> None:
        found[home_program_id] += (GivenActivity(**row),)

    queries.activities_of(child_id, build)
    return found


def _paper(*, recipient: str | None, **row: Any) -> GivenPaper:
    return GivenPaper(recipient=recipient or "", **row)
