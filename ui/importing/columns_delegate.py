"""Paints the columns of the file; where one goes looks and works like a pick list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from ot_desktop.importing.fields import Field, Unmapped
from ui.icons import paint_icon
from ui.importing.columns_table_model import HEADING, PROBLEM_ROLE, REMARK, SAMPLES, USE, use_words
from ui.theme import theme
from ui.widgets.choice import ComboBox
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import RowDelegate, paint_text

Index = QModelIndex | QPersistentModelIndex
_PAD = 9


class ColumnsDelegate(RowDelegate):
    """The editor of a cell is a pick list of all fields; choosing closes it."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        text = str(index.data() or "")
        if index.column() == HEADING:
            paint_text(painter, area, text, weight=600)
        elif index.column() == SAMPLES:
            paint_text(painter, area, text or self.tr("empty"), px=13, tone="text-2")
        elif index.column() == USE:
            _paint_choice(
                painter,
                area,
                text,
                leaves_out=index.data(Qt.ItemDataRole.EditRole) == Unmapped.LEAVE_OUT,
            )
        elif index.column() == REMARK:
            _paint_remark(painter, area, text, is_problem=bool(index.data(PROBLEM_ROLE)))

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002  (Qt's signature)
        index: Index,
    ) -> QWidget:
        """Return a pick list that opens at once."""
        heading = index.sibling(index.row(), HEADING).data()
        combo = ComboBox(self.tr("{0} goes to").format(heading))
        combo.setParent(parent)
        for use in Field:
            combo.addItem(use_words(use), use.value)
        combo.insertSeparator(combo.count())
        for rest in Unmapped:
            combo.addItem(use_words(rest), rest.value)
        combo.activated.connect(self._commit)
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose what is chosen now."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model, index: Index) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Tell the model the choice."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    @Slot()
    def _commit(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


def _paint_choice(painter: QPainter, area: QRectF, text: str, *, leaves_out: bool) -> None:
    current = theme()
    high = current.px(30)
    box = QRectF(area.left() - 4, round(area.center().y() - high / 2), area.width() + 4, high)
    paint_box(painter, box, 6, current.color("surface"), current.color("border-strong"))
    side = current.px(14)
    mark = QRectF(box.right() - side - _PAD, round(box.center().y() - side / 2), side, side)
    words = box.adjusted(_PAD, 0, -side - 2 * _PAD, 0)
    paint_text(painter, words, text, tone="text-2" if leaves_out else "text")
    paint_icon(painter, "chevron-down", "text-2", mark)


def _paint_remark(painter: QPainter, area: QRectF, text: str, *, is_problem: bool) -> None:
    if not text:
        return
    left = 0.0
    if is_problem:
        side = theme().px(15)
        mark = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
        paint_icon(painter, "alert-circle", "danger-text", mark)
        left = side + 6.0
    tone = "danger-text" if is_problem else "text-2"
    paint_text(painter, area.adjusted(left, 0, 0, 0), text, px=13, tone=tone)
