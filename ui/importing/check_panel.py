"""Step 3: every row with what happens to it; what is listed is corrected or decided in place."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from ot_desktop.importing.check_rows import End
from ui.importing.import_draft import ImportDraft
from ui.importing.row_panel import RowPanel
from ui.importing.rows_delegate import RowsDelegate
from ui.importing.rows_table_model import (
    CHILD,
    END,
    EVERY,
    NOTICES,
    REASON,
    ROW,
    RowsTableModel,
)
from ui.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.key_hints import KeyHints
from ui.widgets.label import label
from ui.widgets.table import KEY_ROLE, TableFrame, TableView

_WIDTHS = {ROW: 48, CHILD: 150, END: 118}
_TABLE, _PANEL = 60, 40  # percent of the width


class CheckPanel(QWidget):
    """``save_wanted`` asks for a file for the listed rows."""

    save_wanted = Signal()

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._table(), _TABLE)
        self.row_panel = RowPanel(self._draft)
        row.addWidget(self.row_panel, _PANEL)
        column.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.summary_label = label("", "h3")
        row.addWidget(self.summary_label)
        self.kinds = ChipGroup(self.tr("Show"), one=True)
        for key in (EVERY, End.NEW.value, End.MERGED.value, End.LISTED.value, NOTICES):
            self.kinds.add(key, self._kind_words()[key], checked=key == EVERY)
        row.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.save_button = Button(self.tr("Save the listed rows"), icon="file-export")
        row.addWidget(self.save_button)
        return row

    def _kind_words(self) -> dict[str, str]:
        return {
            EVERY: self.tr("All"),
            End.NEW.value: self.tr("New"),
            End.MERGED.value: self.tr("Merged"),
            End.LISTED.value: self.tr("Listed"),
            NOTICES: self.tr("Worth a look"),
        }

    def _table(self) -> QWidget:
        self.rows_model = RowsTableModel(self)
        self.rows_view = TableView(self.tr("Rows of the file"), "compact")
        self.rows_view.setModel(self.rows_model)
        self.rows_view.set_row_delegate(RowsDelegate())
        header = self.rows_view.horizontalHeader()
        for section, width in _WIDTHS.items():
            header.resizeSection(section, theme().px(width))
        header.setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        return TableFrame(self.rows_view, self._footer())

    def _footer(self) -> QWidget:
        return KeyHints(
            (
                (("F8",), self.tr("next row to correct")),
                (("J", "K"), self.tr("move")),
                (("Enter",), self.tr("correct")),
            )
        )

    def _connect(self) -> None:
        self.kinds.changed.connect(self._show_kind)
        self.rows_view.selectionModel().currentRowChanged.connect(self._follow)
        self.rows_view.opened.connect(self._correct)
        self.row_panel.changed.connect(self._say_rechecking)
        self.save_button.clicked.connect(self.save_wanted)
        self._draft.planned.connect(self._show_plan)
        self._draft.opened.connect(self._forget)

    def begin(self) -> None:
        """Come to this step."""
        self.choose_first()
        self.rows_view.setFocus()

    def choose_first(self) -> None:
        """Choose the first row that needs somebody, unless one is chosen already."""
        if self.row_panel.shown_row() is None and self._draft.checked is not None:
            first = self.rows_model.next_problem(0) or self._draft.checked.rows[0].row
            self._choose(first)

    def flush(self) -> bool:
        """Keep what was typed beside the table; True when a new plan is on its way."""
        return self.row_panel.flush()

    @Slot()
    def next_problem(self) -> None:
        """Go to the next row that has to be corrected or decided, and into its first cell."""
        number = self.rows_model.next_problem(self.row_panel.shown_row() or 0)
        if number is None:
            announce(self, self.tr("No row is left to correct."))
            return
        self._choose(number)
        self.row_panel.focus_first()

    def _choose(self, number: int) -> None:
        if not self.rows_view.select_key(number):
            self.kinds.choose([EVERY])
            self.rows_view.select_key(number)
        self.row_panel.show_row(self.rows_model.find(number))

    @Slot()
    def _forget(self) -> None:
        self.row_panel.show_row(None)
        self.rows_model.show_checked(None)
        self.kinds.choose([EVERY])

    @Slot()
    def _show_plan(self) -> None:
        checked = self._draft.checked
        if checked is None:
            return
        self.summary_label.setText(checked.plan.summary)
        counts = {**checked.counts, EVERY: checked.plan.rows}
        for key, words in self._kind_words().items():
            chip = self.kinds.chip(key)
            chip.setText(f"{words} {counts.get(key, 0)}")
            chip.setAccessibleName(chip.text())
            chip.updateGeometry()
        self.save_button.setVisible(bool(checked.plan.listed))
        shown = self.row_panel.shown_row()
        self.rows_model.show_checked(checked)
        if shown is not None:
            self.row_panel.show_row(self.rows_model.find(shown))
        announce(self, checked.plan.summary)

    @Slot()
    def _show_kind(self) -> None:
        chosen = self.kinds.chosen()
        self.rows_model.show_kind(chosen[0] if chosen else EVERY)

    @Slot(QModelIndex)
    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(KEY_ROLE) != self.row_panel.shown_row():
            self.row_panel.show_row(self.rows_model.row(index.row()))

    @Slot(QModelIndex)
    def _correct(self, index: QModelIndex) -> None:
        self._follow(index)
        self.row_panel.focus_first()

    @Slot()
    def _say_rechecking(self) -> None:
        """Give the keyboard back to the table, whatever becomes of the panel's buttons."""
        self.rows_view.setFocus()
