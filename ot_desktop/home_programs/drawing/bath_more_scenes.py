"""Bathroom activities for children from about four to eight."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks
from ot_desktop.home_programs.drawing import things_bath as bath
from ot_desktop.home_programs.drawing.figure import CHILD, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture, Point
from ot_desktop.home_programs.drawing.looks import Aid, Look
from ot_desktop.home_programs.drawing.people import hand
from ot_desktop.home_programs.drawing.poses import ASTRIDE, ON_CHAIR, STANDING, STANDING_SIDE
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.settings import basin, room, tiles, toilet, tub
from ot_desktop.home_programs.drawing.things import BLUE, CREAM, shape, soap
from ot_desktop.home_programs.drawing.things_bath import Bather
from ot_desktop.home_programs.drawing.things_more import peg

BIG = CHILD.times(1.15)


def foggy_mirror_letters(child: Look) -> Picture:
    """Show a child draws a letter with one finger on a foggy mirror."""
    p = room("blue", 174)
    p.box(112, 8, (112, 106), "#C79A6B", round_by=12)
    p.box(119, 15, (98, 92), "#AFC6D6", round_by=8)
    bath.letter_a(p, (184, 62), 1.5, "#F7FBFF", 9)
    p.stroke("M126 40 L138 28 M126 52 L150 28", line=3, color="#DCEAF2")
    for x, y in ((208, 94), (130, 92), (210, 28)):
        bath.drop(p, (x, y), 0.8)
    basin(p, (170, 132), 0.56, runs=False)
    who = Figure(p, child, STANDING, (66, 174), size=BIG)
    who.body(gaze=(0.9, -0.2))
    who.rest(-1)
    who.right((146, 88))
    bath.finger(p, (150, 85), (163, 79), child)
    return p


def catch_your_tail(child: Look) -> Picture:
    """Show a child reaches back and pulls a paper tail out of the waistband."""
    p = room("blue", 174)
    bath.paper_roll(p, (206, 66), 1.2)
    who = Figure(p, child, STANDING_SIDE, (128, 174), size=BIG)
    x, y = who.hips
    tail = f"M{x - 16} {y - 8} C{x - 34} {y - 14} {x - 44} {y} {x - 58} {y - 6} "
    tail += f"C{x - 76} {y - 12} {x - 84} {y + 10} {x - 104} {y + 4}"
    p.stroke(tail, line=14)
    p.stroke(tail, line=9.5, color="#FFFFFF")
    who.body(gaze=(-0.7, 0.5), mouth="laugh")
    who.left((x - 46, y - 6), elbow=(x - 62, y - 46))
    who.right((x + 44, y - 44), elbow=(x + 40, y - 8))
    p.moves(((40, 96), (30, 90)), ((36, 108), (25, 108)), ((52, 88), (46, 78)))
    return p


def foam_gloves(child: Look) -> Picture:
    """Show a child at a sink rubs hands that wear gloves of foam."""
    p = room("blue", None)
    tiles(p)
    who = Seated(p, child, (92, 88), table=150)
    who.body(gaze=(0.3, 0.9))
    p.path("M18 140 L222 140 C218 164 196 182 120 182 C44 182 22 164 18 140 Z", "#FFFFFF")
    p.box(10, 132, (220, 13), "#FFFFFF", round_by=6)
    p.stroke("M196 132 L196 92 C196 76 160 76 160 94", line=13)
    p.stroke("M196 132 L196 92 C196 76 160 76 160 94", line=8, color="#D5DDE3")
    soap(p, (32, 124), 1)
    who.left((78, 118), elbow=(44, 132))
    who.right((112, 116), elbow=(140, 132))
    for x, y, s in ((76, 116, 1.5), (108, 118, 1.5)):
        bath.puff(p, (x, y), s)
    for x, y, r in ((140, 66, 7), (154, 48, 10), (40, 80, 8), (30, 58, 5)):
        p.circle(x, y, r, "#F7FBFF", line=2, color="#6FA6DC")
    return p


def dry_top_to_toe(child: Look) -> Picture:
    """Show a child saws a towel across the back."""
    p = room("blue", 174)
    bath.mat(p, (120, 172))
    dry = bath.in_swimwear(child)
    who = Figure(p, dry, ASTRIDE, (120, 172), size=BIG)
    band = "M182 58 L70 132"
    p.stroke(band, line=27)
    p.stroke(band, line=22, color="#F6DFA6")
    p.stroke("M170 58 L66 126 M184 66 L78 138", line=2, color="#C9A24E")
    who.body()
    who.right((178, 62))
    who.left((70, 130))
    p.arrow((200, 92), (216, 68), (208, 44))
    p.arrow((40, 104), (28, 126), (36, 148))
    return p


def blow_the_boat(child: Look) -> Picture:
    """Show a child blows at the sail of a little boat."""
    p = room("blue", None)
    tiles(p)
    who = Bather(p, child, (72, 66))
    who.body(gaze=(1, 0.3), mouth="open")
    tub(p)
    bath.boat(p, (176, 104), 1.25)
    p.stroke(
        "M104 78 q10 -6 18 0 q8 6 18 0 M108 90 q10 -6 18 0 q8 6 20 0 M106 66 q10 -6 16 0 q8 6 14 0",
        line=2.4,
        color="#3F7FB5",
    )
    p.stroke("M140 117 q9 -6 18 0 q9 6 18 0 q9 -6 18 0 q9 6 16 0", line=2.4, color="#3F7FB5")
    return p


def toilet_steps_strip(child: Look) -> Picture:
    """Show a child on the toilet moves a clothespin down a strip of pictures."""
    p = room("blue", 176)
    toilet(p, (74, 174), 1.05)
    who = Figure(p, child.out_of_chair, ON_CHAIR, (80, 130))
    p.box(106, 158, (48, 17), "#D9A05F", round_by=2)
    who.body(gaze=(0.9, 0))
    who.left((96, 118))
    _strip(p)
    who.right((152, 82))
    with p.turned(90, (164, 82)):
        peg(p, (164, 82), 1.1, "#E8685A")
    hand(p, (152, 82), child, r=8)
    return p


def _strip(p: Picture) -> None:
    """Five small pictures, one below the other: pants down, sit, wipe, flush, wash hands."""
    p.box(170, 10, (46, 160), "#FFFFFF", round_by=4)
    for y in (42, 74, 106, 138):
        p.stroke(f"M170 {y} L216 {y}", line=2)
    shape(p, (193, 26), 1, "M-9 -11 L9 -11 L12 11 L3 11 L0 0 L-3 11 L-12 11 Z", BLUE, line=2)
    _small_toilet(p, (193, 58))
    bath.paper_roll(p, (191, 92), 0.55)
    _small_toilet(p, (193, 122))
    p.stroke("M190 112 q5 -6 9 0 q-5 6 -9 0", line=2.2, color="#3F7FB5")
    shape(p, (193, 160), 1, "M-13 -4 C-6 -10 8 -10 13 -3 L12 4 C4 8 -8 8 -13 3 Z", CREAM, line=2)
    for x in (186, 199):
        bath.drop(p, (x, 148), 0.7)


def _small_toilet(p: Picture, at: Point) -> None:
    shape(
        p,
        at,
        1,
        "M-13 -12 L-6 -12 L-6 0 L14 0 C13 8 8 8 6 12 L-7 12 L-7 5 L-13 1 Z",
        "#BFE0F5",
        line=2,
    )


SCENES = {
    "foggy-mirror-letters": Scene(foggy_mirror_letters, replace(looks.AMA, aid=Aid.WALKER)),
    "catch-your-tail": Scene(catch_your_tail, looks.HEARING_FINN),
    "foam-gloves": Scene(foam_gloves, looks.SALMA),
    "dry-top-to-toe": Scene(dry_top_to_toe, looks.NIA_GLASSES),
    "blow-the-boat": Scene(blow_the_boat, looks.MATEO),
    "toilet-steps-strip": Scene(toilet_steps_strip, looks.NIA),
}
