"""What cannot stay as it is: each clash in one sentence, with a button for each way out."""

import re
from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ot_desktop.programs.placement import Clash
from ui.programs.not_placed_item import AT_ONCE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import lead_label, rule, set_tone
from ui.widgets.leaving import empty
from ui.widgets.symbol import Symbol

MOST_SHOWN = 2
_WHEN = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[^.:;]{0,16}?\d{1,2}:\d\d")


class ClashCard(Card):
    """The panel hides it while nothing is in the way. Signals carry a fix or the clash."""

    fix_wanted = Signal(object)
    show_wanted = Signal(object)
    undo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("-")
        self.setProperty("card", "danger")
        self.head.insertWidget(0, Symbol("alert-triangle", "danger-text", 15))
        set_tone(self.title, "danger-text")
        self.more_button = Button("", "link", size="small")
        self.more_button.clicked.connect(self._show_all)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(8)
        self.body.addLayout(self._entries)
        self.body.addWidget(self.more_button)
        self._shown: list[tuple[Clash, bool]] = []
        self._shows_all = self._may_change = False
        self.hide()

    @property
    def has_clashes(self) -> bool:
        """Whether there is something to show."""
        return bool(self._shown)

    def show_clashes(
        self, clashes: Sequence[Clash], can_undo: Callable[[Clash], bool], *, may_change: bool
    ) -> None:
        """Show what is in the way; only who may change the plan gets the buttons."""
        shown = [(clash, can_undo(clash)) for clash in clashes]
        if (shown, may_change) == (self._shown, self._may_change):
            return
        self._shown, self._may_change = shown, may_change
        self.title.setText(self._title())
        self._fill()

    def _title(self) -> str:
        count = len(self._shown)
        own = any(is_own for _clash, is_own in self._shown)
        words = self.tr("1 clash") if count == 1 else self.tr("{0} clashes").format(count)
        return self.tr("{0} from your moves").format(words) if own else words

    def _fill(self) -> None:
        empty(self._entries)
        shown = self._shown if self._shows_all else self._shown[:MOST_SHOWN]
        for place, (clash, is_own) in enumerate(shown):
            if place:
                self._entries.addWidget(rule())
            entry = self._entry(clash, is_own=is_own)
            self._entries.addWidget(entry)
            entry.show()  # now: Qt shows what comes later a moment later
        left = len(self._shown) - len(shown)
        self.more_button.setText(self.tr("Show {0} more").format(left))
        self.more_button.setVisible(left > 0)

    def _entry(self, clash: Clash, *, is_own: bool) -> QWidget:
        entry = QFrame()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        words = lead_label()
        words.setProperty("type", "small")
        words.setText(with_bold_times(clash.text))
        column.addWidget(words)
        row = FlowLayout(gap=6)
        for button in self._buttons(clash, is_own=is_own):
            row.addWidget(button)
        column.addLayout(row)
        return entry

    def _buttons(self, clash: Clash, *, is_own: bool) -> list[Button]:
        made = []
        if self._may_change:
            for place, fix in enumerate(clash.fixes):
                words = fix.text if fix.kind in AT_ONCE else self.tr("Try: {0}").format(fix.text)
                button = Button(words, "standard" if place else "primary", size="small")
                button.clicked.connect(lambda _on=False, fix=fix: self.fix_wanted.emit(fix))
                made.append(button)
        show = Button(self.tr("Show"), size="small")
        show.clicked.connect(lambda: self.show_wanted.emit(clash))
        made.append(show)
        if self._may_change and is_own:
            undo = Button(self.tr("Undo"), size="small")
            undo.clicked.connect(lambda: self.undo_wanted.emit(clash))
            made.append(undo)
        return made

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()


def with_bold_times(text: str) -> str:
    """Return safe rich text in which day and time stand out: **Wed at 9:00**."""
    return _WHEN.sub(lambda found: f"<b>{found[0]}</b>", escape(text))
