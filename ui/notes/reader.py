"""A note to read: who signed when, the text, what was added, and adding to it."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import wall_time
from ot_desktop.day_words import clock_text, dated, day_text
from ot_desktop.notes.merging import new_words
from ot_desktop.notes.note_page import NotePage, Signature, SignedAddendum
from ot_desktop.notes.open_notes import KeptText
from ot_desktop.notes.soap import note_sections
from ui.notes.action_banner import ActionBanner
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
    cosign_wanted = Signal()
    print_wanted = Signal()
    summary_wanted = Signal()
    refresh_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.signed_by: AlertBanner | None = None
        self.banners: list[AlertBanner] = []
        self.cosign_button: Button | None = None
        self.summary_button: Button | None = None
        self.offers_summary = False
        self.added: KeptText | None = None
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
        for widget in (*self.texts, *self.banners):
            take_away(widget)
        self.texts, self.banners = [], []
        self.signed_by = self.cosign_button = self.summary_button = None
        self._keep_unsent(page.visit.id)
        self._show_state(page)
        parts = note_sections(page.content)
        for number, (title, lines) in enumerate(parts):
            side = self._left if number < len(parts) // 2 else self._right
            side.addWidget(self._card(title, "\n".join(lines)))
        for addendum in page.addenda:
            words = self._signed(addendum)
            self._right.addWidget(self._card(self.tr("Addendum"), addendum.body, words))
        self._add_card.setVisible(page.is_signed and not page.signer.refusal)
        self.show_problem("")

    def take_focus(self) -> None:
        """Let the keys scroll: in the addendum's field a letter would be text, not a shortcut."""
        self._scroll.setFocus()

    def finish(self) -> None:
        """Co-sign what waits for it, or sign what was added."""
        if self.cosign_button is not None and not self.addendum_area.toPlainText().strip():
            self.cosign_wanted.emit()
        elif not self._add_card.isHidden():
            self._want()

    def add_words(self, kept: KeptText) -> None:
        """Put words kept beside the note into the addendum that is being written."""
        self.added = kept
        words = "\n".join(filter(None, (self.addendum_area.toPlainText(), new_words(kept.content))))
        self.addendum_area.replace_all(words)
        self.addendum_area.setFocus()

    def forget_added(self) -> None:
        """Empty the field: what it held was signed."""
        self.added = None
        self.addendum_area.clear()

    def show_problem(self, sentence: str) -> None:
        """Say why the addendum was not added."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _keep_unsent(self, session_id: int) -> None:
        """Words typed under one note never turn up under another, and are not thrown away."""
        if self._shown is not None:
            self._unsent[self._shown] = self.addendum_area.toPlainText()
        if session_id != self._shown:
            self.added = None
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

    def _show_state(self, page: NotePage) -> None:
        """Say who signed, who co-signed and what is not as it should be."""
        if not page.is_untouched:
            lead = self.tr("This text is not what was signed.")
            self._put(AlertBanner("danger", lead, self.tr("Tell the clinic’s owner.")))
        if page.read_only:
            verb = self.tr("Refresh")
            banner = ActionBanner("info", page.read_only, "", verb, icon="lock")
            banner.button.clicked.connect(self.refresh_wanted)
            self._put(banner)
        if page.signature is not None:
            self.signed_by = self._signed_banner(page, page.signature)
            self._put(self.signed_by)
        if page.co_signing is not None:
            lead = self.tr("Waits for {0} to co-sign.").format(page.co_signing.waits_for)
            if page.co_signing.refusal:
                self._put(AlertBanner("warn", lead, page.co_signing.refusal, "signature"))
            else:
                waits = ActionBanner("warn", lead, "", self.tr("Co-sign"), icon="signature")
                waits.button.clicked.connect(self.cosign_wanted)
                self.cosign_button = waits.button
                self._put(waits)

    def _signed_banner(self, page: NotePage, signature: Signature) -> AlertBanner:
        visit_day = page.visit.starts.date()
        lead = self.tr("Signed by {0}, {1}.").format(signature.as_text, _when(signature, visit_day))
        words = []
        if page.co_signature is not None:
            cosigned = page.co_signature
            said = self.tr("Co-signed by {0}, {1}.")
            words.append(said.format(cosigned.as_text, _when(cosigned, visit_day)))
        if page.written_late_on is not None:
            late = self.tr("Late entry: visit of {0}, written {1}.")
            words.append(late.format(dated(visit_day), dated(page.written_late_on)))
        words.append(self.tr("It can no longer be changed; add to it below."))
        banner = ActionBanner("ok", lead, " ".join(words), self.tr("Print"), icon="signature")
        banner.button.clicked.connect(self.print_wanted)
        layout = banner.layout()
        if self.offers_summary and page.content.missed is None and layout is not None:
            self.summary_button = Button(self.tr("Summary for the family"), size="small")
            self.summary_button.clicked.connect(self.summary_wanted)
            layout.addWidget(self.summary_button)
        return banner

    def _put(self, banner: AlertBanner) -> None:
        self.banners.append(banner)
        self._top.addWidget(banner)

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


def _when(signature: Signature, visit_day: date) -> str:
    at = wall_time(signature.at)
    when = clock_text(at)
    return when if at.date() == visit_day else f"{day_text(at.date(), visit_day)} {when}"
