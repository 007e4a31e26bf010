"""What stands beside the week grid: a session's details, the score, clashes, who is missing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.programs.clash_card import ClashCard
from ui.programs.not_placed_card import NotPlacedCard
from ui.programs.score_card import ScoreCard
from ui.programs.session_card import SessionCard

_GAP = 10


class SidePanel(QWidget):
    """Cards in a column; the last one takes the room that is left."""

    def __init__(self) -> None:
        super().__init__()
        self.session_card = SessionCard()
        self.score_card = ScoreCard()
        self.clash_card = ClashCard()
        self.not_placed_card = NotPlacedCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for card in (self.session_card, self.score_card, self.clash_card):
            column.addWidget(card)
        column.addWidget(self.not_placed_card, 1)
