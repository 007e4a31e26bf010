"""The cells of one row that can be corrected in place, each with what is wrong or odd about it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ot_desktop.importing.check_rows import CheckRow
from ot_desktop.importing.plan import ListedRow
from ui.importing.import_draft import ImportDraft
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea


class CellEdits(QWidget):
    """``committed`` comes with Enter or the button; ``texts`` are the cells typed anew."""

    committed = Signal()

    def __init__(self, row: CheckRow, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self._row = row.row
        self._edits: dict[int, QLineEdit | TextArea] = {}
        self._shown: dict[int, str] = {}  # editors may show odd line breaks in their own way
        self.fields: list[Field] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for number, sentence in _reasons(row).items():
            self._add(column, number, sentence, is_problem=row.is_problem)
        self.check_button = Button(self.tr("Check this row again"), "primary", keys="Enter")
        self.check_button.clicked.connect(self.committed)
        column.addWidget(self.check_button)

    @property
    def is_empty(self) -> bool:
        """Say whether no cell is at fault."""
        return not self._edits

    def texts(self) -> Mapping[int, str]:
        """Return the cells that were typed anew."""
        now = {column: _text(edit) for column, edit in self._edits.items()}
        return {column: text for column, text in now.items() if text != self._shown[column]}

    def focus_first(self) -> None:
        """Put the cursor into the first cell."""
        first = next(iter(self._edits.values()), None)
        if first is not None:
            first.setFocus()
            first.selectAll()

    def _add(self, column: QVBoxLayout, number: int, sentence: str, *, is_problem: bool) -> None:
        sheet = self._draft.sheet
        heading = sheet.heading(number) if sheet else ""
        text = self._draft.text(self._row, number)
        edit = self._editor(heading, text)
        field = Field(heading, edit)
        if is_problem:
            field.set_problem(sentence)
        else:
            field.set_warning(sentence)
        self._edits[number] = edit
        self._shown[number] = _text(edit)
        self.fields.append(field)
        column.addWidget(field)

    def _editor(self, heading: str, text: str) -> QLineEdit | TextArea:
        """Return an editor of several lines for a cell that has them: one line would lose them."""
        if "\n" in text:
            area = TextArea(heading, lines=3, most_lines=8)
            area.setPlainText(text)
            return area
        line = QLineEdit(text)
        line.setCursorPosition(0)
        line.returnPressed.connect(self.committed)
        return line


def _text(edit: QLineEdit | TextArea) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def _reasons(row: CheckRow) -> dict[int, str]:
    """Return the sentences by column; the order is that of the file."""
    said = row.end.problems if isinstance(row.end, ListedRow) and row.is_problem else row.notices
    found: dict[int, list[str]] = {}
    for each in said:
        if each.column is not None:
            found.setdefault(each.column, []).append(each.reason)
    return {column: " ".join(found[column]) for column in sorted(found)}
