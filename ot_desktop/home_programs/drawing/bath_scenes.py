"""Bath time for small children: water, cups, toys and the first toothbrush."""

from ot_desktop.home_programs.drawing import looks
from ot_desktop.home_programs.drawing import things_bath as bath
from ot_desktop.home_programs.drawing.figure import TODDLER, Figure
from ot_desktop.home_programs.drawing.kit import Picture, Point, curve
from ot_desktop.home_programs.drawing.looks import DAD, MOM, Look
from ot_desktop.home_programs.drawing.people import arm, bust, hand, head, trunk
from ot_desktop.home_programs.drawing.poses import FEET_APART
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.settings import room, tiles, tub
from ot_desktop.home_programs.drawing.things import ball, spoon, toothbrush
from ot_desktop.home_programs.drawing.things_bath import Bather
from ot_desktop.home_programs.drawing.things_more import star, teddy

FOAM_EDGE = "#8FB6D6"


def _bathroom() -> Picture:
    p = room("blue", None)
    tiles(p)
    return p


def pour_and_fill(child: Look) -> Picture:
    """Show a toddler pours from a big cup into a small one."""
    p = _bathroom()
    who = Bather(p, child, (82, 64), size=TODDLER)
    who.body(gaze=(0.9, 0.3))
    who.left((134, 102), elbow=(88, 128))
    tub(p)
    bath.stream(p, (160, 50), (149, 88))
    bath.beaker(p, (150, 93), 1.05, color="#F2C14E")
    hand(p, (138, 100), child, r=8)
    bath.beaker(p, (184, 46), 1.6, tilt=-64)
    who.right((180, 62), elbow=(146, 104))
    p.arrow((220, 48), (222, 20), (196, 12))
    return p


def kick_kick_stop(child: Look) -> Picture:
    """Show a toddler kicks the water, a grown-up's hand behind the back."""
    p = _bathroom()
    swimmer = bath.in_swimwear(child)
    bust(p, (46, 76), 118, MOM, half=30)
    head(p, (44, 50), 24, MOM, gaze=(0.9, 0.4))
    _splash(p, (186, 84))
    arm(p, [(52, 96), (62, 112), (84, 98)], MOM, width=14)
    p.limb([(120, 130), (150, 104), (182, 94)], swimmer.shade, 15)
    p.hull((186, 94), 8, (191, 80), 7, swimmer.shade)
    trunk(p, (102, 98), (108, 118), swimmer.shirt, wide=(16, 18))
    p.limb([(116, 130), (142, 90), (168, 66)], swimmer.skin, 15)
    p.hull((172, 64), 8, (174, 50), 7, swimmer.skin)
    head(p, (102, 60), 27, swimmer, gaze=(0.7, 0.1), mouth="laugh")
    arm(p, [(110, 96), (122, 104), (124, 112)], swimmer, width=12)
    tub(p, foam=False)
    p.moves(((196, 48), (204, 42)), ((194, 60), (205, 60)), ((184, 38), (188, 29)))
    return p


def _splash(p: Picture, at: Point) -> None:
    x, y = at
    p.path(
        curve(
            at,
            1,
            "M-36 34 C-44 10 -34 0 -30 -12 C-26 4 -18 6 -12 14 C-10 0 -4 -8 0 -18 "
            "C4 -6 10 2 14 12 C18 4 26 0 32 -12 C34 4 40 14 34 34 Z",
        ),
        bath.WATER,
        color="#3F7FB5",
    )
    for dx, dy, turn in ((-40, -22, -20), (40, -18, 30), (28, -30, 20), (-4, -60, -20)):
        bath.drop(p, (x + dx, y + dy), 1, turn)


