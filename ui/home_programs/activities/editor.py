"""Writes one activity: facts at the left, English and Spanish side by side, kept as a draft."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.activities.checking import Remark, hints, problems
from ot_desktop.home_programs.activities.domain import (
    ENGLISH,
    LANGUAGES,
    NO_WORDS,
    Entry,
    blank,
    with_words,
)
from ot_desktop.home_programs.activities.service import ActivityLibrary
from ot_desktop.home_programs.domain import Activity
from ui.asking import Asker
from ui.home_programs.activities.changes_dialog import ask_about_changes
from ui.home_programs.activities.editor_head import EditorHead
from ui.home_programs.activities.fact_fields import FactFields
from ui.home_programs.activities.picture_box import PictureBox
from ui.home_programs.activities.word_fields import ORDER, WordFields
from ui.home_programs.words import tr
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import rule
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller
from ui.widgets.shortcut import FINISH, bind

QUIET_MS = 800
_FACTS_WIDTH = 300
_TOP = Qt.AlignmentFlag.AlignTop


class Editor(QWidget):
    """``closed`` carries the key of what was written; ``told`` what was done."""

    closed = Signal(str)
    told = Signal(str, object)

    def __init__(self, library: ActivityLibrary, asker: Asker) -> None:
        super().__init__()
        self._library = library
        self._asker = asker
        self._activity: Activity | None = None
        self._entry: Entry | None = None
        self._seen: datetime | None = None
        self._is_checking = False  # from the first try to approve on
        self._faulty: list[Field | None] = []
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._connect()

    def start(self, activity: Activity) -> None:
        """Begin a new activity; it is kept from the first letter on."""
        self._begin(activity, None)

    def open(self, entry: Entry) -> None:
        """Go on with an activity's draft, or begin one from its words."""
        self._begin(entry.edited, entry)

    def take_focus(self) -> None:
        """Put the keyboard into the title."""
        self.languages[ENGLISH].fields["title"].editor.setFocus()

    def flush(self) -> bool:
        """Save what is not saved; False when it could not be."""
        self._timer.stop()
        typed = self._typed()
        if typed is None or typed == self._activity:
            return True
        try:
            self._entry = self._library.save_draft(typed, self._seen)
        except ClinicError as refusal:
            self._say(str(refusal), can_copy=True)
            return False
        self._take_saved(self._entry)
        return True

    @Slot()
    def leave(self) -> None:
        """Keep the draft and go back to the library."""
        if self.flush():
            self.closed.emit(self._entry.key if self._entry else "")

    def _begin(self, activity: Activity, entry: Entry | None) -> None:
        self._activity, self._entry = activity, entry
        self._seen = entry.draft.written_at if entry and entry.draft else None
        self._is_checking = False
        self._say("")
        self.facts.show_activity(activity)
        self.picture.show_activity(activity, self._library.entries())
        for language, fields in self.languages.items():
            fields.show_problems(())
            fields.show_words(activity.words.get(language, NO_WORDS))
        self.head.show_entry(entry)
        self._show_hints(activity)
        self._area.verticalScrollBar().setValue(0)

    def _typed(self) -> Activity | None:
        """Return the activity as it is on screen; None before one is opened."""
        if self._activity is None:
            return None
        typed = self.picture.put_on(self.facts.put_on(self._activity))
        for language, fields in self.languages.items():
            typed = with_words(typed, language, fields.words())
        return typed

    def _take_saved(self, entry: Entry) -> None:
        draft = entry.draft
        if draft is not None and self._activity is not None:
            self._activity = draft.activity
            self._seen = draft.written_at
            self.picture.show_activity(draft.activity, self._library.entries())
        self.head.show_entry(entry)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = EditorHead()
        column.addWidget(self.head)
        self.notice = Notice("danger", "alert-circle", action=tr("Keep mine as a copy"))
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._facts_card())
        row.addWidget(self._words_card(), 1)
        column.addLayout(row, 1)

    def _facts_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        self.picture = PictureBox(self._asker)
        column.addWidget(self.picture)
        column.addWidget(rule())
        self.facts = FactFields()
        column.addWidget(self.facts, 1)
        card.add(scroller(inside), 1)
        self._facts = card
        self._fit()
        theme().changed.connect(self._fit)
        return card

    def _words_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        self.languages = {language: WordFields(language, self) for language in LANGUAGES}
        for column, fields in enumerate(self.languages.values()):
            grid.setColumnStretch(column, 1)
            grid.addWidget(fields.head, 0, column, _TOP)
            for row, name in enumerate(ORDER, start=1):
                grid.addWidget(fields.fields[name], row, column, _TOP)
        grid.setRowStretch(len(ORDER) + 1, 1)
        self._area = scroller(inside)
        card.add(self._area, 1)
        return card

    def _connect(self) -> None:
        self._timer.timeout.connect(self.flush)
        self.facts.changed.connect(self._note_change)
        self.picture.changed.connect(self._note_change)
        for fields in self.languages.values():
            fields.changed.connect(self._note_change)
        self.head.back_button.clicked.connect(self.leave)
        self.head.approve_button.clicked.connect(self._approve)
        self.head.aside_button.clicked.connect(self._put_aside)
        if self.notice.button is not None:
            self.notice.button.clicked.connect(self._keep_as_copy)
        bind(self, FINISH, self._approve)

    @Slot()
    def _note_change(self) -> None:
        typed = self._typed()
        if typed is None or typed == self._activity:
            return
        for fields in self.languages.values():
            fields.measure()
        self._show_hints(typed)
        if self._is_checking:
            self._show_problems(problems(typed))
        self.head.show_unsaved()
        self._timer.start()

    def _show_hints(self, typed: Activity) -> None:
        found = hints(typed)
        self.facts.show_hints(found)
        for fields in self.languages.values():
            fields.show_hints(found)

    def _show_problems(self, found: tuple[Remark, ...]) -> None:
        self.facts.show_problems(found)
        self._faulty = [fields.show_problems(found) for fields in self.languages.values()]
        count = len(found)
        words = tr("1 thing is missing.") if count == 1 else tr("{0} things are missing.")
        self._say(words.format(count) if found else "")

    def _go_to_first_problem(self) -> None:
        first = next((field for field in self._faulty if field is not None), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, first))

    @Slot()
    def _approve(self) -> None:
        if not self.flush() or self._entry is None or self._activity is None:
            return
        found = problems(self._activity)
        self._is_checking = True
        self._show_problems(found)
        self._go_to_first_problem()
        if found or self._entry.draft is None:
            return
        answer = ask_about_changes(self._library, self._entry, self._activity, self._asker.window)
        if answer is None:
            return
        try:
            self._library.approve(self._entry.key, answer)
        except ClinicError as refusal:
            self._say(str(refusal))
            return
        undo = partial(self._library.put_back, self._entry)
        self.told.emit(tr("Approved. Families can be given it now."), undo)
        self.closed.emit(self._entry.key)

    def _say(self, words: str, *, can_copy: bool = False) -> None:
        self.notice.say(words)
        if self.notice.button is not None:
            self.notice.button.setVisible(can_copy)

    @Slot()
    def _keep_as_copy(self) -> None:
        """Keep what is typed as an activity of its own: somebody else has changed the draft."""
        self._activity, self._entry, self._seen = blank(), None, None
        self._say("")
        self.flush()

    @Slot()
    def _put_aside(self) -> None:
        self._timer.stop()
        entry = self._entry
        if entry is not None and entry.draft is not None:
            draft = entry.draft.activity
            self._library.drop_draft(entry.key)
            self.told.emit(tr("Draft put aside."), lambda: self._library.save_draft(draft))
        self._activity = None
        self.closed.emit(entry.key if entry and entry.in_force else "")

    @Slot()
    def _fit(self) -> None:
        self._facts.setFixedWidth(theme().px(_FACTS_WIDTH))
