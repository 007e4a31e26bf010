"""What happened with a child, newest first, with what was planned last on top."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.day.timeline import Entry, Timeline, VisitEntry
from ot_desktop.day_words import day_text, weekday
from ui.caseload.session_line import SessionLine
from ui.caseload.timeline_lines import line_of, told_lines
from ui.widgets.card import PADDING, Card
from ui.widgets.chip import ChipGroup
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.symbol import Symbol

ALL, NOTES, PARENT = "all", "notes", "parent"
LINES_A_TURN = 2  # of the event loop, so that no turn is felt; the rest follows at once
_A_WEEK = 7


class TimelineCard(Card):
    """``note_wanted`` and ``visit_opened`` carry a session's id."""

    note_wanted = Signal(int)
    visit_opened = Signal(int)

    def __init__(self, timeline: Timeline, sessions: int, today: date) -> None:
        super().__init__(_tr("Timeline"), action=_tr("All {0}").format(sessions))
        self._timeline = timeline
        self._today = today
        self._waiting: Iterator[Entry] = iter(())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._add_lines)
        if self.action_button is not None:
            self.action_button.setAccessibleName(_tr("All {0} sessions").format(sessions))
        self.chips = ChipGroup(_tr("Part of the timeline"), one=True)
        for key, words in ((ALL, _tr("All")), (NOTES, _tr("Notes")), (PARENT, _tr("Parent"))):
            self.chips.add(key, words)

    def show_part(self, part: str) -> None:
        """Fill the card, once it is in its place, with all of it or one part."""
        if self._timeline.tells_all:
            self.chips.choose((part,))
            self.chips.changed.connect(self._fill)
            self.chips.setContentsMargins(PADDING, 0, PADDING, 8)
            self.body.addWidget(self.chips)
        column = self.add_column()
        column.setContentsMargins(PADDING, 0, PADDING, 8)
        column.setSpacing(6)
        if self._timeline.plan:
            column.addWidget(_plan_box(self._timeline, self._today))
        column.addLayout(self._lines)
        column.addStretch(1)
        self._fill()

    @property
    def part(self) -> str:
        """Which part is shown."""
        return next(iter(self.chips.chosen()), ALL)

    @Slot()
    def _fill(self) -> None:
        empty(self._lines)
        entries = self._entries()
        if not entries:
            is_parent = self.part == PARENT
            words = _tr("Nothing from the family yet.") if is_parent else _tr("No session yet.")
            self._lines.addWidget(label(words, "body", "text-2"))
        self._waiting = iter(entries)
        self._add_lines()

    def _entries(self) -> Sequence[Entry]:
        parts = {NOTES: self._timeline.of_notes, PARENT: self._timeline.of_parent}
        return parts.get(self.part, self._timeline.latest)

    @Slot()
    def _add_lines(self) -> None:
        """Show the next entries, and go on once these are painted."""
        turn = tuple(islice(self._waiting, LINES_A_TURN))
        for entry in turn:
            self._lines.addWidget(self._line(entry))
        if len(turn) == LINES_A_TURN:
            self._next.start()

    def _line(self, entry: Entry) -> QWidget:
        if not isinstance(entry, VisitEntry):
            return line_of(entry, self._today)
        line = SessionLine(
            entry.session,
            self._today,
            may_see_notes=self._timeline.tells_all,
            told=told_lines(entry.told),
            is_done=entry.is_done,
        )
        line.note_wanted.connect(self.note_wanted)
        line.visit_opened.connect(self.visit_opened)
        return line


def _plan_box(timeline: Timeline, today: date) -> QFrame:
    box = QFrame()
    box.setProperty("card", "plan")
    column = QVBoxLayout(box)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(3)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Symbol("list-check", "accent-text"), alignment=Qt.AlignmentFlag.AlignTop)
    head.addWidget(label(_plan_title(timeline, today), "body-strong", "accent-text", wrap=True), 1)
    column.addLayout(head)
    for number, line in enumerate(timeline.plan, start=1):
        column.addWidget(label(f"{number}.  {line}", "body", wrap=True))
    return box


def _plan_title(timeline: Timeline, today: date) -> str:
    on = timeline.plan_from or today
    if on == today:
        return _tr("Plan for the next visit, from today’s note")
    is_near = 0 <= (today - on).days < _A_WEEK
    words = _tr("Plan for today, from {0}’s note")
    if not timeline.is_for_today:
        words = _tr("Plan for the next visit, from {0}’s note")
    if not is_near:
        words = words.replace("{0}’s note", "the note of {0}")
    return words.format(weekday(on) if is_near else day_text(on, today))


def _tr(words: str) -> str:
    return QCoreApplication.translate("timeline", words)
