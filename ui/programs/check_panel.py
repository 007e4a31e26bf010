"""The plain-language check beside the set-up: needed and possible, what is tight, what clashes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ot_desktop.programs.domain import SetUpCheck
from ui.programs.words import sessions_words
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller
from ui.widgets.symbol import Symbol

WIDTH = 300


class CheckPanel(QWidget):
    """Shows a ``SetUpCheck``."""

    def __init__(self) -> None:
        super().__init__()
        self.card = Card(self.tr("Does it fit?"))
        self.short_notice = Notice("danger", "alert-triangle")
        self.number_label = label("", "number")
        self.of_label = label("", "body", "text-2", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(8)
        self._build()
        theme().changed.connect(self._fit)
        self._fit()

    def show_check(self, check: SetUpCheck) -> None:
        """Show how many sessions are needed and possible, and what to look at."""
        self.number_label.setText(str(check.needed))
        words = self.tr("needed, {0} possible").format(check.possible)
        self.of_label.setText(words)
        self.bar.setRange(0, max(1, check.possible))
        self.bar.setValue(min(check.needed, check.possible))
        self.bar.setAccessibleName(f"{sessions_words(check.needed)} {words}")
        short = self.tr("{0} too many for the places there are.").format(
            sessions_words(check.short_by)
        )
        self.short_notice.say(short if check.short_by else "")
        empty(self._sentences)
        for sentence in check.contradictions:
            self._add(sentence, "alert-triangle", "danger-text")
        for sentence in check.sentences[1:]:
            self._add(sentence, "info-circle", "text-2")
        if not check.contradictions and not check.short_by and len(check.sentences) <= 1:
            self._add(self.tr("Nothing stands in the way."), "circle-check", "ok-text")

    def sentences(self) -> tuple[str, ...]:
        """Return what is said, to be read out."""
        return tuple(
            shown.accessibleName()
            for place in range(self._sentences.count())
            if (item := self._sentences.itemAt(place)) and (shown := item.widget()) is not None
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        column.addWidget(scroller(inside, name=self.tr("Does it fit?")))
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 0, 12)
        within.addWidget(self.card)
        within.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number_label)
        head.addWidget(self.of_label, 1)
        self.card.body.addLayout(head)
        self.card.add(self.bar)
        self.card.add(self.short_notice)
        self.card.body.addLayout(self._sentences)

    def _add(self, sentence: str, icon: str, tone: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 2, 0, 0)
        mark.addWidget(Symbol(icon, tone, 16))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addWidget(label(sentence, wrap=True), 1)
        line.setAccessibleName(sentence)
        self._sentences.addWidget(line)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
