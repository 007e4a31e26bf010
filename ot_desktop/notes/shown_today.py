"""What a parent was shown and which words worked today, for the home program made right after."""

from datetime import datetime
from typing import Any, NamedTuple

from db.queries import notes as queries
from ot_desktop.clock import today
from ot_desktop.notes.domain import from_json


class _Note(NamedTuple):
    starts: datetime
    content: str


def shown_today(child_id: int) -> tuple[str, ...]:
    """Return the titles of strategies in today's notes of a child, each once."""
    notes = queries.of_child(child_id, _note)
    titles = [
        strategy.title
        for note in notes
        if note.starts.date() == today()
        for strategy in from_json(note.content).parent.shown.strategies
    ]
    return tuple(dict.fromkeys(titles))


def cue_words_today(child_id: int) -> tuple[tuple[int, str], ...]:
    """Return the words that worked in today's notes with their goal, signed or not yet."""
    return tuple(
        (cue.goal_id, cue.words)
        for note in queries.of_child(child_id, _note)
        if note.starts.date() == today()
        for cue in from_json(note.content).parent.cue_words
        if cue.goal_id is not None and cue.words.strip()
    )


def _note(*, starts: datetime, content: str, **_others: Any) -> _Note:
    return _Note(starts, content)
