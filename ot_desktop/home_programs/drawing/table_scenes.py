"""Activities at a table: eating, writing, cards, laces."""

from ot_desktop.home_programs.drawing import looks
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.people import arm, bust, head
from ot_desktop.home_programs.drawing.scene import Scene

SAND, LILAC, PINK = "#FBF3E4", "#F1ECF7", "#FCEEEA"
PAPER, WOOD, GOLD = "#FFFFFF", "#C79A6B", "#F2C14E"


def stir_and_scoop(child: Look) -> Picture:
    """Show a small child lifts a full spoon from a bowl, elbow on the table."""
    p = Picture(SAND)
    bust(p, (88, 97), 160, child, half=38)
    head(p, (88, 68), 32, child, gaze=(0.7, 0.5), mouth="open")
    p.table()
    p.box(126, 150, (84, 8), "#8CC3EF", round_by=4)
    p.path("M136 122 L200 122 C200 142 188 152 168 152 C148 152 136 142 136 122 Z", "#E8685A")
    p.oval(168, 122, (32, 6.5), "#F6DFA6", line=2)
    p.stroke("M128 116 L112 96", line=5)
    p.oval(110, 92, (9, 6.5), "#D5DDE3", line=2.2)
    p.path("M102 91 C102 82 118 82 118 91 Z", "#F6DFA6", line=2)
    arm(p, [(112, 128), (132, 152), (130, 120)], child)
    arm(p, [(62, 128), (62, 154), (96, 152)], child)
    p.arrow((152, 108), (150, 84), (130, 82))
    return p


def make_my_own_wrap(child: Look) -> Picture:
    """Show an older child rolls a filled wrap on a plate."""
    p = Picture(SAND)
    bust(p, (120, 84), 150, child, half=42)
    head(p, (120, 58), 27, child, gaze=(0, 0.9))
    p.table(y=150)
    p.oval(120, 146, (76, 13), PAPER)
    p.path("M70 148 C66 134 72 124 84 124 L158 124 C170 124 174 136 168 148 Z", "#F3DFB5")
    p.stroke("M84 134 C104 130 124 130 144 133", line=1.8, color="#B99C62")
    p.oval(166, 135, (13, 15), "#F8EBCB")
    p.stroke(
        "M166 135 C168 130 160 130 160 136 C160 144 174 144 174 134", line=1.8, color="#B99C62"
    )
    for x, y, color in (
        (162, 128, "#7DB46C"),
        (172, 130, "#E8685A"),
        (170, 142, "#7DB46C"),
        (160, 142, GOLD),
    ):
        p.circle(x, y, 3.2, color, line=1.4)
    arm(p, [(84, 118), (62, 128), (86, 128)], child)
    arm(p, [(156, 116), (172, 112), (136, 124)], child)
    p.arrow((206, 134), (208, 106), (188, 104))
    p.path("M18 128 L58 128 C58 144 50 150 38 150 C26 150 18 144 18 128 Z", "#8CC3EF", line=2.2)
    p.path("M20 128 C24 116 32 122 36 116 C42 120 52 116 56 128 Z", "#7DB46C", line=2)
    p.circle(36, 124, 4, "#E8685A", line=1.8)
    return p


def rainbow_name(child: Look) -> Picture:
    """Show a child traces big letters in many colors."""
    p = Picture(LILAC)
    bust(p, (70, 89), 150, child, half=38)
    head(p, (72, 62), 28, child, gaze=(0.8, 0.7))
    p.table(y=150)
    p.polygon([(104, 152), (116, 34), (220, 34), (226, 152)], PAPER)
    for shift, color in enumerate(("#E8685A", "#F0A04B", GOLD, "#6FB38A", "#5E9BD1")):
        x = 122 + shift * 3.4
        p.stroke(
            f"M{x:.1f} 104 L{x + 14:.1f} 50 L{x + 28:.1f} 104 M{x + 6:.1f} 86 L{x + 22:.1f} 86",
            line=3.4,
            color=color,
        )
    for shift, color in enumerate(("#E8685A", "#F0A04B", GOLD)):
        y = 68 + shift * 3.4
        p.stroke(
            f"M182 104 L182 {y:.1f} M182 {y + 8:.1f} C188 {y - 3:.1f} 206 {y - 3:.1f} "
            f"206 {y + 12:.1f} L206 104",
            line=3.4,
            color=color,
        )
    p.stroke("M206 106 L200 124", line=10)
    p.stroke("M204 112 L200 124", line=6, color=GOLD)
    arm(p, [(98, 118), (134, 152), (196, 126)], child)
    arm(p, [(44, 120), (48, 148), (98, 146)], child)
    for x, color in ((24, "#E8685A"), (36, "#5E9BD1")):
        p.box(x, 142, (9, 22), color, round_by=3, line=2)
    return p


