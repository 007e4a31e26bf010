"""Badges: small words with a meaning (allergy, note due, signed, draft). They are not clickable."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

BadgeKind = Literal["danger", "warn", "ok", "info", "neutral"]
HEIGHT = 20
_ICON = 13


class _Look(NamedTuple):
    fill: str
    ink: str
    edge: str


_LOOKS: dict[BadgeKind, _Look] = {
    "danger": _Look("danger", "on-danger", ""),
    "warn": _Look("warn-soft", "warn-text", "warn-border"),
    "ok": _Look("ok-soft", "ok-text", ""),
    "info": _Look("info-soft", "info-text", ""),
    "neutral": _Look("sunken", "text-2", ""),
}


def badge_width(text: str, icon: str = "") -> int:
    """Return how wide a badge is, for delegates that lay out a row."""
    words = QFontMetricsF(theme().font(12, 700)).horizontalAdvance(text)
    return round(words + 12.5 + (theme().px(_ICON) + 4 if icon else 0))


def paint_badge(
    painter: QPainter, where: QRectF, text: str, kind: BadgeKind, icon: str = ""
) -> None:
    """Paint a badge into ``where``; delegates use this, ``Badge`` is the widget."""
    current = theme()
    look = _LOOKS[kind]
    edge = current.color(look.edge) if look.edge else None
    paint_box(painter, where, 4, current.color(look.fill), edge)
    left = where.x() + 6
    if icon:
        side = current.px(_ICON)
        top = round(where.center().y() - side / 2)
        paint_icon(painter, icon, look.ink, QRectF(round(left), top, side, side))
        left += side + 4
    painter.setFont(current.font(12, 700))
    painter.setPen(current.color(look.ink))
    area = QRectF(left, where.y(), where.right() - left, where.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


class Badge(QLabel):
    """One badge; the word is always there, so colour is never the only sign."""

    def __init__(self, text: str, kind: BadgeKind = "neutral", icon: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._kind: BadgeKind = kind
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_badge(self, text: str, kind: BadgeKind, icon: str = "") -> None:
        """Change word, meaning and icon together."""
        self._kind = kind
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return 20 px of height and the width of the words."""
        return QSize(badge_width(self.text(), self._icon), theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the badge."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self.text(), self._kind, self._icon)
        painter.end()


class Tag(QLabel):
    """A pill in the tint of a slot (``s-play``, ``t-3``) or with a soft meaning (``ok``)."""

    def __init__(self, text: str, slot: str, icon: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._slot = slot
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tag(self, text: str, slot: str, icon: str = "") -> None:
        """Change words, meaning and icon together."""
        self._slot = slot
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return 24 px of height and the width of the words."""
        words = QFontMetricsF(theme().font(13, 500)).horizontalAdvance(self.text())
        icon = theme().px(15) + 5 if self._icon else 0
        return QSize(round(words + 20.5 + icon), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the pill."""
        current = theme()
        painter = QPainter(self)
        soft = self._slot in {"danger", "warn", "ok", "info"}
        ground = f"{self._slot}-soft" if soft else f"{self._slot}-tint"
        ink = f"{self._slot}-text" if soft else "text"
        area = QRectF(self.rect())
        paint_box(painter, area, area.height() / 2, current.color(ground))
        left = 10.0
        if self._icon:
            side = current.px(15)
            top = round((self.height() - side) / 2)
            tint = ink if soft else self._slot
            paint_icon(painter, self._icon, tint, QRectF(left, top, side, side))
            left += side + 5
        painter.setFont(current.font(13, 500))
        painter.setPen(current.color(ink))
        painter.drawText(area.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
