"""What families of the demo clinic want of an intensive."""

from datetime import date, timedelta
from typing import Any

from ot_desktop.demo.story import DemoChild, Dice, told
from ot_desktop.programs.domain import Away, ChildWishes, Dose, Weight
from ot_desktop.programs.typed_times import OpenHours, parse_times, parse_windows

WORKDAYS = 5
TWO_CARERS = 2


class Wisher:
    """Asks each family; some are told by name, the dice answer for the others."""

    def __init__(self, hours: OpenHours, dice: Dice) -> None:
        self._hours = hours
        self._dice = dice

    def wishes(self, child: DemoChild, first: date, *, is_ahead: bool) -> ChildWishes:
        """Return a family's wishes; of an intensive that was held, times are not told any more."""
        story, dice = told("clinic")["intensive"], self._dice
        own = wishes_told(child) if is_ahead else {}
        times = own.get("times", dice.one(story["times"]) if is_ahead else "mon-fri")
        first_choice = dice.one(story["first_choices"])
        has_two = len(child.carers) >= TWO_CARERS
        return ChildWishes(
            priority=dice.weighed((1, 2, 3), (2, 18, 4)),
            waiting_since=first - timedelta(days=dice.between(60, 240)),
            therapist_id=child.therapist_id,
            therapist_weight=Weight(own.get("therapist", "prefer")),
            can_come=parse_times(times, self._hours) or (),
            preferred=parse_windows(first_choice, self._hours) or () if first_choice else (),
            away=tuple(_away(own, first)),
            caregivers=2 if has_two and dice.is_below(0.3) else 1,
            travel_minutes=dice.one(story["drives"]),
            goal_ids=tuple(goal.id for goal in child.goals[:2]),
        )


def service_of(child: DemoChild, *, is_ahead: bool) -> dict[str, Any]:
    """Return the numbers of the one service a child is to have."""
    own, dose = wishes_told(child) if is_ahead else {}, Dose()
    return {
        "sessions": dose.sessions,
        "least": own.get("least", 10),
        "most_a_week": own.get("most_a_week", dose.most_a_week),
        "most_therapists": 2,
    }


def name_of(child: DemoChild) -> str:
    """Return the name as the story knows it."""
    return f"{child.given_name} {child.family_name}"


def wishes_told(child: DemoChild) -> dict[str, Any]:
    """Return what the story says of a family, nothing of most."""
    found: dict[str, Any] = told("clinic")["intensive"]["wishes"].get(name_of(child), {})
    return found


def first_monday(first: date) -> date:
    """Return the Monday of the first whole week."""
    return first + timedelta(days=-first.weekday() % 7)


def _away(own: dict[str, Any], first: date) -> list[Away]:
    """Return the third whole week for a family that is away."""
    if "away" not in own:
        return []
    monday = first_monday(first) + timedelta(weeks=2)
    return [Away(monday, monday + timedelta(days=WORKDAYS - 1), own["away"])]
