"""``paper``: make a paper for a family, as the program would print it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ot_desktop.commands.answer import Answer

if TYPE_CHECKING:
    from ot_desktop.home_programs.draft import PaperChoice
    from ot_desktop.services import Services

KINDS = ("home-program", "routine-sheets", "chart", "missed", "summary", "schedule")
_LARGE_PT = 18.0


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--kind", choices=KINDS, required=True, help="which paper")
    parser.add_argument("--child", type=int, required=True, metavar="ID", help="the child's number")
    parser.add_argument("--language", choices=("en", "es"), default="en", help="the family's")
    parser.add_argument("--size", choices=("letter", "a4"), help="the clinic's own without it")
    parser.add_argument("--grey", "--gray", action="store_true", help="for a printer without color")
    parser.add_argument("--large", action="store_true", help="letters of 18 points")
    parser.add_argument(
        "--blank-lines", action="store_true", help="leave missing words to be written by hand"
    )
    parser.add_argument(
        "--tick-boxes", action="store_true", help="boxes that can be ticked on a tablet"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", required=True, help="the PDF goes here"
    )


def run(options: Namespace) -> Answer:
    """Make the paper, keep in the activity log that it was made, and write the file."""
    from ot_desktop.commands.opening import open_clinic  # noqa: PLC0415  (lazy)
    from ot_desktop.errors import ClinicError  # noqa: PLC0415
    from ot_desktop.home_programs.page_pictures import count_pages  # noqa: PLC0415

    with open_clinic(options) as services:
        pdf, is_suggested = _made(services, options)
    try:
        options.output.write_bytes(pdf)
    except OSError as error:
        raise ClinicError(f"{options.output} could not be written: {error.strerror}.") from error
    pages = count_pages(pdf)
    facts = {
        "paper": str(options.output),
        "kind": options.kind,
        "child": options.child,
        "language": options.language,
        "pages": pages,
        "suggested": is_suggested,
    }
    told = [f"The paper is {options.output}, {pages} {'page' if pages == 1 else 'pages'}."]
    if is_suggested:
        told.append("This child has no home program yet. The activities are suggestions.")
    return Answer(tuple(told), facts)


def _made(services: "Services", options: Namespace) -> tuple[bytes, bool]:
    from ot_desktop.home_programs.handouts import HandoutKind  # noqa: PLC0415  (lazy)

    choice = _choice(services, options)
    if options.kind == "schedule":
        return _schedule(services, options.child, choice), False
    if options.kind == "summary":
        return services.family_summaries.make(options.child, choice).pdf, False
    made = services.handouts.make(HandoutKind(options.kind), options.child, choice)
    return made.pdf, made.is_suggested


def _schedule(services: "Services", child_id: int, choice: "PaperChoice") -> bytes:
    from ot_desktop.scheduling.paper import print_family_calendars  # noqa: PLC0415  (lazy)

    series_id = services.family_papers.series_to_print(child_id)
    calendars = services.family_papers.calendars(series_id, choice.language)
    pdf = print_family_calendars(calendars, choice.paper)
    services.family_papers.note_printed(series_id)
    return pdf


def _choice(services: "Services", options: Namespace) -> "PaperChoice":
    from ot_desktop.home_programs.draft import USUAL_BODY_PT, PaperChoice  # noqa: PLC0415  (lazy)
    from ot_desktop.paper.page import PageSize  # noqa: PLC0415

    size = PageSize(options.size) if options.size else services.settings.clinic().settings.paper
    return PaperChoice(
        size=size,
        is_gray=options.grey,
        body_pt=_LARGE_PT if options.large else USUAL_BODY_PT,
        language=options.language,
        blank_lines=options.blank_lines,
        can_tick=options.tick_boxes,
    )
