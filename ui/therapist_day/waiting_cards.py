"""Beside my day: notes to finish, messages for me, home programs due."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.clock import now_local
from ot_desktop.day.therapist_day import MyVisit, ProgramDue, minutes_to_finish
from ot_desktop.day.therapist_desk import TherapistDesk
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.home_programs.program_page import CHANGE_AFTER_DAYS
from ot_desktop.messages.domain import Message
from ot_desktop.notes.note_page import UnfinishedNote
from ui.shared.ages import waited_text
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label
from ui.widgets.leaving import empty

_MOST = 3
_BAR = 10  # room for the scroll bar


class _Rows(Card):
    """The first few, and a link to all when there are more; ``all_wanted`` asks for them."""

    all_wanted = Signal()

    def __init__(self, title: str, icon: str) -> None:
        super().__init__(title, icon=icon)
        self.count_label = label("", "small", "text-2")
        self.head.addWidget(self.count_label)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(9)
        self.body.addLayout(self.rows)

    def fill(self, rows: Sequence[QWidget], count: int, nothing: str) -> None:
        """Show the rows, or the words where there are none."""
        empty(self.rows)
        for each in rows[:_MOST]:
            self.rows.addWidget(each)
        if not rows:
            self.rows.addWidget(label(nothing, "small", "text-2", wrap=True))
        if count > _MOST:
            more = Button(_tr("All {0}").format(count), "link", size="small")
            more.setAccessibleName(f"{more.text()}: {self.title.text()}")
            more.clicked.connect(self.all_wanted)
            self.rows.addWidget(more)
        self.count_label.setText(str(count) if count else "")


class UnfinishedCard(_Rows):
    """Oldest first, with age and how long each will take; ``note_wanted`` carries a visit."""

    note_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_tr("Unfinished notes"), "pencil")

    def show_notes(
        self, notes: Sequence[UnfinishedNote], coming: MyVisit | None, now: datetime
    ) -> None:
        """Show mine; when all are signed, who comes next."""
        rows = [self._row(each, now) for each in notes[:_MOST]]
        nothing = _tr("All notes signed.")
        if coming is not None and coming.session.starts > now:
            at = clock_text(coming.session.starts)
            nothing = _tr("All notes signed. Next child at {0}.").format(at)
        self.fill(rows, len(notes), nothing)

    def _row(self, note: UnfinishedNote, now: datetime) -> QWidget:
        minutes = _tr("{0} min").format(minutes_to_finish(note))
        age = waited_text(max(timedelta(0), note.age(now)))
        state = _tr("Not started") if note.note_id is None else _tr("Draft")
        if note.waits_for:
            state = _tr("To co-sign")
        words = _tr("{0}, {1} old, about {2}").format(state, age, minutes)
        verb = _tr("Write") if note.note_id is None else _tr("Finish")
        tone = "danger-text" if note.is_late else "text-2"
        session = note.session_id
        return _row(note.child_name, words, verb, lambda: self.note_wanted.emit(session), tone)


class MessagesCard(_Rows):
    """What my families wait for; ``child_wanted`` carries whose."""

    child_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_tr("Messages for me"), "message-2")

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show questions and promises, the oldest first."""
        rows = [self._row(each) for each in messages[:_MOST]]
        self.fill(rows, len(messages), _tr("Nobody waits for an answer."))

    def _row(self, message: Message) -> QWidget:
        words = message.said
        if message.open_promises:
            words = _tr("Promised: {0}").format(message.open_promises[0].what)
        child = message.child_id
        verb = _tr("Answer") if message.waits_for_answer else _tr("Open")
        return _row(message.child_name, words, verb, lambda: self.child_wanted.emit(child))


class ProgramsCard(_Rows):
    """Programs that clash, and children who come soon without a fresh one; carries whose."""

    program_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_tr("Home programs due"), "home-heart")

    def show_programs(self, due: Sequence[ProgramDue], now: datetime) -> None:
        """Show who comes first on top."""
        rows = [self._row(each, now) for each in due[:_MOST]]
        self.fill(rows, len(due), _tr("Every child who comes soon has one."))

    def _row(self, due: ProgramDue, now: datetime) -> QWidget:
        words = state = _state(due, now.date())
        if due.next_visit is not None:
            comes = due.next_visit.date()
            when = _tr("today") if comes == now.date() else day_text(comes, now.date())
            words = _tr("{0}, comes {1}").format(state.rstrip("."), when)
        child, verb = due.child_id, _tr("Change") if due.clash else _tr("Make")
        tone = "danger-text" if due.clash else "text-2"
        return _row(due.child_name, words, verb, lambda: self.program_wanted.emit(child), tone)


def _state(due: ProgramDue, day: date) -> str:
    if due.clash:
        return due.clash
    if due.ends_on is None:
        return _tr("None yet")
    if due.ends_on < day:
        return _tr("Ended {0}").format(day_text(due.ends_on, day))
    if due.starts_on and (day - due.starts_on).days > CHANGE_AFTER_DAYS:
        return _tr("Over 3 weeks, since {0}").format(day_text(due.starts_on, day))
    return _tr("Ends {0}").format(day_text(due.ends_on, day))


class WaitingColumn(QWidget):
    """The three under one another."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        self.unfinished, self.messages = UnfinishedCard(), MessagesCard()
        self.programs = ProgramsCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, _BAR, 0)
        column.setSpacing(12)
        for card in (self.unfinished, self.messages, self.programs):
            column.addWidget(card)
        column.addStretch(1)

    def reload(self, desk: TherapistDesk, visits: Sequence[MyVisit]) -> None:
        """Read what waits."""
        now = now_local()
        coming = next((each for each in visits if each.session.starts > now), None)
        self.unfinished.show_notes(desk.unfinished(), coming, now)
        self.messages.show_messages(desk.messages())
        self.programs.show_programs(desk.programs_due(), now)


def _row(
    name: str, words: str, verb: str, act: Callable[[], object], tone: str = "text-2"
) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    column = QVBoxLayout()
    column.setSpacing(0)
    title = ElidedLabel("body-strong", "text")
    title.show_text(name)
    column.addWidget(title)
    about = label(words, "small", tone, wrap=True)
    column.addWidget(about)
    row.addLayout(column, 1)
    button = Button(verb, size="small")
    button.setAccessibleName(f"{verb}: {first_name(name)}, {words}")
    button.clicked.connect(act)
    row.addWidget(button)
    return made


def _tr(words: str) -> str:
    return QCoreApplication.translate("therapist_day", words)
