"""Play with older children."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things, things_more
from ot_desktop.home_programs.drawing import things_play as toys
from ot_desktop.home_programs.drawing.figure import ADULT, TEEN, Figure, Seated
from ot_desktop.home_programs.drawing.kit import OUTLINE, Picture
from ot_desktop.home_programs.drawing.looks import MOM, Look
from ot_desktop.home_programs.drawing.scene import Scene

TUBE, TAPE = "#D9B27F", "#8CC3EF"


def make_our_game(child: Look) -> Picture:
    """Show an older child moves a button along a path drawn on paper."""
    p = settings.room("green", None)
    one = Seated(p, child, (72, 92), table=152)
    one.body(gaze=(0.8, 0.7))
    p.table(y=152)
    p.polygon([(96, 154), (108, 60), (222, 60), (230, 154)], things.WHITE)
    for step, (x, y) in enumerate(_PATH):
        color = (things.WHITE, things.GOLD, things.WHITE, things.SKY)[step % 4]
        p.box(x - 9, y - 8, (18, 16), color, round_by=2, line=2)
    things_more.star(p, (204, 78), 1.2)
    one.right((144, 128))
    p.circle(150, 112, 9, things.RED, line=2.2)
    for x in (147, 153):
        p.circle(x, 112, 1.6, OUTLINE, color=None)
    one.left((84, 144))
    with p.turned(12, (28, 140)):
        p.box(16, 128, (24, 24), things.WHITE, round_by=4)
        for x, y in ((22, 134), (28, 140), (34, 146)):
            p.circle(x, y, 2.2, OUTLINE, color=None)
    p.arrow((154, 96), (168, 82), (184, 98))
    return p


_PATH = (
    *((x, 140) for x in range(114, 205, 18)),
    (204, 124),
    *((x, 108) for x in range(204, 131, -18)),
    (132, 92),
    *((x, 76) for x in range(132, 187, 18)),
)


def back_to_back_drawing(child: Look) -> Picture:
    """Show a child and a grown-up sit back to back; each draws the house the child tells of."""
    p = settings.room("blue")
    mom = Figure(p, MOM, poses.KNEES_UP, (146, 178), size=ADULT.times(0.8))
    mom.right((204, 146), is_far=True)
    mom.body(gaze=(0.7, 0.6))
    one = Figure(p, child, poses.KNEES_UP, (92, 178), size=TEEN.times(0.9), facing=-1)
    one.left((34, 146), is_far=True)
    one.body(gaze=(-0.7, 0.4), mouth="open")
    for x, side in ((38, -1), (202, 1)):
        with p.turned(side * 12, (x, 122)):
            p.box(x - 22, 98, (44, 50), things.WHITE, round_by=2)
            toys.house(p, x, 138, 13)
        with p.turned(side * -32, (x - side * 16, 112)):
            things_more.pencil(p, (x - side * 16, 106), 0.8, things.GREEN)
    one.right((57, 110), elbow=(98, 138))
    mom.left((183, 110), elbow=(142, 138))
    p.path(
        "M26 12 L88 12 Q98 12 98 22 L98 50 Q98 60 88 60 L84 60 L84 72 L70 60 L26 60 "
        "Q16 60 16 50 L16 22 Q16 12 26 12 Z",
        things.WHITE,
        line=2.2,
    )
    toys.house(p, 57, 54, 15)
    return p


def ball_run(child: Look) -> Picture:
    """Show a child drops a ball in paper tubes that are taped in a zigzag on a door."""
    p = settings.room("mint")
    p.box(106, 8, (124, 168), "#F3E4CC")
    p.circle(221, 100, 5, things.GOLD)
    one = Figure(p, child, poses.STANDING_SIDE, (50, 178), size=TEEN)
    one.left((24, 128))
    one.body(gaze=(0.9, -0.1), mouth="open")
    for (x, y), (to_x, to_y) in (
        ((124, 52), (186, 72)),
        ((206, 88), (146, 108)),
        ((126, 120), (186, 138)),
    ):
        p.limb([(x, y), (to_x, to_y)], TUBE, 15)
        p.stroke(f"M{x} {y - 3} L{to_x} {to_y - 3}", line=5, color="#A67C4C")
        for part in (0.2, 0.8):
            at = (x + (to_x - x) * part, y + (to_y - y) * part)
            with p.turned(18 if to_x > x else -18, at):
                p.box(at[0] - 4, at[1] - 11, (8, 22), TAPE, line=1.8)
    p.path("M186 150 L190 174 L214 174 L218 150 Z", things.BLUE)
    p.oval(202, 150, (16, 5), "#2F6197", line=2.2)
    things.ball(p, (122, 33), 0.8)
    one.right((107, 42))
    p.arrow((142, 34), (176, 38), (198, 56))
    p.arrow((128, 88), (114, 96), (118, 110))
    return p


def one_slow_song(child: Look) -> Picture:
    """Show a child lies on the back, eyes closed, hands on the belly, while music plays."""
    p = settings.room("lilac", None)
    p.box(150, 18, (62, 62), "#3E4D78", round_by=4)
    p.path(
        "M186 30 C170 32 168 58 188 62 C172 68 158 56 162 42 C166 30 178 26 186 30 Z",
        things.GOLD,
        line=2,
    )
    for x, y in ((200, 36), (202, 66)):
        p.circle(x, y, 2.4, things.GOLD, color=None)
    p.stroke("M194 18 L194 80 M150 49 L212 49", line=2, color="#F1ECF7")
    p.hull((26, 170), 9, (214, 170), 9, things.SKY)
    things.cushion(p, (46, 152), 1.1)
    one = Figure(p, child, poses.ON_BACK, (118, 164), size=TEEN.times(0.82))
    one.left((128, 140), is_far=True)
    one.body()
    toys.closed_eyes(one)
    one.right((124, 134))
    p.box(28, 108, (62, 7), things.WOOD, round_by=3)
    p.box(46, 64, (26, 44), "#55606B", round_by=5)
    p.box(50, 70, (18, 30), "#DCEAF2", round_by=2, line=2)
    toys.note(p, 92, 62)
    toys.note(p, 22, 50, 0.9)
    return p


def wall_ball(child: Look) -> Picture:
    """Show a child throws a ball at a brick wall, hands ready to catch."""
    p = settings.room("green")
    toys.bricks(p, 182, 44)
    one = Figure(p, child, poses.THROWING, (66, 176), size=TEEN)
    one.right((106, 98), is_far=True)
    one.body(gaze=(0.9, 0), mouth="laugh")
    one.left((116, 80), elbow=(86, 116))
    things.ball(p, (148, 58), 1, "#B9D35A")
    p.arrow((148, 38), (164, 34), (177, 50))
    p.arrow((176, 76), (172, 112), (136, 112))
    p.moves(((130, 62), (120, 65)), ((134, 72), (126, 77)))
    return p


def cup_beat(child: Look) -> Picture:
    """Show a child taps an upside-down cup with one hand while the other hand is up."""
    p = settings.room("mint", None)
    one = Seated(p, child, (120, 84), table=158, size=TEEN)
    one.body(gaze=(0, 0.7))
    p.table(y=154)
    p.path("M98 154 L104 118 L136 118 L142 154 Z", things.RED)
    p.stroke("M99 146 L141 146", line=2.4)
    p.stroke("M110 124 L107 138", line=3, color=things.WHITE)
    one.left((112, 112), elbow=(58, 128))
    one.right((182, 74), elbow=(180, 124))
    p.moves(((98, 100), (92, 91)), ((142, 106), (150, 99)), ((124, 96), (126, 87)))
    p.arrow((200, 78), (206, 96), (196, 114))
    toys.note(p, 34, 62, 1.2)
    toys.note(p, 204, 48)
    return p


SCENES = {
    "cup-beat": Scene(cup_beat, replace(looks.SWOOP_TEEN, shirt=things.SKY)),
    "make-our-game": Scene(make_our_game, looks.KENJI),
    "back-to-back-drawing": Scene(back_to_back_drawing, looks.NIA_GLASSES),
    "ball-run": Scene(ball_run, looks.NIA),
    "one-slow-song": Scene(one_slow_song, looks.HEARING_FINN),
    "wall-ball": Scene(wall_ball, looks.RUBY),
}
