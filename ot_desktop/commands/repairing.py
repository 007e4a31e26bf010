"""What ``plan`` does with a published plan: mend it, and say what changed and what is owed."""

import math
from argparse import Namespace
from dataclasses import replace
from time import perf_counter
from typing import Any

from ot_desktop.commands.answer import Answer
from ot_desktop.commands.planned import facts_of
from ot_desktop.planning.changes import Change, ChangeKind, change_points
from ot_desktop.planning.check import check
from ot_desktop.planning.domain import Instance, Plan, Published, Reason
from ot_desktop.planning.explain import Explainer
from ot_desktop.planning.make_up import MakeUp, make_up_list
from ot_desktop.planning.plan_file import session_facts, write_plan
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.repair import repair
from ot_desktop.planning.start import state_of


def mend(instance: Instance, published: Published, options: Namespace) -> Answer:
    """Repair, check and write; a plan that breaks a rule is never written."""
    began, clocked = perf_counter(), options.iterations is None
    plan, changes = repair(
        instance,
        Plan(instance.name, published.sessions),
        published.now,
        seconds=options.seconds if clocked else math.inf,
        keep=published.locked,
        may_move=options.may_move,
    )
    broken = check(instance, plan)
    if broken:
        raise AssertionError(f"the repair broke a rule: {broken[0]}")
    plan = replace(
        plan,
        unplaced=_reasons(instance, plan),
        seconds=round(perf_counter() - began, 3) if clocked else None,
    )
    write_plan(plan, options.output)
    owed = make_up_list(instance, plan, published.now, changes)
    changed = [change for change in changes if change.kind != ChangeKind.KEPT]
    facts = {
        **facts_of(instance, plan, options.output),
        "kept": len(changes) - len(changed),
        "changes": [_change_facts(change) for change in changed],
        "make_up": [_make_up_facts(each) for each in owed],
    }
    told = [
        _summary(instance, plan, changed),
        f"The plan is in {options.output}.",
        *(f"  {change.text}" for change in changed),
        *(["To make up:"] if owed else []),
        *(f"  {each.text}" for each in owed),
    ]
    if plan.unplaced:
        told.append(f"Without a place: {', '.join(plan.unplaced)}.")
    return Answer(tuple(told), facts)


def _reasons(instance: Instance, plan: Plan) -> dict[str, tuple[Reason, ...]]:
    if not plan.unplaced:
        return {}
    explainer = Explainer(state_of(Problem(instance), plan))
    return {child: tuple(explainer.reasons(child)) for child in plan.unplaced}


def _summary(instance: Instance, plan: Plan, changed: list[Change]) -> str:
    """Return like "5 of 7 broken sessions have another place, 2 are lost, 20718 points."."""
    asked = [change for change in changed if change.asked]
    broken = [change for change in changed if change.before and not change.asked]
    new = sum(change.kind == ChangeKind.NEW for change in changed)
    lost = sum(change.kind == ChangeKind.LOST for change in broken)
    parts = []
    if broken:
        saved = f"{len(broken) - lost} of {len(broken)} broken sessions have another place"
        parts.append(f"{saved}, {lost or 'none'} {'are' if lost > 1 else 'is'} lost")
    if asked:
        price = change_points(instance.weights, asked)
        parts.append(f"{len(asked)} of other families make room for {price} points")
    if new:
        parts.append(f"{new} {'is' if new == 1 else 'are'} new")
    return f"{', '.join(parts or ['Nothing has to change'])}; {plan.score} points."


def _change_facts(change: Change) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "text": change.text,
        "asked": change.asked,
        "before": session_facts(change.before) if change.before else None,
        "after": session_facts(change.after) if change.after else None,
    }


def _make_up_facts(each: MakeUp) -> dict[str, Any]:
    return {
        "lost": session_facts(each.lost),
        "places": [session_facts(place) for place in each.places],
        "text": each.text,
    }
