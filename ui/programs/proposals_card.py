"""What therapists propose for the plan: to be decided by whoever plans, seen by who proposed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import day_text
from ot_desktop.programs.proposing import Answer, Proposal
from ui.widgets.badge import Badge, BadgeKind
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty

_MOST_ANSWERED = 3
_KINDS: dict[Answer | None, BadgeKind] = {
    None: "info",
    Answer.ACCEPTED: "ok",
    Answer.DECLINED: "warn",
}


class ProposalsCard(Card):
    """Hidden while there is nothing to read. Signals carry the proposal."""

    accept_wanted = Signal(object)
    decline_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    try_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("-")
        self._entries = QVBoxLayout()
        self._entries.setSpacing(8)
        self.body.addLayout(self._entries)
        self._shown: tuple[tuple[Proposal, ...], bool] = ((), False)
        self.hide()

    @property
    def has_proposals(self) -> bool:
        """Whether there is something to show."""
        return bool(self._shown[0])

    def show_proposals(
        self, proposals: Sequence[Proposal], *, user_id: int, may_change: bool
    ) -> None:
        """Show what is open, and of the own ones what became of the latest."""
        waiting = [each for each in proposals if each.is_open]
        answered = [
            each
            for each in proposals
            if each.proposer_id == user_id and each.answer in {Answer.ACCEPTED, Answer.DECLINED}
        ]
        shown = (*waiting, *answered[:_MOST_ANSWERED])
        if (shown, may_change) == self._shown:
            return
        self._shown = (shown, may_change)
        count = len(waiting)
        words = self.tr("1 proposal") if count == 1 else self.tr("{0} proposals").format(count)
        self.title.setText(words if count else self.tr("Your proposals"))
        empty(self._entries)
        for place, proposal in enumerate(shown):
            if place:
                self._entries.addWidget(rule())
            is_own = proposal.proposer_id == user_id
            entry = self._entry(proposal, is_own=is_own, may_change=may_change)
            self._entries.addWidget(entry)
            entry.show()  # now: Qt shows what comes later a moment later

    def _entry(self, proposal: Proposal, *, is_own: bool, may_change: bool) -> QWidget:
        entry = QFrame()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(proposal.text, "small", wrap=True))
        who = self.tr("You") if is_own else proposal.proposed_by
        when = day_text(wall_time(proposal.proposed_at).date(), today())
        words = self.tr("{0}, {1}: “{2}”").format(who, when, proposal.why)
        column.addWidget(label(words, "small", "text-2", wrap=True))
        if proposal.is_open and proposal.stop:
            column.addWidget(label(proposal.stop, "small", "warn-text", wrap=True))
        if is_own and not may_change:
            column.addWidget(Badge(self._answer_words(proposal), _KINDS[proposal.answer]))
        if proposal.answer_reason:
            words = self.tr("{0}: “{1}”").format(proposal.answered_by, proposal.answer_reason)
            column.addWidget(label(words, "small", "text-2", wrap=True))
        buttons = self._buttons(proposal, is_own=is_own, may_change=may_change)
        if buttons:
            row = FlowLayout(gap=6)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
        return entry

    def _answer_words(self, proposal: Proposal) -> str:
        return {
            None: self.tr("Waits for an answer"),
            Answer.ACCEPTED: self.tr("Accepted"),
            Answer.DECLINED: self.tr("Declined"),
        }[proposal.answer]

    def _buttons(self, proposal: Proposal, *, is_own: bool, may_change: bool) -> list[Button]:
        if not proposal.is_open:
            return []
        verbs = []
        if may_change:
            if not proposal.stop:
                verbs.append((self.tr("Accept"), self.accept_wanted))
                verbs.append((self.tr("Try"), self.try_wanted))
            verbs.append((self.tr("Decline"), self.decline_wanted))
        elif is_own:
            verbs.append((self.tr("Withdraw"), self.withdraw_wanted))
        made = []
        for place, (words, wanted) in enumerate(verbs):
            primary = may_change and not proposal.stop and not place
            button = Button(words, "primary" if primary else "standard", size="small")
            button.setAccessibleName(self.tr("{0}: {1}").format(words, proposal.text))
            button.clicked.connect(partial(wanted.emit, proposal))
            made.append(button)
        return made
