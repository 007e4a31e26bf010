"""A scene: how to draw one activity, and the child it was drawn with."""

from collections.abc import Callable
from dataclasses import dataclass

from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import Look


@dataclass(frozen=True, slots=True)
class Scene:
    """How to draw an activity, and with whom unless the child's own look is given."""

    paint: Callable[[Look], Picture]
    child: Look
