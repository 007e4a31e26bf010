"""Which window has a note open, and what was typed in another one meanwhile."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from db.models.access import User
from db.models.notes import KeptText, OpenNote
from db.rows import Row, fetch, fetch_one

Columns = dict[str, Any]


def opened(session_id: int, build: Callable[..., Row]) -> Row | None:
    """Return who has a session's note open, or None."""
    query = (
        OpenNote.select(
            OpenNote.opened_in,
            User.name.alias("who"),
            OpenNote.program,
            OpenNote.computer,
            OpenNote.since,
            OpenNote.beat_at,
        )
        .join(User, on=OpenNote.user == User.id)
        .where(OpenNote.session == session_id)
    )
    return fetch_one(query, build)


def open_note(columns: Columns) -> None:
    """Say that a window has a note open; whoever had it before no longer has."""
    OpenNote.delete().where(OpenNote.session == columns["session"]).execute()
    OpenNote.insert(columns).execute()


def beat(session_id: int, opened_in: str, at: datetime) -> bool:
    """Say that a window still has a note open; tell whether it really has."""
    mine = (OpenNote.session == session_id) & (OpenNote.opened_in == opened_in)
    return bool(OpenNote.update(beat_at=at).where(mine).execute() == 1)


def close_notes(opened_in: str) -> None:
    """Say that a window has no note open any more."""
    OpenNote.delete().where(OpenNote.opened_in == opened_in).execute()


def keep_text(columns: Columns) -> None:
    """Keep what a window typed; later words of the same window replace its earlier ones."""
    earlier = (
        (KeptText.session == columns["session"])
        & (KeptText.typed_in == columns["typed_in"])
        & KeptText.settled_at.is_null()
    )
    later = {name: columns[name] for name in ("content", "saved_at")}
    if KeptText.update(later).where(earlier).execute() == 0:
        KeptText.insert(columns).execute()


def set_aside(session_id: int, typed_in: str) -> None:
    """Let what a window kept so far stand for itself: later words are another text."""
    KeptText.update(typed_in=f"{typed_in}, before").where(
        KeptText.session == session_id,
        KeptText.typed_in == typed_in,
        KeptText.settled_at.is_null(),
    ).execute()


def kept_texts(session_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return what was typed beside a note and not put together with it yet, the first on top."""
    query = (
        KeptText.select(
            KeptText.id,
            KeptText.session.alias("session_id"),
            User.name.alias("who"),
            KeptText.saved_at,
            KeptText.content,
        )
        .join(User, on=KeptText.user == User.id)
        .where(KeptText.session == session_id, KeptText.settled_at.is_null())
        .order_by(KeptText.id)
    )
    return fetch(query, build)


def settle_text(text_id: int, at: datetime) -> None:
    """Say that a text was put together with the note."""
    KeptText.update(settled_at=at).where(KeptText.id == text_id).execute()
