"""A child's goals with everything that was scored, and what changed in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from ot_desktop.caseload.goals import Goal, Setting
from ot_desktop.goals.attainment import Attained, Attainment, attainment
from ot_desktop.goals.copm import Copm
from ot_desktop.goals.scoring import Score

GOALS_HINT_ABOVE = 3
MOST_GOALS_OF_A_PROGRAM = 5
_BLOCK_OF_GOALS = "{0} goals are a lot for one program. Two or three are practiced more."


def goals_hint(count: int) -> str:
    """Return a hint where a program has more goals than a family can practice, else nothing."""
    return _BLOCK_OF_GOALS.format(count) if count > GOALS_HINT_ABOVE else ""


class Pace(StrEnum):
    """How a goal is going, beside the time it was given."""

    ON_TRACK = "on_track"
    SLOW = "slow"


def even_pace(goal: Goal, day: date) -> int | None:
    """Return the tries a straight line from start to target asks for by ``day``, in whole ones.

    No published rule says how a goal should rise; the line is the plan the goal itself states, and
    a try not yet due in full is not asked for. None: the goal has no start, date or way to go.
    """
    if goal.baseline is None or goal.target_on is None:
        return None
    way, time = goal.target - goal.baseline, (goal.target_on - goal.starts_on).days
    if way <= 0 or time <= 0:
        return None
    gone = min(time, max(0, (day - goal.starts_on).days))
    return goal.baseline + way * gone // time


def pace_of(goal: Goal, day: date) -> Pace | None:
    """Return whether a goal keeps up with an even pace; None where that cannot be said."""
    expected = even_pace(goal, day)
    if expected is None or not goal.scores:
        return None
    return Pace.ON_TRACK if goal.scores[-1][1] >= expected else Pace.SLOW


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of a goal: what it said, since when, who wrote it and why it changed."""

    goal: Goal
    written_on: date
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GoalStory:
    """A goal as it reads now, its earlier wordings, and its scores, the oldest first."""

    goal: Goal
    wordings: tuple[Wording, ...]
    scores: tuple[Score, ...]
    ended_on: date | None = None
    end_reason: str = ""

    @property
    def own_scores(self) -> tuple[Score, ...]:
        """Scores of the wording in force."""
        return tuple(score for score in self.scores if score.goal_id == self.goal.id)

    @property
    def is_frozen(self) -> bool:
        """The wording has a score: a change makes a new version."""
        return bool(self.own_scores)

    @property
    def is_open(self) -> bool:
        """Still worked on."""
        return self.goal.met_on is None and self.ended_on is None

    @property
    def last(self) -> Score | None:
        """The latest score."""
        return self.scores[-1] if self.scores else None

    @property
    def level(self) -> int | None:
        """The latest level of the wording in force."""
        return self.level_on(date.max)

    def level_on(self, day: date) -> int | None:
        """Return the latest level scored by this day, or None."""
        known = [
            each.told.level
            for each in self.own_scores
            if each.told.level is not None and each.on <= day
        ]
        return known[-1] if known else None

    def last_in(self, setting: Setting) -> Score | None:
        """Return the latest score in a setting."""
        there = [score for score in self.scores if score.told.setting is setting]
        return there[-1] if there else None


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the change log."""

    on: date
    goal: str
    what: str
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """Everything about a child's goals; ``ended`` are those given up."""

    child_id: int
    child_name: str
    goals: tuple[GoalStory, ...]
    ended: tuple[GoalStory, ...] = ()
    copm: Copm = field(default_factory=Copm)

    @property
    def open_goals(self) -> tuple[GoalStory, ...]:
        """Goals still worked on, in the order of their numbers."""
        return tuple(story for story in self.goals if story.is_open)

    @property
    def attainment(self) -> Attainment:
        """T now and at the start over every goal that is not given up."""
        return self.attainment_on(date.max)

    def attainment_on(self, day: date) -> Attainment:
        """Return T by the levels scored until this day."""
        return attainment([_attained(story, day) for story in self.goals])

    def story(self, goal_id: int) -> GoalStory | None:
        """Return the goal with this id, whichever of its wordings has it."""
        for story in (*self.goals, *self.ended):
            if goal_id in {wording.goal.id for wording in story.wordings}:
                return story
        return None

    def log(self) -> tuple[Happening, ...]:
        """Return what changed, the latest first."""
        told = [each for story in (*self.goals, *self.ended) for each in _happenings(story)]
        return tuple(sorted(told, key=lambda each: each.on, reverse=True))


def start_middle_end(page: GoalsPage) -> tuple[tuple[date, float | None], ...]:
    """Return T at the first, the middle and the last scored level; empty before two days.

    The middle is the last day scored in the first half of the time between.
    """
    days = sorted({each.on for story in page.goals for each in _levels(story.own_scores)})
    if not days:
        return ()
    first, last = min(story.goal.starts_on for story in page.goals), days[-1]
    halfway = first + timedelta(days=(last - first).days // 2)
    early = [day for day in days if day <= halfway]
    middle = early[-1] if early else halfway
    at_middle = page.attainment_on(middle).now if early else None
    now = page.attainment
    return ((first, now.baseline), (middle, at_middle), (last, now.now))


def _levels(scores: Iterable[Score]) -> list[Score]:
    return [score for score in scores if score.told.level is not None]


def _attained(story: GoalStory, day: date) -> Attained:
    goal = story.goal
    return Attained(goal.weight, goal.baseline_level, story.level_on(day))


def _happenings(story: GoalStory) -> Sequence[Happening]:
    goal = story.goal.statement
    told = []
    for wording in story.wordings:
        version = wording.goal.version
        what = "Goal written" if version == 1 else f"Version {version} written"
        told.append(Happening(wording.written_on, goal, what, wording.by, wording.reason))
    if story.goal.met_on is not None:
        told.append(Happening(story.goal.met_on, goal, "Reached"))
    if story.ended_on is not None:
        told.append(Happening(story.ended_on, goal, "Given up", reason=story.end_reason))
    return told
