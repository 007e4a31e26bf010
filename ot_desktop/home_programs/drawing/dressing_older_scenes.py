"""Getting dressed, activities for ages 6 to 14: wear tests, sewing, laundry, planning."""

from collections.abc import Iterable
from dataclasses import replace
from math import cos, radians, sin

from ot_desktop.home_programs.drawing import looks, poses, things, things_dressing, things_more
from ot_desktop.home_programs.drawing.figure import CHILD, TEEN, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture, Point
from ot_desktop.home_programs.drawing.looks import Aid, Look
from ot_desktop.home_programs.drawing.people import hand
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.settings import room, window

_WOOL, _PAPER, _CARD = "#D9605A", "#FFFFFF", "#D9A05F"


def one_song_wear_test(child: Look) -> Picture:
    """Show a child in a thick sweater points at one of five faces while music plays."""
    p = room("sand")
    p.box(176, 10, (54, 170), _PAPER, round_by=5)
    for index, mood in enumerate((1, 0.5, 0, -0.5, -1)):
        _mood(p, (203, 29 + index * 33), mood)
    dressed = replace(child, shirt=_WOOL)
    one = Figure(p, dressed, poses.STANDING, (92, 172), size=CHILD.times(1.08))
    one.body(gaze=(0.9, 0.1))
    x, y = one.shoulders
    p.box(x - 17, y - 17, (34, 11), _WOOL, round_by=5)
    for row in range(3):
        top = y + 2 + row * 14
        p.stroke(f"M{x - 17} {top} l6 6 l6 -6 l6 6 l6 -6 l6 6 l5 -5", line=2.6, color="#F6DFA6")
    _sleeve(p, [(x - 18, y + 1), (46, 128), (62, 148)])
    hand(p, (62, 150), child)
    _sleeve(p, [(x + 18, y + 1), (134, 124), (154, 66)])
    things_dressing.pointing(p, (156, 64), child, (178, 60))
    hand(p, (157, 64), child)
    things_dressing.note(p, (28, 60), 1.2)
    things_dressing.note(p, (48, 36), 1)
    _radio(p, (34, 150))
    return p


def _sleeve(p: Picture, along: list[Point]) -> None:
    p.limb(along, _WOOL, 17)


def _mood(p: Picture, at: Point, mood: float) -> None:
    x, y = at
    p.circle(x, y, 13.5, ("#7DC48A", "#BFD98A", "#F6DFA6", "#F3B58A", "#E8857A")[int(2 - 2 * mood)])
    for side in (-1, 1):
        p.circle(x + side * 4.6, y - 3, 1.9, things.DARK, color=None)
    p.stroke(f"M{x - 6} {y + 5} Q{x} {y + 5 + 7 * mood} {x + 6} {y + 5}", line=2.2)


def _radio(p: Picture, at: Point) -> None:
    x, y = at
    p.stroke(f"M{x + 10} {y - 14} l8 -18", line=2.6)
    p.box(x - 22, y - 14, (44, 30), "#6FB38A", round_by=5)
    p.circle(x - 8, y + 1, 9, things.STEEL, line=2)
    p.stroke(f"M{x + 6} {y - 5} l10 0 M{x + 6} {y + 3} l10 0", line=2.2)


def sock_round_me(child: Look) -> Picture:
    """Show a child passes a ball of socks round the waist, one hand behind the back."""
    p = room("green")
    one = Figure(p, child, poses.ASTRIDE, (120, 172), size=CHILD.times(1.12))
    x, y = one.hips
    waist = (x, y - 22)
    _dashes(p, waist, range(180, 330, 18))
    one.legs()
    one.left((x - 10, y - 20), elbow=(58, y - 18), is_far=True)
    one.trunk()
    one.face(gaze=(0.7, 0.4), mouth="smile")
    _dashes(p, waist, range(108, 180, 18))
    p.arrow((x - 15, y - 1), (x, y + 1), (x + 15, y - 1))
    things_dressing.sock_ball(p, (x + 62, y - 16), 1.4)
    one.right((x + 45, y - 12), elbow=(174, y - 42))
    return p


def _dashes(p: Picture, middle: Point, angles: Iterable[int]) -> None:
    """Add the way round a waist: short strokes on a flat ring, clockwise from the right."""
    for angle in angles:
        at = [
            (middle[0] + 72 * cos(radians(a)), middle[1] + 22 * sin(radians(a)))
            for a in (angle, angle + 10)
        ]
        p.moves((at[0], at[1]))


