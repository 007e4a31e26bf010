"""Whole people: a look in a pose at a place, with the hands where the scene wants them."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from math import cos, hypot, radians, sin, sqrt

from ot_desktop.home_programs.drawing import aids, poses
from ot_desktop.home_programs.drawing.kit import Picture, Point
from ot_desktop.home_programs.drawing.looks import Aid, Look
from ot_desktop.home_programs.drawing.people import arm, bust, head, trunk
from ot_desktop.home_programs.drawing.poses import Leg, Pose


@dataclass(frozen=True, slots=True)
class Size:
    """How big a person is: radius of the head, half the trunk's width, lengths, an arm's width."""

    head: float
    half: float
    trunk: float
    leg: float
    arm: float
    limb: float

    def times(self, by: float) -> "Size":
        """Return the same person smaller or bigger, as two in one picture may need."""
        return Size(*(length * by for length in astuple(self)))

    @property
    def seat(self) -> float:
        """The height of a seat from which the feet reach the floor."""
        return 0.85 * self.leg + 0.2 * self.limb


TODDLER = Size(head=27, half=16.5, trunk=21, leg=21, arm=38, limb=12)
CHILD = Size(head=26, half=18, trunk=30, leg=32, arm=48, limb=13)
TEEN = Size(head=23.5, half=18.5, trunk=38, leg=44, arm=58, limb=13)
ADULT = Size(head=23.5, half=20.5, trunk=44, leg=50, arm=66, limb=14)


class Figure:
    """A person in a picture; nothing shows until ``body`` and the hands are asked for.

    ``at`` is the place of the pose (see ``poses``); ``facing`` is 1 to the right, -1 to the left.
    A wheelchair or walker of the look comes with the body, where the pose allows it.
    """

    def __init__(
        self,
        picture: Picture,
        look: Look,
        pose: Pose,
        at: Point,
        *,
        size: Size = CHILD,
        facing: int = 1,
    ) -> None:
        self.picture, self.look, self.size, self.facing = picture, look, size, facing
        self.rolls = look.aid is Aid.WHEELCHAIR and pose.is_upright
        if self.rolls:
            at = at if pose.is_on_chair else (at[0], at[1] - size.seat)
            pose = poses.ROLLING_FRONT if pose.is_front else poses.ROLLING
        self.pose, self.at = pose, at
        self.hips = self._hips()
        self.shoulders = self._from(self.hips, pose.lean, size.trunk * pose.stretch)
        neck = pose.lean * 0.5 if pose.neck is None else pose.neck
        self.head_at = self._from(self.shoulders, neck, size.head * 1.05 + size.half * 0.62)

    def body(self, *, gaze: Point = (0, 0), mouth: str = "smile") -> None:
        """Add legs, trunk and head, and what helps the person sit or stand."""
        self.legs()
        self.trunk()
        self.face(gaze=gaze, mouth=mouth)

    def legs(self) -> None:
        """Add both legs, the far one first, and what of a wheelchair or walker is behind."""
        self._aid_behind()
        for index, leg in enumerate(self.pose.legs):
            self._leg(leg, is_left=index == 0)

    def trunk(self) -> None:
        """Add the body without legs and head, and what of an aid is in front of it."""
        half = self.size.half
        trunk(self.picture, self.shoulders, self.hips, self.look.shirt, wide=(half, half))
        self._aid_in_front()

    def face(self, *, gaze: Point = (0, 0), mouth: str = "smile") -> None:
        """Add the head; in a lying pose it lies too."""
        with self.picture.turned(self.pose.tilt * self.facing, self.head_at):
            head(self.picture, self.head_at, self.size.head, self.look, gaze=gaze, mouth=mouth)

    def left(self, to: Point, *, elbow: Point | None = None, is_far: bool = False) -> None:
        """Add the arm at the picture's left, its hand at ``to``."""
        self._arm(-1, to, elbow, is_far=is_far)

    def right(self, to: Point, *, elbow: Point | None = None, is_far: bool = False) -> None:
        """Add the arm at the picture's right, its hand at ``to``."""
        self._arm(1, to, elbow, is_far=is_far)

    def rest(self, *sides: int) -> None:
        """Let arms hang: -1 is the picture's left one, 1 the right one."""
        for side in sides:
            x, y = self._joint(side)
            down = (side * 0.22 * self.size.arm, 0.8 * self.size.arm)
            if self.pose.tilt:
                down = (self.facing * 0.8 * self.size.arm, 0.1 * self.size.arm)
            self._arm(side, (x + down[0], y + down[1]), None)

    def _arm(self, side: int, to: Point, elbow: Point | None, *, is_far: bool = False) -> None:
        joint = self._joint(side)
        bent = elbow or elbow_between(joint, to, self.size.arm, side)
        arm(self.picture, [joint, bent, to], self.look, width=self.size.limb, is_far=is_far)

    def _joint(self, side: int) -> Point:
        out = 0.92 if self.pose.is_front else 0.7
        return (self.shoulders[0] + side * out * self.size.half, self.shoulders[1] + 1)

    def _hips(self) -> Point:
        x, y = self._placed(self.pose.hips)
        return (x, self.at[1] - self.size.half) if self.pose.sits else (x, y)

    def _placed(self, point: Point) -> Point:
        x, height = point
        sole = 0.55 * self.size.limb
        return (
            self.at[0] + self.facing * x * self.size.leg,
            self.at[1] - sole - height * self.size.leg,
        )

    def _from(self, point: Point, angle: float, length: float) -> Point:
        turn = radians(angle)
        return (
            point[0] + self.facing * length * sin(turn),
            point[1] - length * cos(turn),
        )

    def _leg(self, leg: Leg, *, is_left: bool) -> None:
        out = 0.45 if self.pose.is_front else 0.18
        crossed = self.pose.is_front and leg.knee[0] * (-1 if is_left else 1) < 0
        side = (-1 if is_left else 1) * (-1 if crossed else 1) * self.facing
        root = (self.hips[0] + side * out * self.size.half, self.hips[1] + 4)
        ankle = self._placed(leg.ankle)
        width = 1.2 * self.size.limb
        self.picture.limb([root, self._placed(leg.knee), ankle], self.look.trousers, width)
        long = 0.9 * self.size.limb
        toe = (
            ankle[0] + self.facing * leg.toe[0] * long,
            ankle[1] + 0.2 * self.size.limb - leg.toe[1] * long,
        )
        heel = (ankle[0], ankle[1] + 0.1 * self.size.limb)
        self.picture.hull(heel, 0.6 * self.size.limb, toe, 0.5 * self.size.limb, self.look.shoes)

    def _aid_behind(self) -> None:
        if self.rolls:
            chair = aids.Wheelchair(self.at, self.size.half, self.size.seat, self.facing)
            behind = chair.back if self.pose.is_front else chair.frame
            behind(self.picture)
        elif self._walks_with_aid() and not self.pose.is_front:
            aids.walker_behind(self.picture, self.at, self._bar(), self.facing)

    def _aid_in_front(self) -> None:
        if self.rolls:
            chair = aids.Wheelchair(self.at, self.size.half, self.size.seat, self.facing)
            in_front = chair.wheels if self.pose.is_front else chair.wheel
            in_front(self.picture)
        elif self._walks_with_aid() and self.pose.is_front:
            aids.walker_from_front(self.picture, self.at, self._bar())
        elif self._walks_with_aid():
            aids.walker_in_front(self.picture, self.at, self._bar(), self.facing)

    def _walks_with_aid(self) -> bool:
        standing = self.pose.is_upright and not self.pose.is_on_chair
        return self.look.aid is Aid.WALKER and standing

    def _bar(self) -> float:
        """Return the height of a walker's bar: where hanging hands are."""
        return self.at[1] - self.hips[1] + 0.2 * self.size.trunk


