"""Paints whose lane it is: disc, name and hours; of a child a dot for every session wanted."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter

from ot_desktop.programs.board import Dot, Lane, View
from ui.theme import theme
from ui.visits.grid_words import hours_words, initials
from ui.widgets.avatar import SLOTS, paint_avatar
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_PAD, _TOP = 10, 9
_AVATAR, _SMALL_AVATAR = 28, 22
_NAME, _LINE = 20, 16
_BAR_WIDE, _BAR_HIGH = 72, 6
_DOT, _DOT_STEP = 8, 11
_SOLID = {Dot.PLACED: "accent", Dot.CLASH: "danger", Dot.HELD: "text-3"}


def label_height(view: View, *, has_dots: bool = True) -> int:
    """Return how high a lane is at least, so that its label is whole."""
    px = theme().px
    lines = _TOP + px(_NAME) + 1 + px(_LINE) + 4 + px(_BAR_HIGH) + _TOP
    if view is View.CHILD:
        dots = px(5) + px(_DOT) + px(3) if has_dots else 0
        return _TOP + px(_SMALL_AVATAR) + dots + px(_LINE) + 6
    return lines if view is View.ROOM else lines + px(_AVATAR) + 4


def paint_lane_label(painter: QPainter, area: QRectF, lane: Lane, view: View) -> None:
    """Paint into the left end of a lane."""
    inside = area.adjusted(_PAD, _TOP, -4, 0)
    if view is View.CHILD:
        _paint_child(painter, inside, lane)
    else:
        _paint_hours(painter, inside, lane)


def _paint_hours(painter: QPainter, area: QRectF, lane: Lane) -> None:
    px = theme().px
    y = area.y()
    if lane.color_slot is not None:
        disc = QRectF(area.x(), y, px(_AVATAR), px(_AVATAR))
        paint_avatar(painter, disc, initials(lane.full_name), lane.color_slot)
        y += disc.height() + 4
    name = QRectF(area.x(), y, area.width(), px(_NAME))
    paint_text(painter, name, lane.name, weight=600)
    y = name.bottom() + 1
    hours = QRectF(area.x(), y, area.width(), px(_LINE))
    words = hours_words(lane.used_minutes, lane.available_minutes)
    paint_text(painter, hours, words, px=12, tone="text-2")
    tint = f"t-{(lane.color_slot - 1) % SLOTS + 1}" if lane.color_slot else "accent"
    bar = QRectF(area.x(), hours.bottom() + 4, px(_BAR_WIDE), px(_BAR_HIGH))
    _paint_share(painter, bar, lane, theme().color(tint))


def _paint_share(painter: QPainter, bar: QRectF, lane: Lane, color: QColor) -> None:
    radius = bar.height() / 2
    paint_box(painter, bar, radius, theme().color("sunken"))
    share = min(1.0, lane.used_minutes / max(1, lane.available_minutes))
    if share > 0:
        filled = QRectF(bar.x(), bar.y(), max(bar.height(), bar.width() * share), bar.height())
        paint_box(painter, filled, radius, color)


def _paint_child(painter: QPainter, area: QRectF, lane: Lane) -> None:
    px = theme().px
    side = px(_SMALL_AVATAR)
    disc = QRectF(area.x(), area.y(), side, side)
    paint_avatar(painter, disc, initials(lane.full_name), None)
    name = QRectF(disc.right() + 6, area.y(), area.right() - disc.right() - 6, side)
    paint_text(painter, name, lane.full_name, px=13, weight=600)
    y = disc.bottom() + px(5)
    step = min(px(_DOT_STEP), area.width() / max(1, len(lane.dots)))
    for number, dot in enumerate(lane.dots):
        wide = min(px(_DOT), step - 1)
        _paint_dot(painter, QRectF(area.x() + number * step, y, wide, wide), dot)
    top = y + px(_DOT) + px(3) if lane.dots else disc.bottom()
    under = QRectF(area.x(), top, area.width(), px(_LINE))
    paint_text(painter, under, placed_words(lane), px=12, tone="text-2")


def placed_words(lane: Lane) -> str:
    """Return ``11 of 12 placed``, in the calendar ``3 visits``."""
    if not lane.dots:
        count = len(lane.blocks)
        words = "1 visit" if count == 1 else "{0} visits"
        return QCoreApplication.translate("week_grid", words).format(count)
    placed = sum(dot is not Dot.MISSING for dot in lane.dots)
    words = QCoreApplication.translate("week_grid", "{0} of {1} placed")
    return words.format(placed, len(lane.dots))


def _paint_dot(painter: QPainter, area: QRectF, dot: Dot) -> None:
    color = theme().color
    radius = area.width() / 2
    if dot is Dot.MISSING:
        paint_box(painter, area, radius, None, color("warn"), 1.5)
    elif dot is Dot.CLASH:  # a square, so that color is not all that tells it from the others
        paint_box(painter, area, 1, color("danger"))
    else:
        paint_box(painter, area, radius, color(_SOLID[dot]))
