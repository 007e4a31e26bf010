"""Puts an activity's drawing on a page, with the family's own child in it where one was chosen."""

from ot_desktop.home_programs.domain import Activity
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.paper.sheet import Place, Sheet


def draw_activity(sheet: Sheet, activity: Activity, look: OwnLook | None, place: Place) -> None:
    """Draw as wide as the place; an activity without a drawing leaves it empty."""
    if activity.drawing is None:
        return
    svg = _own(activity.key, look) if look else None
    if svg is None:
        sheet.picture(activity.drawing, place.x, place.y, place.width)
    else:
        sheet.drawn(svg, place.x, place.y, place.width)


def _own(key: str, look: OwnLook) -> str | None:
    from ot_desktop.home_programs.drawing import scenes  # noqa: PLC0415  (many modules)

    return scenes.draw_own(key, look) if key in scenes.SCENES else None
