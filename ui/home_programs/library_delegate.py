"""Paints the library's rows: drawing, title, facts, and a button that adds or takes out."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ot_desktop.home_programs.suggesting import Offer
from ui.home_programs.drawings import paint_drawing
from ui.home_programs.library_model import ADDED_ROLE, OFFER_ROLE, Index
from ui.home_programs.words import SKILL_ICONS, activity_facts, tr, why_words
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box, paint_ring
from ui.widgets.row_delegate import paint_text

_SIDE, _ABOVE, _GAP = 12, 8, 10
_PICTURE = (52, 41)
_BUTTON = 28
_WHY = 17


class LibraryDelegate(QStyledItemDelegate):
    """``pressed`` tells that the button of a row was clicked."""

    pressed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shows_focus = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 -- Qt's
        """Return the height of the drawing and its margins, or of a line more where it says why."""
        offer: Offer | None = index.data(OFFER_ROLE)
        more = theme().px(_WHY) - 4 if offer is not None and offer.is_suggested else 0
        return QSize(200, theme().px(_PICTURE[1]) + 2 * _ABOVE + 1 + more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one activity."""
        offer: Offer = index.data(OFFER_ROLE)
        area = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, option, area)
        left = area.left() + _SIDE
        wide, high = map(theme().px, _PICTURE)
        picture = QRectF(left, round(area.center().y() - high / 2), wide, high)
        painter.setOpacity(0.45 if offer.clashes else 1.0)
        paint_drawing(painter, offer.activity, picture)
        painter.setOpacity(1.0)
        words = area.adjusted(picture.right() - area.left() + _GAP, 0, 0, 0)
        words.setRight(_button_area(area).left() - 6)
        _paint_words(painter, offer, words)
        _paint_button(painter, _button_area(area), offer, added=bool(index.data(ADDED_ROLE)))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Take clicks on the button."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            target = _button_area(QRectF(option.rect)).adjusted(-6, -6, 6, 6)
            if target.contains(event.position()):
                self.pressed.emit(index)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        current = theme()
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, current.color("hover"))
        painter.fillRect(QRectF(area.x(), area.y(), area.width(), 1), current.color("divider"))
        if self.shows_focus and option.state & QStyle.StateFlag.State_Selected:
            paint_ring(painter, area.adjusted(3, 2, -3, -1), 6)


def _button_area(area: QRectF) -> QRectF:
    side = theme().px(_BUTTON)
    return QRectF(area.right() - _SIDE - side, round(area.center().y() - side / 2), side, side)


def _paint_words(painter: QPainter, offer: Offer, area: QRectF) -> None:
    current = theme()
    title, facts = current.px(20), current.px(_WHY)
    why = why_words(offer)
    top = round(area.center().y() - (title + facts + 2 + (facts if why else 0)) / 2)
    upper = QRectF(area.left(), top, area.width(), title)
    paint_text(painter, upper, offer.activity.words["en"].title, weight=600)
    lower = QRectF(area.left(), top + title + 2, area.width(), facts)
    side = current.px(13)
    icon = QRectF(lower.left(), round(lower.center().y() - side / 2), side, side)
    skill = offer.activity.skills[0]
    token = "danger-text" if offer.clashes else f"s-{skill.value}"
    paint_icon(painter, "alert-triangle" if offer.clashes else SKILL_ICONS[skill], token, icon)
    tone = "danger-text" if offer.clashes else "text-2"
    paint_text(painter, lower.adjusted(side + 5, 0, 0, 0), _facts(offer), px=12, tone=tone)
    if why:
        below = lower.translated(0, facts)
        paint_icon(painter, "target-arrow", "accent-text", icon.translated(0, facts))
        paint_text(painter, below.adjusted(side + 5, 0, 0, 0), why, px=12, tone="accent-text")


def _facts(offer: Offer) -> str:
    if offer.clashes:
        return tr("Clashes with {0}").format(offer.clashes[0].because)
    if offer.missing:
        return tr("Needs what is not at home: {0}").format(", ".join(offer.missing))
    if not offer.suits_age:
        ages = tr("Ages {0} to {1}").format(offer.activity.age_from, offer.activity.age_to)
        return f"{ages}, {activity_facts(offer.activity)}"
    return activity_facts(offer.activity)


def _paint_button(painter: QPainter, area: QRectF, offer: Offer, *, added: bool) -> None:
    current = theme()
    fill, edge, ink, icon = "surface", "border-strong", "text", "plus"
    if offer.clashes:
        fill, edge, ink, icon = "surface-alt", "border", "text-3", "ban"
    elif added:
        fill, edge, ink, icon = "accent-soft", "accent", "accent-text", "check"
    paint_box(painter, area, 6, current.color(fill), current.color(edge))
    side = current.px(15)
    mark = QRectF(0, 0, side, side)
    mark.moveCenter(area.center())
    paint_icon(painter, icon, ink, mark)
