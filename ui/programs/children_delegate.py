"""Paints the children of an intensive: initials, therapist disc, the week, a badge."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from ot_desktop.caseload.domain import initials
from ot_desktop.programs.domain import ProgramChild, Readiness, Weight
from ot_desktop.settings.domain import Clinic, Hours
from ui.programs.children_table_model import CHILD, PRIORITY, STATUS, THERAPIST, TIMES
from ui.programs.week_halves import Half, halves_of
from ui.programs.week_strip import paint_week, small_boxes
from ui.programs.words import readiness_words, therapist_weight_words
from ui.theme import theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ui.widgets.row_delegate import PAD, Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE

_KINDS: dict[Readiness, tuple[BadgeKind, str]] = {
    Readiness.READY: ("ok", "check"),
    Readiness.MISSING_TIMES: ("warn", "clock"),
    Readiness.NOT_CONFIRMED: ("warn", "help"),
}
_USUAL = 2


class ChildrenDelegate(RowDelegate):
    """Knows the clinic's week and its therapists' colors once ``show_clinic`` said so."""

    def __init__(self) -> None:
        super().__init__()
        self.halves: Sequence[Half] = ()
        self.preview: dict[int, tuple[Hours, ...]] = {}  # while times are painted, by place
        self._colors: dict[int, int] = {}

    def show_clinic(self, clinic: Clinic) -> None:
        """Paint for this clinic."""
        self.halves = halves_of(clinic.hours)
        self._colors = {each.id: each.color_slot for each in clinic.therapists}

    def half_at(self, cell: QRect, at: QPointF) -> Half | None:
        """Return the half of a cell's week that is nearest to a point."""
        area = QRectF(cell).adjusted(PAD, 0, -PAD, -1)
        boxes = small_boxes(week_in(area), self.halves)
        near = min(boxes, key=lambda each: _distance(each[1], at), default=None)
        return near[0] if near is not None else None

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        child: ProgramChild = index.data(ROW_ROLE)
        column = index.column()
        if column == CHILD:
            _paint_child(painter, area, child)
        elif column == THERAPIST:
            self._paint_therapist(painter, area, child)
        elif column == TIMES:
            self._paint_times(painter, area, child)
        elif column == STATUS:
            _paint_status(painter, area, child)
        elif column == PRIORITY:
            usual = child.wishes.priority == _USUAL
            paint_text(painter, area, str(index.data()), tone="text-2" if usual else "text")
        else:
            super().paint_content(painter, area, index)

    def _paint_therapist(self, painter: QPainter, area: QRectF, child: ProgramChild) -> None:
        weight = child.wishes.therapist_weight
        name = child.therapist_name
        if not name or weight is Weight.IGNORE:
            paint_text(painter, area, therapist_weight_words()[Weight.IGNORE], tone="text-2")
            return
        given, _, family = name.rpartition(" ")
        side = theme().px(22)
        mark = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
        slot = self._colors.get(child.wishes.therapist_id or 0)
        paint_avatar(painter, mark, initials(given, family), slot)
        words = area.adjusted(side + 8, 0, 0, 0)
        middle = area.height() / 2
        first = name.split(maxsplit=1)[0]
        paint_text(painter, words.adjusted(0, 4, 0, -middle), first)
        weight_area = words.adjusted(0, middle, 0, -3)
        paint_text(painter, weight_area, therapist_weight_words()[weight], px=12, tone="text-2")

    def _paint_times(self, painter: QPainter, area: QRectF, child: ProgramChild) -> None:
        hours = self.preview.get(child.id, child.wishes.can_come)
        if not hours and child.id not in self.preview:
            paint_text(painter, area, "–", tone="text-3")
            return
        paint_week(painter, week_in(area), hours, self.halves)


def week_in(area: QRectF) -> QRectF:
    """Return where in a cell the small week is painted."""
    width = min(area.width(), theme().px(104))
    height = theme().px(20)
    return QRectF(area.left(), round(area.center().y() - height / 2), width, height)


def _distance(box: QRectF, at: QPointF) -> float:
    """Return how far a point is from a box, along the sides; 0 inside."""
    across = max(box.left() - at.x(), 0, at.x() - box.right())
    return across + max(box.top() - at.y(), 0, at.y() - box.bottom())


def _paint_child(painter: QPainter, area: QRectF, child: ProgramChild) -> None:
    side = theme().px(28)
    mark = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
    paint_avatar(painter, mark, initials(child.given_name, child.family_name), None)
    paint_text(painter, area.adjusted(side + 9, 0, 0, 0), child.full_name, weight=600)


def _paint_status(painter: QPainter, area: QRectF, child: ProgramChild) -> None:
    words = readiness_words(child.readiness)
    kind, icon = _KINDS[child.readiness]
    height = theme().px(20)
    width = min(area.width(), badge_width(words, icon))
    where = QRectF(area.left(), round(area.center().y() - height / 2), width, height)
    paint_badge(painter, where, words, kind, icon)
