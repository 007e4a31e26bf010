"""The lines of a child's timeline that are no visits, and what a signed note adds to a visit."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.day.therapist_day import ParentWords
from ot_desktop.day.timeline import GoalMetEntry, MessageEntry, ProgramEntry, ToldOfVisit
from ot_desktop.day_words import day_text
from ot_desktop.messages.domain import Message
from ot_desktop.notes.wording import TAUGHT_BACK
from ui.caseload.dated_line import DatedLine, wide_or_tall
from ui.shared.message_words import how_words
from ui.widgets.badge import Badge
from ui.widgets.facts_grid import breakable
from ui.widgets.label import label

Other = MessageEntry | ProgramEntry | GoalMetEntry


def line_of(entry: Other, today: date) -> DatedLine:
    """Return a message, a home program or a goal met as one line."""
    is_done = not isinstance(entry, MessageEntry)
    line = DatedLine(day_text(entry.at.date(), today), is_done=is_done)
    title, words, small = _words(entry)
    first = wide_or_tall()
    first.addWidget(label(breakable(title), "body-strong", wrap=True), 1)
    if isinstance(entry, MessageEntry) and (badge := _badge(entry.message)):
        first.addWidget(badge, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    line.words.addLayout(first)
    if words:
        line.words.addWidget(label(breakable(words), "body", "text-2", wrap=True))
    if small:
        line.words.addWidget(label(small, "small", "text-2", wrap=True))
    return line


def told_lines(told: ToldOfVisit | None) -> Iterator[QWidget]:
    """Yield what was done, the parent's own words, and what the parent showed."""
    if told is None:
        return
    if told.did:
        yield label(breakable(told.did), "body", "text-2", wrap=True)
    if told.said is not None:
        yield _quote(told.said)
    if told.taught_back is not None and told.taught_back.how is not None:
        how, did = _tr(TAUGHT_BACK[told.taught_back.how]).lower(), told.taught_back.did.strip()
        words = _tr("Teach-back: {0}").format(f"{how}. {did}" if did else how)
        yield label(breakable(words), "small", "text-2", wrap=True)


def _quote(said: ParentWords) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(9)
    bar = QFrame()
    bar.setProperty("quote", "true")
    bar.setFixedWidth(3)
    row.addWidget(bar)
    who = first_name(said.said_by) or _tr("Parent")
    row.addWidget(label(breakable(f"“{said.words}” {who}"), "body", wrap=True), 1)
    return made


def _words(entry: Other) -> tuple[str, str, str]:
    """Return a line's title, its sentence, and what stands small below."""
    if isinstance(entry, MessageEntry):
        return how_words(entry.message), entry.words, ""
    if isinstance(entry, GoalMetEntry):
        return _tr("Goal met: {0}").format(entry.statement), "", ""
    title = _tr("Home program given")
    if entry.minutes_a_day:
        title = _tr("Home program, {0} minutes a day").format(entry.minutes_a_day)
    printed = _tr("Printed, 1 page") if entry.pages == 1 else _tr("Printed, {0} pages")
    small = printed.format(entry.pages) if entry.pages else _tr("Not printed")
    return title, ", ".join(entry.activities), small


def _badge(message: Message) -> Badge | None:
    if message.waits_for_answer:
        return Badge(_tr("Open"), "info", "help")
    return Badge(_tr("Answered"), "neutral", "check") if message.is_question else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("timeline", words)
