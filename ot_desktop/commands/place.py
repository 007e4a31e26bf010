"""``place``: the best places for one child beside everybody else's, nobody else moved.

Where there is none, fewer sessions, and what other families could make room for.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ot_desktop.commands.answer import Answer

if TYPE_CHECKING:
    from ot_desktop.planning.domain import Instance, Option, Plan


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("instance", type=Path, help="the file with children, therapists and rooms")
    parser.add_argument("plan", type=Path, help="the plan for it")
    parser.add_argument("--child", required=True, metavar="ID", help="who needs a place")
    parser.add_argument(
        "-k", type=int, default=5, metavar="N", help="how many different places at most (5)"
    )
    parser.add_argument(
        "--may-move",
        type=int,
        default=0,
        metavar="N",
        help="where no place is free, ask up to so many families to move (0)",
    )


def run(options: Namespace) -> Answer:
    """Find the places; a plan that breaks a rule is refused, for no place in it is certain."""
    from ot_desktop.errors import ClinicError  # noqa: PLC0415  (lazy)
    from ot_desktop.planning.check import check  # noqa: PLC0415
    from ot_desktop.planning.format import read_instance  # noqa: PLC0415
    from ot_desktop.planning.open_places import find_place  # noqa: PLC0415
    from ot_desktop.planning.plan_file import read_plan  # noqa: PLC0415

    if options.may_move < 0:
        raise ClinicError("Give --may-move as a number from 0 up.")
    instance = read_instance(options.instance)
    plan = read_plan(options.plan, instance)
    broken = check(instance, plan)
    if broken:
        raise ClinicError(f"The plan breaks a rule, {broken[0].path}: {broken[0].text}.")
    found = find_place(instance, plan, options.child, options.k)
    facts: dict[str, Any] = {
        "child": options.child,
        "options": [_option_facts(option) for option in found],
    }
    if found:
        told = [f"{number}. {_sentence(option)}" for number, option in enumerate(found, 1)]
        return Answer(tuple(told), facts)
    return _otherwise(instance, plan, options, facts)


def _otherwise(
    instance: "Instance", plan: "Plan", options: Namespace, facts: dict[str, Any]
) -> Answer:
    """Say what there is where no whole place is free."""
    from ot_desktop.planning.more_places import partial_places, place_by_moving  # noqa: PLC0415

    told = ["There is no place beside the other children's."]
    made = place_by_moving(instance, plan, options.child, options.may_move)
    facts["by_moving"] = None
    if made is not None:
        told += [made.text, *(f"  {change.text}" for change in made.changes)]
        facts["by_moving"] = {
            **_option_facts(made.option),
            "families": list(made.families),
            "changes": [change.text for change in made.changes],
        }
    parts = partial_places(instance, plan, options.child, options.k)
    facts["partial"] = [_option_facts(option) for option in parts]
    told += [f"Fewer sessions: {_sentence(option)}" for option in parts]
    return Answer(tuple(told), facts)


def _option_facts(option: "Option") -> dict[str, Any]:
    from ot_desktop.planning.plan_file import session_facts  # noqa: PLC0415

    return {
        "points": option.points,
        "text": option.text,
        "drawbacks": list(option.drawbacks),
        "sessions": [session_facts(session) for session in option.sessions],
    }


def _sentence(option: "Option") -> str:
    """Return the place with its drawbacks in brackets."""
    return f"{option.text} ({'; '.join(option.drawbacks)})" if option.drawbacks else option.text
