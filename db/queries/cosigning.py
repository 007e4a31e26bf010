"""Reading who co-signs an assistant's note, and writing that somebody did."""

from collections.abc import Callable
from datetime import date
from typing import Any

from peewee import JOIN

from db.models.access import User
from db.models.notes import Note
from db.models.staff import Therapist
from db.rows import Row, fetch_one, fetch_sql

Columns = dict[str, Any]


def waiting(build: Callable[..., Row]) -> list[Row]:
    """Return signed notes that wait for a co-signature, the oldest session first."""
    sql = """
        SELECT note.id AS note_id, note.session_id, note.child_id, session.starts,
            session.status, note.saved_at, user.name AS writer, note.signed_by,
            trim(child.given_name || ' ' || child.family_name) AS child_name,
            therapist.supervisor_id, supervisor.name AS supervisor
        FROM note INDEXED BY note_to_cosign
        JOIN session ON session.id = note.session_id
        JOIN child ON child.id = note.child_id
        JOIN user ON user.id = note.signed_by
        LEFT JOIN therapist ON therapist.id = user.therapist_id
        LEFT JOIN therapist AS supervisor ON supervisor.id = therapist.supervisor_id
        WHERE note.needs_cosign = 1 AND note.cosigned_at IS NULL AND note.signed_at IS NOT NULL
        ORDER BY session.starts, note.id
    """
    return fetch_sql(sql, {}, build)


def without_visit(build: Callable[..., Row]) -> list[Row]:
    """Return signed notes that wait for nobody, and whose visit is not what they say it was.

    A session's note tells of a held visit, a contact note of one that was missed.
    """
    sql = """
        SELECT note.id AS note_id, note.session_id, note.child_id, session.starts,
            session.status, note.saved_at, user.name AS writer, note.signed_by,
            trim(child.given_name || ' ' || child.family_name) AS child_name
        FROM session JOIN note ON note.session_id = session.id
        JOIN child ON child.id = note.child_id
        JOIN user ON user.id = note.signed_by
        WHERE session.status NOT IN ('held', 'cut_short')
            AND note.signed_at IS NOT NULL
            AND (note.needs_cosign = 0 OR note.cosigned_at IS NOT NULL)
            AND (json_extract(note.content, '$.missed') IS NULL
                OR session.status IN ('planned', 'confirmed', 'arrived'))
        ORDER BY session.starts, note.id
    """
    return fetch_sql(sql, {}, build)


def who_cosigns(note_id: int, build: Callable[..., Row]) -> Row | None:
    """Return who signed a note, and who supervises them."""
    supervisor = Therapist.alias()
    query = (
        Note.select(
            Note.signed_by.alias("signed_by"),
            supervisor.id.alias("supervisor_id"),
            supervisor.name.alias("supervisor"),
        )
        .join(User, on=Note.signed_by == User.id)
        .join(Therapist, JOIN.LEFT_OUTER, on=User.therapist == Therapist.id)
        .join(supervisor, JOIN.LEFT_OUTER, on=Therapist.supervisor == supervisor.id)
        .where(Note.id == note_id)
    )
    return fetch_one(query, build)


def cosign(note_id: int, content: str, columns: Columns) -> bool:
    """Co-sign a signed note that waits for it and still says ``content``; say whether it was."""
    query = Note.update(columns).where(
        Note.id == note_id,
        Note.needs_cosign,
        Note.signed_at.is_null(is_null=False),
        Note.cosigned_at.is_null(),
        Note.content == content,
    )
    return bool(query.execute() == 1)


def is_here(therapist_id: int, day: date) -> bool:
    """Say whether somebody works on a weekday and is not away for all of that day."""
    sql = """
        SELECT 1 AS here FROM therapist
        WHERE id = :therapist AND is_active = 1
            AND EXISTS (SELECT 1 FROM therapist_hours WHERE therapist_id = :therapist
                AND weekday = :weekday)
            AND NOT EXISTS (SELECT 1 FROM therapist_absence WHERE therapist_id = :therapist
                AND day = :day AND taken_back_at IS NULL AND starts_min IS NULL)
    """
    values = {"therapist": therapist_id, "weekday": day.weekday(), "day": day.isoformat()}
    return bool(fetch_sql(sql, values, dict))


def signed(most: int, build: Callable[..., Row]) -> list[Row]:
    """Return the latest notes that are signed and wait for nobody."""
    sql = """
        SELECT note.id AS note_id, note.session_id, note.child_id, session.starts, session.status,
            trim(child.given_name || ' ' || child.family_name) AS child_name,
            note.signed_as, note.signed_at, coalesce(note.cosigned_as, '') AS cosigned_as
        FROM session JOIN note ON note.session_id = session.id
        JOIN child ON child.id = note.child_id
        WHERE note.signed_at IS NOT NULL
            AND (note.needs_cosign = 0 OR note.cosigned_at IS NOT NULL)
        ORDER BY session.starts DESC, session.id DESC LIMIT :most
    """
    return fetch_sql(sql, {"most": most}, build)
