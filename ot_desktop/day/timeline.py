"""What happened with a child, newest first: visits, messages, home programs, goals met."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.goals import Goal
from ot_desktop.clock import now_local, wall_time
from ot_desktop.day.therapist_day import ParentWords, parent_words
from ot_desktop.home_programs.program_page import GivenProgram
from ot_desktop.messages.domain import Message
from ot_desktop.messages.service import MessageService
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import LastNote
from ot_desktop.notes.over_time import OverTime
from ot_desktop.notes.parent_part import TaughtBack, TeachBack
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ot_desktop.work import Work

MOST_ENTRIES = 12
PLAN_LINES = 3
_LONGEST = 120
_TOOK_PLACE = (SessionStatus.HELD, SessionStatus.CUT_SHORT)


@dataclass(frozen=True, slots=True)
class ToldOfVisit:
    """What the signed note of a visit tells in three lines."""

    did: str = ""
    said: ParentWords | None = None
    taught_back: TeachBack | None = None


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """A visit; ``told`` None without a signed note, or for who may not read notes."""

    at: datetime
    session: ScheduledSession
    told: ToldOfVisit | None = None

    @property
    def is_done(self) -> bool:
        """Say whether it took place."""
        return self.session.note_signed or self.session.status in _TOOK_PLACE

    @property
    def is_of_parent(self) -> bool:
        """Say whether it tells something of the family."""
        return self.told is not None and bool(self.told.said or self.told.taught_back)


@dataclass(frozen=True, slots=True)
class MessageEntry:
    """Something said with the family; ``words`` are its first."""

    at: datetime
    message: Message
    words: str


@dataclass(frozen=True, slots=True)
class ProgramEntry:
    """A home program the family was given; ``pages`` 0: never printed."""

    at: datetime
    minutes_a_day: str
    activities: tuple[str, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class GoalMetEntry:
    """A goal on the day it was met."""

    at: datetime
    statement: str


Entry = VisitEntry | MessageEntry | ProgramEntry | GoalMetEntry


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries newest first, and what the last signed note planned.

    ``is_for_today`` says that a visit of today still has no signed note.
    """

    entries: tuple[Entry, ...] = ()
    plan: tuple[str, ...] = ()
    plan_from: date | None = None
    is_for_today: bool = False
    tells_all: bool = False

    @property
    def latest(self) -> tuple[Entry, ...]:
        """The latest of every kind."""
        return self.entries[:MOST_ENTRIES]

    @property
    def of_notes(self) -> tuple[Entry, ...]:
        """The latest visits and goals met."""
        kept = (VisitEntry, GoalMetEntry)
        return tuple(one for one in self.entries if isinstance(one, kept))[:MOST_ENTRIES]

    @property
    def of_parent(self) -> tuple[Entry, ...]:
        """The latest the family said, did, or was given."""
        return tuple(one for one in self.entries if _is_of_parent(one))[:MOST_ENTRIES]


class Timelines:
    """Puts together what the other features know, one question to each; writes nothing."""

    def __init__(self, work: Work, over_time: OverTime, messages: MessageService) -> None:
        self._work = work
        self._over_time = over_time
        self._messages = messages

    def of_child(
        self,
        child: ChildPage,
        sessions: Sequence[ScheduledSession],
        programs: Iterable[GivenProgram] = (),
    ) -> Timeline:
        """Return a child's timeline; who may not read notes sees the visits alone."""
        now = now_local()
        visits = _latest(each for each in sessions if each.starts.date() <= now.date())
        if not self._work.user.may(Permission.SEE_NOTES):
            return Timeline(tuple(VisitEntry(each.starts, each) for each in visits))
        notes = self._over_time.latest_notes(child.id, now, MOST_ENTRIES)
        entries: list[Entry] = [*_visits(visits, notes), *_goals_met(child.goals)]
        entries += [_program(each) for each in programs][:MOST_ENTRIES]
        if self._work.user.may(Permission.SEE_MESSAGES):
            said = self._messages.of_child(child.id, MOST_ENTRIES)
            entries += [_message(each) for each in said]
        last = next(iter(notes.values()), None)
        lines = tuple(line.strip() for line in last.plan if line.strip()) if last else ()
        return Timeline(
            entries=tuple(sorted(entries, key=_moment, reverse=True)),
            plan=lines[:PLAN_LINES],
            plan_from=last.on if last else None,
            is_for_today=any(_waits(each, now.date()) for each in visits),
            tells_all=True,
        )


def _latest(sessions: Iterable[ScheduledSession]) -> list[ScheduledSession]:
    return sorted(sessions, key=lambda each: each.starts, reverse=True)[:MOST_ENTRIES]


def _moment(entry: Entry) -> datetime:
    return entry.at


def _waits(session: ScheduledSession, day: date) -> bool:
    is_today = session.starts.date() == day
    return is_today and session.status.takes_time and not session.note_signed


def _is_of_parent(entry: Entry) -> bool:
    if isinstance(entry, VisitEntry):
        return entry.is_of_parent
    return isinstance(entry, MessageEntry | ProgramEntry)


def _visits(
    sessions: Iterable[ScheduledSession], notes: Mapping[int, LastNote]
) -> Iterable[VisitEntry]:
    for each in sessions:
        note = notes.get(each.id)
        yield VisitEntry(each.starts, each, _told(note) if note else None)


def _told(note: LastNote) -> ToldOfVisit:
    shown = note.content.parent.teach_back
    was_shown = shown.how not in {None, TaughtBack.NOT_TODAY}
    said = next(iter(parent_words(note)), None)
    return ToldOfVisit(_done(note.content), said, shown if was_shown else None)


def _done(content: NoteContent) -> str:
    """Say in one sentence what was done, or why the visit did not take place."""
    if content.missed is not None:
        return _first_words(content.missed.why)
    did = content.session.did
    words = _first_words(did.text)
    titles = ", ".join(each.title for each in did.activities if each.title not in words)
    return _first_words(". ".join(filter(None, (titles, words))))


def _first_words(text: str) -> str:
    """Return the first line, cut between two words where it is long."""
    line = next((each.strip() for each in text.splitlines() if each.strip()), "")
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:. ')} …"


def _message(message: Message) -> MessageEntry:
    return MessageEntry(wall_time(message.at), message, _first_words(message.said))


def _program(program: GivenProgram) -> ProgramEntry:
    return ProgramEntry(
        at=wall_time(program.issued_at),
        minutes_a_day=program.minutes_a_day,
        activities=tuple(each.title for each in program.activities),
        pages=max((each.pages for each in program.papers), default=0),
    )


def _goals_met(goals: Iterable[Goal]) -> Iterable[GoalMetEntry]:
    for each in goals:
        if each.met_on is not None:
            yield GoalMetEntry(datetime.combine(each.met_on, time.max), each.statement)
