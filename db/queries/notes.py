"""Reading and writing session notes, their scores and addenda; a signed note is never written."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from db.models.access import User
from db.models.caseload import Child, Goal
from db.models.notes import Addendum, GoalScore, Note
from db.models.scheduling import Interpreter, Series, Session
from db.models.settings import Room
from db.models.staff import Therapist
from db.rows import Row, fetch, fetch_one, fetch_sql

Columns = dict[str, Any]

# Statuses of a visit that has not been called off or missed.
TO_COME = ("planned", "confirmed", "arrived")
TOOK_PLACE = ("held", "cut_short")


def session(session_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one session with the names of child, therapist and room, and its series' length."""
    query = (
        Session.select(
            Session.id,
            Session.child.alias("child_id"),
            Session.number,
            Series.planned,
            Session.starts,
            Session.ends,
            Session.status,
            Session.reason,
            Session.reason_words,
            Therapist.name.alias("therapist"),
            Room.name.alias("room"),
            Interpreter.name.alias("interpreter"),
        )
        .join(Therapist)
        .switch(Session)
        .join(Room, JOIN.LEFT_OUTER)
        .switch(Session)
        .join(Series, JOIN.LEFT_OUTER)
        .switch(Session)
        .join(Interpreter, JOIN.LEFT_OUTER)
        .where(Session.id == session_id)
    )
    return fetch_one(query, build)


def next_session(child_id: int, after: datetime, build: Callable[..., Row]) -> Row | None:
    """Return a child's first visit to come that starts later than ``after``."""
    query = (
        Session.select(Session.starts, Therapist.name.alias("therapist"), Room.name.alias("room"))
        .join(Therapist)
        .switch(Session)
        .join(Room, JOIN.LEFT_OUTER)
        .where(Session.child == child_id, Session.starts > after, Session.status.in_(TO_COME))
        .order_by(Session.starts)
        .limit(1)
    )
    return fetch_one(query, build)


def last_visit_on(child_id: int, before: datetime) -> date | None:
    """Return the day of the last visit that took place before this moment."""
    query = Session.select(fn.MAX(Session.starts)).where(
        Session.child == child_id, Session.starts < before, Session.status.in_(TOOK_PLACE)
    )
    last: datetime | str | None = query.scalar()
    return datetime.fromisoformat(str(last)).date() if last else None


def _notes() -> Any:
    return (
        Note.select(
            Note.id,
            Note.session.alias("session_id"),
            Note.child.alias("child_id"),
            Session.starts,
            Note.author.alias("author_id"),
            User.name.alias("author"),
            Note.content,
            Note.started_at,
            Note.saved_at,
            Note.signed_at,
            Note.signed_as,
            Note.content_hash,
            Note.needs_cosign,
            Note.cosigned_at,
            Note.cosigned_as,
        )
        .join(Session)
        .switch(Note)
        .join(User, on=Note.author == User.id)
    )


