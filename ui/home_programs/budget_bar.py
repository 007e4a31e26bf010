"""The minutes a day as a bar: one piece for each activity, against what the family has."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.minutes import shown
from ui.theme import theme
from ui.widgets.painting import paint_box

_HEIGHT, _RADIUS = 22, 5.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One activity's share of a day."""

    words: str
    token: str
    minutes: Fraction


def pieces(draft: ProgramDraft) -> Iterator[Piece]:
    """Yield the activities that take time of their own."""
    days = draft.limit.days_per_week
    for planned in draft.activities:
        if planned.is_embedded:
            continue
        own = planned.changes.title
        title = own or planned.activity.words["en"].short_title
        minutes = Fraction(planned.minutes * planned.times_per_week, days)
        token = f"s-{planned.activity.skills[0].value}"
        yield Piece(f"{title} {shown(minutes)}", token, minutes)


class BudgetBar(QWidget):
    """Reads as a sentence to a screen reader; colors are the skills'."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()
        self._most = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_budget(self, draft: ProgramDraft) -> None:
        """Show another program."""
        self._pieces = tuple(pieces(draft))
        self._most = draft.limit.most
        listed = ", ".join(piece.words for piece in self._pieces)
        self.setAccessibleName(self.tr("Minutes a day"))
        self.setAccessibleDescription(f"{draft.budget.summary}. {listed}".strip())
        self.setToolTip(listed)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the design's 22 px."""
        return QSize(120, theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the pieces, then the mark where the family's minutes end."""
        current = theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, _RADIUS, current.color("sunken"), current.color("border"))
        planned = sum((piece.minutes for piece in self._pieces), Fraction(0))
        whole = max(planned, Fraction(self._most))
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        painter.setClipPath(clip)
        limit = round(area.width() * float(self._most / whole))
        self._paint_pieces(painter, area, whole, limit)
        painter.restore()
        if planned > self._most:
            self._paint_limit(painter, limit)
        painter.end()

    def _paint_pieces(self, painter: QPainter, area: QRectF, whole: Fraction, limit: int) -> None:
        current = theme()
        font = current.font(12, 600)
        metrics = QFontMetricsF(font)
        left = area.left()
        for piece in self._pieces:
            wide = area.width() * float(piece.minutes / whole)
            box = QRectF(left, area.top(), wide, area.height())
            painter.fillRect(box, current.color(piece.token))
            painter.fillRect(QRectF(box.right() - 1.5, box.top(), 1.5, box.height()),
                             current.color("surface"))  # fmt: skip
            painter.setFont(font)
            painter.setPen(current.color(f"{piece.token}-on"))
            inner = _room_for_words(box, limit).adjusted(5, 0, -6, 0)
            words = metrics.elidedText(piece.words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)
            left += wide

    def _paint_limit(self, painter: QPainter, x: int) -> None:
        current = theme()
        painter.setPen(QPen(current.color("surface"), 5))
        painter.drawLine(x, 1, x, self.height() - 2)
        painter.setPen(QPen(current.color("text"), 2))
        painter.drawLine(x, 0, x, self.height())


def _room_for_words(box: QRectF, limit: int) -> QRectF:
    """Return the wider part of a piece that the limit's line parts, so that it crosses no word."""
    if not box.left() < limit < box.right():
        return box
    left, right = QRectF(box), QRectF(box)
    left.setRight(limit)
    right.setLeft(limit)
    return max(left, right, key=QRectF.width)
