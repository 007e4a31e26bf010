"""Poses of the whole body: where hips and feet are; the hands go where a scene wants them.

Lengths are in leg lengths, x the way the person faces and y up from the place. The place is the
ground under the person, and in a sitting or lying pose what the person sits or lies on.
"""

from dataclasses import dataclass, replace

from ot_desktop.home_programs.drawing.kit import Point


@dataclass(frozen=True, slots=True)
class Leg:
    """Where a leg bends and ends, and which way its toes point."""

    knee: Point
    ankle: Point
    toe: Point = (1, 0)


@dataclass(frozen=True, slots=True)
class Pose:
    """One pose; ``lean`` and ``neck`` are degrees from upright, forwards when positive.

    ``stretch`` lengthens a trunk that is seen from its side. ``sits`` puts the hips on the place
    itself. ``is_upright`` poses can also be taken in a wheelchair.
    """

    hips: Point
    legs: tuple[Leg, Leg]
    lean: float = 0
    neck: float | None = None
    tilt: float = 0
    stretch: float = 1
    sits: bool = False
    is_front: bool = False
    is_upright: bool = False
    is_on_chair: bool = False


def _both(knee: Point, ankle: Point, toe: Point) -> tuple[Leg, Leg]:
    """Two legs that mirror each other, seen from the front."""
    right = Leg(knee, ankle, toe)
    return Leg((-knee[0], knee[1]), (-ankle[0], ankle[1]), (-toe[0], toe[1])), right


# Upright. The second leg is the nearer one.
STANDING = Pose((0, 1), _both((0.34, 0.5), (0.36, 0), (0.75, 0)), is_front=True, is_upright=True)
ASTRIDE = replace(STANDING, hips=(0, 0.9), legs=_both((0.6, 0.6), (0.85, 0), (0.8, 0)))
TIPTOE = replace(STANDING, hips=(0, 1.2), legs=_both((0.34, 0.7), (0.34, 0.22), (0.5, -0.5)))
JUMPING = Pose((0, 1.6), _both((0.9, 1.1), (0.5, 0.6), (0.6, -0.5)), is_front=True)
STAR_JUMP = Pose((0, 1.5), _both((0.7, 1.0), (1.15, 0.55), (0.7, -0.3)), is_front=True)
ONE_LEG = Pose(
    (0, 1),
    (Leg((-0.15, 0.5), (-0.1, 0), (-0.8, 0)), Leg((1.6, 1.0), (0.85, 0.4), (0.3, -0.9))),
    is_front=True,
)
STANDING_SIDE = Pose(
    (0, 1),
    (Leg((0.25, 0.5), (0.28, 0.03)), Leg((-0.12, 0.5), (-0.18, 0))),
    is_upright=True,
)
WALKING = Pose(
    (0, 1),
    (Leg((0.6, 0.65), (0.66, 0.03), (1, 0.15)), Leg((-0.05, 0.4), (-0.62, 0.1), (0.95, -0.25))),
    lean=5,
    is_upright=True,
)
RUNNING = Pose(
    (0, 1.1),
    (Leg((0.95, 0.9), (0.85, 0.2), (0.9, 0.3)), Leg((0, 0.2), (-1.05, 0.55), (0.1, -0.9))),
    lean=16,
)
MARCHING = Pose(
    (0, 1),
    (Leg((0, 0.5), (-0.1, 0)), Leg((1.8, 1.6), (1.0, 0.35), (0.95, 0.1))),
)
STEPPING_UP = Pose(
    (0, 1),
    (Leg((-0.2, 0.5), (-0.3, 0)), Leg((1.7, 1.4), (1.15, 0.55), (1, 0))),
    lean=8,
)
KICKING = Pose(
    (0, 1),
    (Leg((0, 0.5), (-0.15, 0)), Leg((0.6, 0.7), (1.35, 0.4), (0.7, 0.6))),
    lean=-12,
)
THROWING = Pose(
    (0, 0.95),
    (Leg((0.5, 0.6), (0.75, 0), (1, 0)), Leg((-0.4, 0.5), (-0.75, 0.05), (0.9, 0))),
    lean=-6,
)
PUSHING = Pose(
    (-0.6, 0.85),
    (Leg((-0.5, 0.4), (-0.85, 0), (1, 0)), Leg((-1.3, 0.6), (-2.0, 0.12), (0.8, -0.3))),
    lean=40,
    neck=12,
)
BENDING = Pose(
    (-0.5, 1),
    (Leg((-0.4, 0.5), (-0.35, 0)), Leg((-0.65, 0.5), (-0.75, 0))),
    lean=58,
    neck=48,
    stretch=1.15,
)
SQUATTING = Pose(
    (-0.4, 0.5),
    (Leg((2.0, 1.2), (0.55, 0.02)), Leg((1.7, 1.2), (0.25, 0))),
    lean=10,
)

