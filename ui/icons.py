"""Icons in the theme's colours: to paint, for menus, and on buttons that survive a theme change."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from ui.theme import theme


def pixmap(name: str, tint: str, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """Return the icon for painting: ``size`` px at normal text size, in the colour ``tint``."""
    current = theme()
    return current.icons.pixmap(name, current.color(tint), current.px(size), ratio)


def paint_icon(painter: QPainter, name: str, tint: str, where: QRectF) -> None:
    """Paint the icon into ``where`` (already scaled), as sharp as the painter's device allows."""
    current = theme()
    ratio = painter.device().devicePixelRatioF()
    side = round(where.width())
    drawn = current.icons.pixmap(name, current.color(tint), side, ratio)
    painter.drawPixmap(where.topLeft(), drawn)


def icon(name: str, tint: str = "text", size: int = 18) -> QIcon:
    """Return the icon for a menu or a button; use ``set_icon`` where the theme may change."""
    current = theme()
    made = QIcon()
    for mode, color in ((QIcon.Mode.Normal, tint), (QIcon.Mode.Disabled, "disabled")):
        made.addPixmap(
            current.icons.pixmap(name, current.color(color), current.px(size), _sharpest()), mode
        )
    return made


def _sharpest() -> float:
    """Return the highest pixel ratio of the screens, so that a moved window stays sharp."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def set_icon(
    target: QAbstractButton | QAction, name: str, tint: str = "text", size: int = 18
) -> None:
    """Show the icon on ``target`` and tint it anew at every change of theme."""
    binding = target.findChild(_IconBinding, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(binding, _IconBinding):
        binding = _IconBinding(target)
    binding.show(name, tint, size)


class _IconBinding(QObject):
    """Keeps the icon of its parent in the theme's colours."""

    def __init__(self, target: QAbstractButton | QAction) -> None:
        super().__init__(target)
        self._target = target
        self._shown = ("", "text", 18)
        theme().changed.connect(self._refresh)

    def show(self, name: str, tint: str, size: int) -> None:
        """Show another icon."""
        self._shown = (name, tint, size)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        name, tint, size = self._shown
        self._target.setIcon(icon(name, tint, size))
        if isinstance(self._target, QAbstractButton):
            side = theme().px(size)
            self._target.setIconSize(QSize(side, side))
