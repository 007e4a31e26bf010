"""``demo``: make a clinic of invented people to try things on."""

from argparse import ArgumentParser, Namespace
from datetime import date

from ot_desktop.commands.answer import Answer


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another number, another clinic (1)"
    )
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day the clinic stands at (today)",
    )


def run(options: Namespace) -> Answer:
    """Make the demo clinic in a folder of its own, never beside real data."""
    from ot_desktop.clock import now_local, today  # noqa: PLC0415  (lazy)
    from ot_desktop.demo.clinic import MORNING, PASSWORD, make_demo_clinic  # noqa: PLC0415
    from ot_desktop.errors import ClinicError  # noqa: PLC0415
    from ot_desktop.paths import ClinicFolder  # noqa: PLC0415

    if options.clinic is None:
        raise ClinicError("Say where the demo clinic goes: --clinic DIR, an empty folder.")
    made_on = options.on or today()
    now = now_local().time() if made_on == today() else MORNING
    make_demo_clinic(ClinicFolder(options.clinic), made_on, options.seed, now=now)
    return Answer(
        (
            f"The demo clinic is in {options.clinic}. Everybody's password: {PASSWORD}",
            f"Open it: ot-desktop --clinic {options.clinic}",
        ),
        {
            "clinic": str(options.clinic),
            "seed": options.seed,
            "made_on": made_on.isoformat(),
            "password": PASSWORD,
        },
    )