# On a chair: the place is the middle of the seat.
ON_CHAIR = Pose(
    (0, 0),
    (Leg((2.2, 0.65), (1.65, -0.8)), Leg((2.0, 0.55), (1.4, -0.85))),
    sits=True,
    is_upright=True,
    is_on_chair=True,
)
ON_CHAIR_FRONT = Pose(
    (0, 0),
    _both((0.6, 0.25), (0.45, -0.85), (0.5, -0.1)),
    sits=True,
    is_front=True,
    is_upright=True,
    is_on_chair=True,
)

# On the floor.
CROSS_LEGGED = Pose(
    (0, 0),
    (Leg((2.5, 0.35), (-0.4, -0.15), (-0.9, 0)), Leg((-2.5, 0.35), (0.4, -0.15), (0.9, 0))),
    sits=True,
    is_front=True,
)
LONG_SITTING = Pose(
    (0, 0),
    (Leg((1.1, 0.75), (1.95, 0.15), (0.35, 0.9)), Leg((1.1, 0.1), (2.1, 0.02), (0.35, 0.9))),
    sits=True,
)
FEET_APART = Pose(
    (0, 0),
    _both((1.5, 0.5), (1.75, -0.1), (0.6, 0.8)),
    sits=True,
    is_front=True,
)
KNEES_UP = Pose(
    (0, 0),
    (Leg((1.5, 2.6), (1.7, 0.03)), Leg((1.2, 2.5), (1.4, 0))),
    sits=True,
    lean=-6,
)
KNEELING = Pose(
    (0, 0.95),
    (Leg((1.0, -0.5), (-0.7, 0.02), (-0.9, 0)), Leg((0.7, -0.5), (-0.95, 0), (-0.9, 0))),
)
ON_HEELS = Pose(
    (0, 0.55),
    (Leg((2.0, 0.3), (-0.4, 0.02), (-0.9, 0)), Leg((1.7, 0.25), (-0.6, 0), (-0.9, 0))),
)
HALF_KNEELING = Pose(
    (0, 0.95),
    (Leg((0.6, -0.5), (-0.95, 0), (-0.9, 0)), Leg((1.8, 1.5), (1.1, 0), (1, 0))),
)
CRAWLING = Pose(
    (-1.3, 1.05),
    (Leg((-0.6, -0.4), (-1.7, 0.05), (-0.9, 0)), Leg((-1.1, -0.5), (-2.3, 0), (-0.9, 0))),
    lean=80,
    neck=52,
    stretch=1.8,
)
BEAR = Pose(
    (-1.4, 1.65),
    (Leg((-1.3, 0.9), (-1.5, 0.03), (1, 0)), Leg((-2.0, 0.9), (-2.2, 0), (1, 0))),
    lean=105,
    neck=92,
    stretch=1.9,
)
ON_BELLY = Pose(
    (-1.4, 0),
    (Leg((-2.4, 0.3), (-3.4, 0.25), (-0.9, 0)), Leg((-2.4, 0.1), (-3.3, 0.0), (-0.9, 0))),
    lean=72,
    neck=35,
    stretch=1.8,
    sits=True,
)
ON_BACK = Pose(
    (0.9, 0),
    (Leg((2.4, 2.4), (2.6, 0.05), (1, 0)), Leg((2.1, 2.3), (2.2, 0), (1, 0))),
    lean=-88,
    neck=-86,
    tilt=-80,
    stretch=1.6,
    sits=True,
)
FLAT_ON_BACK = replace(
    ON_BACK, legs=(Leg((1.9, 0.3), (3.0, 0.25), (0.2, 1)), Leg((1.9, 0.2), (2.9, 0), (0.2, 1)))
)

# In a wheelchair: the place is its seat.
ROLLING = replace(ON_CHAIR, legs=(Leg((2.2, 0.6), (1.7, -0.68)), Leg((2.0, 0.5), (1.45, -0.73))))
ROLLING_FRONT = replace(ON_CHAIR_FRONT, legs=_both((0.55, 0.2), (0.4, -0.7), (0.4, -0.1)))
