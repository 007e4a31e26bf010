"""The list of saved phrases under the cursor; the text area keeps the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ot_desktop.notes.phrases import Phrase
from ui.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_ROW = 30
_WIDTH = 440
_NAME = 96
_PAD = 10
_EDGE = 4


class PhrasePopup(QWidget):
    """``chosen`` carries the phrase; ``edit_wanted`` asks for the list to change it."""

    chosen = Signal(object)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Saved phrases"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        self.phrases: tuple[Phrase, ...] = ()
        self.current = 0
        self._child = ""

    def offer(self, phrases: Sequence[Phrase], child: str) -> None:
        """Show these; the first is chosen by Enter or Tab."""
        self.phrases, self._child = tuple(phrases), child
        self.current = 0
        self.resize(self.sizeHint())
        self._tell()

    def stand_at(self, place: QPoint) -> None:
        """Show below this place of the window, or above where there is no room."""
        window = self.window().size()
        left = max(0, min(place.x(), window.width() - self.width() - _EDGE))
        top = place.y()
        if top + self.height() > window.height():
            top = max(0, place.y() - self.height() - theme().px(28))
        self.move(left, top)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go to the next line, round at the ends; the last opens the list to change it."""
        self.current = (self.current + by) % (len(self.phrases) + 1)
        self._tell()

    def take(self) -> None:
        """Choose the current line."""
        if self.current < len(self.phrases):
            self.chosen.emit(self.phrases[self.current])
        else:
            self.edit_wanted.emit()

    def sizeHint(self) -> QSize:
        """Return a line for each phrase and one for the list itself."""
        current = theme()
        lines = len(self.phrases) + 1
        return QSize(current.px(_WIDTH), current.px(_ROW) * lines + 2 * _EDGE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        line = self._line_at(event)
        if line != self.current:
            self.current = line
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what was clicked."""
        self.current = self._line_at(event)
        self.take()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the box and its lines."""
        current = theme()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint_box(painter, whole, 8, current.color("surface"), current.color("border-strong"))
        high = current.px(_ROW)
        for line in range(len(self.phrases) + 1):
            area = QRectF(_EDGE, _EDGE + line * high, self.width() - 2 * _EDGE, high)
            if line == self.current:
                paint_box(painter, area, 5, current.color("select"))
            self._paint_line(painter, line, area.adjusted(_PAD, 0, -_PAD, 0))
        painter.end()

    def _paint_line(self, painter: QPainter, line: int, area: QRectF) -> None:
        if line == len(self.phrases):
            words = self.tr("Change or add phrases …")
            paint_text(painter, area, words, px=13.5, weight=600, tone="accent-text")
            return
        phrase = self.phrases[line]
        name = QRectF(area.left(), area.top(), theme().px(_NAME), area.height())
        paint_text(painter, name, f";{phrase.name}", px=13.5, weight=600)
        rest = area.adjusted(theme().px(_NAME) + _PAD, 0, 0, 0)
        paint_text(painter, rest, phrase.filled(self._child), px=13.5, tone="text-2")

    def _line_at(self, event: QMouseEvent) -> int:
        line = int((event.position().y() - _EDGE) // theme().px(_ROW))
        return max(0, min(line, len(self.phrases)))

    def _tell(self) -> None:
        words = self.tr("Change or add phrases …")
        if self.current < len(self.phrases):
            phrase = self.phrases[self.current]
            words = f"{phrase.name}: {phrase.filled(self._child)}"
        self.setAccessibleDescription(words)
        announce(self, words)
        self.update()
