"""``place``: the best places for one child beside everybody else's, nobody else moved."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ot_desktop.commands.answer import Answer


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("instance", type=Path, help="the file with children, therapists and rooms")
    parser.add_argument("plan", type=Path, help="the plan for it")
    parser.add_argument("--child", required=True, metavar="ID", help="who needs a place")
    parser.add_argument(
        "-k", type=int, default=5, metavar="N", help="how many different places at most (5)"
    )


def run(options: Namespace) -> Answer:
    """Find the places; a plan that breaks a rule is refused, for no place in it is certain."""
    from ot_desktop.errors import ClinicError  # noqa: PLC0415  (lazy)
    from ot_desktop.planning.check import check  # noqa: PLC0415
    from ot_desktop.planning.format import read_instance  # noqa: PLC0415
    from ot_desktop.planning.plan_file import read_plan, session_facts  # noqa: PLC0415
    from ot_desktop.planning.planner import find_place  # noqa: PLC0415

    instance = read_instance(options.instance)
    plan = read_plan(options.plan, instance)
    broken = check(instance, plan)
    if broken:
        raise ClinicError(f"The plan breaks a rule, {broken[0].path}: {broken[0].text}.")
    found = find_place(instance, plan, options.child, options.k)
    facts = {
        "child": options.child,
        "options": [
            {
                "points": option.points,
                "text": option.text,
                "sessions": [session_facts(session) for session in option.sessions],
            }
            for option in found
        ],
    }
    told = tuple(f"{number}. {option.text}" for number, option in enumerate(found, 1))
    return Answer(told or ("There is no place beside the other children's.",), facts)