def note(note_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one note."""
    return fetch_one(_notes().where(Note.id == note_id), build)


def note_of_session(session_id: int, build: Callable[..., Row]) -> Row | None:
    """Return the note of a session, draft or signed."""
    return fetch_one(_notes().where(Note.session == session_id), build)


def signed_before(
    child_id: int, moment: datetime, limit: int, build: Callable[..., Row]
) -> list[Row]:
    """Return a child's signed notes of earlier sessions, the latest first."""
    query = (
        _notes()
        .where(Note.child == child_id, Note.signed_at.is_null(is_null=False))
        .where(Session.starts < moment)
        .order_by(Session.starts.desc())
        .limit(limit)
    )
    return fetch(query, build)


def of_child(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return all notes of a child, the latest session first."""
    query = _notes().where(Note.child == child_id).order_by(Session.starts.desc())
    return fetch(query, build)


def unfinished(build: Callable[..., Row]) -> list[Row]:
    """Return drafts, the oldest session first."""
    query = (
        Note.select(
            Note.id.alias("note_id"),
            Note.session.alias("session_id"),
            Note.child.alias("child_id"),
            Child.given_name,
            Child.family_name,
            Session.starts,
            Note.author.alias("author_id"),
            User.name.alias("author"),
            Note.saved_at,
            Note.content,
            Session.status,
        )
        .join(Session)
        .switch(Note)
        .join(Child)
        .switch(Note)
        .join(User, on=Note.author == User.id)
        .where(Note.signed_at.is_null())
        .order_by(Session.starts, Note.id)
    )
    return fetch(query, build)


def without_note(since: datetime, until: datetime, build: Callable[..., Row]) -> list[Row]:
    """Return visits that began in this stretch, were not called off, and have no note."""
    query = (
        Session.select(
            Session.id.alias("session_id"),
            Session.child.alias("child_id"),
            Child.given_name,
            Child.family_name,
            Session.starts,
            Session.therapist.alias("therapist_id"),
            Therapist.name.alias("therapist"),
            Session.status,
        )
        .join(Child)
        .switch(Session)
        .join(Therapist)
        .switch(Session)
        .join(Note, JOIN.LEFT_OUTER, on=Note.session == Session.id)
        .where(
            Note.id.is_null(),
            Session.starts >= since,
            Session.starts < until,
            Session.status.in_((*TO_COME, *TOOK_PLACE)),
        )
        .order_by(Session.starts, Session.id)
    )
    return fetch(query, build)


def insert_draft(columns: Columns) -> int:
    """Add a session's note and return the new id."""
    return int(Note.insert(columns).execute())


def save_draft(note_id: int, content: str, seen: datetime, saved_at: datetime) -> bool:
    """Replace the draft that was saved at ``seen`` unless it is signed; say whether it was done."""
    query = Note.update(content=content, saved_at=saved_at).where(
        Note.id == note_id, Note.signed_at.is_null(), Note.saved_at == seen
    )
    return bool(query.execute() == 1)


def sign(note_id: int, content: str, columns: Columns) -> bool:
    """Sign a draft that still says ``content`` and is not signed; say whether it was done."""
    query = Note.update(columns).where(
        Note.id == note_id, Note.signed_at.is_null(), Note.content == content
    )
    return bool(query.execute() == 1)


def insert_scores(rows: Iterable[Columns]) -> None:
    """Add the scores of a note about to be signed."""
    for row in rows:
        GoalScore.insert(row).execute()


def level_texts(goal_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return the words of the five levels of each goal; none where they are not written."""
    query = Goal.select(Goal.id, Goal.level_texts).where(Goal.id.in_(list(goal_ids)))
    return dict(fetch(query, _texts))


def _texts(*, id: int, level_texts: str) -> tuple[int, list[str]]:  # noqa: A002  (the column's name)
    return id, json.loads(level_texts)


def last_levels(child_id: int) -> dict[int, int]:
    """Return the level last scored of each goal of a child that has one."""
    sql = """
        SELECT goal_id, level FROM (
            SELECT goal_id, level, row_number() OVER (
                PARTITION BY goal_id ORDER BY scored_on DESC, goal_score.id DESC) AS place
            FROM goal_score JOIN goal ON goal.id = goal_id
            WHERE goal.child_id = :child_id AND level IS NOT NULL AND withdrawn_at IS NULL)
        WHERE place = 1
    """
    return dict(fetch_sql(sql, {"child_id": child_id}, _level))


def _level(*, goal_id: int, level: int) -> tuple[int, int]:
    return goal_id, level


def cue_words(goal_ids: Iterable[int]) -> dict[int, str]:
    """Return each goal's cue words as their JSON text."""
    query = Goal.select(Goal.id, Goal.cue_words).where(Goal.id.in_(list(goal_ids)))
    return dict(fetch(query, _pair))


def _pair(*, id: int, cue_words: str) -> tuple[int, str]:  # noqa: A002  (the column's name)
    return id, cue_words


def keep_cue_words(goal_id: int, words: str) -> None:
    """Replace a goal's cue words (JSON text)."""
    Goal.update(cue_words=words).where(Goal.id == goal_id).execute()


def mark_held(session_id: int) -> bool:
    """Say that a visit took place, unless it has another outcome; tell whether it changed."""
    query = Session.update(status="held").where(
        Session.id == session_id, Session.status.in_(TO_COME)
    )
    return bool(query.execute() == 1)


def insert_addendum(columns: Columns) -> int:
    """Add a signed text under a signed note and return the new id."""
    return int(Addendum.insert(columns).execute())


def addenda(note_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return what was added to a signed note, the first on top."""
    query = (
        Addendum.select(Addendum.body, Addendum.signed_at, Addendum.signed_as)
        .where(Addendum.note == note_id)
        .order_by(Addendum.id)
    )
    return fetch(query, build)
