"""Offers one open slot: whom to call, what to say, what the family said."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.clock import now_utc, today
from ot_desktop.waitlist.domain import HeldOffer, Match, OfferOutcome, OpenedTime
from ui.shared.alert_strip import AlertStrip
from ui.theme import theme
from ui.waitlist.choice_button import ChoiceButton
from ui.waitlist.words import held_words, slot_long_words
from ui.widgets.button import Button, IconButton
from ui.widgets.facts_grid import FactsGrid, breakable
from ui.widgets.field import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller
from ui.widgets.shortcut import bind

WIDTH = 348


class OfferPanel(QFrame):
    """``picked`` carries slot and match; ``answered`` an outcome and a reason."""

    picked = Signal(object, object)
    answered = Signal(object, str)
    back_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: list[ChoiceButton] = []
        self._offer: HeldOffer | None = None
        self.setProperty("card", "true")
        self._build()
        self._fit()
        theme().changed.connect(self._fit)
        self.close_button.clicked.connect(self.closed)
        bind(self, "Escape", self.closed.emit)
        self.hide()

    @property
    def offer(self) -> HeldOffer | None:
        """The offer whose answer is waited for."""
        return self._offer

    def show_choices(
        self, title: str, choices: Sequence[tuple[OpenedTime, Match, str]], nothing: str
    ) -> None:
        """Show what can be picked, each with the words in bold; the first has the focus."""
        self._offer = None
        self.title.setText(title)
        self.notice.say("")
        empty(self._column)
        self.choices = []
        if not choices:
            self._column.addWidget(label(nothing, "body", "text-2", wrap=True))
        for opened, match, name in choices:
            button = ChoiceButton(name, ", ".join(match.reasons))
            button.clicked.connect(partial(self.picked.emit, opened, match))
            self._column.addWidget(button)
            self.choices.append(button)
        self._column.addStretch(1)
        self._foot.hide()
        self.show()
        (self.choices[0] if self.choices else self.close_button).setFocus()

    def show_call(
        self, opened: OpenedTime, match: Match, offer: HeldOffer, child: ChildPage, words: str
    ) -> None:
        """Show whom to call and what to say."""
        self._offer = offer
        self.title.setText(match.entry.child_name)
        self.notice.say("")
        empty(self._column)
        self.choices = []
        self._column.addWidget(label(slot_long_words(opened), "body-strong", wrap=True))
        self.held_label = label("", "small", "warn-text")
        self._column.addWidget(self.held_label)
        strip = AlertStrip(stacked=True)
        self._column.addWidget(strip)
        strip.show_alerts(child, today())
        self._add_phones(child)
        self._column.addWidget(rule())
        self._column.addWidget(label(self.tr("What to say"), "label"))
        self._column.addWidget(label(words, wrap=True))
        self._column.addStretch(1)
        self.reason_field.hide()
        self.reason_edit.clear()
        self._foot.show()
        self.show()
        self.tell_time(now_utc())
        self.yes_button.setFocus()

    def tell_time(self, now: datetime) -> None:
        """Say how long the slot is still held."""
        if self._offer is not None:
            is_held = self._offer.holds(now)
            words = held_words(self._offer, now) if is_held else self.tr("No longer held")
            self.held_label.setText(words)

    def ask_reason(self, sentence: str) -> None:
        """Ask why it should be booked all the same."""
        self.reason_field.show()
        self.reason_field.set_problem(sentence)
        self.reason_edit.setFocus()

    def _add_phones(self, child: ChildPage) -> None:
        facts = []
        for one in child.caregivers:
            phones = ", ".join(phone.number for phone in one.phones) or self.tr("no phone")
            relation = f" ({one.relation})" if one.relation else ""
            contact = f". {one.contact_note}" if one.contact_note else ""
            facts.append((f"{one.full_name}{relation}", f"{phones}{contact}"))
        if child.needs_interpreter:
            words = self.tr("{0}, interpreter needed").format(child.language)
            self._column.addWidget(label(words, "body-strong", "warn-text", wrap=True))
        if facts:
            self._column.addWidget(FactsGrid(facts))
        else:
            nobody = self.tr("Nobody of the family is listed yet.")
            self._column.addWidget(label(nobody, "body", "text-2", wrap=True))
        if child.availability:
            words = self.tr("Can come: {0}").format(child.availability)
            self._column.addWidget(label(breakable(words), "small", "text-2", wrap=True))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        self.title = label("", "h3", wrap=True)
        head.addWidget(self.title, 1)
        self.close_button = IconButton("x", self.tr("Close the offer"))
        head.addWidget(self.close_button)
        outer.addLayout(head)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 2, 14, 10)
        self._column.setSpacing(8)
        self.notice = Notice("danger", "alert-circle")
        self.notice.setContentsMargins(14, 0, 14, 0)
        outer.addWidget(self.notice)
        outer.addWidget(scroller(inside, name=self.tr("The offer")), 1)
        self._foot = self._answers()
        outer.addWidget(self._foot)

    def _answers(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(14, 0, 14, 10)
        column.setSpacing(8)
        column.addWidget(rule())
        self.reason_edit = QLineEdit()
        self.reason_field = Field(self.tr("Why it is booked all the same"), self.reason_edit)
        column.addWidget(self.reason_field)
        column.addWidget(label(self.tr("What does the family say?"), "label"))
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        self.yes_button = Button(self.tr("Yes, book it"), "primary", icon="check")
        self.no_button = Button(self.tr("No"))
        self.no_answer_button = Button(self.tr("No answer"))
        self.call_back_button = Button(self.tr("Call back"))
        for button, outcome in (
            (self.yes_button, OfferOutcome.YES),
            (self.no_button, OfferOutcome.NO),
            (self.no_answer_button, OfferOutcome.NO_ANSWER),
            (self.call_back_button, OfferOutcome.CALL_BACK),
        ):
            button.clicked.connect(self._teller(outcome))
            flow.addWidget(button)
        column.addWidget(buttons)
        self.back_button = Button(self.tr("Offer it to somebody else"), "link", size="small")
        self.back_button.clicked.connect(self.back_wanted)
        column.addWidget(self.back_button)
        foot.hide()
        return foot

    def _teller(self, outcome: OfferOutcome) -> Callable[[], None]:
        return lambda: self.answered.emit(outcome, self.reason_edit.text())

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
