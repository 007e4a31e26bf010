"""Which activities of the library come first for one child, and which never."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ot_desktop.caseload.domain import AlertKind, Alerts
from ot_desktop.caseload.goals import Goal
from ot_desktop.home_programs.domain import Activity, PlannedActivity, Routine
from ot_desktop.home_programs.safety import Clash, clashes

# A goal's own words tell which part of the day is hard at home.
_ROUTINE_WORDS = {
    Routine.MEALTIME: r"spoon|fork|eat|chew|meal|cup|drink|cut|lunch|dinner|breakfast",
    Routine.BATH: r"bath|wash|hair|teeth|brush|shower",
    Routine.DRESSING: r"dress|button|zip|sock|shoe|shirt|lace|coat|pants",
    Routine.PLAY: r"play|turn|game|ball|share|build|climb|jump",
    Routine.HOMEWORK: r"writ|name|letter|pencil|cut|color|school|homework|copy",
    Routine.OUTINGS: r"store|shop|car|outing|errand|playground|walk|loud|crowd|bag",
}
_MAIN_SKILL, _SKILL, _ROUTINE = 4, 3, 2


@dataclass(frozen=True, slots=True)
class Offer:
    """An activity as the library offers it to one child; a clash can never be added."""

    activity: Activity
    goal: Goal | None
    clashes: tuple[Clash, ...]
    suits_age: bool
    points: int

    @property
    def is_suggested(self) -> bool:
        """It serves a goal or a hard routine, fits the age and endangers nobody."""
        return self.points > 0 and self.suits_age and not self.clashes

    @property
    def refusal(self) -> str:
        """Why it cannot be added, or nothing."""
        return " ".join(dict.fromkeys(clash.sentence for clash in self.clashes))


def offers(
    activities: Iterable[Activity],
    goals: Sequence[Goal],
    age_years: int | None,
    alerts: Sequence[str],
) -> tuple[Offer, ...]:
    """Return the whole library for one child: suggested first, clashes last."""
    open_goals = [goal for goal in goals if goal.met_on is None]
    found = [_offer(activity, open_goals, age_years, alerts) for activity in activities]
    return tuple(sorted(found, key=_order))


def alert_words(alerts: Alerts) -> tuple[str, ...]:
    """Return what is written of a child's allergies and precautions; custody is not for paper."""
    written = (
        words
        for alert in alerts.listed
        if alert.kind is not AlertKind.PICK_UP
        for words in (alert.title, alert.details)
    )
    return tuple(words for words in written if words.strip())


def goal_of(activity: Activity, goals: Sequence[Goal]) -> Goal | None:
    """Return the open goal an activity serves best, by its skills and the part of the day."""
    points = [(_points(activity, goal), goal) for goal in goals if goal.met_on is None]
    best, found = max(points, key=lambda pair: pair[0], default=(0, None))
    return found if best else None


def cue_words_for(
    activity: Activity, goals: Sequence[Goal], planned: Iterable[PlannedActivity]
) -> str | None:
    """Return the words that worked for the activity's goal, unless another activity says them."""
    goal = goal_of(activity, goals)
    if goal is None or activity.words["en"].say in goal.cue_words:
        return None
    said = {one.changes.say or one.activity.words["en"].say for one in planned}
    return next((words for words in reversed(goal.cue_words) if words not in said), None)


def _offer(
    activity: Activity, goals: Sequence[Goal], age_years: int | None, alerts: Sequence[str]
) -> Offer:
    return Offer(
        activity=activity,
        goal=goal_of(activity, goals),
        clashes=clashes(activity, alerts, age_years),
        suits_age=age_years is None or activity.suits_age(age_years),
        points=sum(_points(activity, goal) for goal in goals),
    )


def _points(activity: Activity, goal: Goal) -> int:
    points = 0
    areas = [skill.value for skill in activity.skills]
    if goal.skill_area in areas:
        points += _MAIN_SKILL if areas[0] == goal.skill_area else _SKILL
    hard = {
        routine
        for routine, words in _ROUTINE_WORDS.items()
        if re.search(rf"\b(?:{words})", goal.statement.casefold())
    }
    return points + (_ROUTINE if hard & set(activity.routines) else 0)


def _order(offer: Offer) -> tuple[bool, bool, int, str]:
    title = offer.activity.words["en"].title
    return bool(offer.clashes), not offer.suits_age, -offer.points, title.casefold()
