"""Whether a missed visit is made up, until when it can be, and the next times for it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.attendance import MISSED
from ot_desktop.scheduling.visit_day import VisitDay
from ot_desktop.services import Services
from ui.visits.suggestions import Suggestions
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.soon import Soon


class MakeUpBox(QWidget):
    """Hidden for a visit that was not missed and makes none up.

    ``times.taken`` carries the place somebody clicked, ``other_button`` asks for another one.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._missed_id: int | None = None
        self.words = label("", "small", "text-2", wrap=True)
        self.times = Suggestions(self.tr("Rebook"))
        self.other_button = Button(
            self.tr("Rebook at another time"), "link", icon="calendar-plus", size="small"
        )
        row = QHBoxLayout()
        row.addWidget(self.other_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.times)
        column.addLayout(row)
        self.hide()
        self._soon = Soon(self, 0, self._look)

    def show_visit(self, visit: VisitDay) -> None:
        """Show what makes a visit up, or what it makes up; times follow once that is painted."""
        open_miss = visit.now.status in MISSED and visit.make_up_id is None
        may_book = self._services.user.may(Permission.BOOK)
        words, can_be = "", False
        if visit.make_up_id is not None:
            words = self.tr("Made up {0}.").format(self._when(visit.make_up_id))
        elif open_miss:
            last = self._services.attendance.last_make_up_day(visit.id)
            can_be = last > today()
            words = (
                self.tr("Can be made up until {0}.")
                if can_be
                else self.tr("The time to make it up ended {0}.")
            )
            words = words.format(long_day(last))
        elif visit.makes_up_id is not None:
            words = self.tr("Makes up {0}.").format(self._when(visit.makes_up_id))
        self.words.setText(words)
        self.other_button.setVisible(can_be and may_book)
        self.setVisible(bool(words))
        self._missed_id = visit.id if can_be and may_book else None
        self.times.offer(())
        if self._missed_id is not None:
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        if self._missed_id is not None:
            self.times.offer(self._services.rebooking.places(self._missed_id))

    def _when(self, session_id: int) -> str:
        starts = self._services.scheduling.session(session_id).starts
        return f"{long_day(starts.date())}, {clock_text(starts)}"
