"""What is going to be placed, who is left out and why, and how long to look."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.programs.domain import ProgramChild
from ui.programs.words import children_words, sessions_words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice
from ui.widgets.segmented import SegmentedControl

_TIMES = (10, 30, 60)


class BeforeCard(Card):
    """``children_wanted`` and ``set_up_wanted`` lead to what has to be put right first."""

    children_wanted = Signal()
    set_up_wanted = Signal()

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__(self.tr("What is placed"))
        self.words_label = label("", wrap=True)
        self.left_out = Notice("warn", "clock", action=self.tr("Ask for times"))
        self._contradictions = QVBoxLayout()
        self._contradictions.setSpacing(6)
        self.rules_button = Button(self.tr("Relax a rule"), icon="adjustments")
        self.time_control = SegmentedControl(self.tr("Look for at most"))
        for seconds in _TIMES:
            self.time_control.add(str(seconds), self.tr("{0} s").format(seconds))
        self.time_control.choose(str(_TIMES[-1]))
        self.add(self.words_label)
        self.add(self.left_out)
        self.body.addLayout(self._contradictions)
        self.add(self.rules_button)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(self.tr("Look for at most"), "body", "text-2"))
        row.addWidget(self.time_control)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.add(holder)
        holder.setVisible(may_plan)
        if self.left_out.button is not None:
            self.left_out.button.clicked.connect(self.children_wanted)
        self.rules_button.clicked.connect(self.set_up_wanted)
        self.rules_button.hide()

    def seconds(self) -> int:
        """Return how long to look for a plan at most."""
        return int(self.time_control.chosen())

    def show_children(
        self, children: Sequence[ProgramChild], ready: Sequence[ProgramChild]
    ) -> None:
        """Say how many are placed, and who cannot be."""
        sessions = sessions_words(sum(each.sessions_wanted for each in ready))
        words = self.tr("{0} with {1}.").format(children_words(len(ready)), sessions)
        self.words_label.setText(words if ready else self.tr("No child can be placed yet."))
        missing = [each.short_name for each in children if each not in ready]
        told = self.tr("Left out, their times are missing: {0}").format(", ".join(missing))
        self.left_out.say(told if missing else "")

    def say_contradictions(self, contradictions: Sequence[str]) -> None:
        """Say which Musts cannot hold together."""
        empty(self._contradictions)
        for sentence in contradictions:
            notice = Notice("danger", "alert-triangle")
            self._contradictions.addWidget(notice)
            notice.say(sentence)
        self.rules_button.setVisible(bool(contradictions))
