"""Things for reading and writing, placed and sized as in ``things``."""

from ot_desktop.home_programs.drawing.kit import OUTLINE, Picture, Point, curve
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.things import GOLD, RED, SKY, WHITE, shape


def picture_book(p: Picture, at: Point, s: float = 1, cover: str = RED) -> None:
    """Add an open picture book, its empty pages to us."""
    shape(p, at, s, "M-34 -22 L34 -22 L34 20 L-34 20 Z", cover)
    for side in (-1, 1):
        d = f"M0 -18 C{side * 8} -24 {side * 22} -24 {side * 30} -19 L{side * 30} 17 "
        shape(p, at, s, d + f"C{side * 22} 12 {side * 8} 12 0 18 Z", WHITE, line=2.2)


def bird(p: Picture, at: Point, s: float = 1, color: str = SKY) -> None:
    """Add a bird with its wings spread."""
    shape(p, at, s, "M-3 8 L-6 16 M3 8 L3 17", line=1.8)
    for side in (-1, 1):
        shape(
            p,
            at,
            s,
            f"M{side * 3} 0 C{side * 8} -8 {side * 14} -12 {side * 20} -10 "
            f"C{side * 18} 0 {side * 12} 6 {side * 3} 6 Z",
            color,
            line=2,
        )
    p.oval(at[0], at[1] + 3 * s, (6 * s, 8 * s), color, line=2)
    p.circle(at[0], at[1] - 8 * s, 6 * s, color, line=2)
    shape(p, at, s, "M-2 -7 L2 -7 L0 -2 Z", GOLD, line=1.4)
    for side in (-1, 1):
        p.circle(at[0] + side * 2.6 * s, at[1] - 10 * s, 1.1 * s, OUTLINE, color=None)


def night_window(p: Picture, at: Point, size: Point = (58, 58)) -> None:
    """Add a window with the moon in it."""
    x, y, (wide, high) = *at, size
    p.box(x - wide / 2, y - high / 2, size, "#3E4D78", round_by=3)
    shape(p, at, 1, "M4 -18 C-14 -16 -16 12 4 14 C-4 6 -4 -10 4 -18 Z", "#F6DFA6", line=1.8)
    for dx, dy in ((14, -14), (18, 8), (-18, -12)):
        p.circle(x + dx, y + dy, 1.8, WHITE, color=None)
    p.stroke(f"M{x - wide / 2 - 4} {y + high / 2} l{wide + 8} 0", line=5)


_LETTERS = {
    "A": "M-8 10 L0 -10 L8 10 M-5 4 L5 4",
    "a": "M7 -6 L7 8 M7 1 C7 -9 -8 -9 -8 1 C-8 11 7 11 7 1",
    "b": "M-6 -13 L-6 8 M-6 1 C-6 -9 8 -9 8 1 C8 11 -6 11 -6 1",
    "n": "M-6 -6 L-6 8 M-6 0 C-6 -9 7 -9 7 0 L7 8",
    "o": "M0 -7 C-10 -7 -10 9 0 9 C10 9 10 -7 0 -7",
}


def letter(p: Picture, at: Point, s: float, name: str, color: str = OUTLINE) -> None:
    """Add one of the few letters our sheets show."""
    p.stroke(curve(at, s, _LETTERS[name]), line=2.8, color=color)


def question(p: Picture, at: Point, s: float = 1, color: str = OUTLINE) -> None:
    """Add a question mark."""
    p.stroke(curve(at, s, "M-6 -6 C-6 -16 8 -16 7 -6 C6 -1 0 -1 0 5"), line=3, color=color)
    p.circle(at[0], at[1] + 11 * s, 2, color, color=None)


def magnifier(p: Picture, at: Point, s: float = 1) -> None:
    """Add a magnifying glass by the middle of its glass; we see through it."""
    p.stroke(curve(at, s, "M-13 14 L-26 34"), line=8)
    p.stroke(curve(at, s, "M-14 16 L-26 34"), line=3.6, color=GOLD)
    p.circle(*at, 19 * s, "none", line=6)
    p.circle(*at, 19 * s, "none", line=2.4, color=SKY)


def pinching_hand(p: Picture, at: Point, look: Look) -> None:
    """Add a big hand that holds a pencil near its tip; ``at`` is the middle of a circle of 64."""
    x, y = at
    p.limb([(x + 22, y + 14), (x + 34, y + 42)], look.skin, 34)
    for dy in (22, 12):
        p.limb([(x + 14, y + dy), (x - 10, y + dy + 10)], look.shade, 13)
    p.limb([(x + 20, y + 6), (x + 2, y + 34), (x - 26, y + 12)], look.skin, 14)
    with p.turned(48, (x - 20, y + 4)):
        p.box(x - 25, y - 62, (10, 74), GOLD, round_by=2, line=2.2)
        p.polygon([(x - 25, y + 12), (x - 15, y + 12), (x - 20, y + 26)], "#F6DFA6", line=2.2)
    p.limb([(x + 24, y - 4), (x - 6, y - 24), (x - 24, y + 4)], look.skin, 14)


