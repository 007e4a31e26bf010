"""Puts drawings on a page, with the family's own child in them where a look was chosen."""

from ot_desktop.home_programs.domain import Activity
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.paper.sheet import Place, Sheet

_SHAPE = 190 / 240  # height to width of our drawings


def draw_activity(
    sheet: Sheet, activity: Activity, look: OwnLook | None, place: Place, alt: str
) -> None:
    """Draw as wide as the place; an activity without a picture leaves it empty.

    ``alt`` says what it shows to whoever cannot see it.
    """
    if activity.photo is not None:
        high = place.width * _SHAPE
        sheet.photo(activity.photo.jpeg, Place(place.x, place.y, place.width, high), alt)
        return
    if activity.drawing is None:
        return
    svg = _own(activity.drawing.removesuffix(".svg"), look) if look else None
    if svg is None:
        sheet.picture(activity.drawing, place.x, place.y, place.width, alt)
    else:
        sheet.drawn(svg, place.x, place.y, place.width, alt)


def waving_child(look: OwnLook | None) -> str | None:
    """Return the family's own child waving, or None for the program's."""
    if look is None:
        return None
    from ot_desktop.home_programs.drawing.portrait import waving  # noqa: PLC0415  (many modules)

    return waving(look)


def _own(scene: str, look: OwnLook) -> str | None:
    from ot_desktop.home_programs.drawing import scenes  # noqa: PLC0415  (many modules)

    return scenes.draw_own(scene, look) if scene in scenes.SCENES else None