def look_up_and_rinse(child: Look) -> Picture:
    """Show a child looks up at a star while a grown-up rinses the hair."""
    p = _bathroom()
    star(p, (206, 38), 1.5)
    bust(p, (46, 76), 118, DAD, half=30)
    head(p, (42, 50), 24, DAD, gaze=(0.9, 0.3))
    who = Bather(p, child, (136, 74))
    who.body(gaze=(0.6, -1), tilt=-12)
    with p.turned(-8, (136, 56)):
        p.box(116, 47, (44, 14), "#F4A9A0", round_by=5)
    bath.stream(p, (104, 36), (116, 58), wide=9)
    for at in ((104, 72), (100, 88), (110, 102)):
        bath.drop(p, at)
    who.right((160, 54), elbow=(200, 106))
    bath.beaker(p, (88, 28), 1.2, tilt=66, color="#5E9BD1")
    arm(p, [(66, 94), (88, 80), (80, 38)], DAD, width=14)
    tub(p)
    p.stroke("M176 56 l4 -3 M184 51 l4 -2", line=2.4)
    return p


def brush_the_bear(child: Look) -> Picture:
    """Show a toddler brushes the teeth of a toy bear."""
    p = room("blue")
    teddy(p, (174, 122), 1.8)
    p.path("M160 104 C164 100 184 100 188 104 C190 118 158 118 160 104 Z", "#8E3B3B", line=2)
    p.box(164, 102, (20, 6), "#FFFFFF", round_by=2, line=1.8)
    p.stroke("M171 102 l0 6 M177 102 l0 6", line=1.4)
    who = Figure(p, child, FEET_APART, (72, 164), size=TODDLER.times(1.15))
    who.body(gaze=(0.9, 0.3), mouth="laugh")
    with p.turned(86, (150, 118)):
        toothbrush(p, (150, 118), 1.5, "#E8685A")
    who.right((126, 120))
    who.left((36, 140))
    p.moves(((210, 92), (219, 88)), ((211, 102), (221, 102)))
    return p


def wash_the_doll(child: Look) -> Picture:
    """Show a child in the bath washes a doll."""
    p = _bathroom()
    who = Bather(p, child, (72, 64))
    who.body(gaze=(0.9, 0.3))
    with p.turned(8, (148, 90)):
        bath.doll(p, (148, 58), 1.4)
    who.left((126, 102), elbow=(76, 134))
    tub(p)
    bath.washcloth(p, (152, 76), 1)
    who.right((146, 78), elbow=(120, 116))
    bath.puff(p, (172, 96), 0.6)
    bath.puff(p, (174, 74), 0.65)
    bath.drop(p, (190, 104))
    p.moves(((192, 62), (200, 57)), ((194, 72), (204, 72)), ((192, 82), (200, 87)))
    return p


def will_it_float(child: Look) -> Picture:
    """Show a child watches a ball float and a spoon lie at the bottom."""
    p = _bathroom()
    who = Bather(p, child, (84, 58))
    who.body(gaze=(0.9, 0.8))
    tub(p, foam=False)
    water = "M36 140 C50 146 60 134 74 140 C88 146 98 134 112 140 C126 146 136 134 150 140 "
    water += "C164 146 174 134 188 140 C194 142 200 141 206 140 L201 158 C198 168 190 171 178 171 "
    p.path(water + "L62 171 C50 171 42 168 40 158 Z", bath.WATER, color="#3F7FB5")
    ball(p, (164, 132), 1.25)
    p.path(
        "M142 141 C152 146 159 137 165 141 C173 145 178 137 188 140 L184 156 L146 156 Z",
        bath.WATER,
        line=0,
        color=None,
    )
    p.stroke("M142 141 C152 146 159 137 165 141 C173 145 178 137 188 140", color="#3F7FB5")
    with p.turned(82, (98, 160)):
        spoon(p, (98, 160), 1.1)
    who.right((150, 92))
    p.arrow((182, 84), (192, 98), (180, 116))
    return p


SCENES = {
    "pour-and-fill": Scene(pour_and_fill, looks.BABY_LI),
    "kick-kick-stop": Scene(kick_kick_stop, looks.BABY_JO),
    "look-up-and-rinse": Scene(look_up_and_rinse, looks.NIA),
    "brush-the-bear": Scene(brush_the_bear, looks.BABY_ZURI),
    "wash-the-doll": Scene(wash_the_doll, looks.FINN),
    "will-it-float": Scene(will_it_float, looks.KENJI),
}
