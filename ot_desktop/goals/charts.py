"""What each chart of a child's progress shows; screen, table and paper draw the same values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ot_desktop.caseload.goals import Goal
from ot_desktop.day_words import dated, short_day
from ot_desktop.goals.domain import GoalsPage, GoalStory, start_middle_end
from ot_desktop.goals.scoring import Score
from ot_desktop.goals.words import help_words, level_words, score_words, setting_word, t_words

_T_LOW, _T_HIGH, _T_EXPECTED = 20, 80, 50


@dataclass(frozen=True, slots=True)
class Mark:
    """One value; None leaves a gap, for nobody knows. ``more`` is told in the table only."""

    when: str
    value: float | None
    words: str
    more: tuple[str, ...] = ()
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the chart with its words at the end; the one to reach is dashed."""

    value: float
    words: str
    is_dashed: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """Values in their order, evenly spread as sessions are; ``columns`` head the table.

    Before each mark of ``breaks`` the goal was worded anew. ``table`` tells what has no mark too.
    """

    name: str
    columns: tuple[str, ...]
    marks: tuple[Mark, ...]
    high: float
    low: float = 0
    levels: tuple[Level, ...] = ()
    is_bars: bool = False
    says_values: bool = False
    says_each_day: bool = False
    breaks: tuple[int, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table behind the chart: its own, where it tells more than the marks."""
        return self.table or tuple((mark.when, mark.words, *mark.more) for mark in self.marks)

    def spoken(self) -> str:
        """Return the chart as it is read aloud."""
        told = ", ".join(f"{mark.when}: {mark.words}" for mark in self.marks)
        lines = ", ".join(level.words for level in self.levels if level.is_dashed)
        return ". ".join(part for part in (self.name, told, lines) if part)


def small_goal_chart(goal: Goal) -> Chart:
    """Return a goal's scores as the overview shows them, from its start on."""
    started = [(goal.starts_on, goal.baseline)] if goal.baseline is not None else []
    marks = tuple(
        Mark(short_day(on), value, score_words(value, goal.out_of))
        for on, value in (*started, *goal.scores)
    )
    return Chart(goal.statement, (), marks, goal.out_of, levels=(_target(goal),))


def goal_chart(story: GoalStory, *, for_family: bool = False) -> Chart:
    """Return a goal over its sessions, told in the tries of today's wording.

    A full dot stands for a score of a note, a hollow one for a score given outside. A family reads
    no levels.
    """
    goal = story.goal
    counted = [score for score in story.scores if score.share is not None]
    marks = [
        Mark(
            when=dated(score.on),
            value=(score.share or 0) * goal.out_of,
            words=_tries(score) if for_family else _with_level(score),
            is_hollow=score.session_id is None,
        )
        for score in counted
    ]
    versions = [score.version for score in counted]
    breaks = [n for n in range(1, len(versions)) if versions[n] != versions[n - 1]]
    table = [_row(score) for score in story.scores]
    start = 0
    if goal.baseline is not None:
        words = score_words(goal.baseline, goal.out_of)
        marks.insert(0, Mark(dated(goal.starts_on), goal.baseline, words))
        at_start = level_words(goal.baseline_level)
        table.insert(0, (dated(goal.starts_on), words, at_start, "At the start", "", ""))
        start = 1
    return Chart(
        name=goal.statement,
        columns=("Day", "Score", "Level", "Help", "Where", "By"),
        marks=tuple(marks),
        high=goal.out_of,
        levels=(_target(goal),),
        says_values=True,
        breaks=tuple(place + start for place in breaks),
        table=tuple(table),
    )


def _with_level(score: Score) -> str:
    """Return the tries and, where one was scored, the level: ``3 of 4 (+1)``."""
    tries = _tries(score)
    return tries if score.told.level is None else f"{tries} ({level_words(score.told.level)})"


def _tries(score: Score) -> str:
    return score_words(score.told.successes, score.told.attempts)


def attainment_chart(page: GoalsPage) -> Chart:
    """Return GAS T at the start, in the middle and at the end."""
    told = zip(("Start", "Middle", "Now"), start_middle_end(page), strict=False)
    marks = tuple(
        Mark(f"{name}, {short_day(day)}", value, t_words(value)) for name, (day, value) in told
    )
    return Chart(
        name="Goal attainment (GAS T-score)",
        columns=("When", "T-score"),
        marks=marks,
        low=_T_LOW,
        high=_T_HIGH,
        levels=(Level(_T_EXPECTED, "50, as expected"),),
        says_values=True,
        says_each_day=True,
    )


@dataclass(frozen=True, slots=True)
class PracticeWindow:
    """Days practiced at home between two visits, as reported; None: not asked, not known."""

    first: date
    last: date
    prescribed: int
    practiced: int | None


def practice_chart(windows: Sequence[PracticeWindow]) -> Chart:
    """Return home practice by window; a window nobody asked about is a gap, never a zero."""
    marks = tuple(
        Mark(
            when=f"{short_day(window.first)} to {short_day(window.last)}",
            value=_share(window),
            words="not asked"
            if window.practiced is None
            else f"{window.practiced} of {window.prescribed} days",
        )
        for window in windows
    )
    return Chart(
        name="Practice at home, as the family reports it",
        columns=("Between visits", "Practiced"),
        marks=marks,
        high=100,
        levels=(Level(100, "every day"),),
        is_bars=True,
        says_values=True,
        says_each_day=True,
    )


@dataclass(frozen=True, slots=True)
class SupportOn:
    """The most help a parent needed on one day: a place on the scale, or None for not shown."""

    on: date
    step: int | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class FamilyProgress:
    """What the notes know of home: practice between visits, and the help a parent needs.

    ``scale`` names the help from the least to the most; ``told`` says how many windows are known.
    """

    windows: tuple[PracticeWindow, ...] = ()
    scale: tuple[str, ...] = ()
    support: tuple[SupportOn, ...] = ()
    told: str = ""


def support_chart(scale: Sequence[str], days: Iterable[SupportOn]) -> Chart:
    """Return how the help a parent needs falls; ``scale`` names it from the least to the most."""
    marks = tuple(
        Mark(
            when=dated(each.on),
            value=each.step,
            words="—" if each.step is None else scale[each.step],
            more=(each.what,),
        )
        for each in days
    )
    levels = tuple(Level(step, words, is_dashed=False) for step, words in enumerate(scale))
    return Chart(
        name="Help the parent needs",
        columns=("Day", "Help", "For"),
        marks=marks,
        high=max(1, len(scale) - 1),
        levels=levels,
    )


def _row(score: Score) -> tuple[str, ...]:
    told = score.told
    return (
        dated(score.on),
        score_words(told.successes, told.attempts),
        level_words(told.level),
        help_words(score),
        setting_word(told.setting),
        score.by,
    )


def _target(goal: Goal) -> Level:
    return Level(goal.target, f"Goal {goal.target}")


def _share(window: PracticeWindow) -> float | None:
    """Return percent of the days asked for, at most all of them."""
    if window.practiced is None or window.prescribed <= 0:
        return None
    return min(100.0, 100 * window.practiced / window.prescribed)
