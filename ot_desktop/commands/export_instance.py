"""``export-instance``: write an intensive of a clinic as a file the planner reads."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ot_desktop.commands.answer import Answer


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--program", type=int, required=True, metavar="ID", help="the intensive's number"
    )
    parser.add_argument(
        "--plan", type=int, metavar="ID", help="hand a plan over too; locked sessions stay"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", required=True, help="the file goes here"
    )


def run(options: Namespace) -> Answer:
    """Describe program and clinic and write the file; names of children are in it."""
    from ot_desktop.commands.opening import open_clinic  # noqa: PLC0415  (lazy)
    from ot_desktop.planning.instance_file import write_instance  # noqa: PLC0415

    with open_clinic(options) as services:
        instance = services.programs.plans.instance(options.program, options.plan)
    write_instance(instance, options.output)
    facts = {
        "instance": str(options.output),
        "name": instance.name,
        "children": len(instance.children),
        "therapists": len(instance.therapists),
        "sessions": sum(
            service.sessions for child in instance.children for service in child.services
        ),
    }
    told = f"{facts['children']} children want {facts['sessions']} sessions."
    return Answer((told, f"The file is {options.output}. It names children: keep it safe."), facts)
