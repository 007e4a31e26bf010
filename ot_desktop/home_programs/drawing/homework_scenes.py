"""Story time and table time of small children."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things
from ot_desktop.home_programs.drawing import things_homework as school
from ot_desktop.home_programs.drawing import things_more as more
from ot_desktop.home_programs.drawing.figure import ADULT, TODDLER, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture, Point
from ot_desktop.home_programs.drawing.looks import Aid, Look
from ot_desktop.home_programs.drawing.people import arm, hand, head
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.things import BLUE, GOLD, GREEN, RED, SKY, VIOLET, WHITE

PARENT = ADULT.times(0.86)
GRANDMA = replace(looks.SALMA, shirt="#8A5BA6")


def turn_the_page(child: Look) -> Picture:
    """Show a toddler on a lap pushes a thick page over."""
    p = settings.room("lilac", 176)
    settings.sofa(p, (120, 138), 176)
    parent = Figure(p, looks.DAD, poses.ON_CHAIR_FRONT, (92, 136), size=ADULT)
    parent.body(gaze=(0.7, 0.9))
    arm(p, [(112, 84), (196, 86), (180, 142)], looks.DAD)
    p.path("M90 140 C90 116 100 106 120 106 C140 106 150 116 150 140 Z", child.shirt)
    head(p, (132, 88), 24, child, gaze=(0.2, 0.9), mouth="laugh")
    p.polygon([(120, 128), (66, 120), (58, 156), (120, 166)], RED)
    p.polygon([(120, 128), (174, 120), (182, 156), (120, 166)], RED)
    p.polygon([(120, 126), (70, 119), (64, 151), (120, 161)], WHITE)
    p.polygon([(120, 126), (170, 119), (176, 151), (120, 161)], WHITE)
    things.ball(p, (91, 139), 0.75)
    p.polygon([(120, 126), (158, 96), (166, 130), (120, 161)], "#FFF6DA")
    more.star(p, (142, 128), 0.9, BLUE)
    arm(p, [(146, 116), (168, 122), (162, 104)], child, width=12)
    arm(p, [(94, 116), (80, 118), (82, 126)], child, width=12)
    arm(p, [(74, 82), (34, 112), (60, 142)], looks.DAD)
    hand(p, (180, 142), looks.DAD)
    return p


def story_basket(child: Look) -> Picture:
    """Show a small child lifts a ball out of a basket; the ball is in the parent's book."""
    p = settings.room("blue", 172)
    parent = Figure(p, looks.MOM, poses.CROSS_LEGGED, (66, 172), size=PARENT)
    parent.body(gaze=(0.8, 0.4))
    _shows_book(p, parent, (66, 134))
    things.ball(p, (84, 132), 0.9)
    one = Figure(p, child, poses.FEET_APART, (188, 172), size=TODDLER)
    one.body(gaze=(-0.9, 0.3), mouth="laugh")
    things.basket(p, (140, 156))
    things.ball(p, (138, 104), 1.1)
    one.left((148, 114), elbow=(166, 134))
    one.right((166, 142), elbow=(206, 146))
    p.arrow((120, 134), (112, 118), (116, 100))
    return p


def move_like_the_book(child: Look) -> Picture:
    """Show a child stands on one leg with arms out, like the bird in the book."""
    p = settings.room("green", 174)
    parent = Figure(p, GRANDMA, poses.CROSS_LEGGED, (180, 172), size=PARENT)
    parent.body(gaze=(-0.8, -0.1), mouth="laugh")
    _shows_book(p, parent, (180, 134))
    school.bird(p, (162, 134), 0.85)
    school.bird(p, (198, 134), 0.85)
    one = Figure(p, child, poses.ONE_LEG, (70, 172))
    one.left((16, 84), elbow=(38, 96))
    one.right((124, 84), elbow=(102, 96))
    one.body(gaze=(0.6, 0.2))
    p.moves(
        ((12, 66), (6, 58)), ((24, 64), (21, 55)), ((128, 66), (134, 58)), ((116, 64), (119, 55))
    )
    return p


