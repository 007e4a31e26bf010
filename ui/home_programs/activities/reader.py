"""The panel at the right: one activity to read, how it stands, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.domain import ENGLISH, Entry
from ui.home_programs.activities.activities_delegate import badge_of
from ui.home_programs.activities.activities_table_model import grade_of
from ui.home_programs.activities.picture import PictureView
from ui.home_programs.activities.reading_words import ReadingWords
from ui.home_programs.activities.words import (
    about_words,
    ages_words,
    hazards_line,
    language_words,
    moment_words,
    routines_line,
)
from ui.home_programs.words import tr
from ui.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label, lead_label, show_leads
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller
from ui.widgets.segmented import SegmentedControl

_WIDTH = 350
_PICTURE_WIDTH = 220


class Reader(Card):
    """``wanted`` carries what is to be done: edit, copy, retire, bring-back, back, decide."""

    wanted = Signal(str)

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self._entry: Entry | None = None
        self._build()
        theme().changed.connect(self._fit)
        self._fit()

    def show_entry(self, entry: Entry, waiting: int = 0) -> None:
        """Show an activity; ``waiting`` programs have words of before."""
        self._entry = entry
        activity = entry.shown
        words, kind = badge_of(entry)
        self.badge.show_badge(words, kind or "neutral")
        self.title_label.setText(activity.words[ENGLISH].title or tr("No title yet"))
        self.picture.show_picture(activity)
        credit = activity.photo.credit_line if activity.photo else ""
        self.credit_label.setText(credit)
        self.credit_label.setVisible(bool(credit))
        self._show_facts(entry)
        self._show_languages(entry)
        self._show_standing(entry)
        self._show_deeds(entry)
        programs = tr("1 program has") if waiting == 1 else tr("{0} programs have")
        told = tr("{0} the words of before.").format(programs.format(waiting))
        self.waiting_notice.say(told if waiting and self._may_edit else "")
        self._area.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self._deeds())
        self.waiting_notice = Notice("warn", "history", action=tr("Decide"))
        if self.waiting_notice.button is not None:
            self.waiting_notice.button.clicked.connect(lambda: self.wanted.emit("decide"))
        column.addWidget(self.waiting_notice)
        self.picture = PictureView(_PICTURE_WIDTH)
        column.addWidget(self.picture)
        self.credit_label = label("", "caption", "text-2", wrap=True)
        column.addWidget(self.credit_label)
        column.addLayout(self._facts())
        self.languages = SegmentedControl(tr("Language"), small=True)
        self.languages.changed.connect(self._show_language)
        column.addWidget(self.languages, alignment=Qt.AlignmentFlag.AlignLeft)
        self.words = ReadingWords()
        column.addWidget(self.words)
        self.standing_label = label("", "small", "text-2", wrap=True)
        column.addWidget(self.standing_label)
        column.addStretch(1)
        self._area = scroller(inside, name=tr("The chosen activity"))
        self.body.addWidget(self._area)

    def _facts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        self.facts = [lead_label() for _ in range(6)]
        for fact in self.facts:
            column.addWidget(fact)
        return column

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.badge = Badge("", "neutral")
        column.addWidget(self.badge, alignment=Qt.AlignmentFlag.AlignLeft)
        self.title_label: QLabel = label("", "h2", wrap=True)
        column.addWidget(self.title_label)
        return column

    def _deeds(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        lines = (
            ("edit", tr("Edit"), "pencil", "E"),
            ("copy", tr("Copy"), "copy", "Ctrl D"),
            ("back", tr("Built-in words"), "arrow-back-up", ""),
            ("retire", tr("Take out"), "trash", ""),
            ("bring-back", tr("Bring back"), "restore", ""),
        )
        self.deeds: dict[str, Button] = {}
        for key, words, icon, keys in lines:
            button = Button(words, icon=icon, keys=keys, size="small")
            button.setObjectName(key)
            button.clicked.connect(self._want)
            flow.addWidget(button)
            self.deeds[key] = button
        if not self._may_edit:
            holder.hide()
        return holder

    def _show_facts(self, entry: Entry) -> None:
        activity = entry.shown
        often = tr("{0} times a week").format(activity.times_per_week)
        minutes = tr("{0}, {1}").format(activity.minutes, often)
        if activity.is_embedded:
            minutes = tr("{0}, part of the routine").format(minutes)
        facts = (
            (tr("Skill areas"), about_words(activity)),
            (tr("Routines"), routines_line(activity)),
            (tr("Ages"), ages_words(activity)),
            (tr("Minutes"), minutes),
            (tr("Reading grade"), f"{grade_of(entry):.1f}"),
            (tr("Hazards"), hazards_line(activity) or tr("None")),
        )
        for shown, fact in zip(self.facts, facts, strict=True):
            show_leads(shown, [fact])

    def _show_languages(self, entry: Entry) -> None:
        chosen = self.languages.chosen() if self.languages.keys() else ENGLISH
        self.languages.blockSignals(True)  # noqa: FBT003 -- Qt's own name for it
        self.languages.clear()
        for language in entry.shown.words:
            self.languages.add(language, language_words(language))
        self.languages.choose(chosen if chosen in entry.shown.words else ENGLISH)
        self.languages.blockSignals(False)  # noqa: FBT003  (a signal)
        self._show_language()

    @Slot()
    def _show_language(self) -> None:
        if self._entry is not None:
            language = self.languages.chosen() or ENGLISH
            self.words.show_words(self._entry.shown.words[language])

    def _show_standing(self, entry: Entry) -> None:
        lines: list[str] = []
        if (version := entry.approved) is not None and version.approved_at is not None:
            at = moment_words(version.approved_at)
            lines.append(tr("Approved by {0}, {1}.").format(version.approved_by, at))
        if entry.draft is not None:
            at = moment_words(entry.draft.written_at)
            told = tr("A draft by {0} of {1} waits. Families do not get it until it is approved.")
            lines.append(told.format(entry.draft.written_by, at))
        self.standing_label.setText("\n".join(lines))
        self.standing_label.setVisible(bool(lines))

    def _show_deeds(self, entry: Entry) -> None:
        retired = entry.retired_at is not None
        goes_back = entry.built_in is not None and entry.approved is not None
        self.deeds["back"].setVisible(goes_back)
        self.deeds["retire"].setVisible(not retired)
        self.deeds["bring-back"].setVisible(retired)
        words = tr("Go on with the draft") if entry.draft else tr("Edit")
        self.deeds["edit"].setText(words)

    @Slot()
    def _want(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName())

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(_WIDTH))
