"""Bathroom and bedtime activities for children from about eight to fourteen."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks
from ot_desktop.home_programs.drawing import things_bath as bath
from ot_desktop.home_programs.drawing.figure import TEEN, Figure, Seated
from ot_desktop.home_programs.drawing.kit import OUTLINE, Picture, Point, curve
from ot_desktop.home_programs.drawing.looks import Aid, Look
from ot_desktop.home_programs.drawing.poses import ASTRIDE, STANDING, STANDING_SIDE
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.settings import room, tiles
from ot_desktop.home_programs.drawing.things import (
    BLUE,
    CREAM,
    DARK_WOOD,
    GOLD,
    RED,
    SKY,
    WHITE,
    WOOD,
    shape,
    sponge,
)
from ot_desktop.home_programs.drawing.things_more import pencil


def braid_three_strips(child: Look) -> Picture:
    """Show an older child braids three strips that hang from the back of a chair."""
    p = room("lilac", None)
    who = Seated(p, child, (120, 64), table=178, size=TEEN.times(1.12))
    who.body(gaze=(0, 0.9))
    for x in (56, 172):
        p.box(x, 74, (13, 112), DARK_WOOD, round_by=5)
    p.box(46, 80, (150, 16), WOOD, round_by=7)
    p.box(42, 170, (158, 14), WOOD, round_by=6)
    for d, color in (
        ("M120 140 C122 152 117 158 119 168", GOLD),
        ("M115 138 C102 148 92 148 82 142", RED),
        ("M125 138 C138 146 150 144 160 136", BLUE),
    ):
        _strip(p, d, color)
    _braid(p, (120, 90))
    who.left((84, 144), elbow=(32, 152))
    who.right((158, 138), elbow=(210, 148))
    return p


def _braid(p: Picture, top: Point) -> None:
    """Plait five crossings in three colors, from the top down."""
    x, y = top
    for row, color in enumerate((RED, BLUE, GOLD, RED, BLUE)):
        side = 1 if row % 2 else -1
        d = f"M{side * 10} 0 C{side * 9} 8 {-side} 6 {-side * 7} 12"
        _strip(p, curve((x, y + 6 + row * 9), 1, d), color)
    p.box(x - 15, y - 13, (30, 22), WHITE, round_by=5, line=2.2)


def _strip(p: Picture, d: str, color: str) -> None:
    p.stroke(d, line=16)
    p.stroke(d, line=11, color=color)


def towel_stretch(child: Look) -> Picture:
    """Show an older child holds a rolled towel high and leans to one side."""
    p = room("blue", 176)
    bath.mat(p, (116, 174), 62)
    who = Figure(p, child, replace(ASTRIDE, lean=16, neck=12), (108, 174), size=TEEN.times(0.94))
    who.body()
    d = "M78 16 L192 40"
    p.stroke(d, line=20)
    p.stroke(d, line=15, color=CREAM)
    p.stroke("M96 13 l4 13 M120 18 l4 13 M144 23 l4 13 M168 28 l4 13", line=2, color="#C9A24E")
    who.left((88, 20), elbow=(78, 66))
    who.right((182, 38), elbow=(172, 82))
    p.arrow((204, 76), (216, 98), (206, 120))
    return p


def my_calm_menu(child: Look) -> Picture:
    """Show a teenager in a blanket marks one of four boxes on a paper."""
    p = room("lilac", None)
    p.box(12, 40, (126, 140), DARK_WOOD, round_by=14)
    p.box(23, 52, (104, 110), WOOD, round_by=10)
    p.box(20, 78, (110, 70), WHITE, round_by=20)
    who = Seated(p, child.out_of_chair, (75, 88), table=176, size=TEEN)
    who.body(gaze=(0.8, 0.7))
    for side in (-1, 1):
        shape(
            p,
            (75, 88),
            1,
            f"M{side * 6} 4 C{side * 30} 0 {side * 56} 16 {side * 58} 88 "
            f"L{side * 24} 88 C{side * 24} 60 {side * 18} 30 {side * 6} 4 Z",
            SKY,
        )
    p.polygon([(128, 164), (138, 58), (226, 58), (228, 164)], WHITE)
    for x, y in ((144, 66), (186, 66), (142, 112), (186, 112)):
        p.box(x, y, (36, 38), "#F1ECF7", round_by=5, line=2)
    _calm_pictures(p)
    p.box(8, 160, (224, 22), SKY, round_by=10)
    p.circle(204, 85, 24, "none", line=4, color=RED)
    with p.turned(50, (196, 124)):
        pencil(p, (182, 120), 1.1)
    who.right((194, 128), elbow=(128, 176))
    return p


def _calm_pictures(p: Picture) -> None:
    """Breathe, blanket, stretch, dim light."""
    for y in (78, 86, 94):
        p.stroke(f"M150 {y} q6 -6 12 0 q6 6 12 0", line=2.4, color="#3F7FB5")
    shape(p, (204, 84), 1, "M-11 13 C-13 -4 -7 -14 0 -14 C7 -14 13 -4 11 13 Z", SKY, line=2)
    p.circle(204, 78, 5, CREAM, line=2)
    shape(p, (160, 134), 1, "M0 -5 L0 6 L-6 15 M0 6 L6 15 M0 -3 L-9 -12 M0 -3 L9 -12", line=2.6)
    p.circle(160, 123, 4, CREAM, line=2)
    shape(p, (206, 138), 1, "M4 -10 C-10 -8 -10 8 4 10 C-3 5 -3 -5 4 -10 Z", GOLD, line=2)


def clean_and_file_nails(child: Look) -> Picture:
    """Show an older child files the nails of a hand that lies on a towel."""
    p = room("blue", None)
    who = Seated(p, child, (108, 70), table=156, size=TEEN)
    who.body(gaze=(0.1, 0.9))
    p.table(y=160)
    p.path("M22 162 L44 136 L190 136 L212 162 Z", CREAM)
    p.stroke("M36 154 L198 154", line=2, color="#C9A24E")
    who.left((76, 134), elbow=(40, 136))
    _spread_hand(p, (82, 134), child)
    with p.turned(58, (146, 112)):
        p.box(141, 82, (10, 60), RED, round_by=4, line=2.2)
    who.right((164, 104), elbow=(186, 134))
    return p


def _spread_hand(p: Picture, at: Point, look: Look) -> None:
    """Add a hand that lies palm down, its fingers apart and a light nail on each."""
    x, y = at
    tips = ((2, -22), (24, -20), (36, -8), (38, 4), (30, 15))
    for line, color in ((13.5, OUTLINE), (8.5, look.skin)):
        for dx, dy in tips:
            p.stroke(
                f"M{x + dx * 0.25:.1f} {y + dy * 0.25:.1f} L{x + dx} {y + dy}",
                line=line,
                color=color,
            )
    for dx, dy in tips:
        p.circle(x + dx, y + dy, 3, "#FBE3DC", line=1.4)
    p.circle(x, y, 12, look.skin, color=None)
    p.stroke(f"M{x - 11} {y + 7} Q{x} {y + 17} {x + 12} {y + 12}")


def sponge_darts(child: Look) -> Picture:
    """Show a child throws a sponge at rings with numbers on the bathroom wall."""
    p = room("blue", 176)
    tiles(p)
    for x, y, r in ((158, 36, 20), (206, 66, 22), (160, 98, 24)):
        p.circle(x, y, r, "#F7FBFF", line=3, color="#3F7FB5")
    p.stroke("M162 28 L155 28 L154 36 C162 32 165 44 154 44", line=3)
    _number(p, (206, 66), "20")
    _number(p, (160, 98), "10")
    p.path("M134 142 L140 168 C141 174 144 178 150 178 L230 178 L230 142 Z", WHITE)
    p.box(126, 134, (106, 11), WHITE, round_by=5)
    who = Figure(p, child, STANDING_SIDE, (54, 176), size=TEEN.times(0.95))
    who.body(gaze=(0.9, -0.2), mouth="laugh")
    who.left((40, 128))
    with p.turned(-16, (116, 46)):
        sponge(p, (116, 46), 0.85)
    who.right((92, 70), elbow=(88, 106))
    p.moves(((96, 38), (86, 40)), ((96, 48), (88, 51)), ((98, 57), (93, 60)))
    return p


def _number(p: Picture, at: Point, digits: str) -> None:
    """Write 10 or 20 as a finger would in soap."""
    first = {
        "1": "M-10 -5 L-6 -9 L-6 9",
        "2": "M-13 -4 C-13 -11 -2 -11 -3 -3 C-4 2 -10 5 -13 9 L-2 9",
    }
    p.stroke(curve(at, 1, first[digits[0]]), line=3)
    p.oval(at[0] + 7, at[1], (5, 9), "none", line=3)


def my_shower_plan(child: Look) -> Picture:
    """Show a teenager in a shower points to a plan in a bag on the wall."""
    p = room("blue", None)
    tiles(p)
    p.stroke("M24 176 L24 14 L80 14 L80 24", line=8)
    p.stroke("M24 176 L24 14 L80 14 L80 24", line=4, color="#D5DDE3")
    shape(p, (80, 31), 1, "M-20 6 C-16 -8 16 -8 20 6 Z", "#D5DDE3")
    for x, y in ((46, 52), (114, 52), (38, 76), (122, 74), (42, 102), (120, 134)):
        bath.drop(p, (x, y), 0.9)
    _plan(p)
    p.box(10, 174, (220, 10), WHITE, round_by=5)
    who = Figure(p, bath.in_swimwear(child), STANDING, (80, 174), size=TEEN.times(0.82))
    who.body(gaze=(0.9, 0))
    who.rest(-1)
    who.right((142, 100), elbow=(112, 118))
    bath.finger(p, (144, 98), (158, 88), child)
    return p


def _plan(p: Picture) -> None:
    p.box(154, 26, (68, 112), "#D9EDF8", round_by=6)
    p.box(161, 38, (54, 94), WHITE, round_by=2, line=2)
    for x in (160, 202):
        p.box(x, 20, (16, 9), GOLD, line=1.8)
    for y in (50, 67, 84, 101, 118):
        p.box(167, y - 5, (10, 10), WHITE, round_by=2, line=1.8)
        p.stroke(f"M184 {y} L208 {y}", line=2.6)
    p.stroke("M168 50 l4 4 l7 -9 M168 67 l4 4 l7 -9", line=3, color="#2E8B87")


SCENES = {
    "braid-three-strips": Scene(braid_three_strips, looks.RUBY),
    "towel-stretch": Scene(towel_stretch, looks.AMA),
    "my-calm-menu": Scene(my_calm_menu, looks.SWOOP_TEEN),
    "clean-and-file-nails": Scene(clean_and_file_nails, looks.SALMA),
    "sponge-darts": Scene(sponge_darts, replace(looks.MATEO, aid=Aid.WHEELCHAIR)),
    "my-shower-plan": Scene(my_shower_plan, looks.KENJI),
}
