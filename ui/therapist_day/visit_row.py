"""One visit of mine: big time, child, alerts, room, arrival, the plan, practice at home."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ot_desktop.day.domain import Stands
from ot_desktop.day.therapist_day import MyVisit
from ot_desktop.day_words import clock_text
from ot_desktop.scheduling.attendance import Policy
from ui.shared.practice_week import PracticeWeek, week_words
from ui.theme import theme
from ui.visits.day_block import alert_words
from ui.widgets.badge import Badge, BadgeKind
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label, restyle
from ui.widgets.symbol import Symbol

_TIME_WIDTH = 64
_STANDS: dict[Stands, tuple[str, BadgeKind, str]] = {
    Stands.CHECKED_IN: ("Here", "ok", "user-check"),
    Stands.IN_SESSION: ("In session", "ok", "player-play"),
    Stands.DONE: ("Done", "neutral", "check"),
    Stands.NO_SHOW: ("No-show", "danger", "user-x"),
    Stands.CANCELLED: ("Cancelled", "neutral", "calendar-x"),
}


class VisitRow(QFrame):
    """``chosen`` and ``opened`` carry the visit's id; the list around it has the keyboard."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, mine: MyVisit) -> None:
        super().__init__()
        self.mine = mine
        self._badge = Badge("")
        self._badge.hide()
        self.setProperty("card", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addLayout(self._times())
        row.addLayout(self._words(), 1)

    def show_standing(self, policy: Policy, now: datetime) -> None:
        """Say how the visit stands at a moment."""
        word, kind, icon = standing_words(self.mine, policy, now)
        self._badge.show_badge(word, kind, icon)
        self._badge.setVisible(bool(word))
        self.setAccessibleName(spoken(self.mine, word))

    def show_current(self, *, current: bool) -> None:
        """Mark the visit whose brief is shown."""
        wanted = "current" if current else "true"
        if self.property("card") != wanted:
            self.setProperty("card", wanted)
            restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this visit."""
        self.chosen.emit(self.mine.session.id)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open its note."""
        del event
        self.opened.emit(self.mine.session.id)

    def _times(self) -> QVBoxLayout:
        session = self.mine.session
        column = QVBoxLayout()
        column.setSpacing(0)
        starts = label(clock_text(session.starts), "h2")
        starts.setMinimumWidth(theme().px(_TIME_WIDTH))
        column.addWidget(starts)
        column.addWidget(label(clock_text(session.ends), "small", "text-2"))
        column.addStretch(1)
        return column

    def _words(self) -> QVBoxLayout:
        session = self.mine.session
        column = QVBoxLayout()
        column.setSpacing(2)
        first = QHBoxLayout()
        name = ElidedLabel("body-strong", "text")
        name.show_text(session.child_name)
        first.addWidget(name, 1)
        first.addWidget(self._badge)
        column.addLayout(first)
        where = ElidedLabel()
        where.show_text(place_words(self.mine))
        column.addWidget(where)
        if self.mine.visit.alerts or self.mine.visit.is_not_asked:
            column.addLayout(self._alerts())
        for line in self.mine.plan:
            planned = ElidedLabel("small", "text")
            planned.show_text(f"•  {line}")
            column.addWidget(planned)
        if self.mine.week:
            column.addLayout(self._practice())
        return column

    def _alerts(self) -> QHBoxLayout:
        tone = "danger-text" if self.mine.visit.alerts else "warn-text"
        line = QHBoxLayout()
        line.setSpacing(5)
        line.addWidget(Symbol("alert-triangle", tone, 14), alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(alert_words(self.mine.visit), "small", tone, wrap=True), 1)
        return line

    def _practice(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 3, 0, 0)
        line.setSpacing(8)
        dots = PracticeWeek(small=True)
        dots.show_week(self.mine.week)
        line.addWidget(dots, alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(label(week_words(self.mine.week), "caption", "text-2"))
        line.addStretch(1)
        return line


def standing_words(mine: MyVisit, policy: Policy, now: datetime) -> tuple[str, BadgeKind, str]:
    """Return word, meaning and icon of how a visit stands; no word while it is only booked."""
    stands = mine.visit.stands(policy, now)
    if stands is Stands.LATE:
        return _tr("Late {0} min").format(mine.visit.minutes_late(now)), "warn", "clock"
    if stands in _STANDS:
        word, kind, icon = _STANDS[stands]
        return _tr(word), kind, icon
    return "", "neutral", ""


def place_words(mine: MyVisit) -> str:
    """Return "Sensory room, session 3 of 12"."""
    session = mine.session
    parts = [session.room_name or ""]
    if session.number and session.planned and session.planned > 1:
        parts.append(_tr("session {0} of {1}").format(session.number, session.planned))
    return ", ".join(filter(None, parts)) or _tr("No room chosen")


def spoken(mine: MyVisit, standing: str) -> str:
    """Return everything the row shows, as it is read aloud."""
    session = mine.session
    times = _tr("{0} to {1}").format(clock_text(session.starts), clock_text(session.ends))
    parts = [session.child_name, times, place_words(mine), standing]
    if alerts := alert_words(mine.visit):
        parts.append(_tr("Alert: {0}").format(alerts))
    if mine.plan:
        parts.append(_tr("Plan: {0}").format("; ".join(mine.plan)))
    if mine.week:
        parts.append(_tr("Practice: {0}").format(week_words(mine.week)))
    return ", ".join(filter(None, parts))


def _tr(words: str) -> str:
    return QCoreApplication.translate("therapist_day", words)
