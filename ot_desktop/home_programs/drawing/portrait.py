"""One child alone, for whoever chooses how the child looks in the drawings."""

from ot_desktop.home_programs.drawing import looks, poses, settings
from ot_desktop.home_programs.drawing.figure import CHILD, Figure
from ot_desktop.home_programs.drawing.own_look import OwnLook


def portrait(own: OwnLook) -> str:
    """Return the SVG of the child, seen from the front."""
    p = settings.room("mint", 174)
    child = own.in_clothes_of(looks.MATEO)
    one = Figure(p, child, poses.STANDING, (120, 176), size=CHILD.times(1.02))
    one.body()
    one.rest(-1, 1)
    return p.svg()
