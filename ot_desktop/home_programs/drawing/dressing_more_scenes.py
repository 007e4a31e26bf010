"""Getting dressed, activities for ages 4 to 8: coats, tags, socks, weather, the morning."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, things, things_dressing, things_more
from ot_desktop.home_programs.drawing.figure import CHILD, Figure
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import Aid, Look
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.settings import room, window

_COAT, _LINING = "#5E7FC2", "#F6DFA6"


def coat_flip(child: Look) -> Picture:
    """Show a child flips a coat over the head, both arms in the sleeves."""
    p = room("blue")
    p.path(
        "M92 112 C76 100 62 84 60 62 C56 40 62 24 74 14 C104 22 136 22 166 14 "
        "C178 24 184 40 180 62 C178 84 164 100 148 112 Z",
        _COAT,
    )
    p.path(
        "M98 112 C84 96 74 80 72 60 C70 46 72 36 78 28 C106 34 134 34 162 28 C168 36 170 46 168 60 "
        "C166 80 156 96 142 112 Z",
        _LINING,
        line=2,
    )
    for dx, y in ((55, 42), (53, 62), (43, 82)):
        p.circle(120 - dx, y, 3, "#FFFFFF", line=1.8)
        p.stroke(f"M{117 + dx} {y} l6 0", line=2.2)
    p.oval(120, 78, (38, 40), _COAT)
    one = Figure(p, child, poses.STANDING, (120, 174), size=CHILD)
    one.body(mouth="laugh")
    for side, lift in ((-1, one.left), (1, one.right)):
        lift((120 + side * 62, 42), elbow=(120 + side * 54, 98))
        p.limb([(120 + side * 17, 113), (120 + side * 54, 100), (120 + side * 61, 58)], _COAT, 18)
    p.arrow((210, 92), (228, 40), (190, 14))
    p.arrow((30, 92), (12, 40), (50, 14))
    return p


def tag_detective(child: Look) -> Picture:
    """Show a child holds up a shirt and points at the tag in its neck."""
    p = room("lilac")
    one = Figure(p, child, poses.STANDING, (76, 172), size=CHILD)
    one.body(gaze=(0.9, 0.2))
    things_more.shirt(p, (150, 112), 2.1, things.GOLD)
    p.oval(150, 72, (19, 9), "#C9962B")
    p.box(142, 70, (16, 20), "#FFFFFF", round_by=2, line=2)
    p.stroke("M146 77 L154 77 M146 83 L154 83", line=1.8)
    one.left((108, 104), elbow=(62, 132))
    things_dressing.pointing(p, (122, 86), child, (137, 80))
    one.right((122, 87), elbow=(104, 112))
    return p


def sock_clip_line(child: Look) -> Picture:
    """Show a child clips a sock on a string with a clothespin."""
    p = room("green")
    p.box(214, 60, (8, 112), things.DARK_WOOD, round_by=3)
    one = Figure(p, child, poses.STANDING, (60, 172), size=CHILD.times(1.05))
    one.body(gaze=(0.9, 0.5))
    p.stroke("M4 92 Q110 112 218 84", line=3)
    things_dressing.hanging_sock(p, (158, 104), 1.2, things.BLUE)
    things_dressing.hanging_sock(p, (188, 100), 1.2, things.BLUE)
    for x, y in ((158, 98), (188, 93)):
        things_more.peg(p, (x, y), 0.9)
    things_dressing.hanging_sock(p, (112, 106), 1.35)
    one.left((102, 130), elbow=(40, 148))
    things_more.peg(p, (112, 98), 1.25)
    one.right((112, 82), elbow=(98, 120))
    return p


def sock_ball_basket(child: Look) -> Picture:
    """Show a child throws a ball of socks to a basket."""
    p = room("mint")
    things_dressing.sock_ball(p, (176, 122), 1, things.BLUE)
    things_dressing.sock_ball(p, (196, 120), 1, things.GOLD)
    things.basket(p, (188, 144), 1.4)
    one = Figure(p, child, poses.THROWING, (62, 172), size=CHILD.times(1.05))
    one.body(gaze=(0.9, 0), mouth="laugh")
    one.left((32, 128))
    one.right((106, 70), elbow=(94, 104))
    things_dressing.sock_ball(p, (138, 48), 1.15)
    p.arrow((156, 44), (182, 52), (188, 88))
    p.moves(((120, 52), (112, 56)), ((124, 62), (116, 68)))
    return p


def weather_reporter(child: Look) -> Picture:
    """Show a child talks into a spoon and points at the rain outside."""
    p = room("blue")
    window(p, (170, 68), (110, 96))
    _rain_cloud(p)
    things_dressing.rubber_boots(p, (190, 156), 1.1)
    one = Figure(p, child, poses.STANDING, (72, 172), size=CHILD)
    one.body(gaze=(0.5, 0), mouth="open")
    things_dressing.pointing(p, (122, 84), child, (136, 78))
    one.right((122, 85), elbow=(106, 114))
    things.spoon(p, (62, 96), 1.3)
    one.left((62, 116), elbow=(40, 136))
    return p


def _rain_cloud(p: Picture) -> None:
    p.path("M138 56 C132 42 148 32 156 38 C162 24 184 24 188 38 C202 34 212 48 202 56 Z", "#FFFFFF")
    for x, y in ((146, 66), (166, 68), (186, 66), (156, 86), (176, 88), (198, 84)):
        p.stroke(f"M{x} {y} L{x - 4} {y + 12}", line=3.4, color="#2F5D94")


def flip_flap_morning(child: Look) -> Picture:
    """Show a child folds a flap up over a picture of the chart on the wall."""
    p = room("pink")
    p.box(132, 12, (100, 132), "#FFFFFF", round_by=5)
    for x, y in ((138, 20), (185, 20), (138, 82), (185, 82)):
        p.box(x, y, (41, 40), "#E6F3F1", round_by=3, line=2)
    things.toothbrush(p, (158, 102), 0.7)
    things_more.shoe(p, (205, 104), 0.7)
    p.box(185, 20, (41, 40), things.GOLD, round_by=3)
    p.stroke("M197 40 l6 7 l12 -14", line=4, color="#2E8B87")
    for x in (138, 185):
        p.box(x, 122, (41, 15), things.GOLD, round_by=2, line=2)
    things_more.shirt(p, (159, 38), 0.6)
    p.polygon([(138, 61), (179, 61), (172, 40), (131, 40)], things.GOLD)
    one = Figure(p, child, poses.STANDING_SIDE, (70, 172), size=CHILD)
    one.body(gaze=(0.9, -0.3))
    one.left((84, 132), is_far=True)
    one.right((126, 66), elbow=(112, 108))
    p.arrow((112, 84), (104, 56), (124, 40))
    return p


SCENES = {
    "coat-flip": Scene(coat_flip, looks.RUBY),
    "tag-detective": Scene(tag_detective, looks.SALMA),
    "sock-clip-line": Scene(sock_clip_line, looks.AMA),
    "sock-ball-basket": Scene(sock_ball_basket, looks.MATEO),
    "weather-reporter": Scene(weather_reporter, looks.NIA_GLASSES),
    "flip-flap-morning": Scene(flip_flap_morning, replace(looks.KENJI, aid=Aid.WALKER)),
}
