"""Places: bathroom, kitchen, bedroom, stairs, street, shop, playground."""

from ot_desktop.home_programs.drawing.kit import Picture, Point, curve
from ot_desktop.home_programs.drawing.things import (
    BLUE,
    CREAM,
    DARK,
    DARK_WOOD,
    GLASS,
    GOLD,
    GREEN,
    RED,
    SKY,
    STEEL,
    VIOLET,
    WHITE,
    WOOD,
    shape,
)

TINTS = {
    "mint": ("#E6F3F1", "#C5DFDB"),
    "pink": ("#FCEEEA", "#F3CFC6"),
    "green": ("#EDF5EC", "#CBE0C8"),
    "lilac": ("#F1ECF7", "#D9CFE8"),
    "sand": ("#FBF3E4", "#EBD9B4"),
    "blue": ("#EAF3FB", "#CFE0EF"),
}
_TILE = "#D3E4F3"


def room(tint: str, floor: float | None = 172) -> Picture:
    """Start a picture on a named tint, with a patch of floor unless ``None``."""
    light, darker = TINTS[tint]
    p = Picture(light)
    if floor is not None:
        p.ground(darker, y=floor)
    return p


# Bathroom


def tiles(p: Picture) -> None:
    """Add a few tiles to the wall of a blue picture."""
    for x in (24, 62, 100, 138, 176, 214):
        p.stroke(f"M{x} 10 L{x} 96", line=2, color=_TILE)
    p.stroke("M8 52 L232 52", line=2, color=_TILE)


def tub(p: Picture, *, foam: bool = True) -> None:
    """Add a bath tub across the front; who bathes there is drawn before it, down to y 122."""
    p.path(
        "M20 120 L30 160 C34 174 46 178 60 178 L180 178 C194 178 206 174 210 160 L220 120 Z", WHITE
    )
    p.box(12, 112, (216, 13), WHITE, round_by=6.5)
    suds = ((34, 108, 8), (48, 110, 6), (150, 109, 7), (204, 106, 10), (217, 110, 7))
    for x, y, r in suds if foam else ():
        p.circle(x, y, r, WHITE, line=2, color="#8FB6D6")


def basin(p: Picture, at: Point, s: float = 1, *, runs: bool = True) -> None:
    """Add a wash basin on its foot; ``at`` is the middle of its rim."""
    shape(p, at, s, "M-10 20 L-7 78 L7 78 L10 20 Z", WHITE)
    shape(p, at, s, "M-42 0 L42 0 C40 22 20 30 0 30 C-20 30 -40 22 -42 0 Z", WHITE)
    p.box(at[0] - 46 * s, at[1] - 6 * s, (92 * s, 9 * s), WHITE, round_by=4 * s)
    if runs:
        p.stroke(curve(at, s, "M6 -26 L6 -6"), line=5, color="#6FB1E8")
    p.stroke(curve(at, s, "M24 -6 L24 -30 C24 -38 6 -38 6 -28"), line=8)
    p.stroke(curve(at, s, "M24 -6 L24 -30 C24 -38 6 -38 6 -28"), line=3.6, color=STEEL)


def mirror(p: Picture, at: Point, size: Point = (60, 84)) -> None:
    """Add a wall mirror by its middle; a face in it is drawn after it."""
    x, y, (wide, high) = *at, size
    p.box(x - wide / 2, y - high / 2, size, WOOD, round_by=14)
    p.box(x - wide / 2 + 6, y - high / 2 + 6, (wide - 12, high - 12), "#DCEAF2", round_by=9)
    p.stroke(curve((x - wide / 4, y - high / 4), 1, "M-4 10 L10 -4 M0 18 L16 2"), color=WHITE)


def toilet(p: Picture, at: Point, s: float = 1) -> None:
    """Add a toilet from its side, facing right; ``at`` is its foot."""
    p.box(at[0] - 32 * s, at[1] - 70 * s, (20 * s, 40 * s), WHITE, round_by=4)
    shape(p, at, s, "M-24 -36 L26 -36 C26 -18 14 -14 10 0 L-16 0 L-16 -14 L-24 -20 Z", WHITE)
    p.box(at[0] - 22 * s, at[1] - 42 * s, (52 * s, 8 * s), STEEL, round_by=4)


