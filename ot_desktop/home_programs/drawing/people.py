"""People's parts, of which every pose is made: heads, hair, limbs and bodies."""

from ot_desktop.home_programs.drawing.kit import OUTLINE, Picture, Point, curve
from ot_desktop.home_programs.drawing.looks import Hair, Look


def head(
    picture: Picture, at: Point, r: float, look: Look, *, gaze: Point = (0, 0), mouth: str = "smile"
) -> None:
    """Add a head from the front; ``gaze`` moves the face, from -1 to 1 each way."""
    _behind(picture, at, r, look)
    _ears(picture, at, r, look)
    picture.circle(*at, r, look.skin)
    face(picture, (at[0] + gaze[0] * 0.2 * r, at[1] + gaze[1] * 0.16 * r), r, look, mouth)
    _in_front(picture, at, r, look)


def face(picture: Picture, at: Point, r: float, look: Look, mouth: str = "smile") -> None:
    """Add eyes, cheeks and mouth."""
    x, y = at
    for side in (-1, 1):
        picture.circle(x + side * 0.34 * r, y + 0.12 * r, 0.1 * r, OUTLINE, color=None)
        picture.oval(x + side * 0.58 * r, y + 0.4 * r, (0.16 * r, 0.11 * r), look.cheek, color=None)
    if look.has_glasses:
        _glasses(picture, at, r)
    _MOUTHS[mouth](picture, x, y, r)


def _smile(picture: Picture, x: float, y: float, r: float) -> None:
    low = y + 0.45 * r
    picture.stroke(
        f"M{x - 0.32 * r:.1f} {low:.1f} Q{x:.1f} {y + 0.8 * r:.1f} {x + 0.32 * r:.1f} {low:.1f}"
    )


def _open(picture: Picture, x: float, y: float, r: float) -> None:
    picture.oval(x, y + 0.56 * r, (0.17 * r, 0.16 * r), "#8E3B3B", line=2)


def _laugh(picture: Picture, x: float, y: float, r: float) -> None:
    top = y + 0.42 * r
    picture.path(
        f"M{x - 0.32 * r:.1f} {top:.1f} L{x + 0.32 * r:.1f} {top:.1f} "
        f"Q{x:.1f} {y + 1.0 * r:.1f} {x - 0.32 * r:.1f} {top:.1f} Z",
        "#8E3B3B",
        line=2,
    )


def _tongue(picture: Picture, x: float, y: float, r: float) -> None:
    _laugh(picture, x, y, r)
    picture.path(
        f"M{x + 0.02 * r:.1f} {y + 0.55 * r:.1f} Q{x + 0.3 * r:.1f} {y + 0.5 * r:.1f} "
        f"{x + 0.48 * r:.1f} {y + 0.36 * r:.1f} Q{x + 0.6 * r:.1f} {y + 0.52 * r:.1f} "
        f"{x + 0.4 * r:.1f} {y + 0.66 * r:.1f} Q{x + 0.2 * r:.1f} {y + 0.78 * r:.1f} "
        f"{x + 0.02 * r:.1f} {y + 0.7 * r:.1f} Z",
        "#F08C96",
        line=2,
    )


_MOUTHS = {"smile": _smile, "open": _open, "laugh": _laugh, "tongue": _tongue}


def _glasses(picture: Picture, at: Point, r: float) -> None:
    x, y = at[0], at[1] + 0.12 * r
    for side in (-1, 1):
        picture.circle(x + side * 0.36 * r, y, 0.25 * r, "none", line=2.2)
    picture.stroke(f"M{x - 0.11 * r:.1f} {y:.1f} L{x + 0.11 * r:.1f} {y:.1f}", line=2.2)


def _ears(picture: Picture, at: Point, r: float, look: Look) -> None:
    if look.style is Hair.SCARF:
        return
    for side in (-1, 1):
        picture.circle(at[0] + side * 0.95 * r, at[1] + 0.1 * r, 0.2 * r, look.skin)
    if look.has_hearing_aid:
        aid = curve(at, r, "M-1.08 -.16 Q-1.24 .08 -1.08 .28")
        picture.stroke(aid, line=6)
        picture.stroke(aid, line=2.6, color="#7FD0F0")


_BEHIND = {
    Hair.BOB: "M-1.08 .62 C-1.3 -.6 -.9 -1.2 0 -1.2 C.9 -1.2 1.3 -.6 1.08 .62 Z",
    Hair.LONG: "M-1.15 1.3 C-1.35 -.4 -1 -1.22 0 -1.22 C1 -1.22 1.35 -.4 1.15 1.3 Z",
    Hair.PONYTAIL: "M.5 -.85 C1.3 -1.15 1.85 -.5 1.6 .5 C1.5 .9 1.3 .7 1.25 .4 "
    "C1.2 -.1 1 -.4 .7 -.5 Z",
    Hair.SCARF: "M-1.05 1.05 C-1.35 -.3 -.95 -1.2 0 -1.2 C.95 -1.2 1.35 -.3 1.05 1.05 "
    "C.5 1.5 -.5 1.5 -1.05 1.05 Z",
}
_ROUND_BEHIND = {
    Hair.PUFFS: (0.46, ((-0.86, -0.72), (0.86, -0.72))),
    Hair.CURLS: (
        0.36,
        ((-0.95, 0), (-0.86, -0.5), (-0.5, -0.9), (0, -1.02), (0.5, -0.9), (0.86, -0.5), (0.95, 0)),
    ),
}


def _behind(picture: Picture, at: Point, r: float, look: Look) -> None:
    """Add the hair, or the scarf, that shows behind the face."""
    size, middles = _ROUND_BEHIND.get(look.style, (0, ()))
    for x, y in middles:
        picture.circle(at[0] + x * r, at[1] + y * r, size * r, look.hair, line=2)
    if look.style in _BEHIND:
        picture.path(curve(at, r, _BEHIND[look.style]), _covering(look), line=2)


