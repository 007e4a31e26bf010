"""What the note of one visit says: the child's goals, and the parent's part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ot_desktop.demo.story import Carer, DemoChild, Dice, WorkingGoal, told
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.parent_part import (
    ActivityReport,
    AtHome,
    CueWords,
    Ease,
    HomeReport,
    Outcome,
    ParentHelp,
    ParentPart,
    ParentSaid,
    PersonHere,
    Presence,
    Question,
    ShownHow,
    ShownToday,
    StrategyShown,
    TaughtBack,
    TeachBack,
    WhoIsHere,
    WhyNotInRoom,
)
from ot_desktop.notes.practice_plan import PlannedPractice, PracticePlan
from ot_desktop.notes.session_part import (
    DoneActivity,
    GoalToday,
    Help,
    HowChildWas,
    Mood,
    SessionPart,
    SessionTime,
    WhatWeDid,
)

MOST_GOALS_A_VISIT = 3
TIMES_AT_TARGET = 2
CLOSE = 0.02
HELP_BY_PROGRESS = (Help.HANDS, Help.TOUCH, Help.PICTURE, Help.WORDS, Help.ALONE)
PARENT_HELP = (ParentHelp.HANDS_ON, ParentHelp.MODEL, ParentHelp.WORDS, ParentHelp.ALONE)
MOODS = ((Mood.CALM,), (Mood.CALM,), (Mood.BUSY,), (Mood.BUSY, Mood.CALM), (Mood.TIRED,),
         (Mood.UPSET,))  # fmt: skip
AWAY = (
    (Presence.JOINED, WhyNotInRoom.PARENT_AND_CHILD_CHOSE),
    (Presence.OBSERVED, WhyNotInRoom.THERAPIST_ASKED),
    (Presence.JOINED, WhyNotInRoom.WITH_SIBLING),
    (Presence.BY_PHONE, WhyNotInRoom.WORK),
)


@dataclass(frozen=True, slots=True)
class Since:
    """What lies before a visit: the last one, and what the family practiced."""

    day: date | None
    plan: PracticePlan | None


class Writer:
    """Writes note after note, so that goals move on from one to the next."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._texts: dict[str, Any] = told("notes")

    def note(self, visit: DemoVisit, since: Since) -> NoteContent:
        """Return a whole note; everything signing asks for is there."""
        child = visit.child
        goals = [goal for goal in child.goals if _is_open(goal, visit.visit.day)]
        worked_on = self._dice.some(goals, MOST_GOALS_A_VISIT)
        today = tuple(self._goal_today(goal, visit.visit.day, goal in worked_on) for goal in goals)
        return NoteContent(
            session=SessionPart(
                goals=today,
                did=self._did(child, worked_on),
                child_was=HowChildWas(
                    self._dice.one(MOODS), self._dice.one(self._texts["remarks"])
                ),
                time=SessionTime(
                    visit.visit.starts.time(), visit.visit.ends.time(), self._dice.is_below(0.9)
                ),
                plan=self._plan(child, worked_on),
            ),
            parent=self._parent(visit, worked_on, since),
        )

    def draft(self, visit: DemoVisit) -> NoteContent:
        """Return a note somebody began and did not finish."""
        goals = [goal for goal in visit.child.goals if _is_open(goal, visit.visit.day)]
        return NoteContent(
            session=SessionPart(
                goals=tuple(GoalToday(goal.id, goal.statement, goal.out_of) for goal in goals),
                did=WhatWeDid(text=self._dice.one(self._texts["drafts"])),
                time=SessionTime(visit.visit.starts.time(), visit.visit.ends.time()),
            )
        )

    def addendum(self) -> str:
        """Return what somebody adds to a signed note."""
        text: str = self._dice.one(self._texts["addenda"])
        return text

    def _goal_today(self, goal: WorkingGoal, day: date, is_worked_on: bool) -> GoalToday:  # noqa: FBT001  (a fact of the row)
        if not is_worked_on:
            return GoalToday(goal.id, goal.statement, goal.out_of, not_worked_on=True)
        progress = _progress(goal, day)
        noise = self._dice.between(-1, 1) * max(1, goal.out_of // 10)
        if goal.out_of <= len(HELP_BY_PROGRESS):
            noise = self._dice.weighed((-1, 0, 0, 1), (1, 4, 4, 1))
        score = round(goal.baseline + (goal.target - goal.baseline) * progress) + noise
        score = max(0, min(goal.out_of, score))
        self._note_target(goal, score, day)
        help_given = HELP_BY_PROGRESS[min(4, int(progress * 4 + self._dice.between(0, 1)))]
        return GoalToday(goal.id, goal.statement, goal.out_of, help_given, score)

    def _note_target(self, goal: WorkingGoal, score: int, day: date) -> None:
        goal.times_at_target = goal.times_at_target + 1 if score >= goal.target else 0
        if goal.times_at_target >= TIMES_AT_TARGET and _progress(goal, day) >= 1 - CLOSE:
            goal.met_on = day

    def _did(self, child: DemoChild, goals: Sequence[WorkingGoal]) -> WhatWeDid:
        activities = tuple(
            DoneActivity(child.says(goal.texts["show"][0]), self._dice.one((5, 8, 10, 12)))
            for goal in goals
        )
        texts = [child.says(self._dice.one(goal.texts["did"])) for goal in goals[:2]]
        return WhatWeDid(activities, " ".join(texts))

    def _plan(self, child: DemoChild, goals: Sequence[WorkingGoal]) -> tuple[str, ...]:
        lines = tuple(child.says(self._dice.one(goal.texts["next"])) for goal in goals)
        return lines or ("Look at new goals with the family",)

    def _parent(self, visit: DemoVisit, goals: Sequence[WorkingGoal], since: Since) -> ParentPart:
        child, dice = visit.child, self._dice
        carer = child.carers[0] if dice.is_below(0.8) else dice.one(child.carers)
        who = self._who(carer, visit.visit.day)
        if who.nobody_took_part:
            return ParentPart(who=who)
        shown = self._shown(child, goals)
        return ParentPart(
            who=who,
            at_home=self._at_home(child, carer, visit.visit.day, since),
            shown=shown,
            teach_back=self._teach_back(child, shown),
            said=self._said(child),
            questions=self._questions(child),
            cue_words=self._cue_words(goals),
            win_of_the_day=self._win(child, goals),
        )

    def _who(self, carer: Carer, day: date) -> WhoIsHere:
        here = PersonHere(carer.name, carer.relation, carer.id)
        if self._dice.is_below(0.78):
            return WhoIsHere((here,))
        if self._dice.is_below(0.25):
            gone = PersonHere(
                carer.name, carer.relation, carer.id, Presence.DROPPED_OFF, None, WhyNotInRoom.WORK
            )
            plan = self._dice.one(self._texts["contact_plans"])
            return WhoIsHere((gone,), plan, day + timedelta(days=1))
        how, why = self._dice.one(AWAY)
        minutes = self._dice.one((10, 15, 20)) if how is Presence.JOINED else None
        return WhoIsHere((PersonHere(carer.name, carer.relation, carer.id, how, minutes, why),))

    def _at_home(self, child: DemoChild, carer: Carer, day: date, since: Since) -> AtHome:
        if since.day is None or self._dice.is_below(0.08):
            return AtHome(not_asked=True, since=since.day)
        first = max(since.day, day - timedelta(days=7))
        days = [first + timedelta(days=offset) for offset in range((day - first).days)]
        likely = self._dice.between(2, 10) / 10
        practiced = tuple(each for each in days if self._dice.is_below(likely))
        report = HomeReport(
            by=carer.name,
            caregiver_id=carer.id,
            activities=self._reports(since.plan, len(practiced)),
            practiced_on=practiced,
            overall=self._dice.weighed(tuple(Ease), (4, 5, 2)),
            words=child.says(self._dice.one(self._texts["home_words"])),
        )
        return AtHome((report,), since=since.day, days=max(1, len(days)))

    def _reports(self, plan: PracticePlan | None, days: int) -> tuple[ActivityReport, ...]:
        if plan is None:
            return ()
        return tuple(self._report(activity, days) for activity in plan.activities)

    def _report(self, activity: PlannedPractice, days_practiced: int) -> ActivityReport:
        days = max(0, days_practiced - self._dice.between(0, 2))
        minutes = activity.minutes if days else None
        outcome = self._outcome(days)
        return ActivityReport(activity.title, activity.id, days, minutes, (outcome,))

    def _outcome(self, days: int) -> Outcome:
        if days == 0:
            return self._dice.one((Outcome.NO_TIME, Outcome.REFUSED, Outcome.NO_EQUIPMENT))
        others = (Outcome.TOO_HARD, Outcome.REFUSED, Outcome.NO_TIME, Outcome.NOT_SURE_HOW)
        return self._dice.weighed((Outcome.WENT_WELL, *others), (12, 2, 1, 1, 1))

    def _shown(self, child: DemoChild, goals: Sequence[WorkingGoal]) -> ShownToday:
        if not goals or self._dice.is_below(0.1):
            return ShownToday(nothing=True)
        return ShownToday(
            tuple(
                StrategyShown(
                    child.says(self._dice.one(goal.texts["show"])),
                    (ShownHow.EXPLAINED, ShownHow.DEMONSTRATED, ShownHow.TRIED),
                    self._dice.one(PARENT_HELP),
                )
                for goal in goals[: self._dice.one((1, 1, 2))]
            )
        )

    def _teach_back(self, child: DemoChild, shown: ShownToday) -> TeachBack:
        if shown.nothing or self._dice.is_below(0.2):
            return TeachBack(TaughtBack.NOT_TODAY)
        is_sure = all(each.parent_help is ParentHelp.ALONE for each in shown.strategies)
        how = TaughtBack.ALONE if is_sure else TaughtBack.WITH_HELP
        did = child.says(self._dice.one(self._texts["taught_back"]))
        return TeachBack(how, f"{did[0].upper()}{did[1:]}")

    def _said(self, child: DemoChild) -> ParentSaid:
        def maybe(name: str, share: float) -> str:
            text: str = self._dice.one(self._texts[name])
            return child.says(text) if self._dice.is_below(share) else ""

        return ParentSaid(
            observation=maybe("observations", 0.7),
            concern=maybe("concerns", 0.25),
            success=maybe("successes", 0.35),
        )

    def _questions(self, child: DemoChild) -> tuple[Question, ...]:
        if not self._dice.is_below(0.2):
            return ()
        asked, answer = self._dice.one(self._texts["questions"])
        return (Question(child.says(asked), answer),)

    def _cue_words(self, goals: Sequence[WorkingGoal]) -> tuple[CueWords, ...]:
        if not goals or not self._dice.is_below(0.25):
            return ()
        return (CueWords(self._dice.one(goals[0].texts["cue_words"]), goals[0].id),)

    def _win(self, child: DemoChild, goals: Sequence[WorkingGoal]) -> str:
        if not goals or not self._dice.is_below(0.4):
            return ""
        return child.says(self._dice.one(goals[0].texts["win"]))


def _is_open(goal: WorkingGoal, day: date) -> bool:
    return goal.starts_on <= day and goal.met_on is None


def _progress(goal: WorkingGoal, day: date) -> float:
    whole = (goal.target_on - goal.starts_on).days
    return max(0.0, min(1.0, goal.pace * (day - goal.starts_on).days / whole))
