"""``plan``: find places for the children of an instance file and write the plan."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ot_desktop.commands.answer import Answer

if TYPE_CHECKING:
    from ot_desktop.planning.domain import Plan


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("instance", type=Path, help="the file with children, therapists and rooms")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PLAN", required=True, help="the plan goes here"
    )
    parser.add_argument(
        "--seconds", type=float, default=10.0, metavar="N", help="how long to search (10)"
    )
    parser.add_argument(
        "--workers", type=int, default=2, metavar="N", help="processes that search at once (2)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another number, another search (1)"
    )
    parser.add_argument(
        "--iterations",
        type=int,
        metavar="N",
        help="search so many moves instead: the same plan every time",
    )


def run(options: Namespace) -> Answer:
    """Read, search, check and write; a plan that breaks a rule is never written."""
    from ot_desktop.errors import ClinicError  # noqa: PLC0415  (lazy)
    from ot_desktop.planning.check import check  # noqa: PLC0415
    from ot_desktop.planning.format import read_instance  # noqa: PLC0415
    from ot_desktop.planning.plan_file import write_plan  # noqa: PLC0415
    from ot_desktop.planning.planner import plan  # noqa: PLC0415

    instance = read_instance(options.instance)
    if options.seconds < 0 or (options.iterations or 0) < 0 or options.workers < 1:
        raise ClinicError("Give --seconds and --iterations from 0 up, and --workers from 1 up.")
    found = plan(
        instance,
        seconds=options.seconds,
        iterations=options.iterations,
        workers=options.workers,
        seed=options.seed,
    )
    broken = check(instance, found)
    if broken:
        raise AssertionError(f"the planner broke a rule: {broken[0]}")
    write_plan(found, options.output)
    placed = len(instance.children) - len(found.unplaced)
    facts: dict[str, Any] = {
        "plan": str(options.output),
        "score": found.score,
        "bound": found.bound,
        "children": placed,
        "of_children": len(instance.children),
        "sessions": len(found.sessions),
        "unplaced": list(found.unplaced),
        "seconds": found.seconds,
        "seed": found.seed,
        "solver": found.solver,
    }
    return Answer(_sentences(facts, found), facts)


def _sentences(facts: dict[str, Any], found: "Plan") -> tuple[str, ...]:
    from ot_desktop.planning.bound import gap_text  # noqa: PLC0415  (lazy)

    placed = f"{facts['children']} of {facts['of_children']} children have a place"
    points = f"{found.score} points"
    if found.score is not None and found.bound is not None:
        points = f"{points}, {gap_text(found.score, found.bound)}"
    told = [
        f"{placed}, {facts['sessions']} sessions, {points}.",
        f"The plan is in {facts['plan']}.",
    ]
    if found.unplaced:
        told.append("Without a place:")
    for child, reasons in found.unplaced.items():
        told.append(f"  {child}: {reasons[0].text}" if reasons else f"  {child}")
    return tuple(told)
