"""Play with children who go to school."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things, things_more
from ot_desktop.home_programs.drawing import things_play as toys
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, TODDLER, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import DAD, FINN, MOM, Aid, Hair, Look
from ot_desktop.home_programs.drawing.people import hand
from ot_desktop.home_programs.drawing.scene import Scene

_RED_MOM = replace(looks.RUBY, style=Hair.LONG, shirt="#6FB38A", trousers="#4A5B8C")
CARTON = "#D9B27F"


def hair_salon(child: Look) -> Picture:
    """Show a child brushes the hair of a grown-up who sits low before a mirror."""
    p = settings.room("pink")
    settings.mirror(p, (210, 56), (44, 70))
    settings.stool(p, (142, 142), 1.1)
    mom = Figure(p, _RED_MOM, poses.ON_CHAIR, (142, 142), size=ADULT.times(0.82))
    mom.right((184, 120), is_far=True)
    mom.body(gaze=(0.6, 0.1))
    mom.left((176, 124))
    small = Figure(p, child, poses.STANDING_SIDE, (50, 174), size=CHILD)
    small.right((112, 106), is_far=True)
    small.body(gaze=(0.9, 0))
    with p.turned(168, (116, 68)):
        things.hairbrush(p, (116, 68), 1.25)
    small.left((112, 56), elbow=(86, 104))
    return p


def tape_road(child: Look) -> Picture:
    """Show a child drives a toy car on a road of tape that turns."""
    p = settings.room("sand")
    p.polygon([(170, 100), (198, 100), (216, 152), (180, 152)], things.SKY, line=2)
    p.polygon([(62, 150), (220, 150), (228, 178), (56, 178)], things.SKY, line=2)
    p.polygon([(108, 92), (200, 92), (204, 108), (104, 108)], things.SKY, line=2)
    dashes = "M96 164 l14 0 M168 164 l14 0 M195 142 l-3 -9 M190 126 l-3 -9"
    p.stroke(f"{dashes} M116 100 l12 0 M138 100 l12 0 M160 100 l12 0", line=3, color=things.WHITE)
    p.box(122, 44, (38, 46), CARTON, round_by=2)
    p.polygon([(116, 46), (141, 24), (166, 46)], things.RED)
    p.box(134, 66, (14, 24), things.CREAM, line=2)
    small = Figure(p, child, replace(poses.ON_HEELS, lean=24), (48, 172), size=CHILD)
    small.right((114, 140))
    small.body(gaze=(0.8, 0.7))
    things_more.toy_car(p, (134, 154), 1.05)
    small.left((124, 142))
    things_more.tape(p, (214, 116), 0.8)
    return p


def under_over_around(child: Look) -> Picture:
    """Show a child crawls under a table; a cushion and a chair come next."""
    p = settings.room("mint")
    settings.table(p, 4, 64, 144)
    small = Figure(p, child, poses.CRAWLING, (86, 176), size=CHILD.times(0.88))
    small.right((106, 168))
    small.body(gaze=(0.9, -0.1), mouth="laugh")
    small.left((80, 172))
    things.cushion(p, (162, 164), 0.8)
    settings.chair(p, (208, 136), 36)
    p.arrow((148, 140), (162, 116), (176, 144))
    p.arrow((178, 76), (206, 54), (218, 106))
    return p


def freeze_dance(child: Look) -> Picture:
    """Show two children stand still as statues; the music has a pause sign."""
    p = settings.room("pink")
    one = Figure(p, child, poses.STANDING, (62, 174), size=CHILD)
    one.body(mouth="laugh")
    one.left((16, 92))
    one.right((104, 64))
    two = Figure(p, FINN, poses.ONE_LEG, (176, 174), size=CHILD)
    two.body(mouth="open")
    two.left((130, 84))
    two.right((222, 84))
    p.box(110, 150, (36, 28), "#55606B", round_by=5)
    p.circle(121, 164, 7.5, "#8A97A0", line=2)
    p.circle(137, 164, 4.5, "#8A97A0", line=2)
    p.circle(120, 28, 18, things.RED)
    p.stroke("M114 20 L114 36 M126 20 L126 36", line=5, color=things.WHITE)
    return p


def little_store(child: Look) -> Picture:
    """Show a child behind a table full of food sells and takes a paper bill."""
    p = settings.room("sand", None)
    for step in range(6):
        x = 12 + step * 36
        color = things.WHITE if step % 2 else things.RED
        p.path(f"M{x} 8 L{x + 36} 8 L{x + 36} 26 Q{x + 18} 44 {x} 26 Z", color, line=2.2)
    small = Seated(p, child, (98, 104), table=160)
    small.body(gaze=(0.8, 0.2), mouth="laugh")
    p.table(y=156)
    p.box(18, 112, (26, 44), things.GOLD, round_by=2)
    p.circle(31, 130, 7, things.RED, line=2)
    p.box(46, 128, (24, 28), things.GREEN, round_by=3)
    p.stroke("M46 134 L70 134 M46 150 L70 150", line=2)
    p.box(168, 128, (24, 28), things.RED, round_by=3)
    p.stroke("M168 134 L192 134 M168 150 L192 150", line=2)
    p.box(196, 118, (24, 38), things.BLUE, round_by=3)
    p.circle(208, 138, 6, things.WHITE, line=2)
    p.limb([(226, 87), (210, 92), (192, 98)], MOM.skin, 14)
    p.hull((214, 91), 10, (227, 87), 10, MOM.shirt)
    hand(p, (190, 98), MOM)
    p.polygon([(152, 92), (186, 84), (190, 104), (156, 112)], "#9CCB9A")
    p.circle(171, 98, 6, things.WHITE, line=1.8)
    small.right((156, 106))
    small.left((82, 148))
    return p


def blanket_ride(child: Look) -> Picture:
    """Show a toddler sits on a blanket and holds on while a grown-up pulls it."""
    p = settings.room("blue")
    dad = Figure(p, DAD, replace(poses.WALKING, lean=-8), (66, 172), size=ADULT, facing=-1)
    dad.right((112, 120), elbow=(96, 106), is_far=True)
    dad.body(gaze=(0.6, 0.2))
    p.path(
        "M112 122 C120 150 136 160 150 164 L226 164 Q234 172 226 178 L128 178 "
        "C112 174 104 150 104 124 Z",
        things.GOLD,
    )
    p.stroke("M134 170 L220 170", line=2.4, color=things.WHITE)
    small = Figure(p, child, poses.KNEES_UP, (184, 172), size=TODDLER.times(1.05), facing=-1)
    small.right((168, 162), is_far=True)
    small.body(gaze=(-0.7, 0), mouth="laugh")
    small.left((150, 160))
    dad.left((106, 124), elbow=(66, 124))
    p.moves(((214, 122), (226, 122)), ((212, 136), (228, 136)))
    return p


def sock_puppet_talk(child: Look) -> Picture:
    """Show a child's sock puppet talks to a grown-up's."""
    p = settings.room("lilac", None)
    one = Seated(p, child, (52, 98), table=160)
    one.body(gaze=(0.8, 0.2), mouth="open")
    p.limb([(212, 136), (212, 162)], MOM.skin, 14)
    with p.mirrored(170):
        toys.sock_puppet(p, (164, 84), (128, 138), things.GREEN)
    p.table(y=158)
    one.right((110, 142), elbow=(92, 150))
    toys.sock_puppet(p, (140, 80), (110, 132), things.RED)
    one.left((58, 150))
    p.path(
        "M120 14 L176 14 Q186 14 186 24 L186 36 Q186 46 176 46 L148 46 L138 58 L134 46 "
        "L120 46 Q110 46 110 36 L110 24 Q110 14 120 14 Z",
        things.WHITE,
        line=2.2,
    )
    for x in (131, 148, 165):
        p.circle(x, 30, 4, things.DARK, color=None)
    return p


def bottle_bowling(child: Look) -> Picture:
    """Show a child kneels and rolls a ball at plastic bottles; one falls."""
    p = settings.room("sand")
    one = Figure(p, child, replace(poses.KNEELING, lean=20), (58, 174), size=CHILD)
    one.left((32, 128), elbow=(42, 104), is_far=True)
    one.body(gaze=(0.9, 0.3), mouth="laugh")
    for x, y in ((186, 132), (208, 132), (196, 148), (218, 148)):
        things.bottle(p, (x, y), 1.05, things.SKY, things.SKY)
    with p.turned(-38, (164, 150)):
        things.bottle(p, (166, 144), 1.05, things.SKY, things.SKY)
    things.ball(p, (132, 162), 1)
    one.right((102, 152))
    p.moves(
        ((114, 166), (106, 168)),
        ((113, 156), (105, 154)),
        ((150, 122), (146, 114)),
        ((162, 116), (162, 107)),
    )
    return p


def paper_plane_airport(child: Look) -> Picture:
    """Show a child flies a paper plane into a box; one has landed."""
    p = settings.room("blue")
    one = Figure(p, child, poses.STANDING_SIDE, (60, 172), size=CHILD)
    one.left((44, 128), is_far=True)
    one.body(gaze=(0.9, -0.2), mouth="laugh")
    one.right((112, 70))
    toys.paper_plane(p, (150, 50), 1.1, turned=-10)
    toys.paper_plane(p, (194, 126), 0.9, turned=60)
    things.box(p, (194, 152), 1.15)
    p.arrow((180, 44), (206, 52), (206, 96))
    p.stroke("M118 60 L126 56 M112 52 L120 48", line=2.2)
    return p


SCENES = {
    "blanket-ride": Scene(blanket_ride, looks.BABY_JO),
    "sock-puppet-talk": Scene(sock_puppet_talk, looks.AMA),
    "bottle-bowling": Scene(bottle_bowling, looks.MATEO),
    "paper-plane-airport": Scene(
        paper_plane_airport, replace(looks.HEARING_FINN, aid=Aid.WHEELCHAIR)
    ),
    "hair-salon": Scene(hair_salon, replace(looks.RUBY, style=Hair.BOB, shirt=things.GOLD)),
    "tape-road": Scene(tape_road, looks.KENJI),
    "under-over-around": Scene(under_over_around, looks.NIA),
    "freeze-dance": Scene(freeze_dance, replace(looks.SALMA, aid=Aid.WHEELCHAIR)),
    "little-store": Scene(little_store, looks.NIA_GLASSES),
}
