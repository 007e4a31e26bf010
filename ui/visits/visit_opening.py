"""Opens the panel of one visit, or of this week's no-shows, beside whatever page is shown."""

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.services import Services
from ui.places import Navigator
from ui.visits.booking_desk import BookingDesk
from ui.visits.missed_panel import MissedPanel
from ui.visits.visit_panel import VisitPanel


class VisitOpening(QObject):
    """The signals carry a visit; ``log_wanted`` the child of a call."""

    move_wanted = Signal(int)
    log_wanted = Signal(int)
    print_wanted = Signal(int)
    sheet_wanted = Signal(int)

    def __init__(self, work: Navigator, services: Services, booking: BookingDesk) -> None:
        super().__init__()
        self._work = work
        self._services = services
        self._booking = booking
        self._panel: VisitPanel | None = None
        self._missed: MissedPanel | None = None

    @Slot(int)
    def open(self, session_id: int) -> None:
        """Show a visit beside the page."""
        if self._panel is None:
            self._panel = self._new_panel()
        self._panel.show_visit(session_id)
        self._work.show_beside(self._panel)
        self._panel.take_focus()

    def show_missed(self) -> None:
        """Show the no-shows of this week beside the page."""
        if self._missed is None:
            self._missed = MissedPanel(self._services)
            self._missed.closed.connect(self._work.hide_beside)
            self._missed.visit_opened.connect(self.open)
        self._missed.reload()
        self._work.show_beside(self._missed)
        self._missed.take_focus()

    def _new_panel(self) -> VisitPanel:
        panel = VisitPanel(self._services)
        panel.closed.connect(self._work.hide_beside)
        panel.done.connect(self._work.say_done)
        panel.make_up_wanted.connect(self._booking.make_up)
        panel.change_wanted.connect(self._booking.change_series)
        panel.child_wanted.connect(self._work.open_child)
        panel.move_wanted.connect(self.move_wanted)
        panel.log_wanted.connect(self.log_wanted)
        panel.print_wanted.connect(self.print_wanted)
        panel.sheet_wanted.connect(self.sheet_wanted)
        return panel