# Kitchen and living room


def counter(p: Picture, x: float, top: float, width: float, floor: float = 174) -> None:
    """Add a kitchen counter with doors."""
    p.box(x + 4, top + 8, (width - 8, floor - top - 8), "#E9D3B4", line=2.2)
    for side in (0, 1):
        left = x + 9 + side * (width - 12) / 2
        size = (width / 2 - 12, floor - top - 22)
        p.box(left, top + 15, size, CREAM, round_by=3, line=2)
    p.box(x, top, (width, 10), WOOD, round_by=3)


def table(p: Picture, x: float, top: float, width: float, floor: float = 174) -> None:
    """Add a table with legs, seen from its side."""
    for left in (x + 8, x + width - 17):
        p.box(left, top + 8, (9, floor - top - 8), DARK_WOOD, round_by=3)
    p.box(x, top, (width, 11), WOOD, round_by=5)


def chair(p: Picture, at: Point, seat: float = 30, facing: int = 1) -> None:
    """Add a chair from its side; ``at`` is the middle of its seat, ``seat`` its height."""
    x, y = at
    for dx in (-20, 16):
        p.box(x + dx, y + 4, (6, seat - 4), DARK_WOOD, round_by=2, line=2.2)
    p.box(x - 26 if facing > 0 else x + 18, y - 48, (8, 54), DARK_WOOD, round_by=3)
    p.box(x - 24, y, (50, 8), WOOD, round_by=4)


def chair_front(p: Picture, at: Point, seat: float = 30) -> None:
    """Add a chair from the front; ``at`` is the middle of its seat."""
    x, y = at
    for top in (-58, -40):
        p.box(x - 32, y + top, (64, 11), WOOD, round_by=5)
    for side in (-1, 1):
        p.box(x + side * 32 - 4, y - 62, (8, 64), DARK_WOOD, round_by=3)
        p.box(x + side * 32 - 4, y + 4, (8, seat - 4), DARK_WOOD, round_by=3)
    p.box(x - 42, y - 4, (84, 11), WOOD, round_by=5)


def stool(p: Picture, at: Point, s: float = 1) -> None:
    """Add a step stool; ``at`` is the middle of its top."""
    shape(p, at, s, "M-22 4 L-26 20 M22 4 L26 20", line=6)
    p.box(at[0] - 30 * s, at[1], (60 * s, 8 * s), WOOD, round_by=3)


def bench(p: Picture, at: Point, width: float = 90, seat: float = 30) -> None:
    """Add a bench from the front; ``at`` is the middle of its seat."""
    x, y = at
    p.box(x - width / 2, y - 44, (width, 10), WOOD, round_by=3)
    p.box(x - width / 2, y - 28, (width, 10), WOOD, round_by=3)
    for side in (-1, 1):
        left = x + side * (width / 2 - 10) - 3.5
        p.box(left, y - 46, (7, 46 + seat), DARK, round_by=2, line=2)
    p.box(x - width / 2 - 4, y - 3, (width + 8, 10), WOOD, round_by=3)


def sofa(p: Picture, at: Point, width: float = 130, color: str = "#7FA3C2") -> None:
    """Add a sofa from the front; ``at`` is the middle of its seat's front edge."""
    x, y = at
    p.box(x - width / 2, y - 56, (width, 70), color, round_by=14)
    p.box(x - width / 2 + 10, y - 8, (width - 20, 24), color, round_by=7)
    for side in (-1, 1):
        p.box(x + side * width / 2 - 11, y - 28, (22, 50), color, round_by=9)


