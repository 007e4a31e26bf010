"""One family that waits: what they want, what was said on the phone, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import clock_text, day_text, near_day_text
from ot_desktop.messages.domain import Message
from ot_desktop.programs.typed_times import OpenHours
from ot_desktop.waitlist.domain import Entry, OfferCall, OfferOutcome
from ui.shared.message_words import how_words
from ui.theme import theme
from ui.waitlist.words import (
    days_words,
    outcome_words,
    therapist_words,
    urgency_words,
    wanted_words,
    when_words,
)
from ui.widgets.button import Button, IconButton
from ui.widgets.facts_grid import FactsGrid, breakable
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty
from ui.widgets.scrolling import scroller
from ui.widgets.shortcut import bind

WIDTH = 348
SHOWN_MESSAGES = 3


class EntryPanel(QFrame):
    """The buttons say what is wanted; the page does it."""

    offer_wanted = Signal()
    log_wanted = Signal()
    change_wanted = Signal()
    take_off_wanted = Signal()
    put_back_wanted = Signal()
    child_wanted = Signal()
    closed = Signal()

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self.setProperty("card", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        self.title = label("", "h3", wrap=True)
        head.addWidget(self.title, 1)
        self.close_button = IconButton("x", self.tr("Close quick look"))
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        outer.addLayout(head)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 2, 14, 12)
        self._column.setSpacing(7)
        outer.addWidget(scroller(inside, name=self.tr("Who waits")), 1)
        outer.addWidget(rule())
        outer.addWidget(self._foot())
        self._fit()
        theme().changed.connect(self._fit)
        bind(self, "Escape", self.closed.emit)
        self.hide()

    def show_entry(
        self,
        entry: Entry,
        calls: Sequence[OfferCall],
        messages: Sequence[Message],
        hours: OpenHours,
    ) -> None:
        """Show another family."""
        empty(self._column)
        self.title.setText(breakable(entry.child_name))
        self._column.addWidget(FactsGrid(self._facts(entry, hours)))
        if entry.note:
            self._column.addWidget(label(breakable(entry.note), wrap=True))
        self._column.addWidget(rule())
        self._column.addWidget(label(self.tr("Call log"), "label"))
        if not calls and not messages:
            words = self.tr("Nobody has called this family yet.")
            self._column.addWidget(label(words, "body", "text-2", wrap=True))
        for call in calls:
            self._add(call_words(call), f"{_at(call)}, {call.made_by}")
        for message in messages[:SHOWN_MESSAGES]:
            day = day_text(wall_time(message.at).date(), today())
            self._add(message.said, f"{day}, {how_words(message)}")
        self._column.addStretch(1)
        waits = entry.ended_on is None
        for button in (self.offer_button, self.change_button, self.take_off_button):
            button.setVisible(waits and self._may_edit)
        self.log_button.setVisible(self._may_edit)
        self.put_back_button.setVisible(not waits and self._may_edit)

    def _facts(self, entry: Entry, hours: OpenHours) -> list[tuple[str, str]]:
        day = today()
        since = near_day_text(entry.added_on, day)
        waiting = f"{days_words(entry.days_waiting(day))}, {self.tr('since {0}').format(since)}"
        facts = [
            (self.tr("Waiting"), waiting),
            (self.tr("Wants"), wanted_words(entry)),
            (self.tr("Length"), self.tr("{0} min").format(entry.length_minutes)),
            (self.tr("Times"), when_words(entry, hours)),
            (self.tr("Therapist"), therapist_words(entry)),
            (self.tr("Urgency"), urgency_words(entry.urgency)),
            (self.tr("Notice"), notice_words(entry.notice_minutes)),
        ]
        if entry.from_day is not None:
            facts.append((self.tr("From"), day_text(entry.from_day, day)))
        if entry.until_day is not None:
            facts.append((self.tr("Until"), day_text(entry.until_day, day)))
        if entry.expires_on is not None:
            facts.append((self.tr("Waits until"), day_text(entry.expires_on, day)))
        if entry.ended_on is not None:
            why = f", {entry.ended_because}" if entry.ended_because else ""
            facts.append((self.tr("Taken off"), f"{day_text(entry.ended_on, day)}{why}"))
        return facts

    def _add(self, words: str, when: str) -> None:
        self._column.addWidget(label(breakable(words), wrap=True))
        self._column.addWidget(label(when, "small", "text-2", wrap=True))

    def _foot(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 8)
        flow.setContentsMargins(14, 10, 14, 10)
        self.offer_button = Button(self.tr("Offer"), "primary", icon="calendar-plus", keys="O")
        self.log_button = Button(self.tr("Log"), icon="phone", keys="L")
        self.change_button = Button(self.tr("Change"), icon="pencil", size="small")
        self.take_off_button = Button(self.tr("Take off"), icon="x", size="small")
        self.put_back_button = Button(self.tr("Put back"), "primary", icon="arrow-back-up")
        self.child_button = Button(self.tr("Child page"), icon="user", size="small")
        for button, wanted in (
            (self.offer_button, self.offer_wanted),
            (self.put_back_button, self.put_back_wanted),
            (self.log_button, self.log_wanted),
            (self.change_button, self.change_wanted),
            (self.take_off_button, self.take_off_wanted),
            (self.child_button, self.child_wanted),
        ):
            button.clicked.connect(wanted)
            flow.addWidget(button)
        return holder

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))


def _at(call: OfferCall) -> str:
    at = wall_time(call.made_at)
    return f"{day_text(at.date(), today())} {clock_text(at)}"


def call_words(call: OfferCall) -> str:
    """Return ``Offered Tue 2:30 with Ben: no answer``."""
    words = _tr("Offered {0} with {1}: {2}")
    offered = f"{day_text(call.time.starts.date(), today())} {clock_text(call.time.starts)}"
    outcome = outcome_words(call.outcome)
    if call.outcome is OfferOutcome.OPEN:
        outcome = _tr("nobody has said what came of it")
    return words.format(offered, call.therapist_name, outcome)


def notice_words(minutes: int) -> str:
    """Return ``2 hours`` or ``2 days``; 0 means that they can come at once."""
    if minutes <= 0:
        return _tr("Can come at once")
    hours = minutes // 60
    if minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return _tr("1 day") if days == 1 else _tr("{0} days").format(days)
    if minutes % 60 == 0:
        return _tr("1 hour") if hours == 1 else _tr("{0} hours").format(hours)
    return _tr("{0} min").format(minutes)


def _tr(words: str) -> str:
    return QCoreApplication.translate("waitlist", words)
