"""Small pictures of activities, drawn once from the library's own drawings."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ot_desktop.home_programs.domain import Activity
from ui.home_programs.words import SKILL_ICONS
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

Render = Callable[[QPainter, QRectF], None]
_RADIUS = 5.0
_LARGEST_ICON = 48
_MOST_KEPT = 512
_kept: dict[tuple[str, int, int, float], QPixmap] = {}


def paint_drawing(painter: QPainter, activity: Activity, where: QRectF) -> None:
    """Paint an activity's drawing, or its skill's icon on a tint when there is none."""
    ratio = painter.device().devicePixelRatioF()
    name = activity.photo.name if activity.photo else activity.drawing or ""
    key = (name, round(where.width()), round(where.height()), ratio)
    if key not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        render = _photo_renderer(activity.photo.jpeg) if activity.photo else _renderer(activity)
        _kept[key] = _drawn(render, where.size(), ratio)
    if _kept[key].isNull():
        _paint_tile(painter, activity, where)
    else:
        painter.drawPixmap(where.topLeft(), _kept[key])


def _renderer(activity: Activity) -> Render | None:
    try:
        source = resources.path(f"drawings/{activity.drawing}").read_bytes()
    except FileNotFoundError:
        return None
    renderer = QSvgRenderer(QByteArray(source))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer.render


def _photo_renderer(jpeg: bytes) -> Render | None:
    photo = QImage.fromData(jpeg)
    return None if photo.isNull() else partial(_fill_with, photo)


def _fill_with(photo: QImage, painter: QPainter, area: QRectF) -> None:
    """Fill the area with the photo's middle."""
    part = QRectF(QPointF(), area.size().scaled(photo.size(), Qt.AspectRatioMode.KeepAspectRatio))
    part.moveCenter(QRectF(photo.rect()).center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, photo, part)


def _drawn(render: Render | None, size: QSizeF, ratio: float) -> QPixmap:
    if render is None:
        return QPixmap()
    drawn = QPixmap((size * ratio).toSize())
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(drawn.rect())
    clip = QPainterPath()
    clip.addRoundedRect(area, _RADIUS * ratio, _RADIUS * ratio)
    painter.setClipPath(clip)
    render(painter, area)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _paint_tile(painter: QPainter, activity: Activity, where: QRectF) -> None:
    skill = activity.skills[0] if activity.skills else None
    token, tint, mark = "text-3", "sunken", "photo"
    if skill is not None:
        token, tint, mark = f"s-{skill.value}", f"s-{skill.value}-tint", SKILL_ICONS[skill]
    paint_box(painter, where, _RADIUS, theme().color(tint))
    side = min(round(where.height() * 0.5), theme().px(_LARGEST_ICON))
    icon = QRectF(0, 0, side, side)
    icon.moveCenter(where.center())
    paint_icon(painter, mark, token, icon)
