"""One child beside the table of an intensive: shown, changed and given times."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import ChildWishes, Program, ProgramChild
from ot_desktop.programs.placement import Fix
from ot_desktop.services import Services
from ui.programs.child_form import ChildForm
from ui.programs.child_panel import ChildPanel
from ui.programs.children_deeds import ChildrenDeeds
from ui.programs.proposals_panel import ProposalsPanel
from ui.tasks import TaskRunner
from ui.widgets.soon import Soon

_QUIET_MS = 100  # the table is painted first


class ChildSide(QObject):
    """The panel is made a moment after its page is shown, or when it is first asked for."""

    out_wanted = Signal()
    placed = Signal()
    closed = Signal()
    open_wanted = Signal(int)

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        deeds: ChildrenDeeds,
        row: QHBoxLayout,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._services = services
        self._tasks = tasks
        self._deeds = deeds
        self._row = row
        self._page = page
        self._program: Program | None = None
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self._sees_goals = services.user.may(Permission.SEE_NOTES)
        self._soon = Soon(page, _QUIET_MS, self._make)

    @cached_property
    def _form(self) -> ChildForm:
        form = ChildForm()
        form.goals_field.setVisible(self._sees_goals)
        form.show_clinic(self._services.settings.clinic())
        return form

    @cached_property
    def panel(self) -> ChildPanel:
        """The panel, hidden at first."""
        services = self._services
        panel = ChildPanel(
            self._form,
            ProposalsPanel(services.programs.finding, self._tasks),
            self._page,
            may_plan=self._may_plan,
            may_agree=services.user.may(Permission.AGREE_TO_BLOCK),
        )
        self._row.addWidget(panel)
        self._connect(panel)
        return panel

    @property
    def is_open(self) -> bool:
        """Say whether a child is shown."""
        return self._is_made and self.panel.isVisible()

    def show_program(self, program: Program) -> None:
        """Work on an intensive as it is saved now."""
        self._program = program
        if self._is_made:
            self.panel.form.show_clinic(self._services.settings.clinic())
        else:
            self._soon.start()

    def show_child(self, child: ProgramChild | None) -> None:
        """Show one child, or nobody."""
        if child is None or self._program is None:
            if self._is_made:
                self.panel.hide()
            return
        goals: Sequence[Goal] = ()
        if self._sees_goals:
            goals = self._services.caseload.banner(child.child_id).goals
        self.panel.show_child(self._program, child, goals)
        is_asked = not self._may_plan or self._services.first_answers.is_asked(child.child_id)
        self.panel.allergy_question.ask_unless(is_asked=is_asked)

    def flush(self) -> bool:
        """Keep what was typed; say whether it could be."""
        return not self._is_made or self.panel.flush()

    def has_focus(self) -> bool:
        """Say whether the keyboard is in the panel."""
        at = self._page.focusWidget()
        return self._is_made and at is not None and self.panel.isAncestorOf(at)

    @Slot()
    def find_times(self) -> None:
        """Look for times of the child that is shown."""
        if self._program is not None and self.flush():
            self.panel.show_proposals(self._program.id)

    @property
    def _is_made(self) -> bool:
        return "panel" in self.__dict__

    @Slot()
    def _make(self) -> None:
        """Make the form, and at the next turn the panel around it: nobody waits for either."""
        if "_form" not in self.__dict__:
            self._form.ensurePolished()
            self._soon.start()
        else:
            self.panel.ensurePolished()

    def _connect(self, panel: ChildPanel) -> None:
        deeds = self._deeds
        panel.changed.connect(self._change)
        panel.agreed.connect(self._agree)
        panel.form.times.painted.connect(partial(self._for_child, deeds.set_times))
        panel.form.times.typed.connect(partial(self._for_child, deeds.type_times))
        tell = partial(deeds.tell_allergies, self._services.first_answers)
        panel.allergies_told.connect(partial(self._for_child, tell))
        panel.out_wanted.connect(self.out_wanted)
        panel.find_wanted.connect(self.find_times)
        panel.proposals.taken.connect(self._take)
        panel.closed.connect(self._close)
        panel.open_wanted.connect(self.open_wanted)

    def _for_child(self, act: Callable[..., object], *told: object) -> None:
        """Do something for the child that is shown, once what was typed is kept."""
        if self.panel.flush() and self.panel.child is not None:
            act(self.panel.child, *told)

    @Slot(object)
    def _change(self, wishes: ChildWishes) -> None:
        if self.panel.child is not None:
            self._deeds.change(self.panel.child, wishes)

    @Slot(bool)
    def _agree(self, agreed: bool) -> None:  # noqa: FBT001  (Qt's signal)
        if self.panel.flush() and self.panel.child is not None:
            self._deeds.agree(self.panel.child, agreed=agreed)

    @Slot(object)
    def _take(self, proposal: Fix) -> None:
        child = self.panel.child
        if self._program is None or child is None:
            return
        if self._deeds.take(self._program.id, child, proposal):
            self.panel.show_wishes()
            self.placed.emit()

    @Slot()
    def _close(self) -> None:
        self.panel.flush()
        self.panel.hide()
        self.closed.emit()
