"""Opens the Book panel beside whatever page is shown, and books what was typed in one line."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.clock import today
from ot_desktop.services import Services
from ui.places import BOOKING, Navigator, Place
from ui.tasks import TaskRunner
from ui.visits.approval_choice_dialog import ApprovalChoiceDialog
from ui.visits.authorization_dialog import AuthorizationDialog
from ui.visits.book_panel import BookPanel
from ui.visits.booking_rules_dialog import BookingRulesDialog
from ui.visits.series_dialog import SeriesDialog
from ui.visits.undoing import Deed, Then


class BookingDesk(QObject):
    """``add_child`` asks for a new child and returns the id, or None.

    ``print_wanted`` carries a series whose family is to take it home on paper.
    """

    print_wanted = Signal(int)

    def __init__(
        self,
        work: Navigator,
        services: Services,
        tasks: TaskRunner,
        add_child: Callable[[], int | None],
        window: QWidget,
    ) -> None:
        super().__init__()
        self._work = work
        self._services = services
        self._tasks = tasks
        self._add_child = add_child
        self._window = window

    def book(self, child_id: int | None = None, **known: Any) -> None:
        """Open the panel with what is known already; ``known`` as in ``BookPanel.start``."""
        self._opened().start(child_id, **known)

    @Slot(str, object, int)
    def tell(
        self,
        sentence: str,
        undo: Callable[[], object] | None = None,
        series_id: int | None = None,
    ) -> None:
        """Say what was booked, with a way back and the paper for the family."""
        if undo is None or series_id is None:
            self._work.say_done(sentence)
            return
        then = Then(self.tr("Print slip"), partial(self.print_wanted.emit, series_id))
        self._work.say_done(sentence, Deed(sentence, undo, then=then))

    @Slot(int)
    def make_up(self, session_id: int) -> None:
        """Open the panel to make up a missed visit."""
        self._opened().make_up(session_id)

    @cached_property
    def panel(self) -> BookPanel:
        """The panel, made before it is first asked for where there is time."""
        panel = self.new_panel()
        panel.closed.connect(self._work.hide_beside)
        return panel

    def _opened(self) -> BookPanel:
        self._work.show_beside(self.panel)
        return self.panel

    @Slot(int)
    def change_series(self, session_id: int) -> None:
        """Ask what of a session or its series is to be different, and offer to undo it."""
        dialog = SeriesDialog(self._services, session_id, self._window)
        if dialog.exec() and dialog.done_words:
            self._work.say_done(dialog.done_words, dialog.take_back)
        dialog.deleteLater()

    @Slot(int)
    def authorize(self, child_id: int) -> None:
        """Ask what a payer approved; visits booked as unconfirmed use it at once."""
        uses = self._services.scheduling.authorizations(child_id)
        approvals = self._services.approvals
        dialog = AuthorizationDialog(approvals, child_id, today(), self._window, uses)
        if dialog.exec() and dialog.done_words:
            self._work.say_done(dialog.done_words, dialog.take_back)
        dialog.deleteLater()

    @Slot(int)
    def choose_approval(self, child_id: int) -> None:
        """Ask which authorization a visit uses, and offer to undo it."""
        dialog = ApprovalChoiceDialog(self._services, child_id, self._window)
        if dialog.exec() and dialog.done_words:
            self._work.say_done(dialog.done_words, dialog.take_back)
        dialog.deleteLater()

    @Slot()
    def set_rules(self) -> None:
        """Ask the owner for the clinic's rules of booking."""
        dialog = BookingRulesDialog(self._services.settings, self._window)
        dialog.exec()
        dialog.deleteLater()

    def new_panel(self) -> BookPanel:
        """Return a panel wired to toast and child dialog, for a page that shows its own."""
        panel = BookPanel(self._services, self._tasks)
        panel.booked.connect(self.tell)
        panel.new_child_wanted.connect(self._start_with_new_child)
        panel.form.series_button.clicked.connect(partial(self._book_intensive, panel))
        return panel

    def _book_intensive(self, panel: BookPanel) -> None:
        """Go where every date of many sessions is looked at, with the child chosen here."""
        child_id = panel.form.child_picker.child_id()
        panel.closed.emit()
        self._work.go(Place(BOOKING, child_id))

    @Slot()
    def _start_with_new_child(self) -> None:
        panel = self.sender()
        child_id = self._add_child()
        if isinstance(panel, BookPanel) and child_id is not None:
            panel.start(child_id)
