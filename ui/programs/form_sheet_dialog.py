"""Takes families' times from a sheet: choose it, look at every row, then take it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.importing.form_service import FormPlan, FormSheets
from ot_desktop.importing.sheet import Sheet
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import Program
from ot_desktop.progress import Progress
from ui.asking import Asker
from ui.programs.form_rows_delegate import FormRowsDelegate
from ui.programs.form_rows_table_model import AFTER, FormRowsTableModel
from ui.programs.words import children_words, rows_words
from ui.tasks import Task, TaskRunner
from ui.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.table import TableFrame, TableView

_WIDTHS = (56, 170, 210, 340)
_WIDE, _HIGH = 900, 300


class FormSheetDialog(Dialog):
    """``plan`` is what was looked at when the answer is ``take``; nothing is kept before."""

    def __init__(
        self,
        sheets: FormSheets,
        program: Program,
        hours: dict[int, Window],
        means: tuple[TaskRunner, Asker],
        parent: QWidget,
    ) -> None:
        question = parent.tr("Take families’ times from a sheet?")
        words = parent.tr(
            "One row a child. In each half of a day write x for yes, or times like 9-11; or one "
            "column with times like mon-thu am. You see every row before anything is kept."
        )
        super().__init__(question, words, parent)
        self._sheets, self._program = sheets, program
        self._tasks, self._asker = means
        self._task: Task | None = None
        self.plan: FormPlan | None = None
        self.setMaximumWidth(theme().px(_WIDE))
        self._build(hours)
        self.choose_button.clicked.connect(self._choose)
        self.empty_button.clicked.connect(self._save_empty)

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Tables (*.csv *.xlsx)")
        file = self._asker.file_to_open(self.tr("Which sheet?"), kinds)
        if file is not None:
            self.open_file(file)

    def open_file(self, file: Path) -> None:
        """Read a sheet beside the window and show what it says."""
        self.refusal.say("")
        self._task = self._tasks.task(partial(_read, self._sheets, file))
        self._task.finished.connect(self._show_sheet)
        self._task.failed.connect(self._refuse)
        self._task.start()

    def _build(self, hours: dict[int, Window]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.choose_button = Button(self.tr("Choose a sheet"), "primary", icon="file-import")
        self.empty_button = Button(self.tr("Save an empty sheet"), icon="download")
        for button in (self.choose_button, self.empty_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.refusal = Notice("danger", "alert-circle")
        self.saved_notice = Notice("ok", "check")
        self.model = FormRowsTableModel(hours, self)
        self.view = TableView(self.tr("Rows of the sheet"), "compact")
        self.view.setModel(self.model)
        self.view.set_row_delegate(FormRowsDelegate())
        self.view.selectionModel().currentRowChanged.connect(self._show_row)
        self.view.setMinimumHeight(theme().px(_HIGH))
        header = self.view.horizontalHeader()
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        header.setSectionResizeMode(AFTER, QHeaderView.ResizeMode.Stretch)
        self.frame = TableFrame(self.view)
        self.row_label = label("", "small", wrap=True)
        self.count_label = label("", "small", "text-2", wrap=True)
        self.body.addWidget(self.refusal)
        self.body.addWidget(self.saved_notice)
        self._shown_later = (self.frame, self.row_label, self.count_label)
        for part in self._shown_later:
            self.body.addWidget(part)
            part.hide()
        self.add_choice("no", self.tr("Cancel"), safe=True)
        self.take_button = self.add_choice("take", self.tr("Take"), "primary")
        self.take_button.setEnabled(False)
        self.choose_button.setFocus()

    @Slot(object)
    def _show_sheet(self, sheet: Sheet) -> None:
        try:
            plan = self._sheets.plan(self._program.id, sheet)
        except ClinicError as error:
            self._refuse(error)
            return
        self.plan = plan
        bad_first = sorted(plan.rows, key=lambda each: (not each.problems, each.number))
        self.model.show_rows(bad_first)
        self.setMinimumWidth(theme().px(_WIDE))
        self.count_label.setText(self._count_words(plan))
        for part in self._shown_later:
            part.show()
        count = len(plan.changing)
        words = self.tr("Take {0}").format(children_words(count)) if count else self.tr("Take")
        self.take_button.setText(words)
        self.take_button.setEnabled(bool(count))
        self.choose_button.set_kind("standard")
        self.view.select_key(bad_first[0].number if bad_first else None)
        self._show_row()
        announce(self, self.count_label.text())
        (self.take_button if count else self.choose_button).setFocus()

    def _count_words(self, plan: FormPlan) -> str:
        same = len(plan.rows) - len(plan.changing) - len(plan.refused)
        changes = len(plan.changing)
        words = self.tr("{0} changes") if changes == 1 else self.tr("{0} change")
        told = [words.format(children_words(changes))]
        if same:
            told.append(self.tr("{0} as known now").format(rows_words(same)))
        if plan.refused:
            refused = len(plan.refused)
            one, many = (
                self.tr("{0} cannot be read and is left out"),
                self.tr("{0} cannot be read and are left out"),
            )
            told.append((one if refused == 1 else many).format(rows_words(refused)))
        words = "; ".join(told) + "."
        if plan.unread:
            headings = ", ".join(plan.unread)
            words += " " + self.tr("Columns not looked at: {0}.").format(headings)
        return words

    @Slot()
    def _show_row(self) -> None:
        """Say in full what the current row says; the table cuts what is long."""
        index = self.view.currentIndex()
        self.row_label.setText(index.siblingAtColumn(AFTER).data() if index.isValid() else "")

    @Slot(object)
    def _refuse(self, error: object) -> None:
        self.saved_notice.say("")
        words = self.tr("This file cannot be read. Save it as CSV or XLSX and choose it again.")
        self.refusal.say(str(error) if isinstance(error, ClinicError) else words)
        announce(self, self.refusal.words.text(), urgent=True)

    @Slot()
    def _save_empty(self) -> None:
        self.refusal.say("")
        question, kinds = self.tr("Save an empty sheet"), self.tr("CSV file (*.csv)")
        file = self._asker.file_to_save(question, self.tr("Form sheet.csv"), kinds)
        if file is None:
            return
        try:
            file.write_bytes(self._sheets.empty(self._program.id))
        except OSError:
            words = self.tr("{0} could not be written. Choose another folder.")
            self.refusal.say(words.format(file.name))
        else:
            self.saved_notice.say(self.tr("Saved: {0}").format(file))


def _read(sheets: FormSheets, file: Path, _progress: Progress) -> Sheet:
    return sheets.read(file)
