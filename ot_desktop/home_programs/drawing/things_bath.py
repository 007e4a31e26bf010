"""What only the bathroom has: people in the tub, cups that pour, a doll, a boat."""

from dataclasses import replace

from ot_desktop.home_programs.drawing.figure import CHILD, Size, elbow_between
from ot_desktop.home_programs.drawing.kit import Picture, Point, curve
from ot_desktop.home_programs.drawing.looks import Hair, Look
from ot_desktop.home_programs.drawing.people import arm, head
from ot_desktop.home_programs.drawing.things import CREAM, GOLD, RED, SKY, WHITE, shape

WATER, DEEP = "#BFE0F5", "#6FB1E8"


def in_swimwear(look: Look) -> Look:
    """Return the same child with bare legs and feet; scarf and hearing aids stay dry."""
    style = Hair.BOB if look.style is Hair.SCARF else look.style
    return replace(look, style=style, trousers=look.skin, shoes=look.skin, has_hearing_aid=False)


class Bather:
    """Somebody in the tub: bare shoulders over its rim. ``at`` is the middle of the head."""

    def __init__(self, picture: Picture, look: Look, at: Point, *, size: Size = CHILD) -> None:
        self.picture, self.look, self.at, self.size = picture, in_swimwear(look), at, size

    def body(self, *, gaze: Point = (0, 0), mouth: str = "smile", tilt: float = 0) -> None:
        """Add shoulders and head; the tub comes later and hides the rest."""
        x, half = self.at[0], self.size.half * 2.2
        neck = self.at[1] + self.size.head
        self.picture.path(
            f"M{x - half} 124 C{x - half} {neck + 14} {x - 24} {neck} {x} {neck} "
            f"C{x + 24} {neck} {x + half} {neck + 14} {x + half} 124 Z",
            self.look.skin,
        )
        with self.picture.turned(tilt, (x, neck)):
            head(self.picture, self.at, self.size.head, self.look, gaze=gaze, mouth=mouth)

    def left(self, to: Point, *, elbow: Point | None = None) -> None:
        """Add the arm at the picture's left, its hand at ``to``."""
        self._arm(-1, to, elbow)

    def right(self, to: Point, *, elbow: Point | None = None) -> None:
        """Add the arm at the picture's right, its hand at ``to``."""
        self._arm(1, to, elbow)

    def _arm(self, side: int, to: Point, elbow: Point | None) -> None:
        joint = (
            self.at[0] + side * 1.45 * self.size.half,
            self.at[1] + self.size.head + 0.75 * self.size.half,
        )
        bent = elbow or elbow_between(joint, to, self.size.arm * 1.1, side)
        arm(self.picture, [joint, bent, to], self.look, width=self.size.limb)


def finger(p: Picture, fist: Point, tip: Point, look: Look) -> None:
    """Add the finger that a hand points with."""
    d = f"M{fist[0]} {fist[1]} L{tip[0]} {tip[1]}"
    p.stroke(d, line=8.5)
    p.stroke(d, line=4.5, color=look.skin)


def beaker(
    p: Picture, at: Point, s: float = 1, *, tilt: float = 0, color: str = RED, water: str = WATER
) -> None:
    """Add a plastic cup with water in it, tilted clockwise to pour."""
    with p.turned(tilt, at):
        shape(p, at, s, "M-11 -14 L11 -14 L8.5 14 L-8.5 14 Z", color)
        p.oval(at[0], at[1] - 14 * s, (11 * s, 3.2 * s), water, line=2)


def stream(p: Picture, start: Point, end: Point, *, wide: float = 6) -> None:
    """Add water that falls from a cup or a tap."""
    middle = (end[0], start[1] + 4)
    d = f"M{start[0]} {start[1]} Q{middle[0]} {middle[1]} {end[0]} {end[1]}"
    p.stroke(d, line=wide + 3.5, color="#3F7FB5")
    p.stroke(d, line=wide, color=WATER)