def elbow_between(shoulder: Point, hand: Point, length: float, side: int) -> Point:
    """Return where an arm of this length bends: down, and away from the body."""
    apart = hypot(hand[0] - shoulder[0], hand[1] - shoulder[1])
    middle = ((shoulder[0] + hand[0]) / 2, (shoulder[1] + hand[1]) / 2)
    if apart > 0.97 * length or apart < 1:
        return (middle[0], middle[1] + 3)
    out = 0.6 * sqrt(length**2 - apart**2)
    across = ((hand[1] - shoulder[1]) / apart, -(hand[0] - shoulder[0]) / apart)
    ways = [(middle[0] + s * out * across[0], middle[1] + s * out * across[1]) for s in (-1, 1)]
    return max(ways, key=lambda at: at[1] + 0.7 * side * at[0])


class Seated:
    """Somebody behind a table, seen from the front; ``at`` is where the neck is."""

    def __init__(
        self, picture: Picture, look: Look, at: Point, *, table: float = 156, size: Size = CHILD
    ) -> None:
        self.picture, self.look, self.at, self.size = picture, look, at, size
        self._table, self._half = table, size.half * 2.1
        self.head_at = (at[0], at[1] - size.head * 0.97)

    def body(self, *, gaze: Point = (0, 0), mouth: str = "smile") -> None:
        """Add chest and head, and a wheelchair's handles behind them."""
        if self.look.aid is Aid.WHEELCHAIR:
            aids.handles(self.picture, self.at, self._half)
        bust(self.picture, self.at, self._table, self.look, half=self._half)
        head(self.picture, self.head_at, self.size.head, self.look, gaze=gaze, mouth=mouth)

    def left(self, to: Point, *, elbow: Point | None = None) -> None:
        """Add the arm at the picture's left, its hand at ``to``."""
        self._arm(-1, to, elbow)

    def right(self, to: Point, *, elbow: Point | None = None) -> None:
        """Add the arm at the picture's right, its hand at ``to``."""
        self._arm(1, to, elbow)

    def _arm(self, side: int, to: Point, elbow: Point | None) -> None:
        joint = (self.at[0] + side * 0.78 * self._half, self.at[1] + 0.8 * self._half)
        bent = elbow or elbow_between(joint, to, self.size.arm * 1.15, side)
        points: Sequence[Point] = [joint, bent, to]
        arm(self.picture, list(points), self.look, width=self.size.limb)
