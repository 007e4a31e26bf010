"""Puts together the page that tells a family how far their child has come, without jargon."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.audit import Action
from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.goals import LEVELS
from ot_desktop.caseload.reading import child_page
from ot_desktop.clock import today
from ot_desktop.day_words import full_day
from ot_desktop.errors import ClinicError
from ot_desktop.goals import reading
from ot_desktop.goals.charts import Chart, FamilyProgress, goal_chart, practice_chart
from ot_desktop.goals.copm import Change
from ot_desktop.goals.domain import GoalStory
from ot_desktop.goals.words import SETTING_WORDS, help_in_plain_words, score_words
from ot_desktop.paper.people import ClinicOnPaper, possessive
from ot_desktop.permissions import Permission
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

PLAIN_LEVELS = {
    -2: "Much less than we hope for",
    -1: "Less than we hope for",
    0: "What we hope for",
    1: "More than we hope for",
    2: "Much more than we hope for",
}


@dataclass(frozen=True, slots=True)
class LevelOnPaper:
    """One step of a goal; ``mark`` says that the child started or is there."""

    name: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class GoalOnPaper:
    """A goal as a family reads it."""

    statement: str
    told: str
    chart: Chart
    levels: tuple[LevelOnPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressPaper:
    """Everything on the page; the child by first name and initial alone."""

    clinic: ClinicOnPaper
    child: str
    title: str
    printed_on: str
    goals: tuple[GoalOnPaper, ...]
    rated: tuple[str, ...] = ()
    practice: Chart | None = None
    practice_told: str = ""


class ProgressPapers:
    """Gather a child's progress for printing; the activity log keeps who did."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)

    def progress(
        self, child_id: int, at_home: FamilyProgress | None = None
    ) -> tuple[ProgressPaper, ...]:
        """Return the page of one child; refuse when there is no goal to tell of."""
        with self._work.viewing(Permission.SEE_NOTES, Action.MADE_PROGRESS_PAGE, child_id):
            child = child_page(child_id)
            page = reading.goals_page(child)
            if not page.goals:
                raise ClinicError("There is no goal to print yet. Add one first.")
            clinic = self._settings.clinic().settings
            on_paper = ClinicOnPaper(clinic.name, clinic.phone, clinic.address, clinic.phone_hours)
            home = at_home or FamilyProgress()
            return (
                ProgressPaper(
                    clinic=on_paper,
                    child=_on_paper(child),
                    title=f"{possessive(child.first_name)} progress",
                    printed_on=full_day(today()),
                    goals=tuple(_goal(story) for story in page.goals),
                    rated=tuple(_rated(change) for change in page.copm.changes() if change.last),
                    practice=practice_chart(home.windows) if home.windows else None,
                    practice_told=home.told,
                ),
            )


def _on_paper(child: ChildPage) -> str:
    initial = f" {child.family_name[:1]}." if child.family_name else ""
    return f"{child.first_name}{initial}"


def _goal(story: GoalStory) -> GoalOnPaper:
    goal = story.goal
    return GoalOnPaper(
        statement=goal.statement,
        told=" ".join(_told(story)),
        chart=goal_chart(story, for_family=True),
        levels=tuple(
            LevelOnPaper(PLAIN_LEVELS[level], goal.level_text(level), _mark(story, level))
            for level in reversed(LEVELS)
        )
        if goal.has_levels
        else (),
    )


def _told(story: GoalStory) -> list[str]:
    goal, last = story.goal, story.last
    told = []
    if goal.baseline is not None:
        told.append(f"At the start: {score_words(goal.baseline, goal.out_of)}.")
    if story.scores and goal.now is not None:
        how = help_in_plain_words(last) if last is not None else ""
        told.append(f"Now: {score_words(goal.now, goal.out_of)}{f', {how}' if how else ''}.")
    else:
        told.append("Not looked at yet.")
    told.append(f"Our goal: {score_words(goal.target, goal.out_of)}{_until(goal.target_on)}.")
    if goal.met_on is not None:
        told.append(f"Reached on {full_day(goal.met_on)}!")
    works = [SETTING_WORDS[s].lower() for s in SETTING_WORDS if story.last_in(s) is not None]
    if works:
        told.append(f"Seen at: {', '.join(works)}.")
    return told


def _until(day: date | None) -> str:
    return f", by {full_day(day)}" if day is not None else ""


def _mark(story: GoalStory, level: int) -> str:
    if level == story.level:
        return "Now"
    return "Start" if level == story.goal.baseline_level else ""


def _rated(change: Change) -> str:
    first, last = change.first, change.last
    if first is None or last is None:
        return ""
    if not change.is_rated_again:
        return f"“{change.problem.words}”: {last.performance} of 10 for how it goes."
    return (
        f"“{change.problem.words}”: how it goes, from {first.performance} to {last.performance} "
        f"of 10. How content you are, from {first.satisfaction} to {last.satisfaction}."
    )
