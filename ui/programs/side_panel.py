"""What stands beside the week grid: a session's details, the score, clashes, who is missing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ot_desktop.programs.placement import Clash
from ui.programs.clash_card import ClashCard
from ui.programs.not_placed_card import NotPlacedCard
from ui.programs.proposals_card import ProposalsCard
from ui.programs.score_card import ScoreCard
from ui.programs.session_card import SessionCard
from ui.widgets.scrolling import smooth

_GAP = 10


class SidePanel(QScrollArea):
    """Cards in a column; the last one takes the room that is left. On low screens all scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.session_card = SessionCard()
        self.score_card = ScoreCard()
        self.clash_card = ClashCard()
        self.proposals_card = ProposalsCard()
        self.not_placed_card = NotPlacedCard()
        inside = QWidget()
        inside.setProperty("ground", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for card in (self.session_card, self.score_card, self.clash_card, self.proposals_card):
            column.addWidget(card)
        column.addWidget(self.not_placed_card, 1)
        smooth(self)
        self.setWidget(inside)
        self.session_card.opened.connect(self._make_room)
        self.session_card.closed.connect(self._make_room)

    def show_clashes(
        self, clashes: Sequence[Clash], can_undo: Callable[[Clash], bool], *, may_change: bool
    ) -> None:
        """Show what is in the way, unless a session is looked at closely."""
        self.clash_card.show_clashes(clashes, can_undo, may_change=may_change)
        self._make_room()

    def beside_bar(self) -> int:
        """Return the width a scroll bar takes just now."""
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() > 0 else 0

    @Slot()
    def _make_room(self) -> None:
        """Let a session that is looked at closely stand in the place of score and clashes."""
        is_open = self.session_card.block is not None
        self.score_card.setVisible(not is_open)
        self.clash_card.setVisible(not is_open and self.clash_card.has_clashes)
        self.proposals_card.setVisible(not is_open and self.proposals_card.has_proposals)
