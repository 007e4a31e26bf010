"""Step 4: what would be saved, in words; after that, what was saved."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.importing.domain import ReviewState
from ot_desktop.importing.outcome import ImportDone
from ot_desktop.importing.summary import ImportSummary
from ot_desktop.importing.therapists import MissingTherapist
from ui.importing.refusal import Refusal
from ui.importing.summary_words import saved_lines, summary_lines
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import CheckBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.scrolling import scroller
from ui.widgets.symbol import Symbol

_WIDEST = 760


class SummaryPanel(QWidget):
    """Rebuilt as a whole; the boxes a person ticked stay ticked."""

    save_wanted = Signal()
    undo_wanted = Signal()
    open_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, *, may_add_therapists: bool) -> None:
        super().__init__()
        self._may_add = may_add_therapists
        self._unticked: dict[str, bool] = {}
        self._missing: tuple[MissingTherapist, ...] = ()
        self._boxes: dict[str, CheckBox] = {}
        self.refusal = Refusal()
        self._content: QWidget | None = None
        self.undo_button: Button | None = None
        self.open_button: Button | None = None
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        row.addWidget(holder, 1)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.refusal)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroller(inside))

    def show_summary(self, summary: ImportSummary, missing: Sequence[MissingTherapist]) -> None:
        """Show what would be saved."""
        self._remember_ticks()
        self._missing = tuple(missing)
        column = self._fresh()
        card = Card(self.tr("What will happen"), icon="list-check")
        for icon, tint, words in summary_lines(summary):
            card.body.addLayout(_line(icon, tint, words))
        if summary.listed:
            card.add(self._save_button())
        column.addWidget(card)
        if summary.custody:
            column.addWidget(
                AlertBanner(
                    "warn",
                    self.tr("Custody sentences: {0}.").format(summary.custody),
                    self.tr(
                        "Each is shown under the child’s name on every screen until somebody "
                        "checks who may collect the child."
                    ),
                )
            )
        if not_asked := summary.allergies.get(ReviewState.NOT_ASKED, 0):
            column.addWidget(
                AlertBanner(
                    "info",
                    self.tr("Allergies not asked: {0} children.").format(not_asked),
                    self.tr("The file says nothing. They are marked “not asked”, never “none”."),
                    icon="help",
                )
            )
        if missing:
            column.addWidget(self._therapist_card(missing))
        column.addWidget(
            label(self.tr("Nothing is written before you press Import."), "body-strong", wrap=True)
        )

    def show_done(self, done: ImportDone) -> None:
        """Show what was saved, and the ways on."""
        column = self._fresh()
        card = Card(self.tr("The import is saved"), icon="circle-check")
        for icon, tint, words in saved_lines(done):
            card.body.addLayout(_line(icon, tint, words))
        self.open_button = Button(self.tr("Open caseload"), "primary", icon="users")
        self.undo_button = Button(self.tr("Take back this import"), icon="arrow-back-up")
        again = Button(self.tr("Import another file"))
        self.open_button.clicked.connect(self.open_wanted)
        self.undo_button.clicked.connect(self.undo_wanted)
        again.clicked.connect(self.again_wanted)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.open_button, self.undo_button, again):
            flow.addWidget(button)
        if done.listed:
            flow.addWidget(self._save_button())
        card.add(buttons)
        column.addWidget(card)
        self.open_button.setFocus()

    def therapists_to_add(self) -> tuple[MissingTherapist, ...]:
        """Return the therapists whose boxes are ticked."""
        ticked = {key for key, box in self._boxes.items() if box.isChecked()}
        return tuple(each for each in self._missing if each.key in ticked)

    def forget(self) -> None:
        """Begin anew with another file."""
        self._boxes = {}
        self._unticked = {}

    def _therapist_card(self, missing: Sequence[MissingTherapist]) -> Card:
        card = Card(self.tr("Therapists the clinic does not have yet"), icon="user-plus")
        if not self._may_add:
            names = ", ".join(each.name for each in missing)
            words = self.tr(
                "{0}. Ask the clinic’s owner to add them. Until then the name is kept in the "
                "children’s notes."
            ).format(names)
            card.add(label(words, wrap=True))
            return card
        words = self.tr(
            "Ticked ones are added and work when the clinic is open. The others are kept by name "
            "in the children’s notes."
        )
        card.add(label(words, "small", "text-2", wrap=True))
        for each in missing:
            name = ", ".join(filter(None, [each.name, each.credentials]))
            words = self.tr("Add {0} ({1} children)").format(name, each.children)
            ticked = self._unticked.get(each.key, each.looks_sure)
            box = CheckBox(words, checked=ticked)
            self._boxes[each.key] = box
            card.add(box)
        return card

    def _save_button(self) -> Button:
        button = Button(self.tr("Save the listed rows"), icon="file-export")
        button.clicked.connect(self.save_wanted)
        return button

    def _remember_ticks(self) -> None:
        self._unticked |= {key: box.isChecked() for key, box in self._boxes.items()}
        self._boxes = {}

    def _fresh(self) -> QVBoxLayout:
        self.refusal.say("")
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        self._column.insertWidget(1, self._content)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        return column


def _line(icon: str, tint: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(9)
    row.addWidget(Symbol(icon, tint, 18))
    row.addWidget(label(words, wrap=True), 1)
    return row
