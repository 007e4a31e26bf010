"""Buttons: primary, standard, danger, link, bare; with icon and key hint; icon-only ones."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.key_hints import key_cap_width, paint_key_cap
from ui.widgets.label import restyle
from ui.widgets.painting import paint_box, words_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton

ButtonKind = Literal["primary", "standard", "danger", "link", "bare"]
ButtonSize = Literal["small", "normal", "large"]

_HEIGHT = {"small": 28, "normal": 32, "large": 40}
_PADDING = {"small": 9, "normal": 12, "large": 18}
_INK = {"primary": "on-accent", "danger": "danger-text", "link": "accent-text"}
_ICON = 15
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Button(QPushButton):
    """A button with words. ``keys`` shows the shortcut beside them; it does not bind it."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "standard",
        *,
        icon: str = "",
        keys: str = "",
        size: ButtonSize = "normal",
    ) -> None:
        super().__init__(text)
        self._icon = icon
        self._keys = keys
        self._kind: ButtonKind = kind
        self._size: ButtonSize = size
        self._ink_token = ""
        self.setProperty("kind", kind)
        self.setProperty("fit", size)  # "size" is a property of every widget
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the look, for example when a choice becomes the safe one."""
        self._kind = kind
        self.setProperty("kind", kind)
        restyle(self)

    def set_ink(self, tint: str) -> None:
        """Write in another text token, for example on the dark ground of a toast."""
        self._ink_token = tint
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the size and the width of icon, words and key hint."""
        self.ensurePolished()
        width = self._content_width() + 2 * _PADDING[self._size] + 2
        return QSize(round(width + 0.5), theme().px(_HEIGHT[self._size]))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, never another one that happens to be the default."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Leave the words out of what the style draws."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the style sheet draw the face, then put icon, words and key hint in the middle."""
        super().paintEvent(event)
        painter = QPainter(self)
        if self.hasFocus() and self._kind == "primary":
            inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            paint_box(painter, inner, 4, None, theme().color("surface"), 1)
        self._paint_content(painter)

    def _ink(self) -> str:
        return self._ink_token or _INK.get(self._kind, "text") if self.isEnabled() else "disabled"

    def _content_width(self) -> float:
        width = QFontMetricsF(self.font()).horizontalAdvance(words_of(self))
        if self._icon:
            width += theme().px(_ICON) + (7 if words_of(self) else 0)
        if self._keys:
            width += key_cap_width(self._keys) + 8
        return width

    def _paint_content(self, painter: QPainter) -> None:
        ink = self._ink()
        left = (self.width() - self._content_width()) / 2
        if self._icon:
            side = theme().px(_ICON)
            top = round((self.height() - side) / 2)
            paint_icon(painter, self._icon, ink, QRectF(round(left), top, side, side))
            left += side + 7
        painter.setFont(self.font())
        painter.setPen(theme().color(ink))
        area = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words_of(self))
        if self._keys:
            words = QFontMetricsF(self.font()).horizontalAdvance(words_of(self))
            end = QPointF(left + words + 8 + key_cap_width(self._keys), self.height() / 2)
            paint_key_cap(painter, end, self._keys, enabled=self.isEnabled())


class IconButton(Button):
    """A square button with an icon alone; ``name`` is read aloud and shown as the tooltip."""

    def __init__(
        self, icon: str, name: str, kind: ButtonKind = "bare", *, size: ButtonSize = "normal"
    ) -> None:
        super().__init__("", kind, icon=icon, size=size)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Return a square as high as a button with words."""
        side = theme().px(_HEIGHT[self._size])
        return QSize(side, side)
