"""Who is working: one tile for each person, picked by mouse, arrow keys or first letters."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ot_desktop.access.domain import Colleague
from ui.access.role_words import role_words
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.leaving import take_away
from ui.widgets.painting import paint_box, paint_ring

_HEIGHT, _PAD, _GAP, _RADIUS = 56, 14, 12, 8
_PAUSE_MS = 1000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLUMNS = 2


class PersonTile(QAbstractButton):
    """One person, or with None somebody who is not on the list."""

    entered = Signal()
    letter_typed = Signal(str)

    def __init__(self, person: Colleague | None, name: str, role: str = "") -> None:
        super().__init__()
        self.person = person
        self._name, self._role = name, role
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{name}, {role}" if role else name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def slot_id(self) -> str:
        """The person's slot, or nothing for who is not on the list."""
        return self.person.slot_id if self.person else ""

    def sizeHint(self) -> QSize:
        """Return half the column's width and 56 px."""
        return QSize(theme().px(222), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and a width at which a first name fits."""
        return QSize(theme().px(150), theme().px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the password; a letter looks for a name."""
        typed = event.text()
        if event.key() in _ENTER:
            self.click()
            self.entered.emit()
        elif len(typed) == 1 and typed.isalpha():
            self.letter_typed.emit(typed)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go on to the password: whoever clicked their name types it next."""
        super().mouseReleaseEvent(event)
        if self.isChecked() and self.rect().contains(event.position().toPoint()):
            self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint box, disc, name and role."""
        painter = QPainter(self)
        self._paint_ground(painter, QRectF(self.rect()))
        side = theme().px(28)
        left = theme().px(_PAD)
        mark = QRectF(left, round((self.height() - side) / 2), side, side)
        if self.person is None:
            inner = theme().px(18)
            at = QRectF(left, round((self.height() - inner) / 2), inner, inner)
            paint_icon(painter, "user", "text-2", at)
            mark = at
        else:
            paint_avatar(painter, mark, self.person.initials, self.person.color_slot or "accent")
        self._paint_words(painter, round(mark.right()) + theme().px(_GAP))
        painter.end()

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        current = theme()
        if self.isChecked():
            paint_box(
                painter, area, _RADIUS, current.color("accent-soft"), current.color("accent"), 2
            )
        else:
            fill = "hover" if self.underMouse() and self.isEnabled() else "surface"
            paint_box(painter, area, _RADIUS, current.color(fill), current.color("border"))
        if self.hasFocus():
            paint_ring(painter, area, _RADIUS)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        current = theme()
        room = self.width() - left - current.px(8)
        name_font = current.font(14, 600 if self.person else 400)
        painter.setFont(name_font)
        painter.setPen(current.color("text" if self.person else "text-2"))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        if not self._role:
            painter.drawText(QRectF(left, 0, room, self.height()), middle, name)
            return
        top = round((self.height() - current.px(36)) / 2)
        painter.drawText(QRectF(left, top, room, current.px(20)), middle, name)
        painter.setFont(current.font(12))
        painter.setPen(current.color("text-2"))
        below = QRectF(left, top + current.px(20), room, current.px(16))
        painter.drawText(below, middle, self._role)


class PeopleTiles(QWidget):
    """``chosen`` carries a slot id, empty for somebody else; ``entered`` wants the password."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Who is working?"))
        self.tiles: list[PersonTile] = []
        self._told: PersonTile | None = None
        self._typed = ""
        self._pause = QElapsedTimer()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)

    def show_people(self, people: Sequence[Colleague]) -> None:
        """Replace every tile."""
        for tile in self.tiles:
            take_away(tile, self._grid)
        self._told = None
        self.tiles = [PersonTile(each, each.name, role_words(each.role)) for each in people]
        self.tiles.append(PersonTile(None, self.tr("Someone else")))
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, *divmod(place, _COLUMNS))
            tile.toggled.connect(self._tell)
            tile.entered.connect(self.entered)
            tile.letter_typed.connect(self._look_for)

    def chosen_tile(self) -> PersonTile | None:
        """Return the tile that is chosen."""
        return next((tile for tile in self.tiles if tile.isChecked()), None)

    def choose(self, slot_id: str) -> bool:
        """Choose a person; say whether they are on the list."""
        for tile in self.tiles:
            if tile.person is not None and tile.slot_id == slot_id:
                tile.setChecked(True)
                return True
        return False

    def take_focus(self) -> None:
        """Put the keyboard on the chosen tile."""
        tile = self.chosen_tile() or (self.tiles[0] if self.tiles else None)
        if tile is not None:
            tile.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _tell(self) -> None:
        tile = self.chosen_tile()
        if tile is not None and tile is not self._told:
            self._told = tile
            self.chosen.emit(tile.slot_id)

    @Slot(str)
    def _look_for(self, letter: str) -> None:
        if not self._pause.isValid() or self._pause.elapsed() > _PAUSE_MS:
            self._typed = ""
        self._pause.restart()
        self._typed += letter.casefold()
        found = self._beginning_with(self._typed) or self._beginning_with(letter.casefold())
        if found is not None:
            found.setChecked(True)
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _beginning_with(self, typed: str) -> PersonTile | None:
        """Return whose first name begins so, else whose last name does."""
        people = [(tile, tile.person.name.casefold()) for tile in self.tiles if tile.person]
        by_first = [tile for tile, name in people if name.startswith(typed)]
        by_any = [
            tile for tile, name in people if any(word.startswith(typed) for word in name.split())
        ]
        return next(iter(by_first + by_any), None)
