"""Initials in a disc: a therapist in their colour, a child in neutral grey."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import theme
from ui.widgets.painting import paint_box

SLOTS = 8


def paint_avatar(painter: QPainter, where: QRectF, initials: str, slot: int | str | None) -> None:
    """Paint a disc into ``where``; see ``Avatar`` for ``slot``."""
    current = theme()
    if slot is None:
        fill, ink = "sunken", "text-2"
    elif isinstance(slot, str):
        fill, ink = slot, f"on-{slot}"
    else:
        fill = f"t-{(slot - 1) % SLOTS + 1}"
        ink = f"{fill}-on"
    paint_box(painter, where, where.width() / 2, current.color(fill))
    if isinstance(slot, int) and slot > SLOTS:  # slots repeat: a ring tells the second round
        inner = where.adjusted(2, 2, -2, -2)
        paint_box(painter, inner, inner.width() / 2, None, current.color("surface"), 1.5)
    font = current.font(12, 700)
    font.setPixelSize(round(4 + where.width() * 0.28))  # 10 px in 22, 12 in 28, 19 in 52
    painter.setFont(font)
    painter.setPen(current.color(ink))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, initials)


class Avatar(QLabel):
    """A disc with initials, 22, 28 or 52 px.

    ``slot`` is a therapist's colour slot (from 1), a token such as ``accent`` for staff without
    one, or None for a child. ``name`` is read aloud; leave it empty where the name stands beside.
    """

    def __init__(
        self, initials: str, slot: int | str | None = None, *, size: int = 28, name: str = ""
    ) -> None:
        super().__init__(initials)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._slot = slot
        self._side = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, initials: str, slot: int | str | None = None, name: str = "") -> None:
        """Show someone else."""
        self._slot = slot
        self.setText(initials)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the disc's size at this text size."""
        side = theme().px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same; a disc is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the disc."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        paint_avatar(painter, QRectF(0, 0, side, side), self.text(), self._slot)
        painter.end()
