"""What is still to be asked about a new child; each step opens where it is answered."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ot_desktop.caseload.new_child import CheckedStep, FirstStep
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.symbol import Symbol


class NewChildCard(Card):
    """``wanted`` carries the ``FirstStep`` whose button was pressed."""

    wanted = Signal(object)

    def __init__(self, steps: Sequence[CheckedStep], may: Callable[[FirstStep], bool]) -> None:
        done = sum(each.is_done for each in steps)
        title = _tr("New child: {0} of {1} done").format(done, len(steps))
        super().__init__(title, icon="list-check")
        self.setObjectName("new child")
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self.buttons: dict[FirstStep, Button] = {}
        for each in steps:
            rows.addLayout(self._row(each, may_do=may(each.step)))
        self.body.addLayout(rows)

    def _row(self, each: CheckedStep, *, may_do: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        tint = "ok-text" if each.is_done else "text-3"
        row.addWidget(Symbol("circle-check" if each.is_done else "circle-dashed", tint, 16))
        words, does = self._words(each.step)
        tone = "text-2" if each.is_done else "text"
        row.addWidget(label(words, "body", tone, wrap=True), 1)
        if may_do and not each.is_done:
            button = Button(does, "link", size="small")
            button.setAccessibleName(f"{does}: {words}")
            button.clicked.connect(partial(self.wanted.emit, each.step))
            row.addWidget(button)
            self.buttons[each.step] = button
        return row

    def _words(self, step: FirstStep) -> tuple[str, str]:
        return {
            FirstStep.ALERTS: (self.tr("Allergies and precautions asked"), self.tr("Ask")),
            FirstStep.CONTACTS: (self.tr("Two contacts"), self.tr("Add")),
            FirstStep.MINUTES: (self.tr("Minutes a day for practice"), self.tr("Ask")),
            FirstStep.GOAL: (self.tr("One goal"), self.tr("Add")),
            FirstStep.CONSENT: (self.tr("A consent on file"), self.tr("Add")),
        }[step]


def _tr(words: str) -> str:
    return QCoreApplication.translate("NewChildCard", words)
