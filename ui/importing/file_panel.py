"""Step 1: which file, which worksheet of it, and the imports there have been."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.importing.drop_area import DropArea
from ui.importing.import_draft import ImportDraft
from ui.importing.past_imports import PastImports
from ui.importing.refusal import Refusal
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.scrolling import scroller

_WIDEST = 760


class FilePanel(QWidget):
    """``choose_wanted`` asks for the file dialog; the draft reads what is dropped."""

    choose_wanted = Signal()

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self.refusal = Refusal()
        self._build()
        self.drop_area.choose_button.clicked.connect(self.choose_wanted)
        self.drop_area.dropped.connect(draft.open_file)
        self.worksheet_combo.activated.connect(self._choose_worksheet)
        draft.opened.connect(self._show_table)

    def _build(self) -> None:
        inside = QWidget()
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        middle.addWidget(holder, 1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.drop_area = DropArea()
        column.addWidget(self.drop_area)
        column.addWidget(self.refusal)
        self.worksheet_combo = ComboBox(self.tr("Worksheet"))
        self.worksheet_field = Field(self.tr("Worksheet"), self.worksheet_combo)
        self.worksheet_field.hide()
        column.addWidget(self.worksheet_field, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            label(
                self.tr(
                    "You see every row before anything is written, and you can take a whole "
                    "import back for 7 days."
                ),
                "small",
                "text-2",
                wrap=True,
            )
        )
        self.past_imports = PastImports()
        column.addWidget(self.past_imports)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroller(inside))

    def forget(self) -> None:
        """Wait for another file."""
        self.refusal.say("")
        self.drop_area.show_nothing()
        self.worksheet_field.hide()

    @Slot()
    def _show_table(self) -> None:
        self.refusal.say("")
        sheet, file = self._draft.sheet, self._draft.file
        if sheet is None or file is None:
            return
        rows = sum(1 for row in sheet.rows if not row.is_blank)
        counted = self.tr("1 row") if rows == 1 else self.tr("{0} rows").format(rows)
        words = self.tr("{0} and {1} columns were read.").format(counted, sheet.width)
        self.drop_area.show_file(file.name, words)
        names = self._draft.worksheets
        self.worksheet_field.setVisible(len(names) > 1)
        self.worksheet_combo.clear()
        self.worksheet_combo.addItems(list(names))
        self.worksheet_combo.setCurrentText(sheet.name)

    @Slot(int)
    def _choose_worksheet(self, place: int) -> None:
        sheet, file = self._draft.sheet, self._draft.file
        name = self.worksheet_combo.itemText(place)
        if sheet is not None and file is not None and name != sheet.name:
            self._draft.open_file(file, name)
