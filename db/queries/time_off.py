"""Reading and writing when therapists are away and rooms are closed."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from db.models.scheduling import RoomClosure, TherapistAbsence
from db.rows import Row, fetch_sql, fetch_tuples

Columns = dict[str, Any]


def between(first: date, last: date, build: Callable[..., Row]) -> list[Row]:
    """Return all time off between two days that was not taken back, by day."""
    sql = """
        SELECT id, day, starts_min, ends_min, reason, therapist_id, NULL AS room_id
        FROM therapist_absence WHERE taken_back_at IS NULL AND day BETWEEN :first AND :last
        UNION ALL
        SELECT id, day, starts_min, ends_min, reason, NULL AS therapist_id, room_id
        FROM room_closure WHERE taken_back_at IS NULL AND day BETWEEN :first AND :last
        ORDER BY day, starts_min, id
    """
    return fetch_sql(sql, {"first": first.isoformat(), "last": last.isoformat()}, build)


def therapist_of(absence_id: int) -> int | None:
    """Return whose absence it is, or None when it is not in the file."""
    query = TherapistAbsence.select(TherapistAbsence.therapist)
    found = fetch_tuples(query.where(TherapistAbsence.id == absence_id))
    return int(found[0][0]) if found else None


def insert_absence(columns: Columns) -> int:
    """Add a day, or a part of one, on which a therapist is away."""
    return int(TherapistAbsence.insert(**columns).execute())


def insert_closure(columns: Columns) -> int:
    """Add a day, or a part of one, on which a room is closed."""
    return int(RoomClosure.insert(**columns).execute())


def take_back_absence(absence_id: int, at: datetime) -> int:
    """Mark an absence as taken back and return how many rows that were not yet."""
    query = TherapistAbsence.update(taken_back_at=at).where(
        TherapistAbsence.id == absence_id, TherapistAbsence.taken_back_at.is_null()
    )
    return int(query.execute())


def take_back_closure(closure_id: int, at: datetime) -> int:
    """Mark a closure as taken back and return how many rows that were not yet."""
    query = RoomClosure.update(taken_back_at=at).where(
        RoomClosure.id == closure_id, RoomClosure.taken_back_at.is_null()
    )
    return int(query.execute())
