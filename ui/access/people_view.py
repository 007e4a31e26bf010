"""Who is working, and their password or PIN."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.access.domain import Colleague, Entrance
from ui.access.brand_panel import Fact
from ui.access.cards import EdgeLink, PasswordCard, ProofCard, UnlistedCard
from ui.access.people_tiles import PeopleTiles
from ui.widgets.label import label

if TYPE_CHECKING:
    from ui.access.pin_card import PinCard


class PeopleView(QWidget):
    """Asks one person at a time; the page says what to ask them."""

    person_chosen = Signal(str)
    password_given = Signal(str)
    pin_given = Signal(str)
    password_wanted = Signal()
    folder_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entrance = Entrance("", ())
        self.tiles = PeopleTiles()
        self.password_card = PasswordCard()
        self.cards = QVBoxLayout()
        self._asked: QWidget = self.password_card
        self.locked_fact = Fact("clock")
        self.locked_fact.hide()
        self.help_button = EdgeLink(self.tr("I can’t sign in"))
        self._build()
        self._connect()

    @property
    def person(self) -> Colleague | None:
        """Whoever is chosen, or None for somebody else."""
        tile = self.tiles.chosen_tile()
        return tile.person if tile is not None else None

    @cached_property
    def pin_card(self) -> PinCard:
        """Asks for the PIN of a locked program; made when there is one to ask for."""
        from ui.access.pin_card import PinCard  # noqa: PLC0415  (a start asks for no PIN)

        card = PinCard()
        card.hide()
        card.given.connect(self.pin_given)
        card.link_button.clicked.connect(self.password_wanted)
        self.cards.addWidget(card)
        return card

    @cached_property
    def unlisted_card(self) -> UnlistedCard:
        """Helps whoever is not on the list; made when somebody else is chosen."""
        card = UnlistedCard()
        card.hide()
        card.folder_button.clicked.connect(self.folder_wanted)
        self.cards.addWidget(card)
        return card

    @property
    def card(self) -> ProofCard:
        """The card that is asked with."""
        return self._asked if isinstance(self._asked, ProofCard) else self.password_card

    def show_entrance(self, entrance: Entrance) -> None:
        """Show who may sign in; keeps whoever was chosen."""
        kept = self.person
        self._entrance = entrance
        self.tiles.show_people(entrance.people)
        if kept is None or not self.tiles.choose(kept.slot_id):
            self.tiles.tiles[0].setChecked(True)

    def ask(self, *, pin: bool) -> None:
        """Ask the chosen person for a PIN or a password, or say what else can be done."""
        person = self.person
        if person is None:
            asked: QWidget = self.unlisted_card
        else:
            asked = proof = self.pin_card if pin else self.password_card
            proof.greet(person.first_name)
        was_typing = self._asked.isAncestorOf(self.focusWidget())
        asked.show()
        if was_typing and isinstance(asked, ProofCard):
            asked.take_focus()  # a card that hides would hand the keyboard to the link below
        self._asked.setVisible(self._asked is asked)
        self._asked = asked

    def let_choose_folder(self, allowed: bool) -> None:  # noqa: FBT001  (a state, as in Qt)
        """Offer another folder to whoever is not on the list, but not over a locked program."""
        if isinstance(self._asked, UnlistedCard):
            self._asked.folder_button.setVisible(allowed)

    def set_busy(self, words: str) -> None:
        """Hold still while a password is checked."""
        self.card.set_busy(words)
        self.tiles.setEnabled(not words)
        self.help_button.setEnabled(not words)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(self.tr("Who is working?"), "name"))
        column.addSpacing(3)
        column.addWidget(
            label(self.tr("Pick your name, or type the first letters."), "body", "text-2")
        )
        column.addSpacing(14)
        column.addWidget(self.tiles)
        column.addSpacing(16)
        self.cards.addWidget(self.password_card)
        column.addLayout(self.cards)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.locked_fact)
        foot.addStretch(1)
        foot.addWidget(self.help_button, alignment=Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        self.ask(pin=False)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.person_chosen)
        self.tiles.entered.connect(self._go_to_card)
        self.password_card.given.connect(self.password_given)
        self.help_button.clicked.connect(self.help_wanted)

    @Slot()
    def _go_to_card(self) -> None:
        if self.person is not None:
            self.card.take_focus()
        else:
            self.unlisted_card.folder_button.setFocus(Qt.FocusReason.TabFocusReason)
