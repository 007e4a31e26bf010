"""``check-plan``: whether a plan file keeps every hard rule, and how many points it has."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from ot_desktop.commands.answer import Answer

SHOWN = 20


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("instance", type=Path, help="the file with children, therapists and rooms")
    parser.add_argument("plan", type=Path, help="the plan for it")


def run(options: Namespace) -> Answer:
    """Check every rule, count the points anew and compare them with the claim."""
    from ot_desktop.planning.check import check  # noqa: PLC0415  (lazy)
    from ot_desktop.planning.check_score import score  # noqa: PLC0415
    from ot_desktop.planning.format import read_instance  # noqa: PLC0415
    from ot_desktop.planning.plan_file import read_plan  # noqa: PLC0415

    instance = read_instance(options.instance)
    plan = read_plan(options.plan, instance)
    broken, points = check(instance, plan), score(instance, plan)
    true_claim = plan.score is None or plan.score == points
    facts = {
        "ok": not broken and true_claim,
        "score": points,
        "claimed": plan.score,
        "violations": [asdict(violation) for violation in broken],
    }
    lines = [f"  {each.path}: {each.code}, {each.text}" for each in broken[:SHOWN]]
    if not true_claim:
        lines.append(f"  score: {plan.score} is claimed, the plan has {points}")
    if facts["ok"]:
        return Answer((f"The plan keeps every rule and has {points} points.",), facts)
    told = f"The plan breaks {len(broken)} rules." if broken else "The plan's claim is wrong."
    return Answer((told, *lines), facts, 1)
