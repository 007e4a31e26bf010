"""One row beside the table: correct it, decide whether it is a known child, or leave it out."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.importing.check_rows import CheckRow, End
from ot_desktop.importing.domain import ImportedChild
from ot_desktop.importing.plan import ListedRow, MergedRow, NewRow
from ot_desktop.importing.same_child import Match
from ui.importing.cell_edits import CellEdits
from ui.importing.import_draft import ImportDraft
from ui.importing.question_view import QuestionView
from ui.importing.row_facts import Facts, child_facts
from ui.importing.rows_table_model import end_look
from ui.widgets.badge import Badge
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button
from ui.widgets.facts_grid import FactsGrid, breakable
from ui.widgets.label import label, rule
from ui.widgets.scrolling import scroller


class RowPanel(QFrame):
    """Tells the draft what was decided; ``changed`` says that the keyboard needs a new place."""

    changed = Signal()

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self._row: CheckRow | None = None
        self.edits: CellEdits | None = None
        self.question: QuestionView | None = None
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("The chosen row"))
        self._build()
        self.leave_button.clicked.connect(self._leave_out)
        self.other_button.clicked.connect(self._is_another)
        self.ask_button.clicked.connect(self._ask_again)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        outer.addWidget(rule())
        inside = QWidget()
        inside.setProperty("ground", "clear")
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(14, 12, 14, 12)
        self._content: QWidget | None = None
        self._body.addStretch(1)
        outer.addWidget(scroller(inside), 1)
        outer.addWidget(rule())
        outer.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.name_label = label("", "h2", wrap=True)
        self.row_label = label("", "small", "text-2")
        words.addWidget(self.name_label)
        words.addWidget(self.row_label)
        head.addLayout(words, 1)
        self.badge = Badge("")
        head.addWidget(self.badge, alignment=Qt.AlignmentFlag.AlignTop)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(8)
        self.leave_button = Button(self.tr("Leave out"), size="small")
        self.other_button = Button(self.tr("Another child"), size="small")
        self.ask_button = Button(self.tr("Ask again"), size="small")
        for button in (self.leave_button, self.other_button, self.ask_button):
            foot.addWidget(button)
        foot.addStretch(1)
        return foot

    def shown_row(self) -> int | None:
        """Return the row of the file that is shown."""
        return self._row.row if self._row else None

    def show_row(self, row: CheckRow | None) -> None:
        """Show a row; what was typed for the one before is kept first."""
        if row is None or (self._row and row.row != self._row.row):
            self.flush()
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        word, kind, icon = end_look(row)
        self.name_label.setText(breakable(row.name) or self.tr("No name"))
        self.row_label.setText(self.tr("Row {0} of the file").format(row.row))
        self.badge.show_badge(word, kind, icon)
        self.leave_button.setText(
            self.tr("Bring back") if row.is_left_out else self.tr("Leave out")
        )
        self.other_button.setVisible(row.kind is End.MERGED and not row.is_answered)
        self.ask_button.setVisible(row.is_answered)
        self._show_content(row)

    def flush(self) -> bool:
        """Keep what was typed; True when that made a new plan necessary."""
        if self._row is None or self.edits is None:
            return False
        return self._draft.correct(self._row.row, self.edits.texts())

    def focus_first(self) -> None:
        """Put the cursor where the person is needed."""
        if self.question is not None:
            self.question.same_button.setFocus()
        elif self.edits is not None and not self.edits.is_empty:
            self.edits.focus_first()
        else:
            self.leave_button.setFocus()

    def _show_content(self, row: CheckRow) -> None:
        had_focus = self._drop_content()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.edits = self.question = None
        end = row.end
        if isinstance(end, ListedRow) and end.question and end.child:
            self._add_question(column, row, end.child, end.question)
        else:
            self._add_words(column, row)
            self._add_edits(column, row)
            self._add_facts(column, row)
        self._body.insertWidget(0, self._content)
        if had_focus:
            self.changed.emit()

    def _drop_content(self) -> bool:
        """Take the old content away; True when the keyboard was in it and needs a new place."""
        old = self._content
        if old is None:
            return False
        focused = QApplication.focusWidget()
        had_focus = focused is not None and old.isAncestorOf(focused)
        old.hide()
        old.deleteLater()
        return had_focus

    def _add_question(
        self, column: QVBoxLayout, row: CheckRow, child: ImportedChild, question: Match
    ) -> None:
        self.question = QuestionView(row, child, question)
        self.question.same.connect(self._is_same)
        self.question.another.connect(self._is_another)
        column.addWidget(self.question)

    def _add_words(self, column: QVBoxLayout, row: CheckRow) -> None:
        """Say what concerns the row as a whole."""
        if isinstance(row.end, ListedRow):
            for problem in row.end.problems:
                if problem.column is None:
                    column.addWidget(
                        AlertBanner("warn", self.tr("Whole row:"), problem.reason, "info-circle")
                    )
        elif isinstance(row.end, MergedRow):
            column.addWidget(AlertBanner("info", self.tr("Same child:"), row.end.reason, "users"))
            self._add_merge(column, row.end)
        elif row.sibling_words:
            column.addWidget(AlertBanner("info", self.tr("Family:"), row.sibling_words, "home"))

    def _add_merge(self, column: QVBoxLayout, end: MergedRow) -> None:
        if end.fills:
            words = self.tr("Adds: {0}").format(", ".join(dict.fromkeys(end.fills)))
        else:
            words = self.tr("Adds nothing that is not known already.")
        column.addWidget(label(words, wrap=True))
        if end.conflicts:
            column.addWidget(label(self.tr("Different, so it is kept as a note"), "label"))
            column.addWidget(
                FactsGrid(
                    [
                        (
                            each.name,
                            self.tr("{0} stays; the file says {1}").format(each.kept, each.other),
                        )
                        for each in end.conflicts
                    ]
                )
            )

    def _add_edits(self, column: QVBoxLayout, row: CheckRow) -> None:
        self.edits = CellEdits(row, self._draft)
        self.edits.committed.connect(self._commit)
        if not self.edits.is_empty:
            column.addWidget(self.edits)

    def _add_facts(self, column: QVBoxLayout, row: CheckRow) -> None:
        if isinstance(row.end, NewRow):
            facts = child_facts(row.end.child)
            column.addWidget(label(self.tr("What will be saved"), "label"))
        else:
            facts = self._cells(row)
            column.addWidget(label(self.tr("In the file"), "label"))
        column.addWidget(FactsGrid(facts or [("", self.tr("Nothing stands in this row."))]))

    def _cells(self, row: CheckRow) -> Facts:
        sheet = self._draft.sheet
        if sheet is None:
            return []
        return [(sheet.heading(at), text) for at, text in enumerate(row.cells) if text.strip()]

    @Slot()
    def _commit(self) -> None:
        self.flush()
        self.changed.emit()

    @Slot()
    def _leave_out(self) -> None:
        if self._row is not None:
            self.flush()
            self._draft.leave_out(self._row.row, out=not self._row.is_left_out)
            self.changed.emit()

    @Slot()
    def _is_same(self) -> None:
        question = (
            self._row.end.question if self._row and isinstance(self._row.end, ListedRow) else None
        )
        if self._row is not None and question is not None:
            self._draft.answer_same_child(self._row.row, question.target)
            self.changed.emit()

    @Slot()
    def _is_another(self) -> None:
        if self._row is not None:
            self._draft.answer_same_child(self._row.row, None)
            self.changed.emit()

    @Slot()
    def _ask_again(self) -> None:
        if self._row is not None:
            self._draft.ask_again(self._row.row)
            self.changed.emit()
