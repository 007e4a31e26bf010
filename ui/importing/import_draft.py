"""An import being prepared: file, columns, answers and plan; the slow parts run beside."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.importing.check_rows import Checked, check_rows
from ot_desktop.importing.columns import ColumnGuess, ColumnMapping, guess_columns, mapping_of
from ot_desktop.importing.dates import DateOrder
from ot_desktop.importing.domain import KnownChild
from ot_desktop.importing.fields import ColumnUse
from ot_desktop.importing.plan import Answers, DateColumn
from ot_desktop.importing.same_child import Target
from ot_desktop.importing.service import ImportingService
from ot_desktop.importing.sheet import Sheet
from ot_desktop.progress import Progress
from ui.tasks import Task, TaskRunner

Cell = tuple[int, int]


class Table(NamedTuple):
    """A file as read, with the first guess at its columns."""

    file: Path
    sheet: Sheet
    guesses: tuple[ColumnGuess, ...]


class ImportDraft(QObject):
    """Keeps everything a person chose or typed, and plans again after each change."""

    opened = Signal()
    planned = Signal()
    mapped = Signal()
    failed = Signal(str)
    started = Signal(str)
    progressed = Signal(int)
    rested = Signal()

    def __init__(self, importing: ImportingService, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._importing = importing
        self._tasks = tasks
        self._task: Task | None = None
        self._take: Callable[[Any], None] = lambda _outcome: None
        self._known: list[KnownChild] | None = None
        self.forget()

    def forget(self) -> None:
        """Begin with nothing."""
        self.cancel()
        self.file: Path | None = None
        self.sheet: Sheet | None = None
        self.worksheets: tuple[str, ...] = ()
        self.guesses: tuple[ColumnGuess, ...] = ()
        self.mapping = ColumnMapping({})
        self.checked: Checked | None = None
        self.asked_dates: dict[int, DateColumn] = {}
        self._date_orders: dict[int, DateOrder] = {}
        self._same_child: dict[int, Target | None] = {}
        self.corrections: dict[Cell, str] = {}
        self._left_out: set[int] = set()
        self._known = None

    @property
    def is_busy(self) -> bool:
        """Say whether something slow goes on beside the window."""
        return self._task is not None

    # What a person does.

    def open_file(self, file: Path, worksheet: str | None = None) -> None:
        """Read a file beside the window; ``opened`` or ``failed`` follows."""
        work = partial(_read, self._importing, file, worksheet)
        self._start(work, self._take_table, self.tr("Reading the file"))

    def use_column(self, column: int, use: ColumnUse) -> None:
        """Say where a column goes, and plan again."""
        if self.mapping.uses.get(column) == use:
            return
        self.mapping = self.mapping.using(column, use)
        self.checked = None
        self.mapped.emit()
        self.plan()

    def order_dates(self, column: int, order: DateOrder | None) -> None:
        """Answer how a column's dates are read; None is: not decided."""
        if order is None:
            self._date_orders.pop(column, None)
        else:
            self._date_orders[column] = order
        self.plan()

    def date_order(self, column: int) -> DateOrder | None:
        """Return what was answered."""
        return self._date_orders.get(column)

    def correct(self, row: int, texts: Mapping[int, str]) -> bool:
        """Type cells of a row anew and plan again; False when nothing is different."""
        different = {c: text for c, text in texts.items() if text != self.text(row, c)}
        for column, text in different.items():
            if text == self._typed_in_file(row, column):
                self.corrections.pop((row, column), None)
            else:
                self.corrections[row, column] = text
        if different:
            self.plan()
        return bool(different)

    def text(self, row: int, column: int) -> str:
        """Return a cell as it reads now."""
        typed = self._typed_in_file(row, column)
        return self.corrections.get((row, column), typed)

    def answer_same_child(self, row: int, target: Target | None) -> None:
        """Say which child a row is; None is: a new child."""
        self._same_child[row] = target
        self.plan()

    def ask_again(self, row: int) -> None:
        """Forget what was answered about a row."""
        self._same_child.pop(row, None)
        self.plan()

    def leave_out(self, row: int, *, out: bool) -> None:
        """Leave a row out, or bring it back."""
        if out:
            self._left_out.add(row)
        else:
            self._left_out.discard(row)
        self.plan()

    def look_again(self) -> None:
        """Plan with what the caseload holds now, after it was changed elsewhere."""
        self._known = None
        if self.checked is not None:
            self.plan()

    def answers(self) -> Answers:
        """Return everything answered so far."""
        return Answers(
            dict(self._date_orders),
            dict(self._same_child),
            dict(self.corrections),
            frozenset(self._left_out),
        )

    def corrected_sheet(self) -> Sheet:
        """Return the table as corrected."""
        if self.sheet is None:
            raise ClinicError(self.tr("Choose a file first."))
        return self.sheet.corrected(self.corrections)

    def mapping_problems(self) -> dict[str, str]:
        """Return what is wrong with the columns, by field."""
        return self.mapping.problems(self.sheet) if self.sheet else {}

    # The slow parts.

    def plan(self) -> None:
        """Plan beside the window; ``planned`` follows. A newer plan takes an older one's place."""
        if self.sheet is None or self.mapping_problems():
            self.cancel()
            return
        if self._known is None:
            self._known = self._importing.known_children()
        work = partial(
            _planned, self._importing, self.sheet, self.mapping, self.answers(), self._known
        )
        self._start(work, self._take_plan, self.tr("Checking the rows"))

    @Slot()
    def cancel(self) -> None:
        """Stop what goes on; what was there before stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.rested.emit()

    @Slot()
    def stop(self) -> None:
        """Stop at the person's wish; a plan that no longer fits the answers is forgotten."""
        if self._task is not None:
            self.checked = None
            self.cancel()

    @property
    def needs_plan(self) -> bool:
        """Say whether a plan could be made and none is there or on its way."""
        ready = self.sheet is not None and not self.mapping_problems()
        return ready and self.checked is None and not self.is_busy

    def _start(
        self, work: Callable[[Progress], Any], take: Callable[[Any], None], doing: str
    ) -> None:
        self.cancel()
        task = self._tasks.task(partial(_guarded, work))
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        task.progressed.connect(self._pass_on)
        self._task, self._take = task, take
        self.started.emit(doing)
        task.start()

    @Slot(object)
    def _finish(self, outcome: Any) -> None:
        self._task = None
        self.rested.emit()
        if isinstance(outcome, ClinicError):
            self.failed.emit(str(outcome))
        else:
            self._take(outcome)

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._task = None
        self.rested.emit()
        if isinstance(error, Exception):
            raise error  # a bug: the crash dialog shows it

    @Slot(int, str)
    def _pass_on(self, percent: int, _doing: str) -> None:
        self.progressed.emit(percent)

    def _take_table(self, table: Table) -> None:
        names = self.worksheets if table.file == self.file else ()
        sheet = table.sheet
        self.forget()
        self.file, self.sheet, self.guesses = table.file, sheet, table.guesses
        self.worksheets = names or ((sheet.name, *sheet.other_names) if sheet.name else ())
        self.mapping = mapping_of(self.guesses)
        self.opened.emit()
        self.plan()

    def _take_plan(self, checked: Checked) -> None:
        self.checked = checked
        for column in checked.plan.date_questions:
            self.asked_dates[column.column] = column
        self.planned.emit()

    def _typed_in_file(self, row: int, column: int) -> str:
        if self.sheet is None:
            return ""
        found = next((each for each in self.sheet.rows if each.number == row), None)
        return found.text(column) if found else ""


def _guarded(work: Callable[[Progress], Any], progress: Progress) -> Any:
    """Return a refusal as the result: it is an answer for the person, not a failure to log."""
    try:
        return work(progress)
    except ClinicError as refusal:
        return refusal


def _read(
    importing: ImportingService, file: Path, worksheet: str | None, _progress: Progress
) -> Table:
    sheet = importing.read(file, worksheet)
    return Table(file, sheet, guess_columns(sheet, importing.today().year))


def _planned(
    importing: ImportingService,
    sheet: Sheet,
    mapping: ColumnMapping,
    answers: Answers,
    known: list[KnownChild],
    progress: Progress,
) -> Checked:
    plan = importing.plan(sheet, mapping, answers, known, progress)
    corrected = sheet.corrected(answers.corrections)
    return check_rows(plan, corrected, mapping, answers.left_out, answers.same_child)
