"""Under the head, never closed: alerts, the plan from last time, and trouble with saving."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.day_words import day_text, weekday
from ot_desktop.notes.note_page import NotePage
from ui.shared.alert_strip import AlertStrip
from ui.widgets.banner import AlertBanner
from ui.widgets.leaving import take_away

_BESIDE = 2  # with more alerts than this the plan gets a line of its own


class NoteStrip(QWidget):
    """Alerts first, then “Plan from Monday”."""

    def __init__(self) -> None:
        super().__init__()
        self.alerts = AlertStrip()
        self.plan: AlertBanner | None = None
        self.trouble: AlertBanner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 0, 20, 10)
        self._column.setSpacing(8)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.alerts)
        self._column.addLayout(self._row)

    def show_page(self, page: NotePage) -> None:
        """Show the child's alerts and what was planned for today."""
        self.alerts.show_alerts(page.child, today())
        if self.plan is not None:
            take_away(self.plan)
            self.plan = None
        if page.last_note is not None and any(line.strip() for line in page.last_note.plan):
            lines = [line.strip() for line in page.last_note.plan if line.strip()]
            lead = self.tr("Plan from {0}:").format(_day(page.last_note.on))
            self.plan = AlertBanner("info", lead, "; ".join(lines), "list-check")
            beside = len(self.alerts.banners) <= _BESIDE
            if beside:
                # Each gets the room its words need.
                alerts = sum(len(banner.accessibleName()) + 8 for banner in self.alerts.banners)
                self._row.addWidget(self.plan, len(lead) + sum(map(len, lines)) + 8)
                self._row.setStretch(0, alerts)
            else:
                self._column.addWidget(self.plan)
        self.setVisible(bool(self.alerts.banners or self.plan or self.trouble))

    def show_trouble(self, sentence: str) -> None:
        """Say that the draft could not be saved; an empty sentence takes it away."""
        if self.trouble is not None:
            take_away(self.trouble)
            self.trouble = None
        if sentence:
            self.trouble = AlertBanner(
                "danger", self.tr("Not saved yet. Your text stays here."), sentence
            )
            self._column.insertWidget(0, self.trouble)
        self.setVisible(bool(self.alerts.banners or self.plan or self.trouble))


def _day(day: date) -> str:
    away = (today() - day).days
    return weekday(day) if 0 <= away < 7 else day_text(day, today())  # noqa: PLR2004  (a week)
