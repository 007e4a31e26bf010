"""Reading and writing saved phrases."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from db.models.notes import Phrase
from db.rows import Row, fetch

Columns = dict[str, Any]


def phrases_of(user_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return somebody's phrases and the clinic's, by name."""
    query = (
        Phrase.select(Phrase.id, Phrase.user.alias("user_id"), Phrase.name, Phrase.words)
        .where(Phrase.removed_at.is_null())
        .where(Phrase.user.is_null() | (Phrase.user == user_id))
        .order_by(Phrase.name, Phrase.id)
    )
    return fetch(query, build)


def insert_phrase(columns: Columns) -> int:
    """Add a phrase and return its id."""
    return int(Phrase.insert(columns).execute())


def change_phrase(phrase_id: int, columns: Columns) -> None:
    """Change a phrase."""
    Phrase.update(columns).where(Phrase.id == phrase_id).execute()


def remove_phrase(phrase_id: int, at: datetime) -> None:
    """Offer a phrase no longer."""
    Phrase.update(removed_at=at).where(Phrase.id == phrase_id).execute()
