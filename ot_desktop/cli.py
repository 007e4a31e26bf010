"""Commands that need no window: ``ot-desktop-cli``, or ``python3 -m ot_desktop.cli``."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ot_desktop import __version__
from ot_desktop.errors import ClinicError

if TYPE_CHECKING:
    from ot_desktop.commands.answer import Answer

COMMANDS = {
    "init": ("init", "set up a clinic with its owner; shows the recovery key once"),
    "demo": ("demo", "make a clinic of invented people to try things on"),
    "import": ("import_children", "bring in a caseload from a CSV or XLSX file"),
    "check": ("check", "check every page and table of the clinic's file"),
    "paper": ("paper", "make a paper for a family as a PDF file"),
    "backup": ("backup", "make a checked, encrypted copy of the clinic"),
    "plan": ("plan", "find places in an intensive program for the children of a file"),
    "check-plan": ("check_plan", "check every rule and the points of a plan file"),
    "place": ("place", "find places for one more child beside a plan"),
    "explain": ("explain", "say why children are left out of a plan and what would help"),
    "export-instance": ("export_instance", "write an intensive as a file the planner reads"),
    "activities": ("activities", "list the activity library: built-in, or a clinic's own"),
    "drawings": ("drawings", "print every drawing of the activity library on a contact sheet"),
    "import-plan": ("import_plan", "keep a plan file as a new plan of an intensive"),
}
DESCRIPTION = """\
Commands for OT Desktop that need no window.

A clinic is a folder: clinic.db (encrypted), clinic.keys, settings.ini, backups/.
Without --clinic the commands use the clinic of this computer. The password comes
from the first line of --password-file, or is asked for on the terminal.
"""
EPILOG = """\
examples:
  ot-desktop-cli demo --clinic try-it
  ot-desktop-cli init --clinic clinic --name "Juniper Lane" --owner "Rosalind Achebe"
  ot-desktop-cli import caseload.csv --dry-run --errors to-correct.csv
  ot-desktop-cli backup --to /media/stick --json

exit status: 0 done, 1 refused with a sentence, 2 wrong usage
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when done and 1 when refused, exit with 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        answer = _run(options)
    except ClinicError as refusal:
        return _refuse(options, str(refusal))
    except KeyboardInterrupt:
        return _refuse(options, "Stopped. Nothing more was done.")
    _print(options, answer)
    return answer.status


def _run(options: Namespace) -> "Answer":
    from db.faults import StorageFault  # noqa: PLC0415  (help and usage need no database)

    try:
        answer: Answer = import_module(options.module).run(options)
    except StorageFault as fault:
        raise ClinicError(str(fault)) from fault
    return answer


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="ot-desktop-cli",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"OT Desktop {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (module, summary) in COMMANDS.items():
        path = f"ot_desktop.commands.{module}"
        command = commands.add_parser(name, help=summary, description=_sentence(summary))
        import_module(path).arguments(command)
        _common(command)
        command.set_defaults(module=path)
    return parser


def _common(parser: ArgumentParser) -> None:
    """Add what every command takes."""
    common = parser.add_argument_group("which clinic, and how to answer")
    common.add_argument("--clinic", type=Path, metavar="DIR", help="the clinic's folder")
    common.add_argument(
        "--password-file", type=Path, metavar="FILE", help="the password is its first line"
    )
    common.add_argument("--user", metavar="NAME", help="who signs in (the owner)")
    common.add_argument("--json", action="store_true", help="answer with one JSON object")


def _sentence(summary: str) -> str:
    return f"{summary[0].upper()}{summary[1:]}."


def _print(options: Namespace, answer: "Answer") -> None:
    if options.json:
        _print_json(answer.facts)
        return
    to = sys.stdout if answer.status == 0 else sys.stderr
    print("\n".join(answer.sentences), file=to)


def _refuse(options: Namespace, sentence: str) -> int:
    if options.json:
        _print_json({"error": sentence})
    else:
        print(sentence, file=sys.stderr)
    return 1


def _print_json(facts: dict[str, object]) -> None:
    import json  # noqa: PLC0415  (only where a program listens)

    print(json.dumps(facts, ensure_ascii=False))


if __name__ == "__main__":
    # A checkout is set up before anything above may import what has to be installed.
    from ot_desktop.setting_up import enter

    enter(window=False)
    sys.exit(main())