def bed(p: Picture, x: float, top: float, width: float, color: str = SKY) -> None:
    """Add a bed from its side, its pillow at the left; ``top`` is where one lies."""
    p.box(x - 6, top - 34, (10, 84), DARK_WOOD, round_by=4)
    p.box(x + width - 4, top - 10, (10, 60), DARK_WOOD, round_by=4)
    p.box(x + 2, top, (width, 22), WHITE, round_by=6)
    p.box(x + 2, top + 20, (width, 14), color, round_by=3)
    p.box(x + 8, top - 14, (40, 17), WHITE, round_by=8)


def door(p: Picture, at: Point, size: Point = (64, 138), color: str = WOOD) -> None:
    """Add a door; ``at`` is the middle of its sill."""
    x, y, (wide, high) = *at, size
    p.box(x - wide / 2 - 6, y - high - 6, (wide + 12, high + 6), WHITE)
    p.box(x - wide / 2, y - high, size, color)
    for top in (0.08, 0.54):
        inside = (wide - 20, high * 0.36)
        p.box(x - wide / 2 + 10, y - high * (1 - top), inside, "none", round_by=3, line=2)
    p.circle(x + wide / 2 - 8, y - high * 0.48, 4, GOLD, line=2)


def window(p: Picture, at: Point, size: Point = (70, 62)) -> None:
    """Add a window by its middle."""
    x, y, (wide, high) = *at, size
    p.box(x - wide / 2, y - high / 2, size, GLASS, round_by=3)
    p.stroke(f"M{x} {y - high / 2} l0 {high} M{x - wide / 2} {y} l{wide} 0", line=2.2)


def stairs(p: Picture, at: Point, steps: int = 4, rise: float = 20, run: float = 28) -> None:
    """Add stairs that climb to the right; ``at`` is where they begin on the ground."""
    x, y = at
    for step in range(steps):
        left, top = x + step * run, y - (step + 1) * rise
        p.box(left, top, (run * (steps - step), rise * (step + 1)), "#E9D3B4", line=2.2)
        p.box(left - 3, top, (run + 3, 6), WOOD, line=2)


def hook_rail(p: Picture, x: float, y: float, width: float) -> None:
    """Add a rail with hooks for coats."""
    p.box(x, y, (width, 9), WOOD, round_by=3)
    for left in range(int(x) + 14, int(x + width) - 4, 28):
        p.stroke(f"M{left} {y + 9} l0 6 q0 5 6 3", line=3)


# Away from home


def shelf(p: Picture, x: float, y: float, width: float, first: int = 0) -> None:
    """Add a shop's shelf full of packets; ``y`` is its board."""
    colors = ("#F0A04B", GREEN, "#D9605A", SKY)
    for index in range(int((width - 8) / 17.5)):
        size = (13, 20 + (index + first) % 3 * 4)
        color = colors[(index + first) % 4]
        p.box(x + 6 + index * 17.5, y - size[1], size, color, round_by=3, line=1.8)
    p.box(x, y, (width, 6), WOOD, line=2)


def cart(p: Picture, at: Point, s: float = 1, facing: int = 1) -> None:
    """Add a shopping cart, its handle behind; ``at`` is the middle of its basket."""
    f = facing
    p.stroke(curve(at, s, f"M{-44 * f} -24 L{-32 * f} -20 L{-20 * f} 34 L{26 * f} 34"), line=4)
    shape(p, at, s, f"M{-31 * f} -20 L{36 * f} -14 L{28 * f} 20 L{-24 * f} 20 Z", STEEL)
    p.stroke(
        curve(
            at,
            s,
            f"M{-28 * f} -6 L{33 * f} -2 M{-26 * f} 8 L{30 * f} 9 M{-10 * f} -17 "
            f"L{-8 * f} 19 M{12 * f} -15 L{11 * f} 19",
        ),
        line=1.8,
        color="#8A97A0",
    )
    for x in (-18, 24):
        p.circle(at[0] + x * f * s, at[1] + 41 * s, 6 * s, DARK, line=2)


