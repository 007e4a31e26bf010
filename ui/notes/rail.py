"""The rail of a note: what is missing, what the family gets, the next visit, Sign."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.notes.completeness import OF_A_MISSED_VISIT, OF_A_VISIT, Missing, Part
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import NotePage
from ui.notes.part_button import PartButton
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import CheckBox
from ui.widgets.label import KeyCap, label
from ui.widgets.scrolling import scroller
from ui.widgets.symbol import Symbol

WIDTH = 246
_SECOND_MS = 1000


class Rail(QWidget):
    """Stays in sight while the columns scroll."""

    part_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {
            Part.WHO: self.tr("Who is here"),
            Part.AT_HOME: self.tr("Home since last time"),
            Part.SHOWN: self.tr("Shown today"),
            Part.TEACH_BACK: self.tr("Teach-back"),
            Part.GOALS: self.tr("Goals"),
            Part.DID: self.tr("Blank in what we did"),
            Part.PLAN: self.tr("Plan for next time"),
            Part.WHY_MISSED: self.tr("Why it was missed"),
            Part.CONTACT: self.tr("Planned contact"),
            Part.SAID: self.tr("Blank in what was said"),
        }
        self.part_buttons = {part: PartButton(name) for part, name in self._names.items()}
        self.cues = label("", "small", "text-2", wrap=True)
        self.program_box = CheckBox(self.tr("Make a home program next"))
        self.summary_box = CheckBox(self.tr("Print a summary for them"))
        self.next_visit = label("", "body")
        self.next_with = label("", "small", "text-2", wrap=True)
        self.elapsed = label("", "small", "text-2")
        self.sign_button = Button(self.tr("Sign note"), "primary", icon="signature", size="large")
        self.later_button = Button(self.tr("Sign later"), "link", size="small")
        self.signs_as = label("", "caption", "text-2", wrap=True)
        self.problem = label("", "small", "danger-text", wrap=True)
        self._seconds = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._build()
        self._clock.timeout.connect(self._tick)
        for button in self.part_buttons.values():
            button.clicked.connect(self._want_part)
        theme().changed.connect(self._fit)
        self._fit()

    def show_page(self, page: NotePage) -> None:
        """Show the next visit and how the person at the keyboard signs."""
        self._seconds = -1
        self._tick()
        coming = page.next_visit
        if coming is None:
            self.next_visit.setText(self.tr("None booked"))
            self.next_with.setText("")
        else:
            day = coming.starts.date()
            self.next_visit.setText(f"{day_text(day, today())}, {clock_text(coming.starts)}")
            who = first_name(coming.therapist)
            self.next_with.setText(f"{who}, {coming.room}" if coming.room else who)
        self.next_with.setVisible(bool(self.next_with.text()))
        self.sign_button.setEnabled(not page.signer.refusal)
        self._signs_line.setVisible(not page.signer.refusal)
        words = self.tr("signs as {0}")
        if page.signer.needs_cosign:
            words = self.tr("signs as {0}; a therapist co-signs")
        self.signs_as.setText(words.format(page.signer.as_text))
        self.show_problem(page.signer.refusal)

    def show_missing(self, content: NoteContent, missing: Iterable[Missing]) -> None:
        """Check off what is there."""
        lacking = {one.part for one in missing}
        goals = content.session.goals
        is_missed = content.missed is not None
        asked = OF_A_MISSED_VISIT if is_missed else OF_A_VISIT
        self._family.setVisible(not is_missed)
        for part, button in self.part_buttons.items():
            button.setVisible(part in asked or part in lacking)
            words = self._names[part]
            if part is Part.GOALS:
                answered = content.session.goals_answered
                words = self.tr("Goals, {0} of {1}").format(answered, len(goals))
            button.show_state(words, done=part not in lacking)
        cues = " ".join(f"“{cue.words}”" for cue in content.parent.cue_words)
        self.cues.setText(
            self.tr("{0} will be printed on the home program.").format(cues)
            if cues
            else self.tr("Words that worked are printed on the home program.")
        )

    @property
    def wants_summary(self) -> bool:
        """The family gets a summary once the note is signed; a missed visit has none."""
        return self.summary_box.isChecked() and not self._family.isHidden()

    def show_problem(self, sentence: str) -> None:
        """Say why the note was not signed; an empty sentence takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def showEvent(self, event: QShowEvent) -> None:
        """Count the time in the note."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        super().hideEvent(event)
        self._clock.stop()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        upper = QWidget()
        upper.setProperty("ground", "clear")
        cards = QVBoxLayout(upper)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        column.addWidget(scroller(upper), 1)
        for card in (self._before_card(), self._family_card(), self._next_card()):
            cards.addWidget(card)
        cards.addStretch(1)
        column.addWidget(self._sign_card())

    def _before_card(self) -> Card:
        card = Card(self.tr("Before you sign"))
        card.body.setSpacing(0)
        card.body.setContentsMargins(10, 0, 10, 10)
        for button in self.part_buttons.values():
            card.add(button)
        return card

    def _family_card(self) -> Card:
        self._family = Card(self.tr("For the family"))
        self._family.add(self.cues)
        self._family.add(self.program_box)
        self._family.add(self.summary_box)
        return self._family

    def _next_card(self) -> Card:
        card = Card(self.tr("Next visit"))
        card.body.setSpacing(2)
        card.add(self.next_visit)
        card.add(self.next_with)
        return card

    def _sign_card(self) -> Card:
        card = Card()
        time = QHBoxLayout()
        time.setSpacing(8)
        time.addWidget(Symbol("clock", "text-2", 15))
        time.addWidget(self.elapsed, 1)
        time.addWidget(self.later_button)
        card.body.addLayout(time)
        self.sign_button.setSizePolicy(self.sizePolicy().Policy.Expanding,
                                       self.sizePolicy().Policy.Fixed)  # fmt: skip
        card.add(self.sign_button)
        self._signs_line = QWidget()
        line = QHBoxLayout(self._signs_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(KeyCap("Ctrl Enter"), alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.signs_as, 1)
        card.add(self._signs_line)
        card.add(self.problem)
        after = self.tr("After signing, changes are added as an addendum.")
        card.add(label(after, "caption", "text-2", wrap=True))
        return card

    @Slot()
    def _want_part(self) -> None:
        sender = self.sender()
        part = next(part for part, button in self.part_buttons.items() if button is sender)
        self.part_wanted.emit(part)

    @Slot()
    def _tick(self) -> None:
        self._seconds += 1
        minutes, seconds = divmod(self._seconds, 60)
        words = self.tr("{0} s in this note").format(seconds)
        if minutes:  # shorter, so that the link beside it has room
            words = self.tr("{0} min {1} s").format(minutes, seconds)
        self.elapsed.setText(words)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