def _covering(look: Look) -> str:
    return look.shirt if look.style is Hair.SCARF else look.hair


_FRONT = {
    Hair.SHORT: "M-.99 -.12 C-1.05 -.9 -.45 -1.28 .1 -1.18 C.8 -1.12 1.08 -.6 .98 -.08 "
    "C.75 -.2 .62 -.42 .5 -.58 C.15 -.34 -.4 -.32 -.62 -.48 C-.72 -.3 -.85 -.18 -.99 -.12 Z",
    Hair.PUFFS: "M-.99 -.1 C-1.02 -.8 -.5 -1.1 0 -1.1 C.5 -1.1 1.02 -.8 .99 -.1 "
    "C.8 -.5 .4 -.62 0 -.62 C-.4 -.62 -.8 -.5 -.99 -.1 Z",
    Hair.CURLS: "M-.95 -.15 C-1 -.8 -.5 -1.08 0 -1.08 C.5 -1.08 1 -.8 .95 -.15 "
    "C.85 -.35 .7 -.4 .6 -.55 C.45 -.4 .3 -.45 .15 -.6 C0 -.42 -.2 -.42 -.32 -.58 "
    "C-.45 -.4 -.65 -.42 -.72 -.35 C-.82 -.3 -.9 -.2 -.95 -.15 Z",
    Hair.BOB: "M-1 .05 C-1.05 -.8 -.5 -1.14 0 -1.14 C.5 -1.14 1.05 -.8 1 .05 "
    "C.9 -.1 .86 -.2 .82 -.36 C.4 -.24 -.4 -.24 -.82 -.36 C-.86 -.2 -.9 -.1 -1 .05 Z",
    Hair.LONG: "M-1 .05 C-1.05 -.8 -.5 -1.14 0 -1.14 C.5 -1.14 1.05 -.8 1 .05 "
    "C.85 -.3 .5 -.6 .1 -.68 C-.4 -.6 -.85 -.3 -1 .05 Z",
    Hair.PONYTAIL: "M-1 -.05 C-1.05 -.85 -.5 -1.16 0 -1.16 C.55 -1.16 1.05 -.8 1 -.05 "
    "C.9 -.3 .7 -.5 .4 -.66 C.1 -.4 -.6 -.3 -1 -.05 Z",
    Hair.WISP: "M-.95 -.3 C-.98 -.95 -.45 -1.14 -.1 -1.14 C0 -1.35 .25 -1.38 .34 -1.24 "
    "C.28 -1.22 .26 -1.18 .26 -1.12 C.6 -1.06 .96 -.85 .95 -.3 C.78 -.58 .55 -.72 .25 -.74 "
    "C.12 -.7 .02 -.62 -.06 -.5 C-.16 -.66 -.6 -.7 -.95 -.3 Z",
    Hair.SWOOP: "M-.99 -.05 C-1.1 -.9 -.5 -1.3 .2 -1.24 C.9 -1.2 1.1 -.6 .98 -.02 "
    "C.9 -.25 .85 -.4 .7 -.56 C.3 -.3 -.35 -.3 -.8 -.62 C-.8 -.4 -.9 -.2 -.99 -.05 Z",
    Hair.SCARF: "M-.92 .62 C-1.1 -.3 -.9 -1.08 0 -1.08 C.9 -1.08 1.1 -.3 .92 .62 "
    "C.98 -.1 .7 -.62 0 -.64 C-.7 -.62 -.98 -.1 -.92 .62 Z",
}


def _in_front(picture: Picture, at: Point, r: float, look: Look) -> None:
    picture.path(curve(at, r, _FRONT[look.style]), _covering(look), line=2)


def arm(
    picture: Picture, points: list[Point], look: Look, *, width: float = 13, is_far: bool = False
) -> None:
    """Add an arm that ends in a hand."""
    color = look.shade if is_far else look.skin
    picture.limb(points, color, width)
    hand(picture, points[-1], look, r=width * 0.68, is_far=is_far)


def hand(picture: Picture, at: Point, look: Look, *, r: float = 9, is_far: bool = False) -> None:
    """Add a closed hand."""
    picture.circle(*at, r, look.shade if is_far else look.skin)


def leg(
    picture: Picture, points: list[Point], look: Look, *, toe: float = 12, width: float = 16
) -> None:
    """Add a leg and its shoe; ``toe`` is how far it points, to the left when negative."""
    picture.limb(points, look.trousers, width)
    shoe(picture, points[-1], look, toe)


def shoe(picture: Picture, ankle: Point, look: Look, toe: float = 12) -> None:
    """Add a shoe under an ankle."""
    x, y = ankle
    picture.hull((x, y + 2), 8, (x + toe, y + 4), 6.5, look.shoes)


def trunk(
    picture: Picture,
    shoulders: Point,
    hips: Point,
    color: str,
    *,
    wide: tuple[float, float] = (19, 20),
) -> None:
    """Add a body from the shoulders to the hips."""
    picture.hull(shoulders, wide[0], hips, wide[1], color)


def bust(picture: Picture, at: Point, bottom: float, look: Look, *, half: float = 39) -> None:
    """Add shoulders and chest behind a table; ``at`` is where the neck is."""
    x, y = at
    left, right = x - half, x + half
    picture.path(
        f"M{left:.1f} {bottom} C{left:.1f} {y + 22:.1f} {x - 25:.1f} {y:.1f} {x:.1f} {y:.1f} "
        f"C{x + 25:.1f} {y:.1f} {right:.1f} {y + 22:.1f} {right:.1f} {bottom} Z",
        look.shirt,
    )
