"""Who has no place yet: why, and what would help."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import initials
from ot_desktop.programs.placement import Fix, FixKind, NotPlaced
from ui.programs.words import children_words, sessions_words
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty
from ui.widgets.symbol import Symbol

_AT_ONCE = {FixKind.PLACE, FixKind.MOVE}


class NotPlacedCard(Card):
    """``fix_wanted`` carries the fix to make; ``try_wanted`` one to look at in the grid first."""

    fix_wanted = Signal(object)
    try_wanted = Signal(object)

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__(self.tr("Not placed"))
        self._may_plan = may_plan
        self.count_label = label("", "body", "text-2")
        self.head.addWidget(self.count_label)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_missing(self, missing: Sequence[NotPlaced]) -> None:
        """Show everybody who is missing sessions."""
        empty(self._rows)
        if not missing:
            self.count_label.setText("")
            self._rows.addWidget(self._nobody())
            return
        sessions = sum(each.missing for each in missing)
        children = len({each.child_id for each in missing})
        self.count_label.setText(f"{sessions_words(sessions)}, {children_words(children)}")
        for place, each in enumerate(missing):
            if place:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(each))

    def _nobody(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Symbol("circle-check", "ok-text", 18))
        row.addWidget(label(self.tr("Every session has a place."), wrap=True), 1)
        return line

    def _row(self, missing: NotPlaced) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(8)
        given, _, family = missing.child_name.rpartition(" ")
        head.addWidget(Avatar(initials(given, family), None, size=22))
        head.addWidget(label(missing.child_name, "body-strong"))
        head.addWidget(label(self._numbers(missing), "body", "text-2", wrap=True), 1)
        column.addLayout(head)
        for reason in missing.reasons:
            column.addWidget(label(reason, "small", wrap=True))
        for fix in missing.fixes if self._may_plan else ():
            column.addLayout(self._fix(missing, fix))
        return row

    def _fix(self, missing: NotPlaced, fix: Fix) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(fix.text, "small", wrap=True), 1)
        at_once = fix.kind in _AT_ONCE
        button = Button(self.tr("Place") if at_once else self.tr("Try"), size="small")
        words = self.tr("{0} {1}: {2}")
        button.setAccessibleName(words.format(button.text(), missing.child_name, fix.text))
        told = self.fix_wanted if at_once else self.try_wanted
        button.clicked.connect(partial(told.emit, fix))
        line.addWidget(button)
        return line

    def _numbers(self, missing: NotPlaced) -> str:
        if not missing.numbers:
            return f"{missing.kind_name}, {sessions_words(missing.missing)}"
        numbers = ", ".join(str(each) for each in missing.numbers)
        words = self.tr("session {0}") if len(missing.numbers) == 1 else self.tr("sessions {0}")
        return f"{missing.kind_name}, {words.format(numbers)}"
