"""Step 2: the children of an intensive, and what each is to have."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildDraft
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program, ProgramChild
from ot_desktop.services import Services
from ot_desktop.settings.domain import Hours
from ui.asking import Asker
from ui.programs.add_child_row import AddChildRow
from ui.programs.child_panel import ChildPanel
from ui.programs.child_side import ChildSide
from ui.programs.children_bar import ChildrenBar
from ui.programs.children_deeds import ChildrenDeeds
from ui.programs.children_dialogs import ChildrenDialogs
from ui.programs.children_table import ChildrenTable
from ui.programs.step_page import StepPage
from ui.programs.week_halves import open_hours
from ui.tasks import TaskRunner
from ui.widgets.notice import Notice
from ui.widgets.shortcut import bind


class ChildrenPage(StepPage):
    """``child_opened`` carries a child's id."""

    child_opened = Signal(int)

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        asker: Asker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._program: Program | None = None
        self._children: tuple[ProgramChild, ...] = ()
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self.deeds = ChildrenDeeds(services.programs, self)
        self.dialogs = ChildrenDialogs(services, tasks, asker, self.deeds, self)
        self._build()
        self._connect()

    def show_program(self, program: Program) -> None:
        """Show the children as they are saved now."""
        self._program = program
        self.table.show_clinic(self._services.settings.clinic())
        self.side.show_program(program)
        self._children = self._services.programs.children.of(program.id)
        self._filter()
        if self.side.is_open:
            self.side.show_child(self.table.current())

    @property
    def panel(self) -> ChildPanel:
        """The child beside the table."""
        return self.side.panel

    def flush(self) -> bool:
        """Keep what was typed beside the table."""
        return self.side.flush()

    def take_focus(self) -> None:
        """Start in the table, or with the first child to add."""
        if self.table.model.rowCount():
            self.table.view.setFocus()
        else:
            self.start_adding()

    def finish(self) -> None:
        """Look for times while one child is worked on, else go on."""
        if self._may_plan and self.side.has_focus():
            self.side.find_times()
        else:
            self.do_main()

    def show_child(self, place: int) -> None:
        """Show one child, ready to be changed."""
        self.bar.find_edit.clear()
        if self.table.view.select_key(place):
            self._edit()

    @Slot()
    def start_adding(self) -> None:
        """Open the line that adds a child."""
        if self._may_plan:
            self.add_row.show()
            self.add_row.begin()

    @cached_property
    def add_row(self) -> AddChildRow:
        """The line that adds a child, made when it is first wanted."""
        made = AddChildRow(self._services.caseload.search)
        self._column.insertWidget(1, made)
        made.hide()
        made.known_wanted.connect(self._add_known)
        made.new_wanted.connect(self._add_new)
        made.closed.connect(self._close_adding)
        return made

    # Building.

    def _build(self) -> None:
        self.bar = ChildrenBar(may_plan=self._may_plan)
        self.refusal = Notice("danger", "alert-circle")
        self.table = ChildrenTable(may_plan=self._may_plan)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 12)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.table, 1)
        column.addLayout(row, 1)
        self.side = ChildSide(self._services, self._tasks, self.deeds, row, self)

    def _connect(self) -> None:
        self.bar.find_edit.textChanged.connect(self._filter)
        self.bar.add_button.clicked.connect(self.start_adding)
        self.bar.forms_button.clicked.connect(self._print_forms)
        self.dialogs.paper_run.told.connect(self.told)
        self.dialogs.paper_run.refused.connect(self.refusal.say)
        self.bar.sheet_button.clicked.connect(self._import_times)
        self.bar.bulk_button.clicked.connect(self._add_many)
        self.table.opened.connect(self._edit)
        self.table.chosen.connect(self._open_panel)
        self.table.moved.connect(self._follow)
        self.table.painted.connect(self._paint_many)
        self.table.out_wanted.connect(self._take_out)
        self.table.add_wanted.connect(self._add_many)
        self.table.clear_wanted.connect(self.bar.find_edit.clear)
        self.side.out_wanted.connect(self._take_out)
        self.side.placed.connect(self.table.view.setFocus)
        self.side.closed.connect(self.table.view.setFocus)
        self.side.open_wanted.connect(self.child_opened)
        self.deeds.told.connect(self.told)
        self.deeds.refused.connect(self._refuse)
        self.deeds.add_refused.connect(self._refuse_adding)
        bind(self, "/", self.bar.find_edit.setFocus)

    # Showing.

    @Slot()
    def _filter(self) -> None:
        shown = self.bar.matching(self._children)
        self.table.show_children(shown, there_are_others=bool(self._children))
        self.bar.show_counts(self._children)

    @Slot()
    def _open_panel(self) -> None:
        child = self.table.current()
        self.side.show_child(child)
        if child is not None:
            self.panel.show()

    @Slot()
    def _edit(self) -> None:
        self._open_panel()
        self.panel.form.times.edit.setFocus()

    @Slot()
    def _follow(self) -> None:
        self.flush()
        child = self.table.current()
        if self.side.is_open and child is not None:
            self.side.show_child(child)

    @Slot()
    def _close_adding(self) -> None:
        self.add_row.hide()
        self.table.view.setFocus()

    # Doing.

    @Slot(int)
    def _add_known(self, child_id: int) -> None:
        if self._program is not None:
            self._go_on_with(self.deeds.add(self._program.id, child_id))

    @Slot(object)
    def _add_new(self, draft: ChildDraft) -> None:
        if self._program is not None:
            self._go_on_with(self.deeds.add_new(self._program.id, draft))

    def _go_on_with(self, place: int | None) -> None:
        """Show the child who was added: the times are asked next."""
        if place is None or self._program is None:
            return
        self.refusal.say("")
        self.show_program(self._program)
        self.add_row.hide()
        self.show_child(place)

    @Slot()
    def _add_many(self) -> None:
        if self._program is not None:
            self.dialogs.add_many(self._program, self._children, self.window())

    @Slot()
    def _import_times(self) -> None:
        if self._program is not None and self.flush():
            hours = open_hours(self._services.settings.clinic().hours)
            self.dialogs.import_times(self._program, hours, self.window())

    @Slot(object)
    def _paint_many(self, painted: Sequence[tuple[ProgramChild, tuple[Hours, ...]]]) -> None:
        if self._program is not None and self.flush():
            self.deeds.paint_times(self._program.id, painted)

    @Slot()
    def _take_out(self) -> None:
        child = self.table.current()
        if child is not None and self._program is not None and self._may_plan:
            self.deeds.take_out(self._program.id, [child])

    @Slot()
    def _print_forms(self) -> None:
        if self._program is not None:
            self.dialogs.print_forms(self._program)

    @Slot(object)
    def _refuse(self, error: ClinicError) -> None:
        if isinstance(error, ValidationError):
            self.panel.say_problems(error)
        else:
            self.refusal.say(str(error))

    @Slot(object)
    def _refuse_adding(self, error: ClinicError) -> None:
        if isinstance(error, ValidationError):
            self.refusal.say(" ".join(self.add_row.problems.show(error.fields)))
        else:
            self.refusal.say(str(error))
