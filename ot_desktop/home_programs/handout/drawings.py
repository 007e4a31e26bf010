"""Puts drawings on a page, with the family's own child in them where a look was chosen."""

from ot_desktop.home_programs.domain import Activity, Photo
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import FOOT, rich

_DRAWING_HEIGHT = 168 / 212


def draw_activity(sheet: Sheet, activity: Activity, look: OwnLook | None, place: Place) -> None:
    """Draw as wide as the place; an activity without a picture leaves it empty."""
    if activity.photo is not None:
        _photo(sheet, activity.photo, place)
        return
    if activity.drawing is None:
        return
    svg = _own(activity.key, look) if look else None
    if svg is None:
        sheet.picture(activity.drawing, place.x, place.y, place.width)
    else:
        sheet.drawn(svg, place.x, place.y, place.width)


def _photo(sheet: Sheet, photo: Photo, place: Place) -> None:
    """Draw a photo in the room of a drawing; a picture from elsewhere says whose it is."""
    high = place.height or place.width * _DRAWING_HEIGHT
    credit = rich(photo.credit_line, style=FOOT) if photo.credit_line else None
    line = paragraph_height(credit, place.width) if credit else 0
    sheet.photo(photo.jpeg, Place(place.x, place.y, place.width, max(high - line, high / 2)))
    if credit:
        sheet.words(credit, Place(place.x, place.y + high - line, place.width, line))


def waving_child(look: OwnLook | None) -> str | None:
    """Return the family's own child waving, or None for the program's."""
    if look is None:
        return None
    from ot_desktop.home_programs.drawing.portrait import waving  # noqa: PLC0415  (many modules)

    return waving(look)


def _own(key: str, look: OwnLook) -> str | None:
    from ot_desktop.home_programs.drawing import scenes  # noqa: PLC0415  (many modules)

    return scenes.draw_own(key, look) if key in scenes.SCENES else None
