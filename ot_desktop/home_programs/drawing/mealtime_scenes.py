"""Mealtime on the move: carrying, wiping, kneading, washing up, sitting well."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import (
    looks,
    poses,
    settings,
    things,
    things_mealtime,
    things_more,
)
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, TEEN, TODDLER, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture, Point
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.people import head
from ot_desktop.home_programs.drawing.scene import Scene

LEANING = replace(poses.STANDING_SIDE, lean=30, neck=10)
REACHING = replace(
    poses.STANDING_SIDE,
    lean=46,
    neck=20,
    stretch=1.15,
    hips=(-0.15, 1),
    legs=(poses.Leg((0.3, 0.5), (0.5, 0.03)), poses.Leg((-0.3, 0.5), (-0.5, 0))),
)
DOUGH = "#EBCFA0"


def carry_the_bowl(child: Look) -> Picture:
    """Show a small child walks to the table with a bowl in both hands."""
    p = settings.room("green")
    settings.table(p, 168, 112, 62)
    things.bowl(p, (202, 101), 0.9, things.GOLD, "#FFFFFF")
    walker = Figure(p, child, poses.WALKING, (88, 172), size=TODDLER.times(1.3))
    walker.right((146, 112), elbow=(122, 132), is_far=True)
    walker.body(gaze=(0.9, 0.2))
    things.bowl(p, (132, 108), 1.15, things.RED, "#FFFFFF")
    walker.left((122, 112), elbow=(94, 132))
    p.moves(((44, 118), (30, 118)), ((44, 132), (26, 132)), ((46, 146), (32, 146)))
    return p


def big_table_wash(child: Look) -> Picture:
    """Show a child leans far over a table and wipes it with a cloth."""
    p = settings.room("green", 176)
    washer = Figure(p, child, REACHING, (70, 178), size=CHILD.times(1.12))
    washer.legs()
    for x in (118, 208):
        p.box(x, 140, (10, 40), things.DARK_WOOD, round_by=3)
    p.polygon([(104, 140), (124, 110), (226, 110), (232, 140)], things.WOOD)
    p.box(100, 138, (134, 10), things.DARK_WOOD, round_by=4)
    for x, y in ((206, 118), (214, 124), (202, 126), (218, 116)):
        p.circle(x, y, 2.4, things.CREAM, line=1.4)
    p.path("M142 126 C146 114 186 112 192 120 C196 132 150 138 142 126 Z", things.SKY)
    washer.left((122, 132), elbow=(94, 136))
    washer.trunk()
    washer.face(gaze=(0.9, 0.5))
    washer.right((164, 120), elbow=(136, 118))
    p.arrow((172, 96), (200, 84), (216, 102))
    return p


def waiter_walk(child: Look) -> Picture:
    """Show an older child walks with two cups of water on a tray."""
    p = settings.room("green")
    settings.table(p, 174, 116, 58)
    things.plate(p, (203, 112), 0.9)
    walker = Figure(p, child, poses.WALKING, (82, 172), size=TEEN)
    walker.right((160, 106), elbow=(132, 116), is_far=True)
    walker.body(gaze=(0.9, 0))
    for x in (126, 148):
        things.glass(p, (x, 83), 0.85)
    p.box(104, 95, (66, 8), things.RED, round_by=4)
    walker.left((116, 104), elbow=(82, 118))
    return p


def my_turn_wipe(child: Look) -> Picture:
    """Show a toddler wipes the mouth with a cloth and looks in a mirror."""
    p = Picture("#E6F3F1")
    settings.mirror(p, (188, 80), (80, 112))
    p.path("M158 130 C160 116 172 112 188 112 C204 112 216 116 218 130 Z", child.shirt, line=2)
    head(p, (188, 88), 23, child)
    _cloth(p, (201, 103), 0.6)
    baby = Seated(p, child, (80, 100), table=158, size=TODDLER.times(1.2))
    baby.body(gaze=(0.4, 0.2))
    p.table(158)
    x, y = baby.head_at
    for dx, dy, r in ((-13, 15, 3.2), (-18, 9, 2.4)):
        p.circle(x + dx, y + dy, r, things.ORANGE, line=1.4)
    _cloth(p, (x + 18, y + 25), 1)
    baby.right((x + 30, y + 35), elbow=(130, 150))
    baby.left((58, 154), elbow=(34, 148))
    things.bowl(p, (186, 150), 0.75, things.RED)
    return p


def knead_flat_bread(child: Look) -> Picture:
    """Show an older child pushes dough on a table with straight arms."""
    p = settings.room("mint", 176)
    settings.table(p, 104, 134, 126, 180)
    cook = Figure(p, child, LEANING, (68, 178), size=TEEN.times(1.06))
    cook.right((150, 112), elbow=(128, 98), is_far=True)
    cook.body(gaze=(0.8, 0.7))
    p.path("M110 134 C106 116 120 108 136 116 C152 108 182 114 178 134 Z", DOUGH)
    p.stroke("M124 128 C130 124 134 124 138 127 M156 126 C160 122 166 124 168 128", line=2)
    cook.left((136, 114), elbow=(112, 100))
    for y in (129, 122):
        p.oval(206, y, (17, 5), DOUGH, line=2.2)
    p.moves(((178, 100), (178, 110)), ((188, 102), (187, 112)), ((168, 96), (168, 104)))
    return p


def bib_off_all_done(child: Look) -> Picture:
    """Show a toddler in a high chair pulls the bib off, a basket below."""
    p = Picture("#FBF3E4")
    baby = Seated(p, child, (78, 92), table=150, size=TODDLER.times(1.1))
    things_mealtime.high_chair(p, baby.at, 150)
    baby.body(gaze=(0.6, 0.3), mouth="laugh")
    things_mealtime.high_chair_tray(p, baby.at, 150, right=80)
    things.basket(p, (200, 164), 1.0)
    things_mealtime.bib(p, (172, 92))
    baby.right((148, 72), elbow=(136, 118))
    baby.left((34, 88), elbow=(30, 126))
    p.arrow((216, 92), (226, 112), (214, 136))
    return p


def dish_line(child: Look) -> Picture:
    """Show an older child washes a plate over a tub of soapy water."""
    p = Picture("#FBF3E4")
    washer = Seated(p, child, (90, 74), table=150, size=TEEN)
    washer.body(gaze=(-0.3, 0.9))
    settings.counter(p, 10, 148, 220, 186)
    p.circle(76, 110, 28, "#FFFFFF")
    p.circle(76, 110, 18, "#FFFFFF", line=1.8)
    things_mealtime.dish_tub(p, (84, 142))
    things_mealtime.dish_rack(p, (188, 140))
    washer.left((52, 120), elbow=(36, 130))
    things.sponge(p, (84, 108), 0.75)
    washer.right((95, 106), elbow=(142, 122))
    things.bubbles(p, (132, 62), 0.8)
    return p


def feed_the_bear(child: Look) -> Picture:
    """Show a toddler holds a spoon to the mouth of a toy bear at the table."""
    p = Picture("#FCEEEA")
    things_more.teddy(p, (178, 118), 1.9)
    baby = Seated(p, child, (72, 94), table=156, size=TODDLER.times(1.1))
    baby.body(gaze=(0.9, 0.2), mouth="open")
    p.table()
    things.bowl(p, (122, 146), 0.9, things.BLUE, "#FFFFFF")
    with p.turned(86, (140, 104)):
        things.spoon(p, (140, 104), 1.3)
    baby.right((118, 104), elbow=(104, 140))
    baby.left((66, 150), elbow=(34, 146))
    return p


def kitchen_cafe(child: Look) -> Picture:
    """Show a child with an apron writes what a grown-up at the table wants."""
    p = settings.room("pink", 174)
    guest = Seated(p, looks.MOM, (184, 80), table=132, size=ADULT)
    guest.body(gaze=(-0.8, 0.2), mouth="open")
    settings.table(p, 132, 126, 98)
    guest.left((160, 120), elbow=(144, 124))
    guest.right((204, 120), elbow=(224, 124))
    p.path(
        "M104 10 L140 10 C146 10 150 14 150 20 L150 34 L158 48 L140 44 L104 44 "
        "C98 44 94 40 94 34 L94 20 C94 14 98 10 104 10 Z",
        "#FFFFFF",
    )
    things.apple(p, (109, 28), 0.75)
    things.cup(p, (132, 27), 0.75)
    server = Figure(p, child, poses.STANDING_SIDE, (56, 174))
    server.body(gaze=(0.9, 0.2))
    x, y = server.shoulders
    p.path(
        f"M{x - 8} {y - 4} L{x - 8} {y + 8} L{x - 15} {y + 30} L{x + 16} {y + 30} "
        f"L{x + 11} {y + 8} L{x + 10} {y - 4}",
        "#FFFFFF",
    )
    with p.turned(14, (100, 98)):
        p.box(86, 84, (30, 30), "#FFFFFF", round_by=2)
        p.box(86, 82, (30, 7), things.RED, round_by=2, line=2)
        p.stroke("M92 98 l14 0 M92 106 l8 0", line=2.2)
    server.right((92, 116), elbow=(82, 122), is_far=True)
    with p.turned(40, (116, 92)):
        things_more.pencil(p, (116, 92), 0.9)
    server.left((119, 88), elbow=(84, 132))
    return p


def question_jar(child: Look) -> Picture:
    """Show a child reads a slip of paper from a jar to another child."""
    p = Picture("#FCEEEA")
    friend = Seated(p, looks.SALMA, (186, 90))
    friend.body(gaze=(-0.9, 0.1))
    reader = Seated(p, child, (60, 90))
    reader.body(gaze=(0.8, 0.4), mouth="open")
    p.table()
    things_mealtime.slip_jar(p, (132, 132))
    p.path(
        "M104 12 L142 12 C150 12 154 16 154 24 L154 36 C154 44 150 48 142 48 L112 48 L96 56 "
        "L100 46 C96 44 94 40 94 36 L94 24 C94 16 98 12 104 12 Z",
        "#FFFFFF",
    )
    p.stroke("M116 24 C116 16 132 16 131 25 C130 30 124 30 124 36 M124 42 L124 42.5", line=3.6)
    p.box(38, 110, (46, 26), "#FFFFFF", round_by=2)
    p.stroke("M46 119 l30 0 M46 127 l20 0", line=2.2)
    reader.left((36, 130), elbow=(22, 148))
    reader.right((86, 130), elbow=(100, 148))
    friend.left((164, 150), elbow=(150, 140))
    friend.right((200, 150), elbow=(222, 142))
    return p


def feet_on_the_box(child: Look) -> Picture:
    """Show a child sits tall at a table with both feet on a box."""
    p = settings.room("green", 176)
    settings.chair(p, (76, 130), 46)
    p.hull((55, 98), 8, (56, 118), 8, things.GOLD)
    eater = Figure(p, child.out_of_chair, poses.ON_CHAIR, (80, 129), size=CHILD)
    p.box(96, 158, (66, 20), things.ORANGE, round_by=3)
    p.stroke("M96 165 L162 165", line=1.8)
    eater.body(gaze=(0.9, 0.3))
    p.box(204, 106, (10, 72), things.DARK_WOOD, round_by=3)
    p.box(136, 100, (94, 11), things.WOOD, round_by=5)
    things.bowl(p, (192, 90), 0.9, things.RED)
    with p.turned(70, (164, 82)):
        things.spoon(p, (164, 82), 0.9)
    eater.right((150, 88), elbow=(124, 102))
    p.arrow((188, 172), (188, 150), (150, 150))
    return p


def _cloth(p: Picture, at: Point, s: float) -> None:
    folds = (
        "M-16 -8 C-8 -16 6 -14 14 -12 C22 -4 14 8 20 22 C12 18 6 26 -2 22 "
        "C-8 26 -12 16 -18 18 C-12 8 -20 0 -16 -8 Z"
    )
    things.shape(p, at, s, folds, things.CREAM)
    things.shape(p, at, s, "M-15 11 C-8 8 -2 18 6 14 C10 13 14 12 16 13", line=2, color="#B98A1E")


SCENES = {
    "carry-the-bowl": Scene(carry_the_bowl, looks.BABY_JO),
    "big-table-wash": Scene(big_table_wash, looks.MATEO),
    "waiter-walk": Scene(waiter_walk, looks.SWOOP_TEEN),
    "my-turn-wipe": Scene(my_turn_wipe, looks.BABY_ZURI),
    "knead-flat-bread": Scene(knead_flat_bread, looks.RUBY),
    "bib-off-all-done": Scene(bib_off_all_done, looks.BABY_LI),
    "dish-line": Scene(dish_line, looks.NIA),
    "feed-the-bear": Scene(feed_the_bear, looks.BABY_JO),
    "kitchen-cafe": Scene(kitchen_cafe, replace(looks.KENJI, aid=looks.Aid.WHEELCHAIR)),
    "question-jar": Scene(question_jar, looks.AMA),
    "feet-on-the-box": Scene(feet_on_the_box, looks.FINN),
}
