"""What a note's queue and its visit are called."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.notes.note_page import Queue, UnfinishedNote


def _tr(words: str) -> str:
    return QCoreApplication.translate("notes", words)


def queue_words() -> Mapping[Queue, str]:
    """Return the queues in the order a note goes through them."""
    return {
        Queue.NOT_STARTED: _tr("Not started"),
        Queue.DRAFT: _tr("Draft"),
        Queue.TO_SIGN: _tr("To sign"),
        Queue.TO_COSIGN: _tr("To co-sign"),
        Queue.NO_VISIT: _tr("No held visit"),
    }


def state_words(note: UnfinishedNote) -> str:
    """Return what a note waits for, and what does not fit the visit."""
    words = _note_words(note)
    visit = visit_words(note.status)
    return f"{words}; {visit}" if visit and note.note_id is not None else words


def _note_words(note: UnfinishedNote) -> str:
    if note.queue is Queue.NOT_STARTED:
        return _tr("Not started")
    if note.queue is Queue.TO_COSIGN:
        return _tr("{0} co-signs").format(note.waits_for)
    if note.queue is Queue.NO_VISIT:
        return _tr("Signed")
    if note.queue is Queue.TO_SIGN:
        return _tr("Ready to sign")
    if note.missing == 1:
        return _tr("Draft, 1 part missing")
    return _tr("Draft, {0} parts missing").format(note.missing)


def when_text(at: datetime) -> str:
    """Return a moment like “Wed, Nov 25 4:00”."""
    return f"{day_text(at.date(), today())} {clock_text(at)}"


def visit_words(status: str) -> str:
    """Return why a note has no held visit, or nothing."""
    if status in ("held", "cut_short", "arrived"):
        return ""
    if status == "no_show":
        return _tr("no-show")
    if status.startswith("cancelled"):
        return _tr("visit cancelled")
    return _tr("visit taken back") if status == "withdrawn" else _tr("visit not marked held")
