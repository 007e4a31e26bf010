"""A session looked at closely: the child's alerts, when and where, what stands in its way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.board import Block
from ot_desktop.programs.placement import Level, Remark
from ui.shared.alert_strip import AlertStrip
from ui.visits.grid_words import number_words, state_words
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.leaving import empty

_TONES = {Level.STOP: "danger-text", Level.WARN: "warn-text"}


class SessionCard(Card):
    """Hidden until a session is opened; Esc closes it. Signals carry the block."""

    move_wanted = Signal(object)
    lock_wanted = Signal(object)
    take_out_wanted = Signal(object)
    propose_wanted = Signal(object)
    child_wanted = Signal(int)
    opened = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("-")
        self.block: Block | None = None
        self.may_propose = False
        self.close_button = IconButton("x", self.tr("Close details"), size="small")
        self.head.addWidget(self.close_button)
        self.alert_strip = AlertStrip(stacked=True)
        self.body.addWidget(self.alert_strip)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        self.body.addLayout(self._facts)
        self.move_button = Button(self.tr("Move"), size="small", keys="M")
        self.lock_button = Button(self.tr("Lock"), size="small", keys="L")
        self.take_out_button = Button(self.tr("Take out"), size="small", keys="Del")
        self.propose_button = Button(self.tr("Propose a swap"), size="small")
        self.child_button = Button(self.tr("Open child"), "link", size="small")
        row = FlowLayout(gap=6)
        for button in (*self._verbs(), self.propose_button):
            row.addWidget(button)
        row.addWidget(self.child_button)
        self.body.addLayout(row)
        self.close_button.clicked.connect(self.close_card)
        self.move_button.clicked.connect(lambda: self.move_wanted.emit(self.block))
        self.lock_button.clicked.connect(lambda: self.lock_wanted.emit(self.block))
        self.take_out_button.clicked.connect(lambda: self.take_out_wanted.emit(self.block))
        self.propose_button.clicked.connect(lambda: self.propose_wanted.emit(self.block))
        self.child_button.clicked.connect(self._open_child)
        self.hide()

    def show_session(
        self, block: Block, child: ChildPage, remarks: Sequence[Remark], *, may_change: bool
    ) -> None:
        """Show one session and the child's alerts."""
        self.block = block
        self.title.setText(block.child_name)
        self.alert_strip.show_alerts(child, today())
        empty(self._facts)
        self._facts.addWidget(FactsGrid(self._facts_of(block)))
        for remark in remarks:
            if remark.level is not Level.FITS:
                tone = _TONES.get(remark.level, "text-2")
                self._facts.addWidget(label(remark.text, "small", tone, wrap=True))
        self.lock_button.setText(self.tr("Unlock") if block.is_locked else self.tr("Lock"))
        self.lock_button.updateGeometry()
        stays = block.is_weekly or block.is_history
        for button in self._verbs():
            button.setVisible(may_change and not stays)
        self.propose_button.setVisible(self.may_propose and not stays)
        self.show()
        self.opened.emit()

    @Slot()
    def close_card(self) -> None:
        """Go away."""
        if self.block is not None:
            self.block = None
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def _verbs(self) -> tuple[Button, Button, Button]:
        return self.move_button, self.lock_button, self.take_out_button

    def _facts_of(self, block: Block) -> list[tuple[str, str]]:
        times = self.tr("{0} to {1}").format(clock_text(block.starts), clock_text(block.ends))
        facts = [
            (self.tr("Day"), long_day(block.starts.date())),
            (self.tr("Time"), times),
            (self.tr("With"), block.therapist_name),
            (self.tr("Room"), block.room_name),
        ]
        if session := number_words(block):
            facts.append((self.tr("Session"), session))
        if states := state_words(block):
            facts.append((self.tr("State"), ", ".join(states)))
        return facts

    def _open_child(self) -> None:
        if self.block is not None:
            self.child_wanted.emit(self.block.child_id)
