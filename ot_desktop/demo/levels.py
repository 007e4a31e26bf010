"""How far each goal of the demo clinic came, leveled at its start, in the middle and lately."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ot_desktop.caseload.goals import Setting
from ot_desktop.demo.story import WorkingGoal, instant
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.goals.scales import Assist

Columns = dict[str, Any]
_ASSIST = {-2: Assist.MAXIMAL, -1: Assist.MODERATE, 0: Assist.MINIMAL, 1: Assist.MODIFIED}
EVENING = 18
_PLACES = (Setting.CLINIC, Setting.SCHOOL, Setting.HOME)


def levels_of(
    held: Sequence[DemoVisit], scores: Sequence[Columns], notes: Sequence[Columns]
) -> list[Columns]:
    """Return levels scored outside the notes, on days when the goal was worked on."""
    goals = {goal.id: goal for each in held for goal in each.child.goals}
    told: dict[int, list[Columns]] = defaultdict(list)
    for score in scores:
        told[score["goal"]].append(score)
    authors = {note["id"]: note["author"] for note in notes}
    return [
        _level(goals[goal_id], score, place, authors[score["note"]])
        for goal_id, listed in told.items()
        for place, score in enumerate(_first_middle_last(listed))
    ]


def _first_middle_last(listed: list[Columns]) -> list[Columns]:
    return [listed[place] for place in sorted({0, len(listed) // 2, len(listed) - 1})]


def _level(goal: WorkingGoal, score: Columns, place: int, author: int) -> Columns:
    level = _reached(goal, score["score"])
    if place and goal.met_on is not None and score["scored_on"] >= goal.met_on:
        level = 1
    return {
        "goal": goal.id,
        "scored_on": score["scored_on"],
        "level": level,
        "assist": _ASSIST[level],
        "setting": _PLACES[place],
        "scored_at": instant(score["scored_on"], EVENING),
        "scored_by": author,
    }


def _reached(goal: WorkingGoal, score: int) -> int:
    if score >= goal.target:
        return 0
    return -1 if score > goal.baseline else -2
