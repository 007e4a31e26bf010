"""``explain``: why children are left out of a plan, and what would give them a place."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from ot_desktop.commands.answer import Answer


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("instance", type=Path, help="the file with children, therapists and rooms")
    parser.add_argument("plan", type=Path, help="the plan for it")
    parser.add_argument("--child", metavar="ID", help="only this child (everybody left out)")


def run(options: Namespace) -> Answer:
    """Explain; a plan that breaks a rule is refused, for nothing beside it is certain."""
    from ot_desktop.errors import ClinicError  # noqa: PLC0415  (lazy)
    from ot_desktop.planning.check import check  # noqa: PLC0415
    from ot_desktop.planning.explain import Explainer  # noqa: PLC0415
    from ot_desktop.planning.format import read_instance  # noqa: PLC0415
    from ot_desktop.planning.plan_file import read_plan, reason_facts  # noqa: PLC0415
    from ot_desktop.planning.problem import Problem  # noqa: PLC0415
    from ot_desktop.planning.start import state_of  # noqa: PLC0415

    instance = read_instance(options.instance)
    plan = read_plan(options.plan, instance)
    names = {child.id: child.name for child in instance.children}
    if options.child is not None and options.child not in names:
        raise ClinicError(f"No child of this file has the id {options.child}.")
    broken = check(instance, plan)
    if broken:
        raise ClinicError(f"The plan breaks a rule, {broken[0].path}: {broken[0].text}.")
    explainer = Explainer(state_of(Problem(instance), plan))
    asked = options.child
    reasons = explainer.left_out() if asked is None else {asked: explainer.reasons(asked)}
    facts = [
        {"child": child, "name": names[child], "reasons": [reason_facts(each) for each in found]}
        for child, found in reasons.items()
    ]
    return Answer(_sentences(facts), {"children": facts})


def _sentences(children: list[dict[str, Any]]) -> tuple[str, ...]:
    told: list[str] = []
    for each in children:
        texts = [reason["text"] for reason in each["reasons"]] or ["has a place."]
        told.append(f"{each['name']} ({each['child']}):")
        told += [f"  {text}" for text in texts]
    return tuple(told) or ("Every child has a place.",)
