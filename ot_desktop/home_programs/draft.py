"""A home program while it is built: every change is a new draft, so undo keeps the old one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ot_desktop.errors import ValidationError
from ot_desktop.home_programs import minutes
from ot_desktop.home_programs.domain import (
    Activity,
    Changes,
    Photo,
    PlannedActivity,
    Reward,
    RewardKind,
)
from ot_desktop.home_programs.minutes import CLINIC_DEFAULT, FamilyLimit, MinutesCheck
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.paper.people import listed

NO_PAPERS = "Choose the home plan, the practice chart, or the routine sheets."
NO_REWARD = Reward(RewardKind.SMALL_AND_OFTEN, "")
USUAL_BODY_PT = 13.0


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """Which papers to print, and how this family reads best.

    ``sheets`` are one for each routine, to hang where it happens. ``blank_lines`` leave words to
    be written by hand; boxes that ``can_tick`` are for a tablet.
    """

    size: PageSize = PageSize.LETTER
    is_gray: bool = False
    body_pt: float = USUAL_BODY_PT
    plan: bool = True
    chart: bool = True
    sheets: bool = False
    language: str = "en"
    blank_lines: bool = False
    can_tick: bool = False

    @property
    def paper(self) -> Paper:
        """The look of one page."""
        return Paper(self.size, self.is_gray, self.body_pt, can_tick=self.can_tick)

    @property
    def kind(self) -> str:
        """What the stored papers are called."""
        named = ("home plan", "practice chart", "routine sheets")
        chosen = (self.plan, self.chart, self.sheets)
        return listed(tuple(name for name, is_in in zip(named, chosen, strict=True) if is_in))


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """One child's program as far as it is built; ``id`` once the file has it.

    ``chart_until`` is the last day on the practice chart.
    """

    child_id: int
    starts_on: date
    ends_on: date
    chart_until: date
    activities: tuple[PlannedActivity, ...] = ()
    limit: FamilyLimit = CLINIC_DEFAULT
    reward: Reward = NO_REWARD
    choice: PaperChoice = PaperChoice()
    name: str = ""
    replaces_id: int | None = None
    id: int | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The library's keys of what is planned."""
        return tuple(planned.activity.key for planned in self.activities)

    @property
    def budget(self) -> MinutesCheck:
        """What the minutes rule says."""
        return minutes.check(self.activities, self.limit)

    @property
    def printed_reward(self) -> Reward | None:
        """The reward, unless nobody has said what the child earns."""
        return self.reward if self.reward.prize.strip() else None

    def with_activity(self, activity: Activity, say: str | None = None) -> "ProgramDraft":
        """Add an activity at the end, unless it is there; ``say`` are the goal's own cue words."""
        if activity.key in self.keys:
            return self
        planned = replace(PlannedActivity.from_library(activity), changes=Changes(say=say))
        return replace(self, activities=(*self.activities, planned))

    def without(self, place: int) -> "ProgramDraft":
        """Take out the activity at ``place``, counted from 0."""
        kept = (*self.activities[:place], *self.activities[place + 1 :])
        return replace(self, activities=kept)

    def moved(self, place: int, to: int) -> "ProgramDraft":
        """Put the activity at ``place`` where another one is; at the ends nothing moves."""
        if place == to or not 0 <= to < len(self.activities):
            return self
        order = list(self.activities)
        order.insert(to, order.pop(place))
        return replace(self, activities=tuple(order))

    def changed(self, place: int, **fields: Any) -> "ProgramDraft":
        """Change minutes, times_per_week, when or routine of one activity."""
        return self._put(place, replace(self.activities[place], **fields))

    def worded(self, place: int, **texts: Any) -> "ProgramDraft":
        """Word one activity differently for this child; None goes back to the library's words.

        Words are in one language: the first in another one begin anew, so that none are mixed.
        """
        planned, language = self.activities[place], self.language_of(self.activities[place])
        same = planned.worded_in == language
        changes = replace(planned.changes if same else Changes(), **texts)
        return self._put(place, replace(planned, changes=changes, worded_in=language))

    def language_of(self, planned: PlannedActivity) -> str:
        """Return the language an activity is worded in here: the papers', or English."""
        language = self.choice.language
        return language if language in planned.activity.words else "en"

    def photographed(self, place: int, photo: Photo | None, library: Activity) -> "ProgramDraft":
        """Show a photo of this child's own at one activity, or with None the library's picture."""
        return self._put(place, self.activities[place].with_photo(photo, library))

    def with_limit(self, most: int) -> "ProgramDraft":
        """Change the minutes a day the family has."""
        least = min(self.limit.least, most)
        return replace(self, limit=replace(self.limit, most=most, least=least))

    def check(self) -> None:
        """Raise ``ValidationError`` unless each activity says what, how long and how often."""
        problems = _problems(self.activities)
        if not (self.choice.plan or self.choice.chart or self.choice.sheets):
            problems["papers"] = NO_PAPERS
        if problems:
            raise ValidationError(problems)

    def _put(self, place: int, planned: PlannedActivity) -> "ProgramDraft":
        others = list(self.activities)
        others[place] = planned
        return replace(self, activities=tuple(others))


def _problems(activities: Sequence[PlannedActivity]) -> dict[str, str]:
    problems: dict[str, str] = {}
    for planned in activities:
        words = planned.activity.words["en"]
        title = words.title if planned.changes.title is None else planned.changes.title
        steps = words.steps if planned.changes.steps is None else planned.changes.steps
        if not title.strip() or not any(step.strip() for step in steps):
            name = title.strip() or words.title
            problems[planned.activity.key] = f"{name}: say what to do before you print."
        elif planned.minutes < 1 or planned.times_per_week < 1:
            problems[planned.activity.key] = f"{title}: say how long and how often."
    return problems
