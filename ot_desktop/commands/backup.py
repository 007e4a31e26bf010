"""``backup``: a checked, encrypted copy of the clinic that the same passwords open."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ot_desktop.commands.answer import Answer


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--to", type=Path, metavar="DIR", help="where the copy goes (the clinic's own backups)"
    )


def run(options: Namespace) -> Answer:
    """Make one backup; none is ever deleted."""
    from ot_desktop.commands.opening import open_clinic  # noqa: PLC0415  (lazy)

    with open_clinic(options) as services:
        backup = services.backup.back_up(options.to)
    return Answer(
        (f"The backup is in {backup.folder}. It was opened again and checked.",),
        {"backup": str(backup.folder), "made_at": backup.made_at.isoformat(timespec="seconds")},
    )
