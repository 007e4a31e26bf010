"""Whether there is a screen to open windows on."""

import os
import sys

_DRAWN_NOWHERE = ("offscreen", "minimal")


def has_screen() -> bool:
    """Say whether a person could see a window; Linux servers have no display to show one on."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return not platform.startswith(_DRAWN_NOWHERE)
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
