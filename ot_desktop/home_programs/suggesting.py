"""Which activities of the library come first for one child, and which never."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ot_desktop.caseload.domain import AlertKind, Alerts
from ot_desktop.caseload.goals import Goal
from ot_desktop.home_programs.at_home import KnownOfHome, routines_in
from ot_desktop.home_programs.domain import Activity, PlannedActivity, Routine
from ot_desktop.home_programs.safety import Clash, clashes

_MAIN_SKILL, _SKILL, _ROUTINE, _HARD, _AT_HAND = 4, 3, 2, 3, 1

MOST_SWAPS = 3
NOTHING_TOLD = KnownOfHome()


@dataclass(frozen=True, slots=True)
class Offer:
    """An activity as the library offers it to one child; a clash can never be added.

    ``hard`` is the part of the day that is hard at home and that it belongs to; ``at_hand`` and
    ``missing`` are things it needs that the family said it has, or has not.
    """

    activity: Activity
    goal: Goal | None
    clashes: tuple[Clash, ...]
    suits_age: bool
    points: int
    hard: Routine | None = None
    at_hand: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_suggested(self) -> bool:
        """It serves a goal or a hard routine, fits the child and the home, endangers nobody."""
        serves = self.goal is not None or self.hard is not None
        return serves and self.fits

    @property
    def fits(self) -> bool:
        """It is for this age, nothing it needs is missing at home, and no alert forbids it."""
        return self.suits_age and not self.missing and not self.clashes

    @property
    def refusal(self) -> str:
        """Why it cannot be added, or nothing."""
        return " ".join(dict.fromkeys(clash.sentence for clash in self.clashes))


def offers(
    activities: Iterable[Activity],
    goals: Sequence[Goal],
    age_years: int | None,
    alerts: Sequence[str],
    home: KnownOfHome = NOTHING_TOLD,
) -> tuple[Offer, ...]:
    """Return the whole library for one child: suggested first, clashes last."""
    open_goals = [goal for goal in goals if goal.met_on is None]
    found = [_offer(activity, open_goals, age_years, alerts, home) for activity in activities]
    return tuple(sorted(found, key=_order))


def swaps(offers: Iterable[Offer], instead_of: Activity, planned: Collection[str]) -> list[Offer]:
    """Return what can take an activity's place: of the same skill or routine, the best first."""

    def likeness(offer: Offer) -> int:
        one = offer.activity
        same_skill = one.skills[0] is instead_of.skills[0]
        skills, routines = set(one.skills), set(one.routines)
        shared = bool(skills & set(instead_of.skills)), bool(routines & set(instead_of.routines))
        return 2 * same_skill + 2 * shared[0] + 3 * shared[1]

    fit = [
        offer
        for offer in offers
        if offer.fits and offer.activity.key not in {*planned, instead_of.key} and likeness(offer)
    ]
    return sorted(fit, key=lambda offer: (-likeness(offer), -offer.points))[:MOST_SWAPS]


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
    activity: Activity,
    goals: Sequence[Goal],
    age_years: int | None,
    alerts: Sequence[str],
    home: KnownOfHome,
) -> Offer:
    hard, at_hand = home.hard_for(activity), home.at_hand(activity)
    points = sum(_points(activity, goal) for goal in goals)
    return Offer(
        activity=activity,
        goal=goal_of(activity, goals),
        clashes=clashes(activity, alerts, age_years),
        suits_age=age_years is None or activity.suits_age(age_years),
        points=points + (_HARD if hard else 0) + (_AT_HAND if at_hand else 0),
        hard=hard,
        at_hand=at_hand,
        missing=home.missing(activity),
    )


def _points(activity: Activity, goal: Goal) -> int:
    points = 0
    areas = [skill.value for skill in activity.skills]
    if goal.skill_area in areas:
        points += _MAIN_SKILL if areas[0] == goal.skill_area else _SKILL
    hard = routines_in(f"{goal.statement} {goal.routine}")
    return points + (_ROUTINE if hard & set(activity.routines) else 0)


def _order(offer: Offer) -> tuple[bool, bool, bool, int, str]:
    title = offer.activity.words["en"].title
    unfit = not offer.suits_age or bool(offer.missing)
    return bool(offer.clashes), unfit, not offer.is_suggested, -offer.points, title.casefold()
