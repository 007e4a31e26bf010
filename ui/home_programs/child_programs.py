"""The home programs of one child: what the family has now, and everything given before."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import day_text
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.program_page import GivenPaper, GivenProgram
from ot_desktop.home_programs.service import HomeProgramService
from ui.change_bridge import ChangeBridge
from ui.home_programs.chart_entry import ChartEntry
from ui.home_programs.compare_dialog import CompareDialog
from ui.home_programs.message_line import MessageLine
from ui.home_programs.reprinting import Reprinter
from ui.shared.paper_output import PaperOutput
from ui.tasks import TaskRunner
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty, take_away
from ui.widgets.scrolling import scroller


class ChildPrograms(QWidget):
    """A tab of the child's page; ``build_wanted`` carries the child a program is wanted for."""

    build_wanted = Signal(int)

    def __init__(
        self,
        service: HomeProgramService,
        tasks: TaskRunner,
        changes: ChangeBridge,
        output: PaperOutput | None = None,
    ) -> None:
        super().__init__()
        self._service = service
        self._output = output or PaperOutput(self)
        self._child_id: int | None = None
        self.programs: list[GivenProgram] = []
        self.chart_entry: ChartEntry | None = None
        self._may_enter = service.may_edit
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.reprinter = Reprinter(service, tasks, self._output, self)
        self._build()
        self._connect(changes)

    def show_child(self, child_id: int) -> None:
        """Show one child's programs."""
        self._child_id = child_id
        self.message_line.hide()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the programs again."""
        if self._child_id is None:
            return
        programs = self.programs = self._service.of_child(self._child_id)
        self.chart_entry = None
        empty(self.programs_column)
        for program in programs:
            self.programs_column.addWidget(self._card(program))
        self.programs_column.addStretch(1)
        self.empty.setVisible(not programs)
        self.scroll_area.setVisible(bool(programs))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Home programs"), "h3"))
        head.addStretch(1)
        self.build_button = Button(self.tr("New home program"), "primary", icon="plus")
        head.addWidget(self.build_button)
        column.addLayout(head)
        self.message_line = MessageLine()
        column.addWidget(self.message_line)
        self.empty = EmptyState(
            "home-heart",
            self.tr("No home program yet."),
            self.tr("What the family is given is kept here, page for page."),
        )
        column.addWidget(self.empty, 1)
        holder = QWidget()
        holder.setProperty("ground", "clear")
        self.programs_column = QVBoxLayout(holder)
        self.programs_column.setContentsMargins(0, 0, 0, 0)
        self.programs_column.setSpacing(10)
        self.scroll_area = scroller(holder)
        column.addWidget(self.scroll_area, 1)

    def _connect(self, changes: ChangeBridge) -> None:
        self.build_button.clicked.connect(self._want_program)
        self.reprinter.told.connect(self._tell)
        self.reprinter.refused.connect(self._refuse)
        self.message_line.file_wanted.connect(self._open_file)
        changes.saved.connect(self._reload_if_ours)

    def _card(self, program: GivenProgram) -> Card:
        day = today()
        card = Card(_dates(program, day))
        if program.is_current:
            card.head.insertWidget(1, Badge(self.tr("Current"), "ok", "check"))
        if program.is_due_for_change(day):
            due = self.tr("Over 3 weeks: change it")
            card.head.insertWidget(2, Badge(due, "warn", "alert-triangle"))
        if program.minutes_a_day:
            minutes = self.tr("{0} min a day").format(program.minutes_a_day)
            card.head.addWidget(label(minutes, "small", "text-2"))
        for activity in program.activities:
            words = self.tr("{0}, {1} min, {2} times a week").format(
                activity.title, activity.minutes, activity.times_a_week
            )
            card.add(label(words, "body", wrap=True))
        if program.chart_days:
            card.add(ChartRow(program, self._start_chart, may_enter=self._may_enter))
        card.add(rule())
        for paper in program.papers:
            card.add(PaperRow(paper, day, self.reprinter))
        if len(self.programs) > 1:
            compare = Button(self.tr("What changed"), "link", icon="git-compare", size="small")
            compare.setAccessibleName(self.tr("What changed: {0}").format(_dates(program, day)))
            compare.clicked.connect(partial(self._compare, program))
            card.body.addWidget(compare, alignment=Qt.AlignmentFlag.AlignLeft)
        return card

    # Charts that came back.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter the days of the current program's chart with D."""
        if event.text() != "d" or not self.enter_chart():
            super().keyPressEvent(event)

    def enter_chart(self) -> bool:
        """Begin with the current program's chart; say whether there is one to enter."""
        current = next((one for one in self.programs if one.is_current), None)
        if not self._may_enter or current is None or not current.chart_days:
            return False
        self._start_chart(current)
        return True

    def _start_chart(self, program: GivenProgram) -> None:
        self._end_chart()
        chart = program.chart
        ticked, words = (chart.practiced, chart.words) if chart else ((), "")
        entry = ChartEntry(program.chart_days, ticked, words)
        entry.done.connect(partial(self._keep_chart, program))
        entry.left.connect(self._end_chart)
        self.chart_entry = entry
        place = self.programs.index(program)
        self.programs_column.insertWidget(place, entry)
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_chart(self, program: GivenProgram, days: tuple[date, ...], words: str) -> None:
        try:
            self._service.charts.enter(program.id, days, words)
        except ClinicError as error:
            self._refuse(error)
            return
        self._end_chart()
        said = self.tr("Kept: practiced {0} of {1} days. Parent-reported.")
        self._tell(said.format(len(days), len(program.chart_days)), None)

    @Slot()
    def _end_chart(self) -> None:
        if self.chart_entry is not None:
            take_away(self.chart_entry, self.programs_column)
            self.chart_entry = None
            self.setFocus()

    def _compare(self, program: GivenProgram) -> None:
        others = [one for one in self.programs if one.id != program.id]
        CompareDialog(self._service, program, others, self.window()).exec()

    @Slot()
    def _want_program(self) -> None:
        if self._child_id is not None:
            self.build_wanted.emit(self._child_id)

    @Slot(str, object)
    def _tell(self, sentence: str, path: Path | None) -> None:
        self.message_line.say("ok", sentence, path)

    @Slot(object)
    def _refuse(self, error: ClinicError) -> None:
        self.message_line.say("danger", str(error))

    @Slot(object)
    def _open_file(self, path: Path) -> None:
        self._output.show(path)

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic is Topic.HOME_PROGRAMS:
            self.reload()