def story_nest(child: Look) -> Picture:
    """Show a child in a nest of pillows, a blanket over the legs, listens to a story."""
    p = settings.room("mint", 174)
    school.night_window(p, (196, 46))
    parent = Figure(p, looks.DAD, poses.CROSS_LEGGED, (62, 172), size=PARENT)
    parent.body(gaze=(0.5, 0.7))
    more.open_book(p, (64, 136), 1.05, VIOLET)
    parent.left((29, 144), elbow=(22, 132))
    parent.right((99, 144), elbow=(106, 132))
    p.box(130, 84, (94, 84), SKY, round_by=22)
    p.hull((136, 142), 14, (130, 164), 13, GOLD)
    p.hull((218, 142), 14, (224, 164), 13, "#F4A9A0")
    one = Figure(p, child, poses.FEET_APART, (176, 172), size=TODDLER)
    one.trunk()
    p.path(
        "M146 148 C156 138 198 138 208 148 C216 156 218 168 216 176 L138 176 "
        "C136 168 138 156 146 148 Z",
        GREEN,
    )
    p.stroke("M141 164 C162 158 192 158 213 164", line=2, color=WHITE)
    one.face(gaze=(-0.7, 0.3))
    one.left((160, 148))
    one.right((192, 148))
    return p


def big_wall_drawing(child: Look) -> Picture:
    """Show a child draws a big loop on paper on the wall, from a wheelchair."""
    p = settings.room("green", 176)
    p.box(122, 18, (104, 122), WHITE, round_by=2)
    for x, turn in ((124, -40), (224, 40)):
        with p.turned(turn, (x, 20)):
            p.box(x - 11, 15, (22, 9), GOLD, line=2)
    p.stroke("M136 34 L136 124", line=5, color=RED)
    p.stroke("M148 34 L148 124", line=5, color=GREEN)
    p.stroke("M168 88 C166 40 214 36 214 72 C214 108 172 112 170 82", line=5.5, color=BLUE)
    one = Figure(p, child, poses.STANDING_SIDE, (72, 172))
    one.body(gaze=(0.8, -0.2))
    with p.turned(65, (163, 84)):
        more.crayon(p, (163, 84), 0.9, BLUE)
    one.left((84, 128))
    one.right((152, 88), elbow=(120, 124))
    p.arrow((180, 126), (214, 122), (218, 92))
    return p


def crayons_go_home(child: Look) -> Picture:
    """Show a small child drops a crayon into a box; a cloth lies ready."""
    p = settings.room("sand", None)
    one = Seated(p, child, (92, 96), size=TODDLER)
    one.body(gaze=(0.8, 0.6))
    p.table()
    for x, color in ((148, GOLD), (198, VIOLET)):
        more.crayon(p, (x, 118), 1, color)
    p.box(138, 122, (70, 38), "#D9A05F", round_by=3)
    for x, color in ((156, BLUE), (173, RED), (190, GOLD)):
        more.crayon(p, (x, 141), 0.8, color)
    with p.turned(-25, (172, 96)):
        more.crayon(p, (172, 98), 1.1, RED)
    one.right((166, 84), elbow=(134, 132))
    p.path(
        "M14 148 L60 148 C58 158 66 168 62 178 C44 172 30 182 11 176 C16 166 12 156 14 148 Z", SKY
    )
    one.left((40, 148))
    with p.turned(80, (98, 152)):
        more.crayon(p, (98, 152), 1, "#F0A04B")
    p.arrow((190, 68), (206, 78), (202, 98))
    return p


def _shows_book(p: Picture, reader: Figure, at: Point) -> None:
    """Add an open picture book that its reader holds for us to see."""
    sides = ((at[0] - 37, at[1] + 6), (at[0] + 37, at[1] + 6))
    reader.left(sides[0], elbow=(sides[0][0] - 4, at[1] - 6))
    reader.right(sides[1], elbow=(sides[1][0] + 4, at[1] - 6))
    school.picture_book(p, at, 1.15)
    for side in sides:
        hand(p, side, reader.look, r=8)


SCENES = {
    "turn-the-page": Scene(turn_the_page, looks.BABY_JO),
    "story-basket": Scene(story_basket, looks.BABY_ZURI),
    "move-like-the-book": Scene(move_like_the_book, looks.KENJI),
    "story-nest": Scene(story_nest, looks.MATEO),
    "big-wall-drawing": Scene(big_wall_drawing, replace(looks.RUBY, aid=Aid.WHEELCHAIR)),
    "crayons-go-home": Scene(crayons_go_home, looks.BABY_LI),
}
