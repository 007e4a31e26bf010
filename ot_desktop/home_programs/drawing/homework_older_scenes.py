"""Homework of older children: keys, time, the bag, calm, copying, breaks."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings
from ot_desktop.home_programs.drawing import things_homework as school
from ot_desktop.home_programs.drawing import things_more as more
from ot_desktop.home_programs.drawing.figure import ADULT, TEEN, Figure, Seated
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import Hair, Look
from ot_desktop.home_programs.drawing.people import hand
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.things import (
    BLUE,
    GOLD,
    GREEN,
    RED,
    STEEL,
    VIOLET,
    WHITE,
)

TEEN_GIRL = replace(looks.RUBY, style=Hair.LONG, shirt="#3F7F63")


def home_row_taps(child: Look) -> Picture:
    """Show a teenager taps keys with eyes on the parent, who says a letter."""
    p = settings.room("lilac", None)
    parent = Seated(p, looks.MOM, (196, 98), table=162, size=ADULT.times(0.85))
    parent.body(gaze=(-0.8, 0), mouth="open")
    one = Seated(p, child, (92, 84), table=162, size=TEEN)
    one.body(gaze=(0.9, -0.5))
    p.table(y=162)
    school.keyboard(p, (94, 148), 0.92)
    one.left((66, 138), elbow=(34, 132))
    one.right((122, 138), elbow=(154, 132))
    for x in (60, 66, 72, 116, 122, 128):
        p.stroke(f"M{x} 140 L{x} 149", line=6)
        p.stroke(f"M{x} 140 L{x} 148", line=3, color=child.skin)
    hand(p, (66, 137), child, r=10)
    hand(p, (122, 137), child, r=10)
    school.says(p, (152, 34))
    school.letter(p, (152, 34), 1.3, "a", RED)
    return p


def see_the_time(child: Look) -> Picture:
    """Show a child colors a slice on a paper clock under a real clock."""
    p = settings.room("pink", None)
    school.clock(p, (176, 42), 32, slice_color=None)
    one = Seated(p, child, (70, 88))
    one.body(gaze=(0.8, 0.7))
    p.table()
    p.polygon([(120, 158), (128, 82), (222, 82), (230, 158)], WHITE)
    school.clock(p, (176, 120), 31, slice_color=RED)
    with p.turned(50, (170, 112)):
        more.crayon(p, (170, 108), 0.9, RED)
    one.right((158, 116), elbow=(124, 146))
    one.left((46, 146))
    return p


def friday_bag_clean_out(child: Look) -> Picture:
    """Show a teenager sorts papers from an open bag into three boxes."""
    p = settings.room("sand", None)
    one = Seated(p, child, (140, 74), size=TEEN)
    one.body(gaze=(0.6, 0.8))
    p.table(y=160)
    school.open_bag(p, (52, 122))
    for x, color, sign in ((118, GREEN, "tick"), (162, GOLD, "eye"), (206, STEEL, "cross")):
        school.tray(p, (x, 160), color, sign)
    with p.turned(14, (206, 86)):
        more.paper(p, (206, 88), 0.7)
    one.right((194, 84), elbow=(186, 124))
    one.left((78, 92), elbow=(100, 124))
    p.arrow((226, 84), (232, 98), (216, 114))
    return p


def square_breath(child: Look) -> Picture:
    """Show a child traces the edge of a book with a finger and breathes out slowly."""
    p = settings.room("mint", None)
    one = Seated(p, child, (72, 92))
    one.body(gaze=(0.4, 0.5), mouth="open")
    p.table()
    more.book(p, (180, 115), 2.05, BLUE)
    p.arrow((160, 62), (182, 60), (206, 62))
    p.arrow((224, 86), (226, 114), (224, 146))
    p.limb([(138, 86), (150, 75)], child.skin, 6)
    one.right((136, 89), elbow=(124, 140))
    one.left((46, 146))
    p.stroke("M106 76 C112 72 116 80 124 75 M106 86 C111 82 114 88 119 85", line=2.4, color=BLUE)
    return p


def read_cover_write(child: Look) -> Picture:
    """Show a child covers a line of a book with a card and writes the words on paper."""
    p = settings.room("pink", None)
    one = Seated(p, child, (120, 82), table=162)
    one.body(gaze=(0.6, 0.9))
    p.table(y=162)
    more.open_book(p, (62, 138), 1.25, VIOLET)
    p.box(20, 130, (46, 17), GOLD, round_by=3)
    p.polygon([(136, 164), (144, 96), (218, 96), (226, 164)], WHITE)
    p.stroke("M158 108 L208 108 M168 131 L185 131", line=3, color=BLUE)
    one.left((64, 138), elbow=(84, 140))
    one.right((200, 124), elbow=(152, 172))
    with p.turned(48, (202, 120)):
        more.pencil(p, (203, 118), 1)
    return p


def roll_a_break(child: Look) -> Picture:
    """Show a child does a star jump beside a die and a list of six moves."""
    p = settings.room("green", 176)
    p.box(168, 24, (58, 92), WHITE, round_by=4)
    for index in range(6):
        y = 34 + index * 14.5
        p.circle(180, y, 4, STEEL, line=1.8)
        p.stroke(f"M190 {y} L216 {y}", line=2.4)
    p.circle(180, 77.5, 4, RED, line=1.8)
    p.arrow((158, 96), (150, 86), (168, 80))
    school.die(p, (196, 152), 1)
    p.moves(((164, 150), (156, 146)), ((166, 164), (157, 166)))
    one = Figure(p, child, poses.STAR_JUMP, (84, 170))
    one.left((30, 62), elbow=(46, 88))
    one.right((138, 62), elbow=(122, 88))
    one.body(mouth="laugh")
    p.moves(((58, 178), (58, 172)), ((84, 180), (84, 173)), ((110, 178), (110, 172)))
    return p


SCENES = {
    "home-row-taps": Scene(home_row_taps, looks.SWOOP_TEEN),
    "see-the-time": Scene(see_the_time, looks.KENJI),
    "friday-bag-clean-out": Scene(friday_bag_clean_out, looks.SALMA),
    "square-breath": Scene(square_breath, replace(looks.AMA, has_glasses=True)),
    "read-cover-write": Scene(read_cover_write, TEEN_GIRL),
    "roll-a-break": Scene(roll_a_break, looks.NIA),
}
