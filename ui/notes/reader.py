"""A signed note, to read: who signed when, the text, what was added, and adding to it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import wall_time
from ot_desktop.day_words import clock_text, dated, day_text
from ot_desktop.notes.note_page import NotePage, SignedAddendum
from ot_desktop.notes.soap import note_sections
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import take_away
from ui.widgets.scrolling import scroller
from ui.widgets.text_area import TextArea


class NoteReader(QWidget):
    """``addendum_wanted`` carries what was written under the note."""

    addendum_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.signed_by: AlertBanner | None = None
        self.texts: list[QWidget] = []
        self.addendum_area = TextArea(self.tr("Addendum"), self.tr("What you want to add"), lines=3)
        self.add_button = Button(self.tr("Sign addendum"), "primary", icon="signature")
        self.problem = label("", "small", "danger-text", wrap=True)
        self._add_card = Card(self.tr("Add to this note"))
        self._unsent: dict[int, str] = {}
        self._shown: int | None = None
        self._top, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._build()
        self.add_button.clicked.connect(self._want)

    def show_page(self, page: NotePage) -> None:
        """Show the text as signed, then everything that was added."""
        for widget in (*self.texts, self.signed_by):
            if widget is not None:
                take_away(widget)
        self.texts = []
        self._keep_unsent(page.visit.id)
        self._show_signature(page)
        parts = note_sections(page.content)
        for number, (title, lines) in enumerate(parts):
            side = self._left if number < len(parts) // 2 else self._right
            side.addWidget(self._card(title, "\n".join(lines)))
        for addendum in page.addenda:
            words = self._signed(addendum)
            self._right.addWidget(self._card(self.tr("Addendum"), addendum.body, words))
        self._add_card.setVisible(not page.signer.refusal)
        self.show_problem("")

    def take_focus(self) -> None:
        """Let the keys scroll: in the addendum's field a letter would be text, not a shortcut."""
        self._scroll.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why the addendum was not added."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _keep_unsent(self, session_id: int) -> None:
        """Words typed under one note never turn up under another, and are not thrown away."""
        if self._shown is not None:
            self._unsent[self._shown] = self.addendum_area.toPlainText()
        if session_id != self._shown:
            self.addendum_area.setPlainText(self._unsent.get(session_id, ""))
        self._shown = session_id

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "clear")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(20, 0, 20, 12)
        outer.setSpacing(12)
        outer.addLayout(self._top)
        self._fill_add_card()
        halves = QHBoxLayout()
        halves.setSpacing(12)
        for side in (self._left, self._right):
            side.setSpacing(12)
            half = QVBoxLayout()
            half.setSpacing(12)
            half.addLayout(side)
            if side is self._right:
                half.addWidget(self._add_card)
            half.addStretch(1)
            halves.addLayout(half, 1)
        outer.addLayout(halves)
        outer.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = scroller(inside, name=self.tr("Signed note"))
        column.addWidget(self._scroll)

    def _fill_add_card(self) -> None:
        self._add_card.add(self.addendum_area)
        self._add_card.add(self.problem)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.add_button)
        kept = self.tr("The signed text stays as it is; both are printed.")
        line.addWidget(label(kept, "small", "text-2", wrap=True), 1)
        self._add_card.body.addLayout(line)

    def _show_signature(self, page: NotePage) -> None:
        if page.signature is None:
            return
        at = wall_time(page.signature.at)
        visit_day = page.visit.starts.date()
        when = clock_text(at)
        if at.date() != visit_day:
            when = f"{day_text(at.date(), visit_day)} {when}"
        lead = self.tr("Signed by {0}, {1}.").format(page.signature.as_text, when)
        kept = self.tr("It can no longer be changed; add to it below.")
        self.signed_by = AlertBanner("ok", lead, kept, "signature")
        self._top.addWidget(self.signed_by)

    def _signed(self, addendum: SignedAddendum) -> str:
        at = wall_time(addendum.signed_at)
        when = f"{dated(at)}, {clock_text(at)}"
        return self.tr("Signed by {0}, {1}").format(addendum.signed_as, when)

    def _card(self, title: str, text: str, signed: str = "") -> Card:
        card = Card(title)
        words = label(text, "body", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add(words)
        if signed:
            card.add(label(signed, "caption", "text-2"))
        self.texts.append(card)
        return card

    @Slot()
    def _want(self) -> None:
        self.addendum_wanted.emit(self.addendum_area.toPlainText())
