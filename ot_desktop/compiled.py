"""Where the engine's compiled modules are, if there are any made from today's sources.

They are kept apart from the sources, in a folder named for what they were made from, so that an
edited source is never hidden by what was made of it before: then the source itself runs, slower,
and gives the same plans.
"""

import os
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import source_hash
from pathlib import Path

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
SOURCES = Path(__file__).with_name("planning")
ALL = SOURCES / "_compiled"
SUFFIX = EXTENSION_SUFFIXES[0]
UNCOMPILED = "OT_DESKTOP_UNCOMPILED"  # set to anything: run the sources, to compare or to debug


def folder() -> Path:
    """Return the folder for modules compiled from today's sources; it may not be there."""
    texts = [
        path.read_bytes()
        for module in ("words", *MODULES)
        for path in (SOURCES / f"{module}.py", SOURCES / f"{module}.pxd")
    ]
    return ALL / f"{SUFFIX.split('.')[1]}-{source_hash(b''.join(texts)).hex()}"


def is_due() -> bool:
    """Say whether today's sources have not been compiled, nor tried in vain."""
    return SOURCES.is_dir() and not folder().is_dir()


def paths() -> list[str]:
    """Return where to look for the engine's modules before their sources."""
    if UNCOMPILED in os.environ or not ALL.is_dir():
        return []
    made = folder()
    return [str(made)] if (made / f"{MODULES[-1]}{SUFFIX}").exists() else []
