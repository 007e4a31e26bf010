"""Things of a household, each placed by its middle; ``s`` makes them bigger than about 24 wide.

To turn one, put it inside ``picture.turned(degrees, middle)``.
"""

from ot_desktop.home_programs.drawing.kit import LINE, OUTLINE, Picture, Point, curve

RED, GOLD, BLUE, GREEN = "#E8685A", "#F2C14E", "#5E9BD1", "#6FB38A"
SKY, VIOLET, ORANGE, WHITE = "#8CC3EF", "#8A5BA6", "#F0A04B", "#FFFFFF"
WOOD, DARK_WOOD, STEEL, GLASS, CREAM = "#C79A6B", "#A97B4E", "#D5DDE3", "#BFD9EC", "#F6DFA6"
DARK = "#3A4650"


def shape(  # noqa: PLR0913  (a path, where it goes and how it is painted)
    p: Picture,
    at: Point,
    s: float,
    d: str,
    fill: str = "none",
    *,
    line: float = LINE,
    color: str | None = OUTLINE,
) -> None:
    """Add a path that is drawn round 0, 0."""
    p.path(curve(at, s, d), fill, line=line, color=color)


# Eating


def cup(p: Picture, at: Point, s: float = 1, color: str = BLUE) -> None:
    """Add a cup with a handle at the right."""
    shape(p, at, s, "M9 -6 C20 -8 20 8 8 6", line=4)
    shape(p, at, s, "M-10 -12 L10 -12 L8 12 L-8 12 Z", color)
    p.oval(at[0], at[1] - 12 * s, (10 * s, 2.5 * s), WHITE, line=2)


def glass(p: Picture, at: Point, s: float = 1, drink: str = SKY) -> None:
    """Add a glass that is half full."""
    shape(p, at, s, "M-9 -14 L9 -14 L7 14 L-7 14 Z", WHITE)
    shape(p, at, s, "M-8 0 L8 0 L7 14 L-7 14 Z", drink, line=2)


def bowl(p: Picture, at: Point, s: float = 1, color: str = RED, food: str = CREAM) -> None:
    """Add a bowl with something in it."""
    shape(p, at, s, "M-20 -8 L20 -8 C20 6 12 11 0 11 C-12 11 -20 6 -20 -8 Z", color)
    p.oval(at[0], at[1] - 8 * s, (20 * s, 4.5 * s), food, line=2)


def plate(p: Picture, at: Point, s: float = 1, color: str = WHITE) -> None:
    """Add a plate seen from its front."""
    p.oval(at[0], at[1], (26 * s, 7 * s), color)
    p.oval(at[0], at[1] - s, (16 * s, 3.5 * s), color, line=1.6)


def spoon(p: Picture, at: Point, s: float = 1) -> None:
    """Add an upright spoon."""
    p.stroke(curve(at, s, "M0 -6 L0 20"), line=4.5)
    p.oval(at[0], at[1] - 13 * s, (6 * s, 8 * s), STEEL, line=2.2)


def fork(p: Picture, at: Point, s: float = 1) -> None:
    """Add an upright fork."""
    p.stroke(curve(at, s, "M0 -4 L0 20"), line=4.5)
    p.stroke(curve(at, s, "M-6 -20 L-6 -8 C-6 -3 6 -3 6 -8 L6 -20 M0 -20 L0 -4"), line=3)


def knife(p: Picture, at: Point, s: float = 1) -> None:
    """Add an upright table knife."""
    p.stroke(curve(at, s, "M0 2 L0 20"), line=6)
    shape(p, at, s, "M-3 2 L-3 -16 C-3 -20 4 -20 4 -14 L3 2 Z", STEEL, line=2)


def jug(p: Picture, at: Point, s: float = 1, color: str = SKY) -> None:
    """Add a jug that pours to the left."""
    shape(p, at, s, "M12 -12 C26 -14 26 10 11 8", line=4.5)
    shape(p, at, s, "M-18 -18 L12 -18 L14 18 L-12 18 L-11 -8 Z", color)


def bottle(p: Picture, at: Point, s: float = 1, color: str = GREEN, lid: str = RED) -> None:
    """Add a bottle with a screw lid."""
    shape(
        p,
        at,
        s,
        "M-4 -16 L4 -16 L5 -9 C10 -7 10 -4 10 0 L10 20 L-10 20 L-10 0 C-10 -4 -10 -7 -5 -9 Z",
        color,
    )
    p.box(at[0] - 5.5 * s, at[1] - 21 * s, (11 * s, 7 * s), lid, round_by=2, line=2)
    p.box(at[0] - 10 * s, at[1], (20 * s, 11 * s), WHITE, line=1.8)


