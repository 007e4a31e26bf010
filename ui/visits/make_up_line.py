"""Says in the Book panel which missed visit is made up, and until when that is possible."""

from datetime import date, timedelta

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.services import Services
from ui.widgets.notice import Notice


class MakeUpLine(Notice):
    """Hidden while an ordinary visit is booked; ``first`` is then None."""

    def __init__(self, today: date) -> None:
        super().__init__("info", "calendar-repeat")
        self._today = today
        self.missed_id: int | None = None
        self.first: date | None = None
        self._last: date | None = None

    def show_missed(self, services: Services, session_id: int) -> None:
        """Show which visit is made up; times are suggested from tomorrow on."""
        starts = services.scheduling.session(session_id).starts
        self._last = services.attendance.last_make_up_day(session_id)
        self.missed_id = session_id
        self.first = self._today + timedelta(days=1)
        when = f"{long_day(starts.date())}, {clock_text(starts)}"
        words = self.tr("Makes up {0}. Until {1}.").format(when, long_day(self._last))
        self.say(words)

    def clear(self) -> None:
        """Book an ordinary visit."""
        self.missed_id = self.first = self._last = None
        self.say("")

    def allows(self, day: date) -> bool:
        """Say whether the missed visit can be made up on that day."""
        return self._last is None or day <= self._last
