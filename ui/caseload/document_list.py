"""A child's documents as rows: what, its date, until when, who added it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt
from PySide6.QtGui import QPainter

from ot_desktop.caseload.document import Document, Validity, validity
from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import dated
from ui.theme import theme
from ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ui.widgets.fitted_columns import FittedColumns
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table import KEY_ROLE, TableView
from ui.widgets.table_model import ROW_ROLE, TableModel

WHAT, DATED, EXPIRES, ADDED = range(4)
_WIDTHS = {EXPIRES: 178, ADDED: 150, DATED: 116}
_WHAT_WIDTH = 190
_LOOKS: dict[Validity, BadgeKind] = {Validity.ENDS_SOON: "warn", Validity.ENDED: "danger"}


def _tr(words: str) -> str:
    return QCoreApplication.translate("DocumentList", words)


def _day(day: date | None) -> str:
    return dated(day) if day else ""


class DocumentTableModel(TableModel[Document]):
    """One document a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((_tr("Document"), _tr("Date"), _tr("Expires"), _tr("Added")), parent)
        self.warn_days = 0

    def expiry(self, row: Document) -> Validity:
        """Say how it stands today."""
        return validity(row.expires_on, today(), self.warn_days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        words = self._words(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {words or _tr('none')}"
        wanted = {
            Qt.ItemDataRole.DisplayRole: words,
            Qt.ItemDataRole.ToolTipRole: words,
            KEY_ROLE: row.id,
            ROW_ROLE: row,
        }
        return wanted.get(role)

    def _words(self, row: Document, column: int) -> str:
        if column == WHAT:
            about = _tr(", about {0}").format(row.caregiver_name) if row.caregiver_name else ""
            return f"{row.title}, {row.kind.words}{about}"
        if column == ADDED:
            return f"{_day(wall_time(row.added_at).date())}, {row.added_by}"
        if column == EXPIRES and row.expires_on:
            ended = self.expiry(row) is Validity.ENDED
            return (_tr("expired {0}") if ended else "{0}").format(_day(row.expires_on))
        return _day(row.dated_on) if column == DATED else ""


class _Rows(RowDelegate):
    """Two lines for what it is and who added it; a badge for what ends."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        row: Document = index.data(ROW_ROLE)
        model = index.model()
        if index.column() == WHAT:
            about = f", {row.caregiver_name}" if row.caregiver_name else ""
            _two_lines(painter, area, row.title, f"{row.kind.words}{about}")
        elif index.column() == ADDED:
            _two_lines(
                painter, area, _day(wall_time(row.added_at).date()), row.added_by, weight=400
            )
        elif (
            index.column() == EXPIRES
            and isinstance(model, DocumentTableModel)
            and (kind := _LOOKS.get(model.expiry(row)))
        ):
            words, height = str(index.data()), theme().px(20)
            middle = round(area.center().y() - height / 2)
            width = min(badge_width(words, "clock"), area.width())
            where = QRectF(area.left(), middle, width, height)
            paint_badge(painter, where, words, kind, "clock")
        else:
            super().paint_content(painter, area, index)


def _two_lines(
    painter: QPainter, area: QRectF, first: str, second: str, *, weight: int = 600
) -> None:
    middle = area.height() / 2
    paint_text(painter, area.adjusted(0, 5, 0, -middle), first, weight=weight)
    paint_text(painter, area.adjusted(0, middle, 0, -5), second, px=12, tone="text-2")


class DocumentList(TableView):
    """Shows documents in the order given."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "roomy")
        self.model_ = DocumentTableModel(self)
        self.setModel(self.model_)
        self.set_row_delegate(_Rows())
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WHAT, header.ResizeMode.Stretch)
        FittedColumns(self, _WHAT_WIDTH, _WIDTHS)

    def show_documents(self, documents: Sequence[Document], warn_days: int) -> None:
        """Show these; the same document stays chosen, if it is among them."""
        self.model_.warn_days = warn_days
        self.model_.show_rows(documents)

    def current(self) -> Document | None:
        """Return the chosen document."""
        index = self.currentIndex()
        return self.model_.row(index.row()) if index.isValid() else None
