"""Homework of children who learn to write: scissors, pencils, letters, a good seat."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things
from ot_desktop.home_programs.drawing import things_homework as school
from ot_desktop.home_programs.drawing import things_more as more
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture, Point
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.things import (
    CREAM,
    DARK_WOOD,
    GOLD,
    GREEN,
    RED,
    SKY,
    VIOLET,
    WHITE,
    WOOD,
)

PARENT = ADULT.times(0.9)


def snip_the_grass(child: Look) -> Picture:
    """Show a child snips lines along the edge of a green strip."""
    p = settings.room("lilac", None)
    one = Seated(p, child, (96, 86))
    one.body(gaze=(0.4, 0.9))
    p.table()
    blades = "".join(
        f"L{x} {y} " for x in range(34, 122, 12) for x, y in ((x + 5, 104), (x + 12, 122))
    )
    p.path(f"M34 122 {blades}L206 122 L206 157 L34 157 Z", GREEN)
    for x in (150, 166, 182):
        p.stroke(f"M{x} 124 L{x} 136", line=2.2, color=WHITE)
    one.left((40, 140), elbow=(46, 126))
    one.right((138, 86), elbow=(166, 122))
    with p.turned(180, (136, 104)):
        more.scissors(p, (136, 104), 1.5)
    return p


def pinch_and_flip(child: Look) -> Picture:
    """Show a child at a table and, close up, how the pencil is pinched and flipped back."""
    p = settings.room("lilac", None)
    one = Seated(p, child, (54, 106), size=CHILD.times(0.85))
    one.body(gaze=(0.5, 0.8))
    p.table()
    with p.turned(35, (92, 136)):
        more.pencil(p, (92, 134), 0.8)
    one.right((90, 140))
    one.left((26, 148))
    p.stroke("M98 134 L118 118", line=2.2)
    p.circle(166, 80, 66, WHITE)
    with p.turned(-62, (146, 94)):
        p.box(142, 50, (9, 44), CREAM, round_by=2, line=1.8)
    school.pinching_hand(p, (168, 90), child)
    p.arrow((114, 58), (136, 22), (186, 30))
    return p


def what_went_away(child: Look) -> Picture:
    """Show a child thinks what is missing on a towel while a parent hides a cup."""
    p = settings.room("pink", None)
    dad = replace(looks.DAD, shirt=VIOLET)
    parent = Seated(p, dad, (176, 84), size=PARENT)
    parent.body(gaze=(-0.8, 0.3))
    one = Seated(p, child, (70, 90), size=CHILD.times(0.95))
    one.body(gaze=(0.7, 0.6), mouth="open")
    p.table()
    p.polygon([(34, 158), (48, 138), (164, 138), (172, 158)], SKY)
    for thing, x in ((more.sock, 54), (more.toy_car, 84), (more.book, 142)):
        thing(p, (x, 143), 0.75)
    p.circle(114, 141, 14, WHITE)
    school.question(p, (114, 142), 0.75)
    one.left((52, 98), elbow=(30, 132))
    parent.left((186, 149), elbow=(158, 146))
    things.cup(p, (208, 84), 1.2, RED)
    parent.right((204, 94), elbow=(222, 128))
    return p


def back_letters(child: Look) -> Picture:
    """Show a parent draws a letter on a child's back; the child writes it on paper."""
    p = settings.room("mint", 176)
    _stool(p, (204, 142))
    parent = Figure(p, looks.MOM, poses.ON_CHAIR, (206, 142), size=PARENT, facing=-1)
    _stool(p, (112, 150))
    one = Figure(p, child, poses.ON_CHAIR, (112, 150), facing=-1)
    one.right((70, 112), is_far=True)
    parent.body(gaze=(-0.8, 0.3))
    one.body(gaze=(-0.8, 0.4))
    settings.table(p, 14, 124, 70)
    p.polygon([(18, 122), (30, 82), (76, 82), (70, 122)], WHITE)
    school.letter(p, (46, 104), 1.3, "A", RED)
    with p.turned(40, (68, 104)):
        more.pencil(p, (68, 100), 0.8)
    one.left((70, 112))
    school.letter(p, (118, 122), 0.85, "A", WHITE)
    parent.left((130, 118), elbow=(160, 142))
    p.moves(((142, 98), (148, 91)), ((132, 94), (134, 86)))
    return p


