"""What the builder and the child's page show of home programs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from ot_desktop.caseload.domain import ChildPage, age_on
from ot_desktop.caseload.goals import Goal
from ot_desktop.caseload.recipients import Recipient
from ot_desktop.home_programs.chart_days import ReturnedChart
from ot_desktop.home_programs.domain import (
    Activity,
    HomeProgram,
    PlannedActivity,
    RewardKind,
)
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.minutes import SUGGESTED_ACTIVITIES
from ot_desktop.home_programs.printing import PrintFacts, printable
from ot_desktop.home_programs.rewards import ideas
from ot_desktop.home_programs.safety import Clash, clashes, reward_clashes
from ot_desktop.home_programs.suggesting import (
    Offer,
    alert_words,
    cue_words_for,
    goal_of,
    swaps,
)
from ot_desktop.home_programs.templates import ProgramTemplate

CHANGE_AFTER_DAYS = 21


@dataclass(frozen=True, slots=True)
class GivenActivity:
    """An activity of a program as the family was given it."""

    id: int
    title: str
    minutes: int
    times_a_week: int


@dataclass(frozen=True, slots=True)
class GivenPaper:
    """Papers that were printed, and for whom; the bytes stay in the file until asked for."""

    id: int
    home_program_id: int | None
    kind: str
    issued_at: datetime
    issued_by: str
    recipient: str
    pages: int
    reason: str


@dataclass(frozen=True, slots=True)
class GivenProgram:
    """A program a family was given, with its activities and papers."""

    id: int
    starts_on: date
    ends_on: date
    issued_at: datetime
    minutes_a_day: str
    activities: tuple[GivenActivity, ...]
    papers: tuple[GivenPaper, ...]
    is_current: bool
    chart_days: tuple[date, ...] = ()
    chart: ReturnedChart | None = None

    def is_due_for_change(self, day: date) -> bool:
        """Say whether the family has it now, and for more than 3 weeks."""
        return self.is_current and (day - self.starts_on).days > CHANGE_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """Papers as they were stored: the very bytes."""

    id: int
    home_program_id: int | None
    pdf: bytes
    pages: int
    name: str


@dataclass(frozen=True, slots=True)
class ProgramPage:
    """Everything the builder needs to know of one child, read once."""

    child: ChildPage
    draft: ProgramDraft
    facts: PrintFacts
    offers: tuple[Offer, ...]
    recipients: tuple[Recipient, ...]
    last: ProgramDraft | None = None
    saved_at: datetime | None = None
    motivators: tuple[str, ...] = ()
    templates: tuple[ProgramTemplate, ...] = ()

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals the child still works toward."""
        return tuple(goal for goal in self.child.goals if goal.met_on is None)

    @property
    def alerts(self) -> tuple[str, ...]:
        """The words of allergies and precautions."""
        return alert_words(self.child.alerts)

    @property
    def age_years(self) -> int | None:
        """Whole years, or None when the birth date is not known."""
        return age_of(self.child, self.facts.today)

    @property
    def suggested(self) -> tuple[Activity, ...]:
        """What fits goals, routines and age, the best first."""
        return tuple(offer.activity for offer in self.offers if offer.is_suggested)

    def clashes(self, activity: Activity) -> tuple[Clash, ...]:
        """Return what forbids an activity for this child."""
        return clashes(activity, self.alerts, self.age_years)

    def swaps(self, instead_of: Activity) -> tuple[Activity, ...]:
        """Return what can take an activity's place in this child's program, the best first."""
        found = swaps(self.offers, instead_of, self.draft.keys)
        return tuple(offer.activity for offer in found)

    def reward_clashes(self, prize: str) -> tuple[Clash, ...]:
        """Return the alerts a reward runs into."""
        return reward_clashes(prize, self.alerts)

    def reward_ideas(self, kind: RewardKind) -> tuple[str, ...]:
        """Return what the child may earn, never what an alert forbids."""
        return ideas(kind, self.motivators, self.alerts)

    def added(self, draft: ProgramDraft, activity: Activity) -> ProgramDraft:
        """Return ``draft`` with an activity and the cue words of its goal."""
        say = cue_words_for(activity, self.goals, draft.activities)
        return draft.with_activity(activity, say)

    def with_suggestions(self, draft: ProgramDraft) -> ProgramDraft:
        """Return ``draft`` filled up with suggestions while they fit the family's minutes.

        A goal nothing works toward yet comes before one that something does.
        """
        waiting = [offer for offer in self.offers if offer.is_suggested]
        served = {goal.id for goal in map(self._goal_of, draft.activities) if goal}
        while waiting and len(draft.activities) < SUGGESTED_ACTIVITIES:
            best = next((one for one in waiting if _is_new(one, served)), waiting[0])
            waiting.remove(best)
            fuller = self.added(draft, best.activity)
            if not fuller.budget.is_over:
                draft = fuller
                served |= {best.goal.id} if best.goal else set()
        return draft

    def _goal_of(self, planned: PlannedActivity) -> Goal | None:
        return goal_of(planned.activity, self.goals)

    def left_out(self, planned: Iterable[PlannedActivity]) -> tuple[str, ...]:
        """Say why each of some activities that an alert forbids cannot stay."""
        found = (self.clashes(one.activity) for one in planned)
        return tuple(each[0].sentence for each in found if each)

    def from_last(self, draft: ProgramDraft) -> ProgramDraft:
        """Return ``draft`` with the last program's activities and reward, without clashes."""
        if self.last is None:
            return draft
        kept = tuple(one for one in self.last.activities if not self.clashes(one.activity))
        return replace(draft, activities=kept, reward=self.last.reward)

    def from_template(self, draft: ProgramDraft, template: ProgramTemplate) -> ProgramDraft:
        """Return ``draft`` with a template's activities and the cue words of the child's goals."""
        begun = replace(draft, activities=())
        for planned in template.activities:
            if not self.clashes(planned.activity):
                say = planned.changes.say or cue_words_for(
                    planned.activity, self.goals, begun.activities
                )
                kept = replace(planned, changes=replace(planned.changes, say=say))
                begun = replace(begun, activities=(*begun.activities, kept))
        return begun

    def printable(self, draft: ProgramDraft) -> HomeProgram:
        """Return what the pages of ``draft`` say."""
        return printable(draft, self.facts)


def _is_new(offer: Offer, served: set[int]) -> bool:
    return offer.goal is not None and offer.goal.id not in served


def age_of(child: ChildPage, day: date) -> int | None:
    """Return whole years on ``day``, or None."""
    return age_on(child.born_on, day)[0] if child.born_on else None
