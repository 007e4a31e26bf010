"""``import-plan``: keep a plan file as a new plan of an intensive."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ot_desktop.commands.answer import Answer


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("plan", type=Path, help="the plan, made for an export of this intensive")
    parser.add_argument(
        "--program", type=int, required=True, metavar="ID", help="the intensive's number"
    )


def run(options: Namespace) -> Answer:
    """Check the plan against the clinic as it is now; one that breaks a rule is not kept."""
    from ot_desktop.commands.opening import open_clinic  # noqa: PLC0415  (lazy)
    from ot_desktop.errors import ClinicError  # noqa: PLC0415
    from ot_desktop.planning.check import check  # noqa: PLC0415
    from ot_desktop.planning.plan_file import read_plan  # noqa: PLC0415

    with open_clinic(options) as services:
        plans = services.programs.plans
        instance = plans.instance(options.program)
        plan = read_plan(options.plan, instance)
        broken = check(instance, plan)
        if broken:
            raise ClinicError(
                f"The plan breaks a rule, {broken[0].path}: {broken[0].text}. Nothing was kept."
            )
        plan_id = plans.keep(options.program, plan)
        name = next(each.name for each in plans.of(options.program) if each.id == plan_id)
    facts = {"plan": plan_id, "name": name, "sessions": len(plan.sessions)}
    return Answer((f"Kept as {name}: {facts['sessions']} sessions.",), facts)
