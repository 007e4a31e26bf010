"""What a therapist needs in the minutes before a child: the plan, the last words, what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.goals import Goal
from ot_desktop.day.domain import DayVisit
from ot_desktop.home_programs.program_page import GivenProgram
from ot_desktop.messages.domain import Message
from ot_desktop.notes.home_practice import HomePractice
from ot_desktop.notes.note_page import LastNote, UnfinishedNote
from ot_desktop.notes.session_part import Help
from ot_desktop.scheduling.domain import ScheduledSession

PLAN_LINES = 3
WHOLE_NOTE = timedelta(seconds=90)  # budget 4
MISSING_PART = timedelta(seconds=15)  # the six parts of a note take those 90 seconds


@dataclass(frozen=True, slots=True)
class MyVisit:
    """One visit of mine; ``plan`` is what the last note planned for it, ``week`` the practice."""

    visit: DayVisit
    plan: tuple[str, ...] = ()
    plan_from: date | None = None
    week: tuple[tuple[date, bool | None], ...] = ()

    @property
    def session(self) -> ScheduledSession:
        """The visit as the schedule knows it."""
        return self.visit.session


@dataclass(frozen=True, slots=True)
class GoalNow:
    """A goal with its last score: when, how well and with how much help."""

    goal: Goal
    on: date | None = None
    help: Help | None = None


@dataclass(frozen=True, slots=True)
class ParentWords:
    """One thing a parent said at the last visit; ``about`` is empty for the talk about home."""

    words: str
    said_by: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything worth knowing before one child comes in."""

    session: ScheduledSession
    child: ChildPage
    goals: tuple[GoalNow, ...]
    last_on: date | None
    plan: tuple[str, ...]
    said: tuple[ParentWords, ...]
    questions: tuple[Message, ...]
    show_again: tuple[str, ...]
    practice: HomePractice
    program: GivenProgram | None


@dataclass(frozen=True, slots=True)
class ProgramDue:
    """A child of mine whose home program clashes, is over 3 weeks old, ends, ended or is missing.

    ``ends_on`` None: the family has none. ``clash`` says what an alert has come to forbid.
    """

    child_id: int
    child_name: str
    ends_on: date | None
    next_visit: datetime | None
    starts_on: date | None = None
    clash: str = ""


def minutes_to_finish(note: UnfinishedNote) -> int:
    """Return how long a note will take, in whole minutes: 90 seconds, less for what is there."""
    left = WHOLE_NOTE
    if note.missing is not None:
        left = min(WHOLE_NOTE, MISSING_PART * (note.missing + 1))
    return -(-int(left.total_seconds()) // 60)


def next_up(visits: Sequence[MyVisit], now: datetime) -> MyVisit | None:
    """Return whom to look at: who is here or comes next, else the last of the day."""
    waited_for = [
        each
        for each in visits
        if each.session.status.uses_visit
        and each.session.ends > now
        and not each.session.note_signed
    ]
    return next(iter(waited_for), visits[-1] if visits else None)


def goals_now(child: ChildPage, last: LastNote | None) -> tuple[GoalNow, ...]:
    """Return the goals still worked on, each with the last score and the help it took."""
    given = {one.goal_id: one.help for one in last.content.session.goals} if last else {}
    return tuple(
        GoalNow(goal, goal.scores[-1][0] if goal.scores else None, given.get(goal.id))
        for goal in child.goals
        if goal.met_on is None
    )


def parent_words(last: LastNote | None) -> tuple[ParentWords, ...]:
    """Return what the parents said at the last visit, in their words."""
    if last is None:
        return ()
    parent = last.content.parent
    home = [ParentWords(_bare(one.words), one.by) for one in parent.at_home.reports]
    lines = [
        ParentWords(_bare(parent.said.concern), about="worries"),
        ParentWords(_bare(parent.said.success), about="success"),
        ParentWords(_bare(parent.said.observation), about="noticed"),
    ]
    return tuple(said for said in (*home, *lines) if said.words)


def _bare(words: str) -> str:
    """Return the words without the quotation marks some type around them."""
    return words.strip().strip('“”"').strip()
