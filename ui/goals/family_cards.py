"""What a family rates in its own words, and how it goes at home."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.day_words import dated
from ot_desktop.goals.copm import NOTABLE_LABEL, Change, Copm, Rater, Rating, is_notable
from ot_desktop.goals.words import NOT_KNOWN, change_words, signed
from ui.widgets.badge import Badge
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.label import label, rule


class CopmCard(Card):
    """Each problem with its own change first; the mean stands below, as it can hide a fall."""

    name_wanted = Signal()
    rate_wanted = Signal()
    end_wanted = Signal(int)

    def __init__(self, copm: Copm, *, may_write: bool) -> None:
        super().__init__(self.tr("What matters to the family"))
        self._may_write = may_write
        if not copm.problems:
            words = self.tr("Nothing named yet. Ask what is hard in their day, in their words.")
            self.add(label(words, "body", "text-2", wrap=True))
        for place, change in enumerate(copm.changes()):
            if place:
                self.add(rule())
            self._add_problem(change)
        self._add_mean(copm)
        if may_write:
            self._add_buttons(copm)

    def _add_problem(self, change: Change) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(f"“{change.problem.words}”", "body-strong", wrap=True), 1)
        if is_notable(change.performance) or is_notable(change.satisfaction):
            row.addWidget(Badge(NOTABLE_LABEL, "ok", "trending-up"))
        if self._may_write:
            name = self.tr("Take off the list: {0}").format(change.problem.words)
            close = IconButton("x", name, size="small")
            close.clicked.connect(partial(self.end_wanted.emit, change.problem.id))
            row.addWidget(close)
        self.add(line)
        self.add(label(_rated(change), "small", "text-2", wrap=True))

    def _add_mean(self, copm: Copm) -> None:
        if copm.rater is None:
            return
        last = copm.assessments[-1]
        who = self.tr("the child") if last.rater is Rater.CHILD else last.said_by
        talk = self.tr("Last rated {0} by {1}.").format(dated(last.rated_on), who)
        mean = copm.mean_change()
        if mean is not None:
            told = self.tr("Mean change: performance {0}, satisfaction {1}.")
            talk = f"{talk} {told.format(*(change_words(each) for each in mean))}"
        self.add(rule())
        self.add(label(talk, "small", "text-2", wrap=True))

    def _add_buttons(self, copm: Copm) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.name_button = Button(self.tr("Name a problem"), icon="plus", size="small")
        self.name_button.clicked.connect(self.name_wanted)
        row.addWidget(self.name_button)
        self.rate_button = Button(self.tr("Rate 1 to 10"), icon="chart-bar", size="small")
        self.rate_button.clicked.connect(self.rate_wanted)
        row.addWidget(self.rate_button)
        self.rate_button.setVisible(bool(copm.problems))
        row.addStretch(1)
        self.add(holder)


def _rated(change: Change) -> str:
    first, last = change.first, change.last
    if first is None or last is None:
        return "Not rated yet."
    return (
        f"{_both('Performance', first.performance, _end(change, last, 'performance'))} "
        f"{_both('Satisfaction', first.satisfaction, _end(change, last, 'satisfaction'))}"
    )


def _end(change: Change, last: Rating, what: str) -> int | None:
    return int(getattr(last, what)) if change.is_rated_again else None


def _both(name: str, first: int, last: int | None) -> str:
    if last is None:
        return f"{name} {first}, change {NOT_KNOWN}."
    return f"{name} {first} to {last}, change {signed(last - first)}."
