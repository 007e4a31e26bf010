"""Where the engine's compiled modules are, if there are any made from today's sources.

They are kept apart from the sources, in a folder named for what they were made from, so that an
edited source is never hidden by what was made of it before: then the source itself runs, slower,
and gives the same plans.
"""

import os.path
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import source_hash

MODULES = (
    "masks",
    "tables",
    "service_points",
    "holders",
    "state",
    "offers",
    "double_sessions",
    "week_choice",
    "day_share",
    "teams",
    "response",
    "child_places",
    "price_tables",
)
SOURCES = os.path.join(os.path.dirname(__file__), "planning")
ALL = os.path.join(SOURCES, "_compiled")
SUFFIX = EXTENSION_SUFFIXES[0]
UNCOMPILED = "OT_DESKTOP_UNCOMPILED"  # set to anything: run the sources, to compare or to debug


def folder() -> str:
    """Return the folder for modules compiled from today's sources; it may not be there."""
    texts = [_bytes_of(module + kind) for module in ("words", *MODULES) for kind in (".py", ".pxd")]
    return os.path.join(ALL, f"{SUFFIX.split('.')[1]}-{source_hash(b''.join(texts)).hex()}")


def _bytes_of(name: str) -> bytes:
    with open(os.path.join(SOURCES, name), "rb") as file:
        return file.read()


def is_due() -> bool:
    """Say whether today's sources have not been compiled, nor tried in vain."""
    return os.path.isdir(SOURCES) and not os.path.isdir(folder())


def paths() -> list[str]:
    """Return where to look for the engine's modules before their sources."""
    if UNCOMPILED in os.environ or not os.path.isdir(ALL):
        return []
    made = folder()
    return [made] if os.path.exists(os.path.join(made, MODULES[-1] + SUFFIX)) else []