def tree(p: Picture, foot: Point, s: float = 1) -> None:
    """Add a tree."""
    p.box(foot[0] - 6 * s, foot[1] - 50 * s, (12 * s, 50 * s), DARK_WOOD, round_by=3)
    for x, y, r in ((-18, -66, 20), (18, -66, 20), (0, -88, 24)):
        p.circle(foot[0] + x * s, foot[1] + y * s, r * s, GREEN)
    p.circle(foot[0], foot[1] - 70 * s, 20 * s, GREEN, color=None)


def road(p: Picture, y: float = 158, high: float = 28) -> None:
    """Add a road across the front of a picture, with its curb."""
    low = y + high
    p.path(
        f"M2 {y} L238 {y} L238 {low - 14} Q238 {low} 224 {low} L16 {low} Q2 {low} 2 {low - 14} Z",
        "#8A97A0",
        color=None,
    )
    p.box(2, y - 6, (236, 7), STEEL, line=2)
    for x in (14, 64, 114, 164, 212):
        p.box(x, y + high / 2 - 2, (16, 4), WHITE, line=0)


def crossing(p: Picture, x: float, y: float = 158, high: float = 28) -> None:
    """Add a zebra crossing on a road."""
    for stripe in range(4):
        p.box(x + stripe * 15, y + 1, (9, high - 1), WHITE, line=0)


def traffic_light(p: Picture, at: Point, s: float = 1, *, green: bool = True) -> None:
    """Add a light for walkers; ``at`` is the foot of its post."""
    p.box(at[0] - 3 * s, at[1] - 80 * s, (6 * s, 80 * s), DARK, line=2)
    p.box(at[0] - 13 * s, at[1] - 120 * s, (26 * s, 46 * s), DARK, round_by=6)
    p.circle(at[0], at[1] - 109 * s, 8 * s, "#55606B" if green else RED, line=2)
    p.circle(at[0], at[1] - 86 * s, 8 * s, "#7DD08A" if green else "#55606B", line=2)


def bus(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add a bus that drives to the left, its door open at the right; ``at`` is its middle below."""
    p.box(at[0] - 80 * s, at[1] - 92 * s, (160 * s, 84 * s), color, round_by=10 * s)
    for x in (-70, -34, 2):
        p.box(at[0] + x * s, at[1] - 80 * s, (30 * s, 30 * s), GLASS, round_by=4 * s, line=2.2)
    p.box(at[0] + 40 * s, at[1] - 80 * s, (30 * s, 70 * s), DARK, round_by=4 * s)
    for x in (-46, 16):
        p.circle(at[0] + x * s, at[1] - 8 * s, 13 * s, DARK)
        p.circle(at[0] + x * s, at[1] - 8 * s, 5 * s, STEEL, line=2)


def slide(p: Picture, at: Point, s: float = 1) -> None:
    """Add a slide, its ladder at the left; ``at`` is the ladder's foot."""
    p.stroke(curve(at, s, "M0 0 L22 -84 M20 0 L40 -84"), line=5)
    p.stroke(curve(at, s, "M5 -18 L24 -18 M10 -38 L29 -38 M15 -58 L34 -58"), line=4)
    d = curve(at, s, "M28 -84 L54 -84 C84 -70 96 -14 134 -6")
    p.stroke(d, line=15)
    p.stroke(d, line=10, color=RED)


def swing(p: Picture, top: Point, length: float = 100, lean: float = 0) -> Point:
    """Add a swing on a beam and return the middle of its seat; ``lean`` moves the seat."""
    x, y = top
    seat = (x + lean, y + length)
    p.stroke(f"M{x - 44} {y} l88 0", line=8)
    p.stroke(f"M{x - 44} {y} l88 0", line=4, color=WOOD)
    for side in (-22, 22):
        p.stroke(f"M{x + side} {y} L{seat[0] + side} {seat[1]}", line=3.4)
    p.box(seat[0] - 28, seat[1], (56, 8), VIOLET, round_by=3)
    return seat


def rug(p: Picture, at: Point, half: float = 60, color: str = BLUE) -> None:
    """Add a round rug on the floor."""
    p.oval(at[0], at[1], (half, 13), color)
    p.oval(at[0], at[1], (half - 10, 8), "none", line=2, color=WHITE)
