"""Starts the program with ``python3 -m ot_desktop``, from a bare checkout too."""

import gc
import os
import sys


def main() -> int:
    """Open the program's window, or walk the demo clinic unseen; return the exit status."""
    gc.disable()  # what a start makes, stays; the program turns it on once it stands
    from ot_desktop.start_options import start_options  # noqa: PLC0415  (after the set-up)

    options = start_options(sys.argv[1:])
    if options.headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif _cannot_show_a_window():
        sys.exit(
            "There is no screen to open a window on. Add --demo to walk the demo clinic unseen, "
            "or use ot-desktop-cli for commands."
        )
    try:
        # The only arrow that points up: imported late so that `ot_desktop` stays free of Qt.
        from ui.app import run  # noqa: PLC0415
    except ImportError:
        _say_what_qt_lacks()
        raise
    return run(options)


def _cannot_show_a_window() -> bool:
    from ot_desktop.screen import has_screen  # noqa: PLC0415  (after the set-up)

    return not has_screen() and "QT_QPA_PLATFORM" not in os.environ


def _say_what_qt_lacks() -> None:
    """End with the command that helps when it is the system's own libraries that are missing."""
    from ot_desktop.setting_up.system_packages import (  # noqa: PLC0415  (the start failed)
        advice,
        missing,
    )

    lacking = missing(environment=False, window=True, screen=False)
    if lacking:
        sys.exit(advice(lacking))


if __name__ == "__main__":
    from ot_desktop.setting_up import enter

    enter()
    sys.exit(main())
