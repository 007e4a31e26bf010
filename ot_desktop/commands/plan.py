"""``plan``: find places for the children of an instance file and write the plan.

Ctrl C ends the search; the best plan so far is written. An instance that holds a published plan is
repaired instead.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ot_desktop.commands.answer import Answer
from ot_desktop.commands.planned import facts_of

if TYPE_CHECKING:
    from ot_desktop.planning.domain import Instance, Plan


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
    parser.add_argument(
        "--may-move",
        type=int,
        default=0,
        metavar="N",
        help="repair a published plan by asking up to so many other families to move (0)",
    )


def run(options: Namespace) -> Answer:
    """Read, search, check and write; a plan that breaks a rule is never written."""
    from ot_desktop.commands.stopping import stop_asked  # noqa: PLC0415  (lazy)
    from ot_desktop.errors import ClinicError  # noqa: PLC0415
    from ot_desktop.planning.check import check  # noqa: PLC0415
    from ot_desktop.planning.format import read_instance  # noqa: PLC0415
    from ot_desktop.planning.plan_file import write_plan  # noqa: PLC0415
    from ot_desktop.planning.planner import plan  # noqa: PLC0415

    instance = read_instance(options.instance)
    if options.seconds < 0 or (options.iterations or 0) < 0 or options.workers < 1:
        raise ClinicError("Give --seconds and --iterations from 0 up, and --workers from 1 up.")
    if options.may_move < 0:
        raise ClinicError("Give --may-move as a number from 0 up.")
    if instance.published is not None:
        from ot_desktop.commands.repairing import mend  # noqa: PLC0415

        return mend(instance, instance.published, options)
    with stop_asked() as asked:
        found = plan(
            instance,
            seconds=options.seconds,
            iterations=options.iterations,
            workers=options.workers,
            seed=options.seed,
            cancel=asked,
        )
    broken = check(instance, found)
    if broken:
        raise AssertionError(f"the planner broke a rule: {broken[0]}")
    write_plan(found, options.output)
    early = ["Stopped early: this is the best plan so far."] if asked() else []
    return Answer(
        (*early, *_sentences(instance, found, options.output), *_unplaced_lines(found)),
        facts_of(instance, found, options.output) | {"stopped": asked()},
    )


def _unplaced_lines(plan: "Plan") -> list[str]:
    """Return who has no place and why, one line each under a heading."""
    told = ["Without a place:"] if plan.unplaced else []
    for child, reasons in plan.unplaced.items():
        told.append(f"  {child}: {reasons[0].text}" if reasons else f"  {child}")
    return told


def _sentences(instance: "Instance", found: "Plan", path: Path) -> tuple[str, ...]:
    from ot_desktop.planning.bound import gap_text  # noqa: PLC0415  (lazy)

    placed = len(instance.children) - len(found.unplaced)
    children = f"{placed} of {len(instance.children)} children have a place"
    points = f"{found.score} points"
    if found.score is not None and found.bound is not None:
        points = f"{points}, {gap_text(found.score, found.bound)}"
    return f"{children}, {len(found.sessions)} sessions, {points}.", f"The plan is in {path}."
