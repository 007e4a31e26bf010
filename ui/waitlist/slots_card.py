"""Open slots of this week above the waitlist, each with whom it suits and why."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.waitlist.domain import HeldOffer, Match, OpenedTime
from ui.theme import theme
from ui.waitlist.words import held_words, slot_words
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.scrolling import scroller

ROW, MOST_ROWS = 38, 4
SLOT_WIDTH = 92


class SlotRow(QWidget):
    """One slot; ``offer_wanted`` carries it. Who fits is filled in a moment later."""

    offer_wanted = Signal(object)

    def __init__(self, opened: OpenedTime, *, may_offer: bool) -> None:
        super().__init__()
        self.opened = opened
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        slot = slot_words(opened.time)
        when = label(slot, "body-strong")
        when.setMinimumWidth(theme().px(SLOT_WIDTH))
        row.addWidget(when)
        room = f", {opened.room_name}" if opened.room_name else ""
        called_off = self.tr("{0} called off").format(opened.called_off)
        self.where = ElidedLabel("small", "text-2")
        self.where.show_text(f"{opened.therapist_name}{room}. {called_off}")
        row.addWidget(self.where, 2)
        self.fits = ElidedLabel("small", "text")
        row.addWidget(self.fits, 4)
        self.held_badge = Badge("", "warn", "clock")
        self.held_badge.hide()
        row.addWidget(self.held_badge)
        self.offer_button = Button(self.tr("Offer slot"), size="small")
        self.offer_button.setAccessibleName(
            self.tr("Offer slot: {0}").format(f"{slot}, {opened.therapist_name}")
        )
        self.offer_button.clicked.connect(self._want)
        row.addWidget(self.offer_button)
        self.offer_button.setEnabled(False)
        if not may_offer:
            self.offer_button.hide()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Say who fits, whom to call first in front."""
        if not matches:
            self.fits.show_text(self.tr("Nobody who waits fits."))
        else:
            ranked = "; ".join(
                f"{each.entry.child_name} ({', '.join(each.reasons[1:])})" for each in matches
            )
            self.fits.show_text(self.tr("{0} fit: {1}").format(len(matches), ranked))
        self.offer_button.setEnabled(bool(matches))

    def show_held(self, offer: HeldOffer | None, now: datetime) -> None:
        """Say how long the slot is held for a family."""
        self.held_badge.setVisible(offer is not None)
        if offer is not None:
            self.held_badge.show_badge(held_words(offer, now), "warn", "clock")

    @Slot()
    def _want(self) -> None:
        self.offer_wanted.emit(self.opened)


class SlotsCard(Card):
    """Hidden while nothing is open; ``offer_wanted`` carries an ``OpenedTime``."""

    offer_wanted = Signal(object)

    def __init__(self, title: str, *, may_offer: bool) -> None:
        super().__init__(title, icon="calendar-plus")
        self._may_offer = may_offer
        self.rows: list[SlotRow] = []
        self.count_label = label("", "small", "text-2")
        self.head.addWidget(self.count_label)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = scroller(inside)
        self.add(self._area)
        theme().changed.connect(self._fit)
        self.hide()

    def show_slots(self, opened: Sequence[OpenedTime]) -> None:
        """Show these slots, unless they are shown already."""
        if [each.opened for each in self.rows] != list(opened):
            empty(self._column)
            self.rows = []
            for each in opened:
                row = SlotRow(each, may_offer=self._may_offer)
                row.offer_wanted.connect(self.offer_wanted)
                self._column.addWidget(row)
                self.rows.append(row)
        self.count_label.setText(str(len(opened)))
        self._fit()
        self.setVisible(bool(opened))

    def buttons(self) -> list[Button]:
        """Return the buttons in the order of the slots."""
        return [row.offer_button for row in self.rows]

    @Slot()
    def _fit(self) -> None:
        shown = max(1, min(MOST_ROWS, len(self.rows)))
        self._area.setFixedHeight(theme().px(ROW) * shown + 4)
