"""Things of the table that only mealtime needs; placed and sized as in ``things``."""

from ot_desktop.home_programs.drawing.kit import Picture, Point, curve
from ot_desktop.home_programs.drawing.things import (
    BLUE,
    DARK_WOOD,
    RED,
    STEEL,
    WHITE,
    WOOD,
    shape,
)

SHELL, TRACE = "#F3DFC4", "#8A97A0"


def high_chair(p: Picture, neck: Point, tray: float) -> None:
    """Add the back and the legs of a high chair, behind a toddler."""
    x, y = neck
    for side in (-1, 1):
        p.limb([(x + side * 40, tray), (x + side * 50, 180)], DARK_WOOD, 6)
    p.box(x - 48, y - 38, (96, tray - y + 38), WOOD, round_by=16)


def high_chair_tray(p: Picture, neck: Point, tray: float, *, right: float = 106) -> None:
    """Add the tray in front of a toddler; it reaches ``right`` of the neck."""
    p.box(neck[0] - 56, tray, (56 + right, 12), WHITE, round_by=6)


def half_egg(p: Picture, at: Point, side: int) -> None:
    """Add the half of an eggshell that a hand holds at its side."""
    d = (
        f"M0 -15 L{-side * 5} -9 L{side * 1} -4 L{-side * 5} 2 L{side * 1} 7 L{-side * 4} 12 L0 15 "
        f"C{side * 18} 14 {side * 18} -14 0 -15 Z"
    )
    shape(p, at, 1.3, d, SHELL)


def can(p: Picture, at: Point, s: float = 1) -> None:
    """Add an open can of beans."""
    p.box(at[0] - 15 * s, at[1] - 18 * s, (30 * s, 36 * s), STEEL, round_by=3)
    p.box(at[0] - 15 * s, at[1] - 8 * s, (30 * s, 18 * s), RED, line=2)
    for x in (-5, 4):
        p.oval(at[0] + x * s, at[1] + s, (4 * s, 5.5 * s), "#A9713B", line=1.6)
    p.oval(at[0], at[1] - 18 * s, (15 * s, 4 * s), WHITE, line=2)


def cup_upside_down(p: Picture, at: Point, color: str = BLUE) -> None:
    """Add a wide cup that stands on its rim."""
    shape(p, at, 1, "M-16 -20 L16 -20 L22 20 L-22 20 Z", color)
    p.box(at[0] - 24, at[1] + 12, (48, 9), color, round_by=4)
    p.stroke(curve(at, 1, "M-9 -12 L-11 4"), line=2.4, color=WHITE)


def traced_fork(p: Picture, at: Point, s: float = 1) -> None:
    """Add the outline of a fork drawn on paper."""
    d = "M0 -4 L0 20 M-6 -18 L-6 -8 C-6 -3 6 -3 6 -8 L6 -18 M0 -18 L0 -4"
    p.stroke(curve(at, s, d), line=2.2, color=TRACE)


def traced_spoon(p: Picture, at: Point, s: float = 1) -> None:
    """Add the outline of a spoon drawn on paper."""
    p.oval(at[0], at[1] - 13 * s, (7 * s, 9 * s), "none", line=2.2, color=TRACE)
    p.stroke(curve(at, s, "M-2 -4 L-2 20 L2 20 L2 -4"), line=2.2, color=TRACE)


def bib(p: Picture, at: Point) -> None:
    """Add a bib with its neck strap open at the left."""
    p.stroke(curve(at, 1, "M-22 -22 C-20 -2 14 -2 15 -20 C16 -32 2 -36 -2 -30"), line=9)
    p.stroke(
        curve(at, 1, "M-22 -22 C-20 -2 14 -2 15 -20 C16 -32 2 -36 -2 -30"),
        line=4.6,
        color="#8CC3EF",
    )
    shape(
        p, at, 1, "M-22 -10 C-14 0 8 0 16 -8 C26 4 26 40 -4 40 C-34 40 -32 4 -22 -10 Z", "#8CC3EF"
    )
    shape(p, at, 1, "M-21 20 L15 20 C14 30 6 34 -4 34 C-14 34 -20 30 -21 20 Z", WHITE, line=2)
    p.circle(at[0] - 4, at[1] + 10, 5, RED, line=1.8)


def dish_rack(p: Picture, at: Point) -> None:
    """Add a rack with three washed plates."""
    for x in (-18, -2, 14):
        p.oval(at[0] + x, at[1] - 16, (7, 21), WHITE)
        p.oval(at[0] + x - 1, at[1] - 16, (3, 12), WHITE, line=1.6)
    p.box(at[0] - 32, at[1] - 4, (62, 11), STEEL, round_by=4)


def dish_tub(p: Picture, at: Point) -> None:
    """Add a tub full of soap suds."""
    shape(p, at, 1, "M-58 -16 L58 -16 L50 14 L-50 14 Z", RED)
    for x, y, r in (
        (-44, -16, 9),
        (-28, -20, 11),
        (-8, -17, 9),
        (12, -20, 11),
        (32, -17, 10),
        (47, -15, 7),
    ):
        p.circle(at[0] + x, at[1] + y, r, WHITE, line=2, color="#6FA6DC")


def slip_jar(p: Picture, at: Point) -> None:
    """Add a glass jar full of folded slips of paper."""
    p.box(at[0] - 18, at[1] - 20, (36, 44), "#DCEAF2", round_by=7)
    for x, y, turn in ((-8, 12, 20), (8, 14, -15), (0, 2, 40), (-7, -6, -25), (8, -4, 10)):
        with p.turned(turn, (at[0] + x, at[1] + y)):
            p.box(at[0] + x - 7, at[1] + y - 4, (14, 8), WHITE, round_by=1, line=1.8)
    p.box(at[0] - 15, at[1] - 26, (30, 7), WHITE, round_by=3)
