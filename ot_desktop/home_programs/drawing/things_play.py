"""Toys and other things that only play needs."""

from ot_desktop.home_programs.drawing.figure import Figure
from ot_desktop.home_programs.drawing.kit import OUTLINE, Picture, Point
from ot_desktop.home_programs.drawing.things import BLUE, GOLD, RED, STEEL, WHITE

FUR = "#C98B5E"


def closed_eyes(figure: Figure, gaze: Point = (0, 0)) -> None:
    """Close the eyes of a face that is there; ``gaze`` is the one it was drawn with."""
    p, r, (x, y) = figure.picture, figure.size.head, figure.head_at
    with p.turned(figure.pose.tilt * figure.facing, figure.head_at):
        for side in (-1, 1):
            eye = (x + (gaze[0] * 0.2 + side * 0.34) * r, y + (gaze[1] * 0.16 + 0.12) * r)
            p.circle(*eye, 0.13 * r, figure.look.skin, color=None)
            p.stroke(f"M{eye[0] - 4:.1f} {eye[1]:.1f} q4 4 8 0", line=2.2)


def long_spoon(p: Picture, bowl: Point, end: Point, color: str, r: float = 7) -> None:
    """Add a spoon from its bowl to the end of its handle."""
    p.limb([bowl, end], color, 3)
    p.circle(*bowl, r, color, line=2.2)


def drum_pot(p: Picture, x: float, ground: float, half: float, high: float) -> None:
    """Add a pot that stands on its rim."""
    for side in (-1, 1):
        p.box(x + side * (half + 7) - 7, ground - 19, (14, 9), "#55606B", round_by=4)
    top = ground - high
    p.path(
        f"M{x - half} {ground - 6} L{x - half + 4} {top + 6} Q{x - half + 5} {top} "
        f"{x - half + 12} {top} L{x + half - 12} {top} Q{x + half - 5} {top} "
        f"{x + half - 4} {top + 6} L{x + half} {ground - 6} Z",
        "#B9C6CF",
    )
    p.box(x - half - 2, ground - 10, (2 * half + 4, 10), STEEL, round_by=4)
    p.stroke(f"M{x - half + 14} {top + 9} L{x - half + 12} {ground - 18}", line=3, color=WHITE)


def note(p: Picture, x: float, y: float, s: float = 1) -> None:
    """Add two joined music notes; ``x``, ``y`` is the first one's head."""
    p.stroke(f"M{x + 4 * s} {y} l0 {-22 * s} l{15 * s} {-4 * s} l0 {22 * s}", line=2.6)
    p.stroke(f"M{x + 4 * s} {y - 20 * s} l{15 * s} {-4 * s}", line=5)
    p.oval(x, y, (5 * s, 4 * s), OUTLINE, color=None)
    p.oval(x + 15 * s, y - 4 * s, (5 * s, 4 * s), OUTLINE, color=None)


def bricks(p: Picture, x: float, width: float, *, top: float = 10, low: float = 174) -> None:
    """Add a brick wall."""
    p.box(x, top, (width, low - top), "#D98E73")
    for row in range(round((low - top) / 18.2)):
        y = top + row * 18.2
        if row:
            p.stroke(f"M{x} {y:.1f} L{x + width} {y:.1f}", line=1.8)
        for part in (0.36, 0.78) if row % 2 else (0.16, 0.58):
            p.stroke(f"M{x + width * part:.1f} {y:.1f} l0 {min(18.2, low - y):.1f}", line=1.8)


def house(p: Picture, x: float, low: float, half: float) -> None:
    """Add a house as children draw it."""
    eaves = low - half * 1.3
    p.box(x - half, eaves, (half * 2, half * 1.3), GOLD, line=2)
    roof = [(x - half * 1.25, eaves), (x, low - half * 2.4), (x + half * 1.25, eaves)]
    p.polygon(roof, RED, line=2)
    p.box(x - half * 0.25, low - half * 0.75, (half * 0.5, half * 0.75), BLUE, line=1.8)


def sock_puppet(p: Picture, nose: Point, arm: Point, color: str) -> None:
    """Add a sock with eyes on a hand; it looks to the right, its cuff at ``arm``."""
    x, y = nose
    p.limb([(x - 34, y + 6), ((x - 38 + arm[0]) / 2, (y + arm[1]) / 2), arm], color, 24)
    p.hull((x - 30, y + 4), 17, (x - 4, y - 4), 10, color)
    p.hull((x - 30, y + 14), 11, (x - 8, y + 18), 7, color)
    p.path(f"M{x + 4} {y + 6} L{x - 24} {y + 9} L{x - 2} {y + 14} Z", "#8E3B3B", line=2)
    for eye in (x - 30, x - 16):
        p.circle(eye, y - 14, 7, WHITE, line=2)
        p.circle(eye + 2, y - 13, 2.6, OUTLINE, color=None)
    p.hull((arm[0] - 9, arm[1]), 6, (arm[0] + 9, arm[1]), 6, WHITE)


def paper_plane(p: Picture, at: Point, s: float = 1, *, turned: float = 0) -> None:
    """Add a paper plane that flies to the right."""
    x, y = at
    with p.turned(turned, at):
        p.polygon([(x + 24 * s, y), (x - 22 * s, y - 16 * s), (x - 14 * s, y)], WHITE, line=2.2)
        p.polygon([(x + 24 * s, y), (x - 14 * s, y), (x - 16 * s, y + 12 * s)], STEEL, line=2.2)