def jar(p: Picture, at: Point, s: float = 1, food: str = "#C98B4A") -> None:
    """Add a jar with a lid."""
    p.box(at[0] - 12 * s, at[1] - 10 * s, (24 * s, 26 * s), food, round_by=4)
    p.box(at[0] - 14 * s, at[1] - 17 * s, (28 * s, 9 * s), RED, round_by=3)


def pot(p: Picture, at: Point, s: float = 1, color: str = "#8A97A0") -> None:
    """Add a cooking pot with two handles."""
    for side in (-1, 1):
        p.stroke(curve(at, s, f"M{side * 22} -4 L{side * 29} -4"), line=5)
    shape(p, at, s, "M-22 -12 L22 -12 L20 12 C20 15 -20 15 -20 12 Z", color)
    p.oval(at[0], at[1] - 12 * s, (22 * s, 4 * s), DARK, line=2)


def bread(p: Picture, at: Point, s: float = 1) -> None:
    """Add a slice of bread."""
    shape(p, at, s, "M-12 12 L-12 0 C-20 -4 -16 -14 0 -14 C16 -14 20 -4 12 0 L12 12 Z", "#D9A05F")
    shape(
        p,
        at,
        s,
        "M-9 9 L-9 -1 C-15 -5 -11 -11 0 -11 C11 -11 15 -5 9 -1 L9 9 Z",
        CREAM,
        line=0,
        color=None,
    )


