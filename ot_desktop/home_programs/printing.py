"""From a draft and what the file knows to the pages a family is given."""

import re
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs import handout, practice, readability
from ot_desktop.home_programs.domain import (
    ChildOnPaper,
    HomeProgram,
    Visit,
)
from ot_desktop.home_programs.draft import NO_PAPERS, PaperChoice, ProgramDraft
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.spanish_readability import Ease, read_spanish
from ot_desktop.home_programs.wording import Pronouns
from ot_desktop.paper.file_names import child_file_name
from ot_desktop.paper.people import ClinicOnPaper

USUAL_DAYS = 14
CHART_DAYS = practice.DAYS_A_CHART
LEAST_CHART_DAYS, MOST_CHART_DAYS = 3, 28
_SEASONS = ("Winter", "Spring", "Summer", "Fall")
# The PDF library and its fonts are shared by all threads of the program.
alone = threading.Lock()


@dataclass(frozen=True, slots=True)
class PrintFacts:
    """What the pages say besides the draft; plain values, read before printing begins."""

    child: ChildOnPaper
    therapist: str
    clinic: ClinicOnPaper
    today: date
    visits: tuple[Visit, ...] = ()
    closed: frozenset[date] = frozenset()
    safety: tuple[str, ...] = ()
    replaces_on: date | None = None
    link: str = ""
    look: OwnLook | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pages that were drawn, and from what."""

    program: HomeProgram
    choice: PaperChoice
    pdf: bytes


def printable(draft: ProgramDraft, facts: PrintFacts) -> HomeProgram:
    """Return everything the pages say."""
    return HomeProgram(
        child=facts.child,
        therapist=facts.therapist,
        clinic=facts.clinic,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        printed_on=facts.today,
        activities=draft.activities,
        practice_days=chart_days(draft, facts),
        visits=facts.visits,
        safety=facts.safety,
        reward=draft.printed_reward,
        replaces_on=facts.replaces_on,
        limit=draft.limit,
        name=draft.name,
        language=draft.choice.language,
        closed=tuple(sorted(facts.closed)),
        blank_lines=draft.choice.blank_lines,
        link=facts.link,
        look=facts.look,
    )


def chart_days(draft: ProgramDraft, facts: PrintFacts) -> tuple[date, ...]:
    """Return the days on the practice chart: closed days are left out."""
    return days_until(draft.starts_on, draft.chart_until, facts.closed)


def days_until(first: date, last: date, closed: Collection[date]) -> tuple[date, ...]:
    """Return the open days from ``first`` to ``last``, four weeks at most."""
    return practice.practice_days(first, last, closed, most=MOST_CHART_DAYS)


def papers(program: HomeProgram, choice: PaperChoice) -> bytes:
    """Return the chosen pages as one PDF; safe on any thread, the same input the same bytes."""
    if not (choice.plan or choice.chart or choice.sheets):
        raise ClinicError(NO_PAPERS)
    with alone:
        return handout.chosen_papers(
            program, choice.paper, plan=choice.plan, chart=choice.chart, sheets=choice.sheets
        )


def papers_or(drawn: Drawn | None, program: HomeProgram, choice: PaperChoice) -> bytes:
    """Return the drawn pages when they are these very ones, else draw them."""
    if drawn is not None and (drawn.program, drawn.choice) == (program, choice):
        return drawn.pdf
    return papers(program, choice)


def reading_level(program: HomeProgram) -> float | Ease | None:
    """Return how hard the activities' words are: a US school grade, INFLESZ's step, or None.

    A formula is made for one language: English has the grade, Spanish the step.
    """
    if program.language == "en":
        return readability.read(_activity_texts(program)).grade
    return read_spanish(_activity_texts(program)) if program.language == "es" else None


def _activity_texts(program: HomeProgram) -> str:
    texts: list[str] = []
    for planned in program.activities:
        words = program.words(planned)
        texts += (words.why, words.need, *words.steps, words.say, words.too_hard, words.too_easy)
    return "\n".join(texts)


def chart_until(starts_on: date, ends_on: date, visits: Sequence[Visit]) -> date:
    """Return the day before the next visit; a week where that is too near or too far."""
    later = sorted(visit.starts_at.date() for visit in visits)
    following = next((day for day in later if day > starts_on), None)
    if following and LEAST_CHART_DAYS <= (following - starts_on).days <= MOST_CHART_DAYS:
        return following - timedelta(days=1)
    return min(ends_on, starts_on + timedelta(days=CHART_DAYS - 1))


def season_plan(day: date) -> str:
    """Name a plan after the season it begins in."""
    return f"{_SEASONS[day.month % 12 // 3]} plan"


def file_name(child: ChildOnPaper, kind: str, day: date) -> str:
    """Return a name every computer takes: ``Maya-R_home-program_2027-06-07.pdf``."""
    return child_file_name(child.first_name, child.initial, kind, day)


def pronouns_of(written: str) -> Pronouns:
    """Return the pronouns a child's details mean: ``he/him``, ``She``; else *they*."""
    first = re.match(r"\w*", written.strip().casefold())
    word = first[0] if first else ""
    return Pronouns(word) if word in {"he", "she"} else Pronouns.THEY