def three_box_plan(child: Look) -> Picture:
    """Show a teenager writes in the first of three boxes, with a timer beside."""
    p = Picture(PINK)
    bust(p, (66, 83), 150, child, half=40)
    head(p, (68, 58), 26, child, gaze=(0.8, 0.7))
    p.table(y=150)
    p.polygon([(100, 152), (108, 62), (214, 62), (222, 152)], PAPER)
    for index, y in enumerate((70, 97, 124)):
        p.box(122, y, (74, 21), "#E6F3F1" if index == 0 else PAPER, round_by=4, line=2.2)
    p.stroke("M130 81 L150 81 M130 108 L140 108", line=2.6, color="#2E8B87")
    for y in (118,):
        p.stroke(f"M159 {y - 26} L159 {y - 22} M159 {y + 1} L159 {y + 5}", line=2.2)
    p.stroke("M178 62 L158 82", line=9)
    p.stroke("M178 62 L160 80", line=5.5, color=GOLD)
    arm(p, [(98, 116), (134, 128), (172, 74)], child)
    arm(p, [(44, 114), (56, 148), (106, 145)], child)
    p.circle(26, 134, 16, PAPER)
    p.path("M26 134 L26 122 A12 12 0 0 1 38 134 Z", "#E8685A", line=1.6)
    p.box(21, 111, (10, 6), "#E8685A", round_by=2, line=2)
    return p


def deal_and_flip(child: Look) -> Picture:
    """Show an older child turns a playing card over."""
    p = Picture(LILAC)
    bust(p, (92, 86), 150, child, half=40)
    head(p, (92, 60), 27, child, gaze=(0.7, 0.7))
    p.table(y=150)
    for shift in range(3):
        p.box(36 + shift * 2, 134 - shift * 3, (34, 20), "#5E9BD1", round_by=3, line=2)
    p.polygon([(158, 152), (166, 132), (204, 132), (212, 152)], PAPER)
    _heart(p, 186, 143, 5)
    p.polygon([(146, 116), (172, 92), (192, 112), (168, 138)], PAPER)
    _heart(p, 171, 113, 8)
    arm(p, [(124, 118), (138, 140), (154, 122)], child)
    arm(p, [(60, 118), (46, 136), (66, 134)], child)
    p.arrow((150, 88), (176, 66), (204, 96))
    return p


def _heart(p: Picture, x: float, y: float, s: float) -> None:
    p.path(
        f"M{x} {y + s} C{x - 2 * s} {y - s * 0.4} {x - s} {y - 1.4 * s} {x} {y - s * 0.4} "
        f"C{x + s} {y - 1.4 * s} {x + 2 * s} {y - s * 0.4} {x} {y + s} Z",
        "#D9605A",
        line=1.5,
    )


def two_loop_laces(child: Look) -> Picture:
    """Show a child holds two lace loops of a shoe that stands on the table."""
    p = Picture(SAND)
    bust(p, (120, 70), 152, child, half=50)
    head(p, (120, 46), 26, child, gaze=(0, 0.9))
    p.table(y=160)
    p.path(
        "M58 160 C56 136 62 126 82 126 L104 126 C112 136 130 140 154 142 "
        "C176 144 186 150 186 160 Z",
        "#4A86C5",
    )
    p.path(
        "M56 154 L188 154 L188 158 C188 164 184 166 178 166 L66 166 C58 166 56 163 56 154 Z", PAPER
    )
    p.path("M82 126 L104 126 C106 132 102 136 96 136 C88 136 82 132 82 126 Z", "#2F6197", line=2)
    for color, side in (("#E8685A", -1), ("#FFFFFF", 1)):
        ear = (
            f"M122 138 C{122 + side * 44} 140 {122 + side * 80} 112 {122 + side * 56} 88 "
            f"C{122 + side * 36} 70 {122 + side * 2} 100 122 138"
        )
        p.stroke(ear, line=8.4)
        p.stroke(ear, line=4.4, color=color)
    p.circle(122, 138, 6, GOLD, line=2.2)
    arm(p, [(78, 100), (42, 122), (62, 88)], child, width=12)
    arm(p, [(162, 100), (202, 122), (182, 88)], child, width=12)
    return p


def peanut_butter_tongue_walk(child: Look) -> Picture:
    """Show a child looks in a mirror and reaches a dot beside the mouth with the tongue."""
    p = Picture(PINK)
    p.box(146, 22, (76, 104), "#C79A6B", round_by=36)
    p.box(153, 29, (62, 90), "#DCEAF2", round_by=30)
    p.stroke("M164 54 L178 40 M166 66 L186 46", line=2.4, color="#FFFFFF")
    p.path("M156 118 C158 104 170 98 184 98 C198 98 210 104 212 118 Z", child.shirt, line=2)
    head(p, (184, 78), 22, child, mouth="tongue")
    p.circle(196.5, 86, 3, "#A9713B", line=1.4)
    bust(p, (74, 111), 168, child, half=44)
    head(p, (74, 74), 38, child, gaze=(0.5, 0), mouth="tongue")
    p.circle(98.5, 86, 4.5, "#A9713B", line=1.8)
    p.table(y=158)
    p.box(112, 128, (32, 30), "#C98B4A", round_by=5)
    p.box(109, 120, (38, 10), "#E8685A", round_by=4)
    p.box(116, 136, (24, 13), "#FBF3E4", round_by=2, line=1.6)
    return p


SCENES = {
    "stir-and-scoop": Scene(stir_and_scoop, looks.BABY_LI),
    "rainbow-name": Scene(rainbow_name, looks.RUBY),
    "make-my-own-wrap": Scene(make_my_own_wrap, looks.SALMA),
    "three-box-plan": Scene(three_box_plan, looks.SWOOP_TEEN),
    "deal-and-flip": Scene(deal_and_flip, looks.HEARING_FINN),
    "two-loop-laces": Scene(two_loop_laces, looks.AMA),
    "peanut-butter-tongue-walk": Scene(peanut_butter_tongue_walk, looks.FINN),
}