class ChartRow(QWidget):
    """Whether the practice chart came back, and how many days it tells of."""

    def __init__(
        self, program: GivenProgram, enter: Callable[[GivenProgram], None], *, may_enter: bool
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(chart_words(program), "small", "text-2", wrap=True), 1)
        words = self.tr("Change days") if program.chart else self.tr("Enter days")
        keys = "D" if program.is_current else ""
        self.enter_button = Button(words, icon="calendar-check", size="small", keys=keys)
        self.enter_button.clicked.connect(partial(enter, program))
        row.addWidget(self.enter_button)
        if not may_enter:
            self.enter_button.hide()


def chart_words(program: GivenProgram) -> str:
    """Return how many days a chart tells of, or that it is not back yet."""
    chart, asked = program.chart, len(program.chart_days)
    if chart is None:
        return _tr("Practice chart of {0} days, not back yet").format(asked)
    words = _tr("Practice chart: {0} of {1} days, parent-reported, entered by {2}").format(
        len(chart.practiced), asked, chart.entered_by
    )
    return f"{words}. “{chart.words}”" if chart.words else words


class PaperRow(QWidget):
    """One set of papers: what, when, for whom, by whom; print again or open the very file."""

    def __init__(self, paper: GivenPaper, day: date, reprinter: Reprinter) -> None:
        super().__init__()
        self._paper = paper
        self._reprinter = reprinter
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = paper_words(paper, day)
        row.addWidget(label(words, "small", "text-2", wrap=True), 1)
        self.print_button = Button(self.tr("Print again"), icon="printer", size="small")
        self.open_button = Button(self.tr("Open"), icon="file-type-pdf", size="small")
        self.print_button.setAccessibleName(self.tr("Print again: {0}").format(words))
        self.open_button.setAccessibleName(self.tr("Open: {0}").format(words))
        row.addWidget(self.print_button)
        row.addWidget(self.open_button)
        self.print_button.clicked.connect(self._print)
        self.open_button.clicked.connect(self._open)

    @Slot()
    def _print(self) -> None:
        self._reprinter.print(self._paper.id)

    @Slot()
    def _open(self) -> None:
        self._reprinter.open(self._paper.id)


def paper_words(paper: GivenPaper, day: date) -> str:
    """Return ``Home plan and practice chart, 3 pages, to Lucía Ortega, Jun 7, by Ana Ruiz``."""
    when = day_text(wall_time(paper.issued_at).date(), day)
    pages = _tr("1 page") if paper.pages == 1 else _tr("{0} pages").format(paper.pages)
    whom = _tr("to {0}").format(paper.recipient) if paper.recipient else _tr("no name kept")
    kind = paper.kind[:1].upper() + paper.kind[1:]
    words = ", ".join((kind, pages, whom, when, _tr("by {0}").format(paper.issued_by)))
    return _tr("{0}. Reason: {1}").format(words, paper.reason) if paper.reason else words


def _dates(program: GivenProgram, day: date) -> str:
    first, last = day_text(program.starts_on, day), day_text(program.ends_on, day)
    return _tr("{0} to {1}").format(first, last)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ChildPrograms", words)