def drop(p: Picture, at: Point, s: float = 1, turn: float = 0) -> None:
    """Add one drop of water."""
    with p.turned(turn, at):
        shape(p, at, s, "M0 -7 C-6 1 -4 6 0 6 C4 6 6 1 0 -7 Z", DEEP, line=1.8)


def doll(p: Picture, at: Point, s: float = 1, dress: str = RED) -> None:
    """Add a doll with yarn braids."""
    x, y = at
    for side in (-1, 1):
        p.stroke(curve(at, s, f"M{side * 6} 2 L{side * 17} 10"), line=9 * s)
        p.stroke(curve(at, s, f"M{side * 6} 2 L{side * 17} 10"), line=5 * s, color=CREAM)
        p.stroke(curve(at, s, f"M{side * 5} 24 L{side * 6} 36"), line=10 * s)
        p.stroke(curve(at, s, f"M{side * 5} 24 L{side * 6} 36"), line=6 * s, color=CREAM)
        p.circle(x + side * 14 * s, y - 8 * s, 5.5 * s, GOLD, line=2)
    shape(p, at, s, "M-7 -2 L7 -2 L14 26 L-14 26 Z", dress)
    p.circle(x, y - 13 * s, 13 * s, CREAM)
    shape(p, at, s, "M-13 -13 C-13 -30 13 -30 13 -13 C6 -20 -6 -20 -13 -13 Z", GOLD, line=2)
    for side in (-1, 1):
        p.circle(x + side * 4.5 * s, y - 11 * s, 1.8 * s, "#3A4650", color=None)
    p.stroke(curve(at, s, "M-4 -6 Q0 -2 4 -6"), line=2)


def boat(p: Picture, at: Point, s: float = 1) -> None:
    """Add a boat made of a lid, its paper sail full of wind from the left."""
    p.stroke(curve(at, s, "M-2 4 L-2 -38"), line=4)
    shape(p, at, s, "M0 -36 C16 -30 20 -14 0 -3 Z", GOLD)
    p.box(at[0] - 26 * s, at[1] - 2 * s, (52 * s, 11 * s), RED, round_by=4 * s)


def washcloth(p: Picture, at: Point, s: float = 1, color: str = SKY) -> None:
    """Add a soft cloth in somebody's hand."""
    shape(
        p,
        at,
        s,
        "M-15 -10 C-6 -15 8 -13 15 -9 C18 0 13 8 16 14 C6 18 -2 12 -10 16 C-18 10 -14 0 -15 -10 Z",
        color,
    )


def puff(p: Picture, at: Point, s: float = 1) -> None:
    """Add a lump of foam."""
    for x, y, r in ((-8, 2, 7), (8, 2, 7), (-3, -5, 7.5), (5, -5, 6.5), (0, 4, 8)):
        p.circle(at[0] + x * s, at[1] + y * s, r * s, WHITE, line=2, color="#6F9CC0")
    p.circle(at[0], at[1], 8 * s, WHITE, color=None)


def paper_roll(p: Picture, at: Point, s: float = 1) -> None:
    """Add a roll of toilet paper on its holder."""
    p.box(at[0] - 4 * s, at[1] - 22 * s, (8 * s, 16 * s), "#D5DDE3", round_by=2, line=2.2)
    shape(p, at, s, "M8 -13 L16 -13 L16 26 L8 22 Z", WHITE, line=2.2)
    p.circle(*at, 15 * s, WHITE)
    p.circle(*at, 5 * s, CREAM, line=2)


def mat(p: Picture, at: Point, half: float = 56, color: str = SKY) -> None:
    """Add a bath mat on the floor."""
    p.oval(at[0], at[1], (half, 12), color)
    p.oval(at[0], at[1], (half - 8, 7), "none", line=1.8, color=WHITE)


def letter_a(p: Picture, at: Point, s: float, color: str, line: float) -> None:
    """Add a big A as a finger draws it."""
    p.stroke(curve(at, s, "M-14 18 L0 -18 L14 18 M-9 6 L9 6"), line=line, color=color)
