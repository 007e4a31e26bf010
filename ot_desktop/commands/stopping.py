"""Ctrl C while something is looked for: once to have the best so far, twice to have nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIGINT, default_int_handler, signal
from types import FrameType


@contextmanager
def stop_asked() -> Iterator[Callable[[], bool]]:
    """Return what says whether somebody has pressed Ctrl C since."""
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            default_int_handler(number, frame)
        asked = True

    before = signal(SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal(SIGINT, before)
