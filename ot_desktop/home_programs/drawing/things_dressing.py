"""Things of getting dressed: what hangs, folds, rolls and washes; placed as in ``things``."""

from math import hypot

from ot_desktop.home_programs.drawing.kit import Picture, Point, bend, curve
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.things import (
    BLUE,
    DARK,
    GLASS,
    GOLD,
    RED,
    STEEL,
    WHITE,
    shape,
)
from ot_desktop.home_programs.drawing.things_more import shirt, sock, trousers


def washer(p: Picture, at: Point, s: float = 1, *, is_open: bool = False) -> None:
    """Add a washing machine from its front; ``at`` is the middle of its door."""
    x, y = at
    p.box(x - 32 * s, y - 44 * s, (64 * s, 80 * s), WHITE, round_by=5)
    p.stroke(curve(at, s, "M-32 -27 L32 -27"), line=2)
    p.circle(x + 20 * s, y - 35.5 * s, 4 * s, GOLD, line=1.8)
    p.box(x - 26 * s, y - 40 * s, (20 * s, 8 * s), STEEL, round_by=2, line=1.6)
    p.circle(x, y, 22 * s, STEEL)
    p.circle(x, y, 16 * s, DARK if is_open else GLASS, line=2)
    if not is_open:
        p.stroke(curve(at, s, "M-11 3 C-5 -4 4 8 11 0"), line=2, color=WHITE)


def heap(p: Picture, at: Point, s: float = 1) -> None:
    """Add a heap of clothes, to stand in a basket that is drawn after it."""
    x, y = at
    with p.turned(-38, (x - 14 * s, y)):
        trousers(p, (x - 14 * s, y), 0.75 * s, BLUE)
    with p.turned(24, (x + 18 * s, y)):
        sock(p, (x + 19 * s, y - 2 * s), 0.8 * s)
    with p.turned(-10, (x, y - 4 * s)):
        shirt(p, (x, y - 4 * s), 0.8 * s, GOLD)


def sock_ball(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a pair of socks that is rolled up, its cuff at the right."""
    shape(p, at, s, "M0 -12 L20 -12 L20 0 L8 0 Z", WHITE, line=2.2)
    p.stroke(curve(at, s, "M14 -11 L14 -2 M17 -11 L17 -2"), line=1.4)
    p.circle(*at, 12 * s, color)
    p.stroke(curve(at, s, "M7 -4 C4 -10 -7 -9 -7 0 C-7 8 5 8 5 1 C5 -4 -2 -4 -2 1"), line=2)


def hanging_sock(p: Picture, top: Point, s: float = 1, color: str = RED) -> None:
    """Add a sock that hangs from its cuff, its toe to the right."""
    shape(
        p,
        top,
        s,
        "M-8 0 L8 0 L8 24 C15 26 20 29 19 34 C18 40 8 40 0 38 C-8 36 -8 30 -8 24 Z",
        color,
    )
    shape(p, top, s, "M-8 0 L8 0 L8 7 L-8 7 Z", WHITE, line=2)


def rubber_boots(p: Picture, at: Point, s: float = 1, color: str = GOLD) -> None:
    """Add a pair of rain boots, their toes to the right."""
    for dx in (-13, 9):
        d = "M-8 -20 L7 -20 L7 0 C15 2 18 6 18 13 L-8 13 Z"
        shape(p, (at[0] + dx * s, at[1]), s, d, color)
        p.stroke(curve((at[0] + dx * s, at[1]), s, "M-8 -13 L7 -13 M-8 9 L18 9"), line=1.8)


def toes(p: Picture, at: Point, look: Look, s: float = 1) -> None:
    """Add the toes at the top of a bare foot that shows its sole."""
    for dx, dy, r in ((-8, 1, 2.6), (-4, -2, 3), (1, -3, 3.2), (7, -2, 4)):
        p.circle(at[0] + dx * s, at[1] + dy * s, r * s, look.skin, line=2)


def fingers(p: Picture, at: Point, look: Look, s: float = 1, *, turn: float = 0) -> None:
    """Add an open hand, its fingers up unless turned."""
    with p.turned(turn, at):
        for d in (
            "M-6 -4 L-9 -15",
            "M-2 -6 L-3 -19",
            "M3 -6 L4 -18",
            "M7 -3 L11 -13",
            "M-7 3 L-15 -3",
        ):
            p.stroke(curve(at, s, d), line=8.5 * s)
        p.circle(*at, 9.5 * s, look.skin)
        for d in (
            "M-5 -2 L-9 -15",
            "M-2 -4 L-3 -19",
            "M3 -4 L4 -18",
            "M6 -1 L11 -13",
            "M-5 3 L-15 -3",
        ):
            p.stroke(curve(at, s, d), line=4.6 * s, color=look.skin)


def pointing(p: Picture, at: Point, look: Look, to: Point) -> None:
    """Add a finger that points from a hand, to be drawn before the hand."""
    d = f"M{at[0]} {at[1]} L{to[0]} {to[1]}"
    p.stroke(d, line=9)
    p.stroke(d, line=5, color=look.skin)


def note(p: Picture, at: Point, s: float = 1) -> None:
    """Add a note of music."""
    p.stroke(curve(at, s, "M4 8 L4 -12 L14 -8"), line=3)
    p.oval(at[0], at[1] + 9 * s, (5 * s, 4 * s), DARK, line=1)


def striped(p: Picture, along: list[Point], wide: float = 18) -> None:
    """Add a striped sleeve along a bend of three points."""
    p.limb(along, RED, wide)
    d = bend(along)
    p.path(d, line=wide, color=RED)
    for part in (0.12, 0.36, 0.6, 0.84):
        (x, y), (dx, dy) = _on(along, part)
        half = wide / 2 - 1
        p.stroke(
            f"M{x - dy * half:.1f} {y + dx * half:.1f} L{x + dy * half:.1f} {y - dx * half:.1f}",
            line=5,
            color=WHITE,
        )


def _on(along: list[Point], part: float) -> tuple[Point, Point]:
    """Return a place on a bend of three points, and the way it goes there."""
    a, b, c = along
    rest = 1 - part
    at = tuple(rest**2 * a[i] + 2 * rest * part * b[i] + part**2 * c[i] for i in (0, 1))
    way = tuple(2 * rest * (b[i] - a[i]) + 2 * part * (c[i] - b[i]) for i in (0, 1))
    long = hypot(*way)
    return (at[0], at[1]), (way[0] / long, way[1] / long)


def pulled_on(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a shirt with sleeves that somebody half wears; ``at`` is its middle."""
    shape(
        p,
        at,
        s,
        "M-14 -16 C-6 -8 6 -8 14 -16 L30 -4 L22 10 L17 6 L17 28 L-17 28 L-17 6 L-22 10 L-30 -4 Z",
        color,
    )
    p.stroke(curve(at, s, "M-16 12 L16 12 M-16 20 L16 20"), line=4, color=RED)
    p.stroke(curve(at, s, "M-11 -13 C-5 -6 5 -6 11 -13"), line=1.8)


def spool(p: Picture, at: Point, s: float = 1, color: str = RED) -> None:
    """Add a spool of thread."""
    p.box(at[0] - 8 * s, at[1] - 11 * s, (16 * s, 22 * s), color, line=2)
    p.stroke(curve(at, s, "M-8 -5 L8 -2 M-8 1 L8 4"), line=1.6)
    for y in (-15, 10):
        p.box(at[0] - 11 * s, at[1] + y * s, (22 * s, 5 * s), GOLD, round_by=2, line=2)
