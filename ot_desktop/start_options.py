"""What the program was asked to do when it was started."""

from dataclasses import dataclass
from pathlib import Path

from ot_desktop.screen import has_screen


@dataclass(frozen=True, slots=True)
class StartOptions:
    """How to open the program; without a clinic it opens this computer's own one."""

    clinic: Path | None = None
    demo: bool = False
    out: Path | None = None
    headless: bool = False


def start_options(arguments: list[str]) -> StartOptions:
    """Read the command line; a mistake in it ends the program with status 2 and a sentence."""
    match arguments:  # as it is started every day; anything else may take its time
        case []:
            return StartOptions()
        case ["--clinic", folder]:
            return StartOptions(clinic=Path(folder))

    from argparse import ArgumentParser  # noqa: PLC0415

    parser = ArgumentParser(
        prog="ot-desktop",
        description="Intensives, session notes and home programs for pediatric therapy clinics.",
        epilog="Commands without a window: ot-desktop-cli, or python3 -m ot_desktop.cli.",
    )
    parser.add_argument("--clinic", type=Path, metavar="DIR", help="open the clinic in this folder")
    parser.add_argument("--demo", action="store_true", help="open a clinic of invented people")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="with --demo: walk through the program unseen and write its papers and pictures here",
    )
    given = parser.parse_args(arguments)
    if given.out and not given.demo:
        parser.error("--out goes with --demo: it says where the papers and pictures are written.")
    unseen = given.demo and (given.out is not None or not has_screen())
    return StartOptions(clinic=given.clinic, demo=given.demo, out=given.out, headless=unseen)
