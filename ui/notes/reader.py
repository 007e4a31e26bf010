"""A signed note, to read: who signed when, the text, what was added, and adding to it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.notes.note_page import NotePage, SignedAddendum
from ot_desktop.notes.soap import note_sections
from ui.shared.ages import day_text
from ui.theme import theme
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.side_panel import scroller
from ui.widgets.text_area import TextArea

_WIDTH = 900  # longer lines are hard to read


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
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._build()
        self.add_button.clicked.connect(self._want)

    def show_page(self, page: NotePage) -> None:
        """Show the text as signed, then everything that was added."""
        for widget in (*self.texts, self.signed_by):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.texts = []
        self._show_signature(page)
        for title, lines in note_sections(page.content):
            self._put(title, "\n".join(lines))
        for addendum in page.addenda:
            self._put(self.tr("Addendum"), addendum.body, self._signed(addendum))
        self._add_card.setVisible(not page.signer.refusal)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say why the addendum was not added."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "clear")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(20, 0, 20, 12)
        outer.setSpacing(12)
        outer.addLayout(self._column)
        self._add_card = Card(self.tr("Add to this note"))
        self._add_card.add(self.addendum_area)
        self._add_card.add(self.problem)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.add_button)
        kept = self.tr("The signed text stays as it is; both are printed.")
        line.addWidget(label(kept, "small", "text-2", wrap=True), 1)
        self._add_card.body.addLayout(line)
        outer.addWidget(self._add_card)
        outer.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroller(inside))
        inside.setMaximumWidth(theme().px(_WIDTH))

    def _show_signature(self, page: NotePage) -> None:
        if page.signature is None:
            return
        at = page.signature.at.astimezone()
        written = day_text(at.date(), page.visit.starts.date())
        when = f"{at:%H:%M}" if at.date() == page.visit.starts.date() else f"{written} {at:%H:%M}"
        lead = self.tr("Signed by {0}, {1}.").format(page.signature.as_text, when)
        kept = self.tr("It can no longer be changed; add to it below.")
        self.signed_by = AlertBanner("ok", lead, kept, "signature")
        self._column.addWidget(self.signed_by)

    def _signed(self, addendum: SignedAddendum) -> str:
        at = addendum.signed_at.astimezone()
        when = f"{at:%b} {at.day}, {at.year}, {at:%H:%M}"
        return self.tr("Signed by {0}, {1}").format(addendum.signed_as, when)

    def _put(self, title: str, text: str, signed: str = "") -> None:
        card = Card(title)
        words = label(text, "body", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add(words)
        if signed:
            card.add(label(signed, "caption", "text-2"))
        self._column.addWidget(card)
        self.texts.append(card)

    @Slot()
    def _want(self) -> None:
        self.addendum_wanted.emit(self.addendum_area.toPlainText())
