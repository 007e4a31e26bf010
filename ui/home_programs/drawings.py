"""Small pictures of activities, drawn once from the library's own drawings."""

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ot_desktop.home_programs.domain import Activity
from ui.home_programs.words import SKILL_ICONS
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

_RADIUS = 5.0
_MOST_KEPT = 512
_kept: dict[tuple[str, int, int, float], QPixmap] = {}


def paint_drawing(painter: QPainter, activity: Activity, where: QRectF) -> None:
    """Paint an activity's drawing, or its skill's icon on a tint when there is none."""
    ratio = painter.device().devicePixelRatioF()
    key = (activity.drawing or "", round(where.width()), round(where.height()), ratio)
    if key not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = _drawn(_source(activity), where.size(), ratio)
    if _kept[key].isNull():
        _paint_tile(painter, activity, where)
    else:
        painter.drawPixmap(where.topLeft(), _kept[key])


def _source(activity: Activity) -> bytes:
    try:
        return resources.path(f"drawings/{activity.drawing}").read_bytes()
    except FileNotFoundError:
        return b""


def _drawn(source: bytes, size: QSizeF, ratio: float) -> QPixmap:
    if not source:
        return QPixmap()
    renderer = QSvgRenderer(QByteArray(source))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    drawn = QPixmap((size * ratio).toSize())
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(drawn.rect())
    clip = QPainterPath()
    clip.addRoundedRect(area, _RADIUS * ratio, _RADIUS * ratio)
    painter.setClipPath(clip)
    renderer.render(painter, area)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _paint_tile(painter: QPainter, activity: Activity, where: QRectF) -> None:
    token = f"s-{activity.skills[0].value}"
    paint_box(painter, where, _RADIUS, theme().color(f"{token}-tint"))
    side = round(where.height() * 0.5)
    icon = QRectF(0, 0, side, side)
    icon.moveCenter(where.center())
    paint_icon(painter, SKILL_ICONS[activity.skills[0]], token, icon)
