"""``drawings``: every drawing of the activity library on one contact sheet."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ot_desktop.commands.answer import Answer


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PDF", required=True, help="the sheet goes here"
    )
    parser.add_argument("--gray", action="store_true", help="as a printer without color has them")
    parser.add_argument("--a4", action="store_true", help="on A4 paper (letter)")


def run(options: Namespace) -> Answer:
    """Draw them 40 mm wide, as small as a chart prints them; needs no clinic."""
    from ot_desktop.errors import ClinicError  # noqa: PLC0415  (lazy)
    from ot_desktop.home_programs import library  # noqa: PLC0415
    from ot_desktop.home_programs.handout.contact_sheet import contact_sheet  # noqa: PLC0415
    from ot_desktop.paper.page import PageSize, Paper  # noqa: PLC0415

    size = PageSize.A4 if options.a4 else PageSize.LETTER
    try:
        options.output.write_bytes(contact_sheet(Paper(size, is_gray=options.gray)))
    except OSError as fault:
        raise ClinicError(f"{options.output} could not be written: {fault.strerror}.") from fault
    count = len(library.all_activities())
    facts = {"sheet": str(options.output), "drawings": count}
    return Answer((f"{count} drawings are in {options.output}.",), facts)