def apple(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add an apple."""
    shape(
        p,
        at,
        s,
        "M0 -7 C-10 -14 -17 -2 -9 9 C-5 13 -3 11 0 11 C3 11 5 13 9 9 C17 -2 10 -14 0 -7 Z",
        color,
    )
    p.stroke(curve(at, s, "M0 -7 C0 -11 1 -13 4 -15"), line=2.5)


def banana(p: Picture, at: Point, s: float = 1) -> None:
    """Add a banana."""
    shape(p, at, s, "M-18 -8 C-14 12 12 14 19 -6 C18 -9 15 -9 14 -7 C8 2 -6 4 -14 -10 Z", GOLD)


# Washing


def towel(p: Picture, at: Point, s: float = 1, color: str = CREAM) -> None:
    """Add a hanging towel."""
    shape(p, at, s, "M-15 -20 L15 -20 L15 20 L-15 20 Z", color)
    p.stroke(curve(at, s, "M-15 10 L15 10 M-15 14 L15 14"), line=2, color="#B98A1E")


def folded(p: Picture, at: Point, s: float = 1, color: str = SKY) -> None:
    """Add folded cloth: a towel, a shirt, a blanket."""
    for layer in (8, 0, -8):
        p.box(at[0] - 20 * s, at[1] + (layer - 4) * s, (40 * s, 8 * s), color, round_by=4 * s)


def hairbrush(p: Picture, at: Point, s: float = 1, color: str = VIOLET) -> None:
    """Add an upright brush with bristles at the left."""
    p.stroke(curve(at, s, "M2 2 L2 20"), line=8)
    p.stroke(curve(at, s, "M2 4 L2 19"), line=4, color=color)
    p.stroke(curve(at, s, "M-4 -18 L-9 -18 M-4 -13 L-10 -13 M-4 -8 L-10 -8 M-4 -3 L-9 -3"), line=2)
    p.oval(at[0] + s, at[1] - 10 * s, (6.5 * s, 12 * s), color)


def toothbrush(p: Picture, at: Point, s: float = 1, color: str = GREEN) -> None:
    """Add an upright toothbrush with bristles at the left."""
    p.stroke(curve(at, s, "M0 -20 L0 20"), line=7)
    p.stroke(curve(at, s, "M0 -19 L0 19"), line=3.4, color=color)
    p.box(at[0] - 8 * s, at[1] - 21 * s, (6 * s, 11 * s), WHITE, line=2)


def sponge(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add a sponge."""
    p.box(at[0] - 18 * s, at[1] - 10 * s, (36 * s, 20 * s), color, round_by=6 * s)
    for x, y in ((-9, -3), (0, 3), (9, -2), (-4, 6), (5, -6)):
        p.circle(at[0] + x * s, at[1] + y * s, 2 * s, "#C9942B", color=None)


def soap(p: Picture, at: Point, s: float = 1, color: str = "#F4A9A0") -> None:
    """Add a bar of soap with suds."""
    p.box(at[0] - 14 * s, at[1] - 7 * s, (28 * s, 15 * s), color, round_by=6 * s)
    for x, y, r in ((-9, -10, 5), (0, -11, 6), (9, -9, 4)):
        p.circle(at[0] + x * s, at[1] + y * s, r * s, WHITE, line=1.8, color="#6FA6DC")


def bucket(p: Picture, at: Point, s: float = 1, color: str = BLUE) -> None:
    """Add an open bucket with its handle up."""
    shape(p, at, s, "M-24 -18 C-20 -44 20 -44 24 -18", line=2.2, color="#8A97A0")
    shape(p, at, s, "M-25 -20 L-18 22 L18 22 L25 -20 Z", color)
    p.oval(at[0], at[1] - 20 * s, (25 * s, 6 * s), "#2F6197")


def drops(p: Picture, at: Point, s: float = 1) -> None:
    """Add three drops of water."""
    for x, y in ((-9, 0), (1, 6), (10, -1)):
        spot = (at[0] + x * s, at[1] + y * s)
        shape(p, spot, s, "M0 -6 C-5 1 -3 5 0 5 C3 5 5 1 0 -6 Z", "#6FB1E8", line=1.6)


def bubbles(p: Picture, at: Point, s: float = 1) -> None:
    """Add a few soap bubbles."""
    for x, y, r in ((-12, 4, 6), (0, -6, 9), (13, 5, 5), (16, -10, 4)):
        p.circle(at[0] + x * s, at[1] + y * s, r * s, "#F7FBFF", line=2, color="#6FA6DC")


# Holding things


def ball(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a ball with a stripe."""
    p.circle(*at, 13 * s, color)
    p.stroke(curve(at, s, "M-11 -5 C-3 2 3 2 11 -5"), line=2.2, color=WHITE)


def box(p: Picture, at: Point, s: float = 1, color: str = "#D9A05F") -> None:
    """Add an open cardboard box."""
    shape(p, at, s, "M-24 -14 L-34 -22 M24 -14 L34 -22", line=6)
    p.box(at[0] - 24 * s, at[1] - 14 * s, (48 * s, 32 * s), color, round_by=2)
    p.stroke(curve(at, s, "M-24 -6 L24 -6"), line=1.8, color=DARK_WOOD)


def basket(p: Picture, at: Point, s: float = 1, color: str = WOOD) -> None:
    """Add a basket for laundry or toys."""
    shape(p, at, s, "M-26 -16 L26 -16 L21 18 L-21 18 Z", color)
    p.stroke(
        curve(at, s, "M-24 -4 L24 -4 M-22 7 L22 7 M-10 -10 L-8 16 M10 -10 L8 16"),
        line=1.8,
        color=DARK_WOOD,
    )
    p.box(at[0] - 29 * s, at[1] - 20 * s, (58 * s, 8 * s), color, round_by=4 * s)


def bag(p: Picture, at: Point, s: float = 1, color: str = VIOLET) -> None:
    """Add a shopping bag with two handles."""
    p.stroke(curve(at, s, "M-10 -18 C-10 -38 10 -38 10 -18"), line=3.6)
    shape(p, at, s, "M-22 -20 L22 -20 L26 22 L-26 22 Z", color)


def backpack(p: Picture, at: Point, s: float = 1, color: str = "#4A86C5") -> None:
    """Add a school bag."""
    p.stroke(curve(at, s, "M-8 -24 C-8 -36 8 -36 8 -24"), line=4)
    p.box(at[0] - 22 * s, at[1] - 26 * s, (44 * s, 50 * s), color, round_by=14 * s)
    p.box(at[0] - 15 * s, at[1], (30 * s, 19 * s), "#6FA6DC", round_by=5 * s)
    p.stroke(curve(at, s, "M-20 -8 L20 -8"), line=2)


def cushion(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add a cushion that lies or stands."""
    shape(
        p,
        at,
        s,
        "M-24 -15 C-10 -11 10 -11 24 -15 C20 -5 20 5 24 15 C10 11 -10 11 -24 15 "
        "C-20 5 -20 -5 -24 -15 Z",
        color,
    )
