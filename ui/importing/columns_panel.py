"""Step 2: where each column goes, guessed first, changed with a pick list."""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from ui.importing.columns_delegate import ColumnsDelegate
from ui.importing.columns_table_model import HEADING, REMARK, SAMPLES, USE, ColumnsTableModel
from ui.importing.date_questions import DateQuestions
from ui.importing.import_draft import ImportDraft
from ui.theme import theme
from ui.widgets.banner import AlertBanner
from ui.widgets.label import label
from ui.widgets.table import TableFrame, TableView

_WIDTHS = {HEADING: 170, USE: 220}


class ColumnsPanel(QWidget):
    """Enter or a click on “Goes to” opens its pick list."""

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self._banner: AlertBanner | None = None
        self._build()
        self.columns_view.opened.connect(self._edit)
        self.columns_view.clicked.connect(self._edit_clicked)
        draft.mapped.connect(self._show_problem)
        draft.opened.connect(self._show_problem)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(
            label(
                self.tr("We guessed where each column goes. Change what is not right."),
                "body",
                "text-2",
                wrap=True,
            )
        )
        self.date_questions = DateQuestions(self._draft)
        self._column.addWidget(self.date_questions)
        self.columns_model = ColumnsTableModel(self._draft, self)
        self.columns_view = TableView(self.tr("Columns of the file"))
        self.columns_view.setModel(self.columns_model)
        self.columns_view.set_row_delegate(ColumnsDelegate())
        triggers = QAbstractItemView.EditTrigger
        self.columns_view.setEditTriggers(triggers.EditKeyPressed)
        header = self.columns_view.horizontalHeader()
        for section, width in _WIDTHS.items():
            header.resizeSection(section, theme().px(width))
        for section in (SAMPLES, REMARK):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        self._column.addWidget(TableFrame(self.columns_view), 1)

    def problem(self) -> str:
        """Return why the file cannot be read like this, or nothing."""
        return " ".join(self._draft.mapping_problems().values())

    @Slot()
    def _show_problem(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if self.problem():
            self._banner = AlertBanner("danger", self.problem())
            self._column.insertWidget(1, self._banner)

    @Slot(QModelIndex)
    def _edit(self, index: QModelIndex) -> None:
        self.columns_view.edit(index.siblingAtColumn(USE))

    @Slot(QModelIndex)
    def _edit_clicked(self, index: QModelIndex) -> None:
        if index.column() == USE:
            self._edit(index)
