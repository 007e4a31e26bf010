"""Under the head, never closed: alerts, the plan from last time, and what needs somebody."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import clock_text, day_text, weekday
from ot_desktop.notes.merging import Difference
from ot_desktop.notes.note_page import NotePage
from ui.notes.action_banner import ActionBanner
from ui.shared.alert_strip import AlertStrip
from ui.widgets.banner import AlertBanner
from ui.widgets.leaving import take_away

_BESIDE = 2  # with more alerts than this the plan gets a line of its own


class NoteStrip(QWidget):
    """Alerts first, then “Plan from Monday”; ``retry_wanted`` and the others are its buttons."""

    retry_wanted = Signal()
    ask_wanted = Signal()
    merge_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.alerts = AlertStrip()
        self.plan: AlertBanner | None = None
        self.trouble: AlertBanner | None = None
        self.is_beside = False
        self.ask: ActionBanner | None = None
        self.kept: ActionBanner | None = None
        self.differences: AlertBanner | None = None
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
        self._show_ask(page)
        self._show_kept(page)
        self.show_differences(())
        self._adapt()

    def show_trouble(self, sentence: str) -> None:
        """Say that the draft could not be saved; an empty sentence takes it away."""
        lead = self.tr("Not saved yet. Your text stays here.")
        self.is_beside = False
        self._show_trouble(lead, sentence, self.tr("Try again"))

    def show_beside(self, sentence: str) -> None:
        """Say that somebody else has the note, and where the words went."""
        lead = self.tr("What you typed is kept beside this note.")
        self.is_beside = True
        self._show_trouble(lead, sentence, self.tr("Open again"))

    def show_differences(self, differences: Iterable[Difference]) -> None:
        """Say what the two texts that were put together disagree about."""
        if self.differences is not None:
            take_away(self.differences)
            self.differences = None
        if sentences := [each.sentence() for each in differences]:
            lead = self.tr("Both texts are here now. Look at:")
            self.differences = AlertBanner("warn", lead, " ".join(sentences), "alert-triangle")
            self._column.addWidget(self.differences)
        self._adapt()

    def _show_trouble(self, lead: str, sentence: str, verb: str) -> None:
        if self.trouble is not None:
            take_away(self.trouble)
            self.trouble = None
        if sentence:
            self.trouble = ActionBanner("danger", lead, sentence, verb)
            self.trouble.button.clicked.connect(self.retry_wanted)
            self._column.insertWidget(0, self.trouble)
        self._adapt()

    def _show_ask(self, page: NotePage) -> None:
        if self.ask is not None:
            take_away(self.ask)
            self.ask = None
        if page.may_ask_alerts and not page.is_signed:
            lead = self.tr("Before the first note is signed:")
            words = self.tr("ask the family about allergies and precautions.")
            self.ask = ActionBanner("warn", lead, words, self.tr("Ask now"), icon="help")
            self.ask.button.clicked.connect(self.ask_wanted)
            self._column.addWidget(self.ask)

    def _show_kept(self, page: NotePage) -> None:
        if self.kept is not None:
            take_away(self.kept)
            self.kept = None
        if page.kept_texts and page.opened_elsewhere is None:
            kept = page.kept_texts[0]
            at = wall_time(kept.saved_at)
            when = f"{day_text(at.date(), today())} {clock_text(at)}"
            lead = self.tr("Another text for this visit is kept:")
            words = self.tr("{0}, {1}.").format(kept.who, when)
            verb = self.tr("Put into an addendum") if page.is_signed else self.tr("Put together")
            self.kept = ActionBanner("warn", lead, words, verb, icon="copy")
            self.kept.button.clicked.connect(self.merge_wanted)
            self._column.addWidget(self.kept)

    def _adapt(self) -> None:
        shown = (self.plan, self.trouble, self.ask, self.kept, self.differences)
        self.setVisible(bool(self.alerts.banners or any(shown)))


def _day(day: date) -> str:
    away = (today() - day).days
    return weekday(day) if 0 <= away < 7 else day_text(day, today())  # noqa: PLR2004  (a week)
