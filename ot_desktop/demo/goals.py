"""What each child of the demo clinic works toward, fitting age and area."""

import json
from datetime import date, timedelta
from typing import Any

from db.queries import goals as queries
from ot_desktop.caseload.domain import Status, age_on
from ot_desktop.demo.story import DemoChild, Dice, WorkingGoal, told

# 1 reaches the target on the target date; some children are there early, some will not be.
PACES = (0.4, 0.7, 0.9, 1.0, 1.2, 2.4)
PACE_WEIGHTS = (1, 2, 2, 3, 2, 3)


def set_goals(child: DemoChild, made_on: date, dice: Dice) -> None:
    """Give a child two to four goals of different areas, begun within the last months."""
    if child.status is Status.WAITING:
        return
    for chosen in _chosen(child, made_on, dice):
        child.goals.append(_written(child, chosen, made_on, dice))


def _chosen(child: DemoChild, made_on: date, dice: Dice) -> list[dict[str, Any]]:
    named = child.told.get("goals")
    if named:
        return [_named(beginning) for beginning in named]
    years = age_on(child.born_on, made_on)[0]
    fitting = [goal for goal in told("goals") if goal["ages"][0] <= years <= goal["ages"][1]]
    found: dict[str, dict[str, Any]] = {}
    for goal in dice.shuffled(fitting):
        found.setdefault(goal["skill_area"], goal)
    return list(found.values())[: dice.weighed((2, 3, 4), (2, 5, 3))]


def _named(beginning: str) -> dict[str, Any]:
    goal: dict[str, Any]
    goal = next(goal for goal in told("goals") if goal["statement"].startswith(beginning))
    return goal


def _written(child: DemoChild, goal: dict[str, Any], made_on: date, dice: Dice) -> WorkingGoal:
    is_met = any(goal["statement"].startswith(met) for met in child.told.get("met", ()))
    pace = dice.weighed(PACES, PACE_WEIGHTS) if not is_met else max(PACES)
    starts_on = made_on - timedelta(days=dice.between(160, 230) if pace > 1 else 120)
    target_on = starts_on + timedelta(days=dice.between(200, 300))
    statement = child.says(goal["statement"])
    baseline = min(dice.between(*goal["baseline"]), goal["target"] - 1)
    goal_id = queries.insert_goal(
        {
            "child": child.id,
            "skill_area": goal["skill_area"],
            "statement": statement,
            "out_of": goal["out_of"],
            "baseline": baseline,
            "target": goal["target"],
            "starts_on": starts_on,
            "target_on": target_on,
            "cue_words": json.dumps(goal["cue_words"], ensure_ascii=False),
            "importance": 3 - len(child.goals) % 2,
            "difficulty": 1 + len(child.goals) % 2,
            "level_texts": json.dumps(_levels(goal, baseline), ensure_ascii=False),
            "baseline_level": -2,
        }
    )
    return WorkingGoal(
        id=goal_id,
        skill_area=goal["skill_area"],
        statement=statement,
        out_of=goal["out_of"],
        baseline=baseline,
        target=goal["target"],
        starts_on=starts_on,
        target_on=target_on,
        pace=pace,
        texts={name: goal[name] for name in ("did", "show", "next", "win", "cue_words")},
    )


def _levels(goal: dict[str, Any], baseline: int) -> tuple[str, ...]:
    target, out_of = goal["target"], goal["out_of"]
    return (
        f"{baseline} of {out_of}, as at the start",
        f"{(baseline + target + 1) // 2} of {out_of} with help",
        f"{target} of {out_of}, as the goal says",
        f"{target} of {out_of} without a reminder",
        f"{target} of {out_of} at home and in a new place too",
    )
