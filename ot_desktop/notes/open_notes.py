"""One window at a time writes in a note; what another one typed is kept beside it."""

import platform
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.queries import open_notes as queries
from ot_desktop.clock import now_utc, wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.notes.domain import NoteContent, from_json, to_json

BEAT_EVERY = timedelta(seconds=20)
GONE_AFTER = timedelta(seconds=60)

# Which run of the program this is. The clinic's lock file keeps two of one computer apart, so a
# note that another run on this computer has open was left by one that crashed.
_PROGRAM = secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class OpenedElsewhere:
    """Who writes in a note now, and since when."""

    who: str
    since: datetime

    def sentence(self) -> str:
        """Return what a person is told."""
        return (
            f"{self.who} has this note open since {clock_text(wall_time(self.since))}. Read only."
        )


@dataclass(frozen=True, slots=True)
class KeptText:
    """What somebody typed while the note was open elsewhere, or signed."""

    id: int
    session_id: int
    who: str
    saved_at: datetime
    content: NoteContent


@dataclass(frozen=True, slots=True)
class _Opened:
    opened_in: str
    who: str
    program: str
    computer: str
    since: datetime
    beat_at: datetime

    def is_alive(self, now: datetime) -> bool:
        is_left_over = self.computer == platform.node() and self.program != _PROGRAM
        return not is_left_over and now - self.beat_at < GONE_AFTER


def elsewhere(session_id: int, window: str) -> OpenedElsewhere | None:
    """Return who has a session's note open in another window that is still there."""
    found = queries.opened(session_id, _Opened)
    if found is None or found.opened_in == window or not found.is_alive(now_utc()):
        return None
    return OpenedElsewhere(found.who, found.since)


def take(session_id: int, window: str, user_id: int) -> OpenedElsewhere | None:
    """Let this window write in the note, or return who does; inside a transaction."""
    if (other := elsewhere(session_id, window)) is not None:
        return other
    now = now_utc()
    if not queries.beat(session_id, window, now):
        queries.open_note(
            {
                "session": session_id,
                "opened_in": window,
                "user": user_id,
                "program": _PROGRAM,
                "computer": platform.node(),
                "since": now,
                "beat_at": now,
            }
        )
    return None


def keep_beside(session_id: int, content: NoteContent, window: str, user_id: int) -> None:
    """Keep what this window typed beside the note; inside a transaction."""
    queries.keep_text(
        {
            "session": session_id,
            "typed_in": window,
            "user": user_id,
            "content": to_json(content),
            "saved_at": now_utc(),
        }
    )


def kept_texts(session_id: int) -> tuple[KeptText, ...]:
    """Return what was typed beside a note and not put together with it yet."""

    def build(*, content: str, **columns: object) -> KeptText:
        return KeptText(content=from_json(content), **columns)  # type: ignore[arg-type]  # column names are the fields' names

    return tuple(queries.kept_texts(session_id, build))
