"""Wheelchairs and walkers."""

from dataclasses import dataclass

from ot_desktop.home_programs.drawing.kit import OUTLINE, Picture, Point

FRAME, STEEL, SEAT = "#55606B", "#8A97A0", "#3E5B73"


@dataclass(frozen=True, slots=True)
class Wheelchair:
    """A wheelchair: its seat's middle, half its width, how high it is, which way it goes."""

    seat: Point
    half: float
    height: float
    facing: int

    def frame(self, picture: Picture) -> None:
        """Add back, handle and foot plate, behind who sits there."""
        low = self.height / self.half - 0.35
        back = (self._at(-1.8, -2.9), self._at(-1.2, -2.7), self._at(-1.0, 0.2))
        foot = (self._at(2.0, 0.2), self._at(2.6, low), self._at(4.1, low))
        picture.stroke(f"M{' L'.join((*back, *foot))}", line=5, color=FRAME)
        wheel = low + 0.1
        x, y = self.seat
        picture.circle(
            x + self.facing * 2.3 * self.half, y + wheel * self.half, 0.25 * self.half, STEEL
        )

    def wheel(self, picture: Picture) -> None:
        """Add the near wheel, over who sits there."""
        half = self.half
        r = 1.4 * half
        x = self.seat[0] - self.facing * 0.35 * half
        y = self.seat[1] + self.height - r - 0.2 * half
        picture.circle(x, y, r, "none", line=0.42 * half)
        picture.circle(x, y, r, "none", line=0.17 * half, color=STEEL)
        picture.circle(x, y, 0.26 * half, STEEL, line=2)

    def back(self, picture: Picture) -> None:
        """Add the back with its handles, seen from the front."""
        (x, y), half = self.seat, self.half
        for side in (-1, 1):
            picture.box(x + side * 1.4 * half - 5, y - 3.1 * half, (10, 12), FRAME, round_by=3)
        picture.box(x - 1.5 * half, y - 2.6 * half, (3 * half, 2.9 * half), SEAT, round_by=6)

    def wheels(self, picture: Picture) -> None:
        """Add both wheels and the foot plate, seen from the front."""
        (x, y), half = self.seat, self.half
        picture.box(x - half, y + self.height - 5, (2 * half, 5), FRAME, round_by=2, line=2)
        for side in (-1, 1):
            middle = y + self.height - 1.5 * half
            picture.oval(x + side * 1.75 * half, middle, (0.3 * half, 1.5 * half), STEEL)
            picture.oval(x + side * 1.75 * half, middle, (0.1 * half, 1.1 * half), FRAME, line=0)

    def _at(self, dx: float, dy: float) -> str:
        x, y = self.seat
        return f"{x + self.facing * dx * self.half:.1f} {y + dy * self.half:.1f}"


def walker_behind(picture: Picture, ground: Point, bar: float, facing: int) -> None:
    """Add the far side of a walker that stands behind and beside the child."""
    _walker_side(picture, (ground[0] + facing * 5, ground[1] - 3), bar, facing, STEEL)


def walker_in_front(picture: Picture, ground: Point, bar: float, facing: int) -> None:
    """Add the near side, which the hands can hold."""
    _walker_side(picture, (ground[0] - facing * 3, ground[1] + 2), bar, facing, FRAME)


def walker_from_front(picture: Picture, ground: Point, bar: float) -> None:
    """Add the two sides of a walker that stands round the child."""
    x, y = ground
    for side in (-1, 1):
        post = x + side * (0.35 * bar + 24)
        picture.stroke(
            f"M{post - side * 14:.1f} {y - bar:.1f} L{post:.1f} {y - bar:.1f} "
            f"L{post + side * 3:.1f} {y - 4:.1f}",
            line=5,
            color=FRAME,
        )
        picture.circle(post + side * 3, y - 3, 5, STEEL, line=2.2)


def _walker_side(picture: Picture, ground: Point, bar: float, facing: int, color: str) -> None:
    x, y = ground
    back, front = x - facing * 0.75 * bar, x + facing * 0.6 * bar
    picture.stroke(
        f"M{back - facing * 3:.1f} {y - 4:.1f} L{back:.1f} {y - bar:.1f} "
        f"L{front:.1f} {y - bar:.1f} L{front + facing * 4:.1f} {y - 4:.1f}",
        line=5,
        color=color,
    )
    for wheel in (back - facing * 3, front + facing * 4):
        picture.circle(wheel, y - 4, 5, STEEL, line=2.2)


def handles(picture: Picture, neck: Point, half: float) -> None:
    """Add the handles that show over the shoulders of somebody at a table."""
    for side in (-1, 1):
        x = neck[0] + side * 0.86 * half
        picture.stroke(f"M{x:.1f} {neck[1] + 40:.1f} L{x:.1f} {neck[1]:.1f}", line=6, color=FRAME)
        picture.stroke(f"M{x:.1f} {neck[1]:.1f} l{side * 9:.1f} -3", line=7, color=OUTLINE)
