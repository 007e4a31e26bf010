"""Strokes shared by painted widgets and table delegates: boxes, focus rings, check marks."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.icons import paint_icon
from ui.theme import theme

RING = 2.0
GAP = 1.0


def words_of(button: QAbstractButton) -> str:
    """Return a button's text as it is read, without the marks of its mnemonic."""
    return button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Fill a rounded box and draw its edge inside ``rect``, on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, width))
    half = width / 2
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def paint_line(painter: QPainter, line: QRectF, color: QColor) -> None:
    """Fill a thin box; quicker at a start than ``fillRect``, which asks for Qt's gradients."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(line)


def paint_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the focus ring inside ``rect``: 2 px of focus colour, then a gap in surface colour."""
    current = theme()
    inner = rect.adjusted(RING, RING, -RING, -RING)
    paint_box(painter, inner, radius - RING, None, current.color("surface"), GAP)
    paint_box(painter, rect, radius, None, current.color("focus"), RING)


def paint_check(painter: QPainter, rect: QRectF, *, checked: bool, enabled: bool = True) -> None:
    """Paint a check box, 18 px at normal size, as the design has it."""
    current = theme()
    line = current.color("border-strong" if enabled else "border")
    if not checked:
        paint_box(painter, rect, 4, current.color("surface"), line, 1.5)
        return
    paint_box(painter, rect, 4, current.color("accent" if enabled else "border"))
    inset = round(rect.width() / 6)
    paint_icon(painter, "check", "on-accent", rect.adjusted(inset, inset, -inset, -inset))


def paint_dot(painter: QPainter, rect: QRectF, *, checked: bool, enabled: bool = True) -> None:
    """Paint a radio button, 18 px at normal size."""
    current = theme()
    on = current.color("accent" if enabled else "border")
    line = on if checked else current.color("border-strong" if enabled else "border")
    paint_box(painter, rect, rect.width() / 2, current.color("surface"), line, 1.5)
    if checked:
        inset = rect.width() * 0.22
        dot = rect.adjusted(inset, inset, -inset, -inset)
        paint_box(painter, dot, dot.width() / 2, on)