def sew_a_button(child: Look) -> Picture:
    """Show an older child pulls needle and thread up from a button on a shirt."""
    p = room("lilac", floor=None)
    one = Seated(p, child, (84, 86), table=152)
    one.body(gaze=(0.8, 0.7))
    p.table(y=152)
    p.path("M70 152 L80 126 L104 116 L196 116 L220 126 L230 152 Z", things.GLASS)
    p.path("M128 116 L150 132 L172 116 L160 112 L140 112 Z", "#8FB0CC", line=2)
    p.stroke("M150 132 L150 152 M92 130 L88 152 M208 130 L213 152", line=2)
    p.circle(166, 142, 11, things.RED)
    for dx in (-4, 4):
        p.circle(166 + dx, 142, 2.2, things.DARK, line=0)
    p.path("M170 141 C184 118 168 94 192 68", line=2.6, color="#C8403A")
    p.stroke("M186 74 L214 44", line=4.6)
    p.stroke("M187 73 L213 45", line=2, color=things.STEEL)
    one.left((126, 144), elbow=(44, 150))
    one.right((190, 68), elbow=(150, 118))
    things_dressing.spool(p, (32, 137), 1)
    return p


def laundry_boss(child: Look) -> Picture:
    """Show a teenager in a wheelchair puts clothes in the washer."""
    p = room("mint")
    things_dressing.washer(p, (188, 118), 1.25, is_open=True)
    things.bottle(p, (206, 44), 0.9, things.VIOLET)
    one = Figure(p, child, poses.ON_CHAIR, (70, 142), size=TEEN.times(0.95))
    one.body(gaze=(0.9, 0.4))
    things_dressing.heap(p, (110, 106), 0.8)
    things.basket(p, (110, 122), 0.85)
    p.path("M140 106 L166 108 L190 118 L184 132 L160 124 L144 130 Z", things.RED)
    one.left((120, 110), is_far=True)
    one.right((142, 114), elbow=(100, 124))
    return p


def clothes_for_tomorrow(child: Look) -> Picture:
    """Show a teenager lays clothes out on a bed at night."""
    p = room("blue")
    window(p, (34, 42), (46, 52))
    p.box(13, 18, (42, 48), "#2F4A78", line=2)
    p.path("M38 28 C24 30 24 52 40 54 C31 48 31 36 38 28 Z", "#F6E7A8", line=1.6)
    p.box(116, 44, (118, 70), things.DARK_WOOD, round_by=8)
    p.path("M106 176 L122 82 L228 82 L234 176 Z", "#D5E6F2")
    p.box(140, 66, (70, 26), _PAPER, round_by=11)
    things_more.shirt(p, (162, 128), 1.25, things.ORANGE)
    things_more.trousers(p, (210, 118), 0.95)
    for x in (196, 217):
        things_more.sock(p, (x, 160), 0.62)
    one = Figure(p, child, poses.STANDING_SIDE, (84, 178), size=TEEN)
    one.body(gaze=(0.9, 0.6))
    one.left((134, 114), elbow=(108, 124), is_far=True)
    one.right((138, 128), elbow=(104, 144))
    return p


def shirt_fold_board(child: Look) -> Picture:
    """Show a child flips a cardboard flap over to fold a shirt."""
    p = room("sand", floor=None)
    one = Seated(p, child, (100, 74), table=152)
    one.body(gaze=(0.8, 0.6))
    p.table(y=152)
    p.polygon([(46, 152), (66, 98), (110, 98), (102, 152)], _CARD)
    p.polygon([(102, 152), (110, 98), (156, 98), (162, 152)], _CARD)
    p.polygon([(156, 98), (162, 152), (212, 116), (200, 60)], _CARD)
    p.path(
        "M120 98 C126 110 140 110 146 98 L157 100 L161 148 L98 148 L101 122 L86 128 L74 112 Z",
        things.GREEN,
    )
    p.path("M157 100 L161 148 L176 137 L173 116 L190 112 L194 92 Z", things.GREEN)
    p.stroke("M156 98 L162 152", line=2)
    one.left((70, 140), elbow=(34, 128))
    one.right((203, 80), elbow=(160, 84))
    p.arrow((204, 46), (168, 26), (146, 84))
    return p


SCENES = {
    "one-song-wear-test": Scene(one_song_wear_test, looks.MATEO),
    "sock-round-me": Scene(sock_round_me, replace(looks.HEARING_FINN, shirt=things.GOLD)),
    "sew-a-button": Scene(sew_a_button, looks.SWOOP_TEEN),
    "laundry-boss": Scene(laundry_boss, replace(looks.RUBY, aid=Aid.WHEELCHAIR)),
    "clothes-for-tomorrow": Scene(clothes_for_tomorrow, looks.SALMA),
    "shirt-fold-board": Scene(shirt_fold_board, looks.NIA),
}
