"""What waits with whom: an owner's counts of unfinished notes, a row for each therapist."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ot_desktop.notes.note_page import Queue, UnfinishedNote


@dataclass(frozen=True, slots=True)
class WriterCount:
    """How many notes wait for somebody, by queue; ``oldest`` is the age of the oldest."""

    who: str
    notes: tuple[UnfinishedNote, ...]
    oldest: timedelta

    def count(self, queue: Queue) -> int:
        """Return how many notes wait in a queue."""
        return sum(note.queue is queue for note in self.notes)

    @property
    def late(self) -> int:
        """How many are older than the clinic wants."""
        return sum(note.is_late for note in self.notes)


def waits_with(note: UnfinishedNote) -> str:
    """Return whose turn it is: the one who co-signs, or the one who writes."""
    return note.waits_for or note.writer


def counts_by_writer(notes: Iterable[UnfinishedNote], now: datetime) -> tuple[WriterCount, ...]:
    """Return the counts, whoever has the oldest note first."""
    by_name: dict[str, list[UnfinishedNote]] = defaultdict(list)
    for note in notes:
        by_name[waits_with(note)].append(note)
    counts = (
        WriterCount(who, tuple(theirs), max(note.age(now) for note in theirs))
        for who, theirs in by_name.items()
    )
    return tuple(sorted(counts, key=lambda each: (-each.oldest, each.who)))
