"""One child alone: for whoever chooses the look, and waving beside a page's title."""

from ot_desktop.home_programs.drawing import looks, poses, settings
from ot_desktop.home_programs.drawing.figure import CHILD, Figure
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.drawing.people import hand, head


def portrait(own: OwnLook) -> str:
    """Return the SVG of the child, seen from the front."""
    p = settings.room("mint", 174)
    child = own.in_clothes_of(looks.MATEO)
    one = Figure(p, child, poses.STANDING, (120, 176), size=CHILD.times(1.02))
    one.body()
    one.rest(-1, 1)
    return p.svg()


def waving(own: OwnLook) -> str:
    """Return the SVG of the child waving, as big as ``wave.svg``."""
    p = Picture(size=(124, 132))
    child = own.in_clothes_of(looks.MATEO)
    p.limb([(64, 96), (84, 92), (92, 72), (96, 50)], child.skin, 13)
    hand(p, (97, 44), child, r=9.5)
    p.path("M18 132 C18 96 30 82 50 82 C70 82 82 96 82 132 Z", child.shirt)
    head(p, (50, 52), 29, child)
    p.stroke("M112 34 q5 8 2 16 M86 26 q6 -5 14 -3", line=2.4)
    return p.svg()
