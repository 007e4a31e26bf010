"""Step 5: the families, what each was told, what has changed since, and the papers for all."""

from functools import partial

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.programs.telling import FamilyToTell, How
from ot_desktop.services import Services
from ui.programs.families_table_model import (
    CHANGES,
    CHOSEN,
    NAMES,
    TOLD,
    FamiliesTableModel,
    told_words,
)
from ui.programs.print_card import PrintCard
from ui.programs.step_page import StepPage
from ui.programs.words import families_words
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.widgets.badge import badge_width, paint_badge
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table import TableFrame, TableView
from ui.widgets.table_model import ROW_ROLE

_WIDTHS = (44, 170, 76, 196, 200, 130)


class PublishPage(StepPage):
    """``publish_wanted`` asks for the dialog."""

    publish_wanted = Signal()

    def __init__(
        self, services: Services, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._program: Program | None = None
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self.print_card = PrintCard(services, tasks)
        self._build()
        self._connect()

    @property
    def is_published(self) -> bool:
        """Say whether families can have seen it."""
        program = self._program
        return program is not None and program.status is ProgramStatus.PUBLISHED

    def show_program(self, program: Program) -> None:
        """Show the families as they are told now."""
        self._program = program
        families = self._services.programs.publishing.families(program.id)
        self.model.show_rows(families)
        self.stack.setCurrentWidget(self.frame if self.is_published else self.draft)
        self.print_card.show_program(program, families)
        self.state_label.setText(self._state_words(families))
        self._refresh_bar()
        self.main_changed.emit()

    def main_words(self) -> str:
        """Return ``Publish``, and once it is, ``Print changed``."""
        return self.tr("Print") if self.is_published else self.tr("Publish")

    @Slot()
    def do_main(self) -> None:
        """Publish, or print what families have to be told."""
        if self.is_published:
            self.print_changed()
        else:
            self.publish_wanted.emit()

    @Slot()
    def print_changed(self) -> None:
        """Print the schedules of the families that have to be told."""
        self.print_card.print_changed()

    def take_focus(self) -> None:
        """Start in the table once there is one."""
        if self.is_published:
            self.view.setFocus()
        else:
            super().take_focus()

    # Building.

    def _build(self) -> None:
        self.state_label = label("", "body", "text-2", wrap=True)
        self.refusal = Notice("danger", "alert-circle")
        self.model = FamiliesTableModel(self)
        self.view = TableView(self.tr("Families"))
        self.view.setModel(self.model)
        self.view.set_row_delegate(_FamiliesDelegate())
        header = self.view.horizontalHeader()
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        for place in (NAMES, CHANGES):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.frame = TableFrame(self.view, self._bar())
        self.draft = EmptyState(
            "users",
            self.tr("No family has to be told yet"),
            self.tr("The families are listed here once the intensive is published."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.draft)
        self.stack.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 12)
        column.setSpacing(10)
        column.addWidget(self.state_label)
        column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.stack, 1)
        side = QVBoxLayout()
        side.addWidget(self.print_card)
        side.addStretch(1)
        row.addLayout(side)
        column.addLayout(row, 1)

    def _bar(self) -> QWidget:
        """Return the bulk bar: which families are ticked, and how they were told."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.chosen_label = label("", "small", "text-2")
        row.addWidget(self.chosen_label)
        row.addSpacing(6)
        self.told_buttons: dict[How, Button] = {}
        for how, words, icon in (
            (How.PAPER, self.tr("Told on paper"), "file-text"),
            (How.TEXT, self.tr("Told by text"), "message-2"),
            (How.CALL, self.tr("Told by phone"), "phone"),
        ):
            button = Button(words, icon=icon, size="small")
            button.clicked.connect(partial(self._mark, how))
            row.addWidget(button)
            button.setVisible(self._may_plan)
            self.told_buttons[how] = button
        row.addStretch(1)
        return bar

    def _connect(self) -> None:
        self.model.dataChanged.connect(self._refresh_bar)
        self.view.clicked.connect(self._toggle)
        self.print_card.told.connect(self.told)
        self.print_card.refused.connect(self.refusal.say)

    # Showing and doing.

    def _state_words(self, families: tuple[FamilyToTell, ...]) -> str:
        waiting = sum(each.has_to_be_told for each in families)
        if not self.is_published:
            return self.tr("Not published yet. Families do not see it until you publish.")
        if waiting:
            return self.tr("Published. {0} to be told.").format(families_words(waiting))
        return self.tr("Published. Every family was told.")

    @Slot()
    def _refresh_bar(self) -> None:
        count = len(self.model.chosen())
        words = self.tr("{0} chosen").format(families_words(count))
        self.chosen_label.setText(words if count else self.tr("X chooses a family."))
        for button in self.told_buttons.values():
            button.setEnabled(bool(count) and self.is_published)

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        """Tick with a click anywhere on a row; the box itself does so already."""
        if index.column() == CHOSEN or not self._may_plan:
            return
        box, role = index.siblingAtColumn(CHOSEN), Qt.ItemDataRole.CheckStateRole
        on = self.model.data(box, role) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.model.setData(box, state, role)

    def _mark(self, how: How) -> None:
        program, chosen = self._program, self.model.chosen()
        if program is None or not chosen:
            return
        publishing = self._services.programs.publishing
        places = [place for family in chosen for place in family.program_child_ids]
        try:
            told = publishing.mark_told(program.id, places, how)
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        self.refusal.say("")
        self.model.choose_none()
        words = self.tr("{0} marked as told").format(families_words(len(chosen)))
        self.told.emit(words, partial(publishing.take_back_told, program.id, told))


class _FamiliesDelegate(RowDelegate):
    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        family: FamilyToTell = index.data(ROW_ROLE)
        if index.column() == NAMES:
            paint_text(painter, area, family.names, weight=600)
        elif index.column() == TOLD and family.told is None and family.sessions:
            words = told_words(family)
            height = theme().px(20)
            top = round(area.center().y() - height / 2)
            where = QRectF(area.left(), top, badge_width(words, "bell"), height)
            paint_badge(painter, where, words, "warn", "bell")
        elif index.column() == CHANGES and family.changes:
            paint_text(painter, area, str(index.data()), tone="warn-text")
        else:
            super().paint_content(painter, area, index)
