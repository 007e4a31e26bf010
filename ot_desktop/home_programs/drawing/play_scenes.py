"""Play with small children, most of it on the floor."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things, things_more
from ot_desktop.home_programs.drawing import things_play as toys
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, TODDLER, Figure
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import DAD, Aid, Look
from ot_desktop.home_programs.drawing.scene import Scene

FLAP, CARTON = "#E9CDA6", "#D9B27F"


def roll_it_back(child: Look) -> Picture:
    """Show a toddler rolls a ball to a grown-up; both sit on the floor."""
    p = settings.room("green")
    dad = Figure(p, DAD, poses.LONG_SITTING, (206, 174), size=ADULT.times(0.95), facing=-1)
    dad.body(gaze=(-0.9, 0.4), mouth="laugh")
    small = Figure(p, child, poses.LONG_SITTING, (44, 174), size=TODDLER.times(0.9))
    small.body(gaze=(0.9, 0.3), mouth="laugh")
    things.ball(p, (106, 150), 1.4)
    small.left((80, 152))
    small.right((88, 140))
    dad.left((150, 124))
    p.arrow((108, 122), (122, 104), (138, 112))
    return p


def pot_and_spoon_band(child: Look) -> Picture:
    """Show a toddler drums on a pot with two wooden spoons."""
    p = settings.room("sand")
    small = Figure(p, child, poses.FEET_APART, (120, 170), size=TODDLER.times(1.15))
    small.body(gaze=(0, 0.7), mouth="laugh")
    toys.drum_pot(p, 120, 182, 36, 40)
    small.left((66, 118), elbow=(76, 142))
    small.right((176, 88), elbow=(172, 118))
    toys.long_spoon(p, (104, 138), (60, 112), things.WOOD)
    toys.long_spoon(p, (148, 122), (182, 80), things.WOOD)
    for x, y in ((66, 118), (176, 88)):
        p.circle(x, y, 9, child.skin)
    p.moves(((92, 128), (88, 120)), ((156, 138), (163, 133)))
    toys.note(p, 40, 66, 1.2)
    toys.note(p, 194, 50)
    return p


def box_tunnel(child: Look) -> Picture:
    """Show a toddler crawls out of a box that is open at both ends."""
    p = settings.room("green")
    p.polygon([(104, 64), (140, 52), (140, 158), (104, 172)], "#7A5A38")
    p.polygon([(140, 52), (172, 58), (172, 72), (140, 66)], FLAP)
    small = Figure(p, child, poses.CRAWLING, (146, 172), size=TODDLER.times(1.1))
    small.right((178, 166))
    small.body(gaze=(0.9, 0.1), mouth="laugh")
    small.left((150, 170))
    p.polygon([(104, 64), (140, 52), (58, 52), (22, 64)], FLAP)
    p.box(22, 64, (82, 108), CARTON)
    p.polygon([(22, 64), (6, 76), (6, 176), (22, 172)], FLAP)
    p.polygon([(104, 64), (120, 76), (120, 182), (104, 172)], FLAP)
    p.arrow((196, 158), (212, 162), (226, 158))
    return p


def paint_with_water(child: Look) -> Picture:
    """Show a child paints a wet line up an outside wall, a bucket of water beside."""
    p = settings.room("blue")
    p.circle(34, 36, 15, things.GOLD)
    p.moves(((34, 14), (34, 8)), ((56, 36), (62, 36)), ((50, 20), (54, 16)), ((50, 52), (54, 56)))
    p.box(162, 12, (64, 160), "#E3E9EC")
    p.stroke("M180 156 L180 62 M206 156 L206 44", line=17, color="#8DB5D3")
    p.box(164, 158, (60, 14), "#B9C6CF", line=2)
    small = Figure(p, child, poses.STANDING_SIDE, (108, 172), size=CHILD.times(0.95))
    small.left((78, 126))
    small.body(gaze=(0.9, -0.5))
    things.bucket(p, (36, 160), 0.6, things.RED)
    p.limb([(180, 66), (180, 88)], things.WOOD, 6)
    p.box(168, 56, (24, 10), "#8A97A0", round_by=2, line=2.2)
    p.path("M168 56 L192 56 L190 40 L170 40 Z", "#4E7FA3", line=2.2)
    small.right((178, 86), elbow=(148, 118))
    p.arrow((152, 80), (148, 58), (152, 38))
    return p


def toss_and_tidy(child: Look) -> Picture:
    """Show a child tosses a soft toy into a basket; balls wait on the floor."""
    p = settings.room("mint")
    small = Figure(p, child, poses.THROWING, (66, 172), size=CHILD)
    small.left((34, 124))
    small.body(gaze=(0.9, 0), mouth="laugh")
    small.right((112, 92))
    things_more.teddy(p, (194, 118), 0.9)
    things.basket(p, (192, 152), 1.25)
    with p.turned(-20, (140, 52)):
        things_more.teddy(p, (140, 52), 0.85, "#B9A7D9")
    p.arrow((166, 40), (190, 40), (194, 72))
    p.moves(((124, 66), (118, 72)), ((132, 74), (127, 81)))
    things.ball(p, (122, 166), 0.75, things.GOLD)
    things.ball(p, (26, 168), 0.7, things.BLUE)
    return p


def calm_nest(child: Look) -> Picture:
    """Show a child sits among cushions in a corner, eyes closed, and hugs a soft toy."""
    p = settings.room("lilac", None)
    light = settings.TINTS["lilac"][1]
    p.path(
        "M2 150 L120 132 L238 150 L238 172 Q238 188 222 188 L18 188 Q2 188 2 172 Z",
        light,
        color=None,
    )
    p.stroke("M4 150 L120 132 L236 150 M120 10 L120 132", line=2, color="#C3B3DA")
    for x, color, turn in ((66, things.GOLD, -14), (174, things.GREEN, 14), (120, things.SKY, 0)):
        with p.turned(turn, (x, 116)):
            things.cushion(p, (x, 116), 1.9, color)
    small = Figure(p, child, poses.CROSS_LEGGED, (120, 176), size=CHILD)
    small.body(gaze=(0, 0.4))
    toys.closed_eyes(small, (0, 0.4))
    things_more.teddy(p, (120, 145), 1.15)
    small.left((128, 166), elbow=(78, 160))
    small.right((112, 157), elbow=(162, 158))
    things.cushion(p, (40, 166), 1.1, things.RED)
    things_more.open_book(p, (202, 168), 0.75, things.BLUE)
    return p


SCENES = {
    "roll-it-back": Scene(roll_it_back, looks.BABY_ZURI),
    "pot-and-spoon-band": Scene(pot_and_spoon_band, looks.BABY_LI),
    "box-tunnel": Scene(box_tunnel, looks.BABY_LI),
    "paint-with-water": Scene(paint_with_water, replace(looks.RUBY, aid=Aid.WALKER)),
    "toss-and-tidy": Scene(toss_and_tidy, looks.AMA),
    "calm-nest": Scene(calm_nest, looks.HEARING_FINN),
}
