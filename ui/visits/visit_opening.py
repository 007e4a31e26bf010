"""Opens the panel of one visit beside whatever page is shown, and books its make-up."""

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.services import Services
from ui.places import Navigator
from ui.visits.booking_desk import BookingDesk
from ui.visits.visit_panel import VisitPanel


class VisitOpening(QObject):
    """``move_wanted`` carries a visit, ``log_wanted`` the child whose family was called."""

    move_wanted = Signal(int)
    log_wanted = Signal(int)

    def __init__(self, work: Navigator, services: Services, booking: BookingDesk) -> None:
        super().__init__()
        self._work = work
        self._services = services
        self._booking = booking
        self._panel: VisitPanel | None = None

    @Slot(int)
    def open(self, session_id: int) -> None:
        """Show a visit beside the page."""
        if self._panel is None:
            self._panel = self._new_panel()
        self._panel.show_visit(session_id)
        self._work.show_beside(self._panel)
        self._panel.take_focus()

    def _new_panel(self) -> VisitPanel:
        panel = VisitPanel(self._services)
        panel.closed.connect(self._work.hide_beside)
        panel.done.connect(self._work.say_done)
        panel.make_up_wanted.connect(self._booking.make_up)
        panel.change_wanted.connect(self._booking.change_series)
        panel.child_wanted.connect(self._work.open_child)
        panel.move_wanted.connect(self.move_wanted)
        panel.log_wanted.connect(self.log_wanted)
        return panel
