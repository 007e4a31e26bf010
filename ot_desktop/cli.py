"""Commands that need no window: ``ot-desktop-cli``, or ``python3 -m ot_desktop.cli``."""

import sys
from argparse import ArgumentParser

from ot_desktop import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when done and 1 when refused, exit with 2 on wrong usage."""
    parser = ArgumentParser(prog="ot-desktop-cli", description="Commands that need no window.")
    parser.add_argument("--version", action="version", version=f"OT Desktop {__version__}")
    parser.parse_args(arguments)
    return 0


if __name__ == "__main__":
    # A checkout is set up before anything above may import what has to be installed.
    from ot_desktop.setting_up import enter

    enter(window=False)
    sys.exit(main())