def keyboard(p: Picture, at: Point, s: float = 1) -> None:
    """Add a keyboard; the two keys with bumps are colored."""
    shape(p, at, s, "M-78 -16 L78 -16 L86 16 L-86 16 Z", "#55606B")
    for row, y in enumerate((-12, -3, 6)):
        for column in range(10):
            left = at[0] + (-72 + row * -2 + column * 14.6) * s
            color = GOLD if row == 1 and column in (3, 6) else WHITE
            p.box(left, at[1] + y * s, (12 * s, 7 * s), color, round_by=1.5, line=1.4)


def clock(p: Picture, at: Point, r: float, *, slice_color: str | None) -> None:
    """Add a round clock at four; ``slice_color`` paints the next twenty minutes."""
    x, y = at
    p.circle(x, y, r, WHITE)
    if slice_color:
        d = f"M{x} {y} L{x} {y - r:.1f} A{r} {r} 0 0 1 {x + 0.866 * r:.1f} {y + 0.5 * r:.1f} Z"
        p.path(d, slice_color, line=2)
    for angle in range(0, 360, 30):
        with p.turned(angle, at):
            p.stroke(f"M{x} {y - 0.88 * r:.1f} L{x} {y - 0.78 * r:.1f}", line=2)
    p.stroke(f"M{x} {y} L{x} {y - 0.68 * r:.1f}", line=3)
    p.stroke(f"M{x} {y} L{x - 0.4 * r:.1f} {y + 0.22 * r:.1f}", line=4)


def says(p: Picture, at: Point, s: float = 1) -> None:
    """Add a speech bubble of somebody who stands at the right, outside the picture."""
    shape(p, at, s, "M24 8 L38 26 L14 18 Z", WHITE)
    p.oval(at[0], at[1], (28 * s, 22 * s), WHITE)
    shape(p, at, s, "M14 10 L25 4 L24 14 L16 17 Z", WHITE, color=None)


def open_bag(p: Picture, at: Point) -> None:
    """Add an open school bag full of papers."""
    x, y = at
    for dx, turn in ((-14, -14), (2, 4), (16, 18)):
        with p.turned(turn, (x + dx, y - 34)):
            p.box(x + dx - 12, y - 58, (24, 44), WHITE, round_by=2, line=2.2)
            p.stroke(f"M{x + dx - 6} {y - 48} l12 0 M{x + dx - 6} {y - 40} l12 0", line=2)
    shape(p, at, 1, "M-30 -22 C-20 -14 20 -14 30 -22 L36 38 L-36 38 Z", "#4A86C5")
    p.box(x - 22, y + 4, (44, 26), "#6FA6DC", round_by=6)
    p.stroke(f"M{x - 14} {y + 12} l28 0", line=2)


_SIGNS = {
    "tick": "M-8 0 L-2 6 L9 -8",
    "cross": "M-7 -7 L7 7 M7 -7 L-7 7",
    "eye": "M-11 0 C-5 -9 5 -9 11 0 C5 9 -5 9 -11 0 Z",
}


def tray(p: Picture, foot: Point, color: str, sign: str) -> None:
    """Add a box for papers with a sign on it: ``tick``, ``eye`` or ``cross``."""
    x, y = foot
    p.box(x - 14, y - 40, (28, 20), WHITE, round_by=2, line=2.2)
    p.box(x - 19, y - 30, (38, 30), color, round_by=3)
    shape(p, (x, y - 15), 1, _SIGNS[sign], WHITE if sign == "eye" else "none", line=3)
    if sign == "eye":
        p.circle(x, y - 15, 3.6, OUTLINE, color=None)


def die(p: Picture, at: Point, s: float = 1) -> None:
    """Add a big die that shows a four."""
    shape(p, at, s, "M-24 -14 L-10 -28 L30 -28 L16 -14 Z", WHITE)
    shape(p, at, s, "M16 -14 L30 -28 L30 12 L16 26 Z", "#D5DDE3")
    shape(p, at, s, "M-24 -14 L16 -14 L16 26 L-24 26 Z", WHITE)
    for x in (-14, 6):
        for y in (-4, 16):
            p.circle(at[0] + x * s, at[1] + y * s, 3.6 * s, OUTLINE, color=None)
    p.oval(at[0] + 3 * s, at[1] - 21 * s, (4 * s, 2.4 * s), OUTLINE, color=None)
    for y in (-10, 8):
        p.oval(at[0] + 23 * s, at[1] + y * s, (2.2 * s, 3.6 * s), OUTLINE, color=None)
