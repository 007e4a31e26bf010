"""The card that asks for the PIN of a program that is locked."""

from ui.access.cards import EdgeLink, ProofCard
from ui.widgets.pin_edit import PinEdit

_HEIGHT = 52


class PinCard(ProofCard):
    """Only while the program runs and is locked; the sixth digit signs in."""

    def __init__(self) -> None:
        pin = PinEdit(self.tr("Your 6-digit PIN"))
        super().__init__(self.tr("Your 6-digit PIN"), pin, pin, _HEIGHT)
        self._row.setStretch(0, 0)
        self._row.insertStretch(1, 1)
        self.pin = pin
        self.link_button = EdgeLink(self.tr("Use password instead"))
        self._head.addWidget(self.link_button)
        self.note.set_hint(
            self.tr("5 tries, then your password is needed. What you typed is kept.")
        )
        pin.completed.connect(self._give)
