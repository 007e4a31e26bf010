"""More things of a household: clothes, paper, toys; placed and sized as in ``things``."""

from ot_desktop.home_programs.drawing.kit import Picture, Point, curve
from ot_desktop.home_programs.drawing.things import (
    BLUE,
    CREAM,
    DARK,
    DARK_WOOD,
    GLASS,
    GOLD,
    GREEN,
    ORANGE,
    RED,
    SKY,
    STEEL,
    WHITE,
    WOOD,
    shape,
)

# Clothes


def sock(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a sock, its toe to the right."""
    shape(
        p,
        at,
        s,
        "M-10 -20 L4 -20 L5 2 C14 4 18 8 17 13 C16 18 8 17 -4 16 C-12 15 -10 6 -10 0 Z",
        color,
    )
    shape(p, at, s, "M-10 -20 L4 -20 L4 -13 L-10 -13 Z", WHITE, line=2)


def shoe(p: Picture, at: Point, s: float = 1, color: str = "#4A86C5") -> None:
    """Add a shoe with laces, its toe to the right."""
    shape(p, at, s, "M-20 10 L-20 -12 L-4 -12 C0 -3 8 -1 14 0 C20 1 22 5 22 10 Z", color)
    p.box(at[0] - 22 * s, at[1] + 8 * s, (45 * s, 6 * s), WHITE, round_by=3, line=2.2)
    p.stroke(curve(at, s, "M-1 -8 L-8 -5 M4 -4 L-3 0"), line=2.4, color=WHITE)


def shirt(p: Picture, at: Point, s: float = 1, color: str = GREEN) -> None:
    """Add a T-shirt laid flat."""
    shape(
        p,
        at,
        s,
        "M-9 -20 C-5 -14 5 -14 9 -20 L26 -10 L20 3 L14 0 L14 22 L-14 22 L-14 0 L-20 3 L-26 -10 Z",
        color,
    )


def jacket(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add a jacket with a zipper, laid flat or hanging."""
    shape(
        p,
        at,
        s,
        "M-8 -22 L8 -22 L18 -16 L26 16 L17 19 L14 4 L14 24 L-14 24 L-14 4 L-17 19 "
        "L-26 16 L-18 -16 Z",
        color,
    )
    p.stroke(curve(at, s, "M0 -21 L0 23"), line=3, color=WHITE)
    p.stroke(curve(at, s, "M0 -20 L0 23"), line=1.4)


def trousers(p: Picture, at: Point, s: float = 1, color: str = "#4A5B8C") -> None:
    """Add trousers laid flat."""
    shape(p, at, s, "M-14 -22 L14 -22 L18 22 L5 22 L0 -6 L-5 22 L-18 22 Z", color)
    p.stroke(curve(at, s, "M-14 -16 L14 -16"), line=2)


def hat(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a woolen hat."""
    shape(p, at, s, "M-16 6 C-16 -18 16 -18 16 6 Z", color)
    p.box(at[0] - 18 * s, at[1] + 3 * s, (36 * s, 9 * s), WHITE, round_by=4 * s)
    p.circle(at[0], at[1] - 14 * s, 4.5 * s, WHITE, line=2)


def blanket(p: Picture, at: Point, s: float = 1, color: str = SKY) -> None:
    """Add a blanket spread on the floor."""
    shape(p, at, s, "M-50 -10 L50 -10 L64 10 L-64 10 Z", color)
    p.stroke(curve(at, s, "M-54 -3 L54 -3 M-59 4 L59 4"), line=1.8, color=BLUE)


def peg(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add an upright clothes peg, open downwards."""
    shape(p, at, s, "M-5 -14 L-1 -14 L1 14 L-3 14 C-7 8 -6 0 -5 -14 Z", color, line=2)
    shape(p, at, s, "M5 -14 L1 -14 L1 14 L4 14 C7 8 6 0 5 -14 Z", color, line=2)
    p.stroke(curve(at, s, "M-7 -2 L7 -2"), line=3)


# Paper


def book(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a closed book."""
    p.box(at[0] - 15 * s, at[1] - 20 * s, (30 * s, 40 * s), color, round_by=3)
    p.stroke(curve(at, s, "M-9 -19 L-9 19"), line=2)
    p.box(at[0] - 4 * s, at[1] - 12 * s, (14 * s, 9 * s), WHITE, line=1.8)


def open_book(p: Picture, at: Point, s: float = 1, cover: str = RED) -> None:
    """Add an open book seen by its reader."""
    shape(p, at, s, "M-33 -14 L33 -14 L35 19 L-35 19 Z", cover)
    shape(p, at, s, "M0 -12 C-8 -19 -22 -19 -30 -15 L-31 13 C-22 9 -8 9 0 16 Z", WHITE, line=2.2)
    shape(p, at, s, "M0 -12 C8 -19 22 -19 30 -15 L31 13 C22 9 8 9 0 16 Z", WHITE, line=2.2)
    p.stroke(curve(at, s, "M-24 -7 L-8 -6 M-24 0 L-8 1 M8 -6 L24 -7 M8 1 L24 0"), line=2)


def pencil(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add an upright pencil, its tip down."""
    p.box(at[0] - 4 * s, at[1] - 22 * s, (8 * s, 32 * s), color, round_by=1.5, line=2.2)
    shape(p, at, s, "M-4 10 L4 10 L0 20 Z", CREAM, line=2.2)
    shape(p, at, s, "M-1.4 16 L1.4 16 L0 20 Z", DARK, line=1.4)


def crayon(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add an upright crayon, its tip down."""
    shape(p, at, s, "M-5 -16 L5 -16 L5 9 L2 16 L-2 16 L-5 9 Z", color, line=2.2)
    p.stroke(curve(at, s, "M-5 -9 L5 -9 M-5 5 L5 5"), line=1.8)


def paper(p: Picture, at: Point, s: float = 1, lines: int = 3) -> None:
    """Add a sheet with some written lines."""
    p.box(at[0] - 20 * s, at[1] - 26 * s, (40 * s, 52 * s), WHITE, round_by=2)
    for index in range(lines):
        y = -15 + index * 11
        p.stroke(curve(at, s, f"M-12 {y} L12 {y}"), line=2.2)


def checklist(p: Picture, at: Point, s: float = 1, ticked: int = 2) -> None:
    """Add a list of four, some of it ticked."""
    p.box(at[0] - 24 * s, at[1] - 32 * s, (48 * s, 64 * s), WHITE, round_by=4)
    for index, y in enumerate((-22, -8, 6, 20)):
        p.stroke(curve(at, s, f"M-2 {y} L16 {y}"), line=2.4)
        p.box(at[0] - 17 * s, at[1] + (y - 5) * s, (10 * s, 10 * s), WHITE, round_by=2, line=1.8)
        if index < ticked:
            p.stroke(
                curve(at, s, f"M-17 {y - 1} L-12 {y + 4} L-5 {y - 7}"), line=3, color="#2E8B87"
            )


def scissors(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add open scissors, their blades up."""
    for side in (-1, 1):
        p.stroke(curve(at, s, f"M{side * 5} 8 L{side * -7} -20"), line=5)
        p.stroke(curve(at, s, f"M{side * 5} 8 L{side * -7} -19"), line=2, color=STEEL)
        p.oval(at[0] + side * 7 * s, at[1] + 13 * s, (4.5 * s, 6.5 * s), "none", line=4.6)
        p.oval(
            at[0] + side * 7 * s, at[1] + 13 * s, (4.5 * s, 6.5 * s), "none", line=2, color=color
        )


def tape(p: Picture, at: Point, s: float = 1, color: str = SKY) -> None:
    """Add a roll of tape."""
    p.circle(*at, 14 * s, color)
    p.circle(*at, 7 * s, WHITE)
    p.stroke(curve(at, s, "M14 0 L20 16"), line=3.4)


def timer(p: Picture, at: Point, s: float = 1) -> None:
    """Add a kitchen timer."""
    p.box(at[0] - 5 * s, at[1] - 22 * s, (10 * s, 7 * s), RED, round_by=2, line=2)
    p.circle(*at, 16 * s, WHITE)
    shape(p, at, s, "M0 0 L0 -12 C7 -12 12 -7 12 0 Z", RED, line=1.6)


# Toys and small things


def block(p: Picture, at: Point, s: float = 1, color: str = BLUE) -> None:
    """Add a building block."""
    p.box(at[0] - 12 * s, at[1] - 12 * s, (24 * s, 24 * s), color, round_by=3)


def tower(p: Picture, foot: Point, s: float = 1, count: int = 3) -> None:
    """Add blocks on each other; ``foot`` is the middle of the lowest side."""
    for index in range(count):
        color = (RED, GOLD, BLUE, GREEN, ORANGE)[index % 5]
        block(p, (foot[0] + (index % 2) * 2 * s, foot[1] - (12 + 24 * index) * s), s, color)


def card(p: Picture, at: Point, s: float = 1, color: str = WHITE) -> None:
    """Add a playing card with a red spot, or its back when colored."""
    p.box(at[0] - 12 * s, at[1] - 17 * s, (24 * s, 34 * s), color, round_by=3)
    if color == WHITE:
        shape(p, at, s, "M0 9 C-14 0 -7 -11 0 -4 C7 -11 14 0 0 9 Z", RED, line=1.5)


def coin(p: Picture, at: Point, s: float = 1) -> None:
    """Add a coin."""
    p.circle(*at, 9 * s, GOLD, line=2.2)
    p.circle(*at, 5 * s, "none", line=1.6, color="#B98A1E")


def tongs(p: Picture, at: Point, s: float = 1) -> None:
    """Add tongs, open downwards."""
    for line, color in ((6.5, None), (2.8, STEEL)):
        for side in (-1, 1):
            d = curve(at, s, f"M0 -22 C{side * 10} -14 {side * 10} 6 {side * 7} 20")
            p.stroke(d, line=line, color=color or "#26343A")


def toy_car(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a toy car that drives to the right."""
    shape(p, at, s, "M-10 -4 C-8 -15 10 -15 14 -4 Z", GLASS, line=2.2)
    p.box(at[0] - 21 * s, at[1] - 4 * s, (42 * s, 14 * s), color, round_by=5 * s)
    for x in (-11, 12):
        p.circle(at[0] + x * s, at[1] + 11 * s, 5.5 * s, DARK, line=2)


def teddy(p: Picture, at: Point, s: float = 1, color: str = "#C98B5E") -> None:
    """Add a sitting teddy bear."""
    x, y = at
    for side in (-1, 1):
        p.circle(x + side * 11 * s, y - 22 * s, 5 * s, color, line=2)
        p.oval(x + side * 13 * s, y + 2 * s, (5 * s, 9 * s), color, line=2.2)
        p.oval(x + side * 9 * s, y + 17 * s, (8 * s, 6 * s), color, line=2.2)
    p.oval(x, y + 5 * s, (13 * s, 14 * s), color)
    p.circle(x, y - 13 * s, 13 * s, color)
    p.oval(x, y - 9 * s, (5 * s, 4 * s), CREAM, line=1.6)
    for side in (-1, 1):
        p.circle(x + side * 5 * s, y - 16 * s, 1.7 * s, DARK, color=None)


def rope(p: Picture, start: Point, middle: Point, end: Point, color: str = CREAM) -> None:
    """Add a rope, a string or a ribbon with one bend."""
    d = f"M{start[0]} {start[1]} Q{middle[0]} {middle[1]} {end[0]} {end[1]}"
    p.stroke(d, line=6)
    p.stroke(d, line=2.6, color=color)


def stick(p: Picture, at: Point, s: float = 1, color: str = WOOD) -> None:
    """Add an upright stick: a broom's handle, a cane, a rolling pin."""
    p.box(at[0] - 3.5 * s, at[1] - 34 * s, (7 * s, 68 * s), color, round_by=3 * s, line=2.2)


def broom(p: Picture, at: Point, s: float = 1) -> None:
    """Add an upright broom, its bristles down."""
    stick(p, (at[0], at[1] - 8 * s), s)
    shape(p, at, s, "M-7 22 L7 22 L16 42 L-16 42 Z", GOLD)
    p.stroke(curve(at, s, "M-5 28 L-8 42 M0 28 L0 42 M5 28 L8 42"), line=1.8, color=DARK_WOOD)


def leaf(p: Picture, at: Point, s: float = 1, color: str = GREEN) -> None:
    """Add a leaf."""
    shape(p, at, s, "M0 14 C-14 6 -10 -8 0 -16 C10 -8 14 6 0 14 Z", color, line=2.2)
    p.stroke(curve(at, s, "M0 18 L0 -8"), line=1.8)


def star(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add a star."""
    shape(p, at, s, "M0 -13 L4 -4 L13 -3 L6 3 L8 12 L0 7 L-8 12 L-6 3 L-13 -3 L-4 -4 Z", color)
