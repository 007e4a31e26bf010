"""Out and about on one's own feet and wheels: shop, library, playground, a visit."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things, things_more
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, TEEN, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import DAD, GRANDMA, MOM, Aid, Look
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.things_outings import photo, route

BESIDE = ADULT.times(0.88)
CLERK = replace(DAD, shirt="#F0A04B")


def hang_like_a_monkey(child: Look) -> Picture:
    """Show a child hangs from a low bar with bent knees, a mother close by."""
    p = settings.room("green")
    for x in (28, 146):
        p.box(x, 20, (9, 154), things.DARK, round_by=3, line=2)
    mom = Figure(p, MOM, poses.STANDING, (194, 174), size=BESIDE)
    mom.body(gaze=(-0.8, 0.2))
    mom.rest(1)
    one = Figure(p, child, poses.JUMPING, (90, 178))
    one.body(gaze=(0, -0.4), mouth="laugh")
    p.stroke("M28 24 L156 24", line=9)
    p.stroke("M28 24 L156 24", line=4.5, color=things.STEEL)
    one.left((62, 25), elbow=(52, 52))
    one.right((118, 25), elbow=(128, 52))
    mom.left((126, 116))
    p.moves(((70, 166), (64, 174)), ((90, 168), (90, 177)), ((110, 166), (116, 174)))
    return p


def find_my_book(child: Look) -> Picture:
    """Show a child points along a shelf of books and holds one."""
    p = settings.room("lilac")
    p.box(108, 12, (122, 162), things.CREAM)
    for y, first in ((60, 0), (112, 3), (164, 1)):
        _books(p, 114, y, first)
    one = Figure(p, child, poses.STANDING_SIDE, (62, 174))
    one.body(gaze=(0.9, -0.2))
    things_more.book(p, (44, 124), 0.95, things.BLUE)
    one.left((54, 128))
    one.right((132, 84))
    p.arrow((150, 84), (170, 76), (192, 86))
    return p


def _books(p: Picture, x: float, board: float, first: int) -> None:
    colors = (things.RED, things.GREEN, things.GOLD, things.SKY, things.VIOLET)
    for index in range(9):
        high = 30 + (index + first) % 3 * 4
        p.box(x + index * 12, board - high, (11, high), colors[(index + first) % 5], line=1.8)
    p.box(x - 6, board, (122, 6), things.WOOD, line=2)


def pay_at_the_store(child: Look) -> Picture:
    """Show an older child counts coins onto a counter, a clerk behind it."""
    p = settings.room("mint")
    settings.shelf(p, 12, 40, 104)
    clerk = Figure(p, CLERK, poses.STANDING, (188, 168), size=BESIDE)
    clerk.body(gaze=(-0.9, 0.4))
    settings.counter(p, 112, 112, 118)
    clerk.right((218, 108))
    clerk.left((160, 104))
    p.box(192, 80, (36, 32), "#55606B", round_by=4)
    p.box(197, 85, (26, 10), things.GLASS, line=2)
    things.bread(p, (132, 98), 0.85)
    one = Figure(p, child, poses.STANDING, (62, 174), size=TEEN.times(0.9))
    one.body(gaze=(0.9, 0.4))
    things_more.coin(p, (112, 80), 1)
    p.path("M28 116 L56 116 L58 136 L26 136 Z", things.VIOLET)
    p.circle(42, 116, 4, things.GOLD, line=2)
    one.left((46, 124))
    one.right((102, 90))
    p.arrow((118, 62), (132, 56), (140, 76))
    return p


def ask_for_it(child: Look) -> Picture:
    """Show a child asks a store clerk and points at a shelf, a question in a bubble."""
    p = settings.room("pink")
    settings.shelf(p, 12, 70, 60, first=1)
    settings.shelf(p, 12, 122, 60)
    clerk = Figure(p, replace(CLERK, shirt="#3F7F63"), poses.STANDING, (196, 174), size=BESIDE)
    clerk.body(gaze=(-0.8, 0.4))
    p.path("M180 104 L212 104 L216 146 L176 146 Z", things.WHITE)
    clerk.rest(1)
    clerk.left((156, 96))
    one = Figure(p, child, poses.STANDING, (104, 174), size=CHILD.times(0.9))
    one.body(gaze=(0.8, -0.3), mouth="open")
    one.rest(1)
    one.left((70, 98))
    p.path(
        "M92 8 L132 8 C140 8 142 12 142 20 L142 30 C142 38 138 40 132 40 L124 40 L114 50 "
        "L114 40 L92 40 C84 40 82 36 82 30 L82 20 C82 12 84 8 92 8 Z",
        things.WHITE,
    )
    p.stroke("M106 19 C106 11 120 11 119 19 C118 25 112 24 112 30", line=3.2)
    p.circle(112, 35.5, 2.1, things.DARK, color=None)
    return p


def lead_the_way(child: Look) -> Picture:
    """Show an older child walks ahead with a map and points the way."""
    p = settings.room("blue")
    p.box(176, 60, (48, 96), things.CREAM)
    p.polygon([(168, 62), (200, 30), (232, 62)], things.RED)
    p.box(192, 116, (18, 40), things.WOOD)
    p.box(192, 74, (18, 18), things.GLASS, line=2)
    mom = Figure(p, MOM, poses.WALKING, (36, 174), size=BESIDE)
    mom.body(gaze=(0.8, 0.2))
    mom.rest(-1, 1)
    one = Figure(p, child, poses.WALKING, (118, 174), size=TEEN.times(0.88))
    one.body(gaze=(0.8, 0.1))
    with p.turned(-6, (122, 118)):
        route(p, (122, 118), 1.1)
    one.left((102, 124))
    one.right((166, 86))
    p.stroke("M170 84 L184 79", line=9)
    p.stroke("M168 85 L184 79", line=4.6, color=child.skin)
    return p


def backpack_fit(child: Look) -> Picture:
    """Show a teenager wears a school bag on both shoulders and pulls the straps."""
    p = settings.room("green")
    settings.door(p, (200, 172), (56, 140))
    p.box(66, 72, (84, 72), "#D9605A", round_by=20)
    p.stroke("M98 72 C98 58 118 58 118 72", line=4)
    one = Figure(p, child, poses.STANDING, (108, 176), size=TEEN)
    one.body(gaze=(0, 0))
    for side in (-1, 1):
        x = 108 + side * 11
        for width, color in ((11, "#26343A"), (6.5, "#F0A04B")):
            p.stroke(f"M{x} 76 Q{x + side * 5} 100 {x + side * 1} 122", line=width, color=color)
    one.left((97, 120), elbow=(66, 112))
    one.right((119, 120), elbow=(150, 112))
    p.arrow((44, 96), (40, 112), (44, 132))
    p.arrow((157, 96), (161, 112), (156, 132))
    return p


def photo_talk(child: Look) -> Picture:
    """Show a child and a grandmother side by side on a sofa with a photo."""
    p = settings.room("sand", None)
    settings.sofa(p, (120, 150), 208)
    old = Seated(p, GRANDMA, (172, 92), table=162, size=CHILD)
    old.body(gaze=(-0.7, 0.7))
    one = Seated(p, child.out_of_chair, (68, 98), table=162, size=CHILD.times(0.92))
    one.body(gaze=(0.7, 0.6), mouth="open")
    p.box(18, 158, (204, 22), "#7FA3C2", round_by=9)
    photo(p, (120, 116), 1.5)
    old.left((148, 126), elbow=(150, 156))
    old.right((186, 150))
    one.left((48, 150))
    one.right((92, 126), elbow=(92, 156))
    return p


SCENES = {
    "hang-like-a-monkey": Scene(hang_like_a_monkey, looks.NIA),
    "find-my-book": Scene(find_my_book, replace(looks.NIA_GLASSES, aid=Aid.WALKER)),
    "pay-at-the-store": Scene(pay_at_the_store, looks.SALMA),
    "ask-for-it": Scene(ask_for_it, looks.KENJI),
    "lead-the-way": Scene(lead_the_way, looks.SWOOP_TEEN),
    "backpack-fit": Scene(backpack_fit, looks.MATEO),
    "photo-talk": Scene(photo_talk, looks.RUBY),
}
