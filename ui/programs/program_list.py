"""All intensives, and how a new one begins: from last summer, or from scratch."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramDraft, ProgramStatus
from ot_desktop.services import Services
from ui.programs.programs_table_model import NAME, STATE, ProgramsTableModel
from ui.theme import theme
from ui.widgets.badge import badge_width, paint_badge
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table import KEY_ROLE, TableFrame, TableView
from ui.widgets.table_model import ROW_ROLE

_WIDTHS = (320, 260, 90, 110)
_JUNE, _MONDAY, _FRIDAY, _WEEKS = 6, 0, 4, 6


class ProgramList(QWidget):
    """``opened`` carries a program's id; ``begun`` the id of a new one and what to say."""

    opened = Signal(int)
    begun = Signal(int, str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._programs = services.programs
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self.setProperty("ground", "window")
        self._build()
        self.view.opened.connect(self._open)
        self.last_button.clicked.connect(self.begin_like_last)
        self.scratch_button.clicked.connect(self.begin_from_scratch)
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.begin_from_scratch)

    def show_programs(self, programs: tuple[Program, ...]) -> None:
        """Show all intensives, the latest first."""
        self.model.show_rows(programs)
        self.stack.setCurrentWidget(self.frame if programs else self.empty)
        self.last_button.setVisible(self._may_plan and bool(programs))
        self.scratch_button.setVisible(self._may_plan and bool(programs))
        if programs:
            words = self.tr("Start from {0}").format(programs[0].name)
            self.last_button.setText(words)
            self.last_button.updateGeometry()

    def take_focus(self) -> None:
        """Put the keyboard into the table, or on the only thing there is to do."""
        if self.model.rowCount():
            self.view.setFocus()
        elif self.empty.button is not None:
            self.empty.button.setFocus()

    @Slot()
    def begin_like_last(self) -> None:
        """Begin with what the latest intensive was like, a year on."""
        last = self.model.row(0)
        year = max(last.starts_on.year + 1, today().year)
        try:
            draft = self._programs.draft_like(last.id, year)
            program_id = self._programs.begin(draft, like=last.id)
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        words = self.tr("Begun from {0}: kinds, therapists and rules are copied, dates moved.")
        self._say_begun(program_id, words.format(last.name))

    @Slot()
    def begin_from_scratch(self) -> None:
        """Begin with the usual dose and six weeks of next June and July."""
        starts_on = next_june(today())
        ends_on = starts_on + timedelta(weeks=_WEEKS - 1, days=_FRIDAY)
        name = self.tr("Summer intensive {0}").format(starts_on.year)
        try:
            program_id = self._programs.begin(ProgramDraft(name, starts_on, ends_on))
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        self._say_begun(
            program_id, self.tr("{0} begun. Name and dates can be changed.").format(name)
        )

    def _say_begun(self, program_id: int, words: str) -> None:
        self.refusal.say("")
        self.begun.emit(program_id, words)

    def _build(self) -> None:
        self.last_button = Button("", "primary", icon="copy")
        self.scratch_button = Button(self.tr("Start from scratch"), icon="plus")
        self.refusal = Notice("danger", "alert-circle")
        self.model = ProgramsTableModel(self)
        self.view = TableView(self.tr("Intensives"))
        self.view.setModel(self.model)
        self.view.set_row_delegate(_ProgramDelegate())
        header = self.view.horizontalHeader()
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.frame = TableFrame(self.view)
        self.empty = EmptyState(
            "puzzle",
            self.tr("No intensive yet."),
            self.tr("An intensive is a few weeks in which many children come often."),
            action=self.tr("Start an intensive") if self._may_plan else "",
            action_icon="plus",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("Intensives"), "h1"))
        head.addStretch(1)
        head.addWidget(self.scratch_button)
        head.addWidget(self.last_button)
        column.addLayout(head)
        column.addWidget(self.refusal)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self.frame)
        self.stack.addWidget(self.empty)
        column.addWidget(holder, 1)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(KEY_ROLE))


class _ProgramDelegate(RowDelegate):
    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        program: Program = index.data(ROW_ROLE)
        if index.column() == NAME:
            paint_text(painter, area, program.name, weight=600)
        elif index.column() == STATE:
            words = str(index.data())
            is_out = program.status is ProgramStatus.PUBLISHED
            height = theme().px(20)
            top = round(area.center().y() - height / 2)
            where = QRectF(area.left(), top, badge_width(words), height)
            paint_badge(painter, where, words, "ok" if is_out else "info")
        else:
            super().paint_content(painter, area, index)


def next_june(day: date) -> date:
    """Return the first Monday of the next June that has not begun."""
    year = day.year if day < date(day.year, _JUNE, 1) else day.year + 1
    first = date(year, _JUNE, 1)
    return first + timedelta(days=(_MONDAY - first.weekday()) % 7)