def homework_seat(child: Look) -> Picture:
    """Show a child on a chair, hips back, feet flat on a box under the table."""
    p = settings.room("green", 176)
    settings.chair(p, (76, 124), 52)
    one = Figure(p, child.out_of_chair, poses.ON_CHAIR, (80, 124), size=CHILD.times(0.95))
    p.box(98, 152, (66, 25), GOLD, round_by=3)
    p.stroke("M104 164 L158 164", line=2.2)
    one.right((150, 90), is_far=True)
    one.body(gaze=(0.8, 0.4))
    p.box(204, 104, (9, 72), DARK_WOOD, round_by=3)
    p.box(116, 96, (108, 11), WOOD, round_by=5)
    p.polygon([(134, 95), (142, 88), (190, 88), (188, 95)], WHITE, line=2)
    with p.turned(30, (152, 78)):
        more.pencil(p, (152, 76), 0.8)
    one.left((146, 86), elbow=(100, 100))
    p.arrow((190, 134), (188, 150), (174, 160))
    return p


def letter_detective(child: Look) -> Picture:
    """Show a child with a magnifying glass rings one letter in rows of letters."""
    p = settings.room("pink", None)
    one = Seated(p, child, (64, 92))
    one.body(gaze=(0.8, 0.7))
    p.table()
    p.polygon([(100, 158), (108, 26), (222, 26), (228, 158)], WHITE)
    for row, letters in enumerate(("aoba", "nabo", "obna")):
        for column, name in enumerate(letters):
            school.letter(p, (130 + column * 26, 52 + row * 34), 0.9, name)
    for found in ((130, 52), (208, 52), (156, 86)):
        p.circle(*found, 14, "none", line=2.6, color=RED)
    school.magnifier(p, (156, 88), 1)
    with p.turned(160, (32, 122)):
        more.pencil(p, (32, 122), 1, RED)
    one.left((34, 132), elbow=(22, 152))
    one.right((140, 122), elbow=(110, 150))
    return p


def tummy_reading(child: Look) -> Picture:
    """Show a child on the tummy, propped up on both elbows, reads on a rug."""
    p = settings.room("green", None)
    p.oval(120, 160, (112, 20), "#D9CFE8")
    p.oval(120, 160, (100, 15), "none", line=2, color=WHITE)
    one = Figure(p, child, poses.ON_BELLY, (134, 158))
    one.right((194, 154), elbow=(172, 168), is_far=True)
    one.body(gaze=(0.9, 0.6))
    more.open_book(p, (208, 140), 0.8, VIOLET)
    one.left((188, 158), elbow=(150, 178))
    return p


def _stool(p: Picture, seat: Point) -> None:
    x, y = seat
    for side in (-1, 1):
        p.box(x + side * 17 - 3, y + 4, (6, 172 - y), DARK_WOOD, round_by=2, line=2.2)
    p.box(x - 24, y, (48, 8), WOOD, round_by=4)


SCENES = {
    "snip-the-grass": Scene(snip_the_grass, looks.AMA),
    "pinch-and-flip": Scene(pinch_and_flip, looks.FINN),
    "what-went-away": Scene(what_went_away, looks.NIA_GLASSES),
    "back-letters": Scene(back_letters, looks.MATEO),
    "homework-seat": Scene(homework_seat, looks.HEARING_FINN),
    "letter-detective": Scene(letter_detective, looks.RUBY),
    "tummy-reading": Scene(tummy_reading, looks.NIA),
}
