"""Things met outside: a dog, a stroller, a car's seat, signs, a bird."""

from ot_desktop.home_programs.drawing.kit import Picture, Point, curve
from ot_desktop.home_programs.drawing.things import (
    BLUE,
    CREAM,
    DARK,
    GREEN,
    RED,
    STEEL,
    WHITE,
    shape,
)


def dog(p: Picture, at: Point, s: float = 1, color: str = "#C98B5E") -> None:
    """Add a dog that walks to the right; ``at`` is the ground under it."""
    x, y = at
    p.stroke(curve(at, s, "M-26 -34 C-38 -40 -38 -50 -34 -56"), line=9)
    p.stroke(curve(at, s, "M-26 -34 C-38 -40 -38 -50 -34 -56"), line=5, color=color)
    for dx in (-18, -8, 12, 22):
        p.box(x + (dx - 4) * s, y - 22 * s, (8 * s, 22 * s), color, round_by=4 * s, line=2.2)
    p.hull((x - 16 * s, y - 29 * s), 12 * s, (x + 16 * s, y - 30 * s), 12 * s, color)
    p.circle(x + 30 * s, y - 46 * s, 14 * s, color)
    p.oval(x + 41 * s, y - 41 * s, (8 * s, 6 * s), CREAM, line=2)
    p.oval(x + 47 * s, y - 43 * s, (3 * s, 2.4 * s), DARK, color=None)
    p.oval(x + 21 * s, y - 47 * s, (5 * s, 10 * s), "#A9713B", line=2)
    p.circle(x + 33 * s, y - 49 * s, 2 * s, DARK, color=None)
    p.stroke(curve(at, s, "M18 -36 L26 -31"), line=5, color=RED)


def stroller(p: Picture, at: Point, s: float = 1, color: str = BLUE) -> None:
    """Add a stroller that rolls to the right; ``at`` is the ground under it."""
    p.stroke(curve(at, s, "M-44 -74 L-30 -68 L18 -12 M-18 -12 L14 -50"), line=5, color=DARK)
    shape(p, at, s, "M-16 -60 L-10 -32 C-8 -26 18 -26 30 -34 L26 -46 L6 -46 Z", color)
    shape(p, at, s, "M-18 -60 C-16 -88 20 -92 28 -66 L-18 -60 Z", "#2F6197")
    for x in (-20, 22):
        p.circle(at[0] + x * s, at[1] - 9 * s, 9 * s, DARK)
        p.circle(at[0] + x * s, at[1] - 9 * s, 3 * s, STEEL, line=2)


def bird(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a singing bird that looks to the left."""
    shape(p, at, s, "M12 2 L24 -6 L22 6 Z", color, line=2)
    p.oval(at[0] + 3 * s, at[1] + 2 * s, (12 * s, 9 * s), color)
    p.circle(at[0] - 7 * s, at[1] - 7 * s, 8 * s, color)
    shape(p, at, s, "M-14 -9 L-23 -12 L-15 -5 Z", "#F2C14E", line=2)
    p.circle(at[0] - 9 * s, at[1] - 8 * s, 1.7 * s, DARK, color=None)


def notes(p: Picture, at: Point, s: float = 1) -> None:
    """Add two notes of a song."""
    for x, y in ((-10, 4), (8, -4)):
        spot = (at[0] + x * s, at[1] + y * s)
        p.oval(*spot, (4.5 * s, 3.5 * s), DARK, color=None)
        p.stroke(curve(spot, s, "M4 0 L4 -15 L10 -12"), line=2.2)


def bus_sign(p: Picture, foot: Point, s: float = 1) -> None:
    """Add the sign of a bus stop."""
    p.box(foot[0] - 3 * s, foot[1] - 130 * s, (6 * s, 130 * s), STEEL, line=2.2)
    p.box(foot[0] - 22 * s, foot[1] - 140 * s, (44 * s, 40 * s), BLUE, round_by=6)
    p.box(foot[0] - 14 * s, foot[1] - 131 * s, (28 * s, 18 * s), WHITE, round_by=4, line=2)
    p.stroke(curve(foot, s, "M-14 -121 L14 -121"), line=2)
    for x in (-7, 7):
        p.circle(foot[0] + x * s, foot[1] - 112 * s, 3.4 * s, DARK, line=1.6)


def route(p: Picture, at: Point, s: float = 1) -> None:
    """Add a hand-drawn map: a line past a tree and a house."""
    p.box(at[0] - 22 * s, at[1] - 16 * s, (44 * s, 32 * s), WHITE, round_by=2)
    p.stroke(curve(at, s, "M-16 10 C-6 10 -10 -2 0 -2 C10 -2 6 -10 14 -9"), line=2.4, color=RED)
    p.circle(at[0] - 12 * s, at[1] - 6 * s, 4 * s, GREEN, line=1.6)
    p.box(at[0] + 6 * s, at[1] + 3 * s, (9 * s, 8 * s), CREAM, line=1.6)


def photo(p: Picture, at: Point, s: float = 1) -> None:
    """Add a photo of two people."""
    p.box(at[0] - 19 * s, at[1] - 15 * s, (38 * s, 30 * s), WHITE, line=2.2)
    p.box(at[0] - 15 * s, at[1] - 11 * s, (30 * s, 22 * s), "#BFD9EC", line=1.6)
    for x, skin, shirt in ((-6, "#F3CDAA", RED), (6, "#80502F", GREEN)):
        p.box(at[0] + (x - 4.5) * s, at[1] + 2 * s, (9 * s, 8.5 * s), shirt, round_by=3, line=1.2)
        p.circle(at[0] + x * s, at[1] - 2.5 * s, 4.2 * s, skin, line=1.4)
