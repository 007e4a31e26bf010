"""What the board of a day and the grid of a week have in common: they paint visits and scroll.

A screen reader finds a child for each visit in them: its words, its place, and the ring as focus.
"""

from collections.abc import Hashable, Sequence
from typing import cast
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QFocusEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QFrame, QWidget

from ui.theme import theme
from ui.widgets.announcing import announce

_STEP = 24
# Qt takes None for "there is none"; its stubs do not say so.
_NONE = cast("QAccessibleInterface", None)
_NO_OBJECT, _NO_WINDOW = cast("QObject", None), cast("QWindow", None)


class PaintedArea(QAbstractScrollArea):
    """Whoever paints says what is there: ``block_keys`` and what is asked for each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        _be_readable()

    # Scrolling.

    def scrolled(self) -> QPoint:
        """Return how far the content is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def to_content(self, at: QPoint | QPointF) -> QPointF:
        """Turn a point of the viewport into one of the content."""
        return QPointF(at) + QPointF(self.scrolled())

    def in_view(self, area: QRectF) -> QRect:
        """Return where a part of the content is in the viewport."""
        return area.translated(-QPointF(self.scrolled())).toAlignedRect()

    def show_part(self, part: QRect, reach: int) -> None:
        """Scroll so that a part of the content can be seen with ``reach`` pixels around it."""
        view = self.viewport()
        for bar, first, last, page in (
            (self.verticalScrollBar(), part.top(), part.bottom(), view.height()),
            (self.horizontalScrollBar(), part.left(), part.right(), view.width()),
        ):
            if first - reach < bar.value():
                bar.setValue(first - reach)
            elif last + reach > bar.value() + page:
                bar.setValue(last + reach - page)

    def set_content_size(self, size: QSize) -> None:
        """Let the bars scroll content of that size."""
        view = self.viewport().size()
        for bar, content, page in (
            (self.verticalScrollBar(), size.height(), view.height()),
            (self.horizontalScrollBar(), size.width(), view.width()),
        ):
            bar.setPageStep(page)
            bar.setSingleStep(theme().px(_STEP))
            bar.setRange(0, max(0, content - page))

    # Being read out.

    def block_keys(self) -> Sequence[Hashable]:
        """Return what names each visit that is shown, in reading order."""
        raise NotImplementedError

    def block_name(self, key: Hashable) -> str:
        """Return a visit as it is read out."""
        raise NotImplementedError

    def block_area(self, key: Hashable) -> QRect:
        """Return where a visit is in the viewport."""
        raise NotImplementedError

    def current_key(self) -> Hashable | None:
        """Return what names the visit the ring is on; None on an empty place."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say what the ring is on now."""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus() and not self._tell_focus():
                announce(self, words)

    def tell_blocks(self) -> None:
        """Let a screen reader know that other visits are shown."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.ObjectReorder)
            QAccessible.updateAccessibility(event)

    def _tell_focus(self) -> bool:
        """Put a screen reader's focus on the visit under the ring; False on an empty place."""
        key, keys = self.current_key(), self.block_keys()
        if key is None or key not in keys:
            return False
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(keys.index(key))
            QAccessible.updateAccessibility(event)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let a screen reader read the visit rather than the whole area."""
        super().focusInEvent(event)
        self._tell_focus()


class _Blocks(QAccessibleWidget):
    """The area as a list of visits."""

    def __init__(self, area: PaintedArea) -> None:
        super().__init__(area, QAccessible.Role.List)
        self._area = ref(area)  # Qt keeps this longer than the area
        self._made: dict[Hashable, _OneBlock] = {}

    def _keys(self) -> Sequence[Hashable]:
        area = self._area()
        return area.block_keys() if area is not None else ()

    def childCount(self) -> int:
        """Count the visits."""
        return len(self._keys())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a visit by its place; the same visit is the same child."""
        keys = self._keys()
        if not 0 <= index < len(keys):
            return _NONE
        key = keys[index]
        if key not in self._made:
            self._made[key] = _OneBlock(self._area, key)
        return self._made[key]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a visit, -1 for anything else."""
        keys = self._keys()
        is_here = isinstance(child, _OneBlock) and child.key in keys
        return keys.index(cast("_OneBlock", child).key) if is_here else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the visit under a point of the screen."""
        made = (self.child(place) for place in range(self.childCount()))
        return next((each for each in made if each.rect().contains(x, y)), _NONE)

    def focusChild(self) -> QAccessibleInterface:
        """Return the visit the ring is on while the keyboard is here."""
        area = self._area()
        if area is None or not area.hasFocus():
            return _NONE
        key, keys = area.current_key(), self._keys()
        return self.child(keys.index(key)) if key in keys else _NONE


class _OneBlock(QAccessibleInterface):
    """One visit."""

    def __init__(self, area: "ref[PaintedArea]", key: Hashable) -> None:
        super().__init__()
        self._area = area
        self.key = key

    def _shown_in(self) -> PaintedArea | None:
        area = self._area()
        return area if area is not None and self.key in area.block_keys() else None

    def isValid(self) -> bool:
        """Say whether the visit is still shown."""
        return self._shown_in() is not None

    def object(self) -> QObject:
        """Return nothing: it is painted."""
        return _NO_OBJECT

    def window(self) -> QWindow:
        """Return the window it is in."""
        area = self._area()
        return area.window().windowHandle() if area is not None else _NO_WINDOW

    def parent(self) -> QAccessibleInterface:
        """Return the list it is in."""
        area = self._area()
        return QAccessible.queryAccessibleInterface(area) if area is not None else _NONE

    def child(self, index: int) -> QAccessibleInterface:  # noqa: ARG002 -- Qt asks by place
        """Return nothing: a visit has no parts."""
        return _NONE

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 -- there is none
        """Return -1."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: ARG002 -- there is none
        """Return nothing."""
        return _NONE

    def focusChild(self) -> QAccessibleInterface:
        """Return nothing."""
        return _NONE

    def text(self, kind: QAccessible.Text) -> str:
        """Return the visit as it is read out."""
        area = self._shown_in()
        is_name = kind == QAccessible.Text.Name
        return area.block_name(self.key) if area is not None and is_name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing can be typed here."""

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        area = self._shown_in()
        if area is None:
            return QRect()
        here = area.block_area(self.key)
        return QRect(area.viewport().mapToGlobal(here.topLeft()), here.size())

    def role(self) -> QAccessible.Role:
        """Call it an entry of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Say whether the ring is on it, and whether it is scrolled away."""
        state, area = QAccessible.State(), self._shown_in()
        if area is None:
            state.invalid = True
            return state
        is_current = area.current_key() == self.key
        state.focusable = state.selectable = True
        state.selected = is_current
        state.focused = is_current and area.hasFocus()
        state.offscreen = not area.viewport().rect().intersects(area.block_area(self.key))
        return state


_asked: list[bool] = []


def _be_readable() -> None:
    """Offer Qt the blocks of every area, once."""
    if not _asked:
        _asked.append(True)
        QAccessible.installFactory(_interface)


def _interface(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    return _Blocks(of) if isinstance(of, PaintedArea) else None
