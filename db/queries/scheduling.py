"""Reading and writing series and sessions; every read goes through an index of ``session``."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from db.connection import database
from db.models.scheduling import Series, Session
from db.queries.approvals import TO_COME
from db.rows import Row, fetch, fetch_in_order, fetch_tuples

Columns = dict[str, Any]

TAKES_TIME = (
    "status NOT IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic', 'withdrawn')"
)

# In the order of a booking's fields.
BOOKING = """
    SELECT session.id, session.child_id, session.therapist_id, session.room_id,
        session.starts, session.ends, session.status,
        trim(child.given_name || ' ' || child.family_name) AS child_name,
        therapist.name AS therapist_name, coalesce(room.name, '') AS room_name,
        session.interpreter_id, session.comes_with_id
    FROM session
    JOIN child ON child.id = session.child_id
    JOIN therapist ON therapist.id = session.therapist_id
    LEFT JOIN room ON room.id = session.room_id
"""

# In the order of a scheduled session's fields; the index tells a signed note without reading it.
_SESSION = """
    SELECT session.id, session.series_id, series.kind, session.number, series.planned,
        session.child_id, trim(child.given_name || ' ' || child.family_name) AS child_name,
        session.therapist_id, therapist.name AS therapist_name,
        therapist.color_slot AS therapist_color, session.room_id, room.name AS room_name,
        session.starts, session.ends, session.zone, session.status, session.authorization_id,
        EXISTS (SELECT 1 FROM authorization WHERE authorization.child_id = session.child_id
            AND authorization.ended_at IS NULL) AS needs_authorization,
        session.override_reason, user.name AS override_by,
        note.id AS note_id, EXISTS (SELECT 1 FROM note AS signed INDEXED BY note_signed
            WHERE signed.session_id = session.id AND signed.signed_at IS NOT NULL) AS note_signed,
        session.interpreter_id, interpreter.name AS interpreter_name, session.interpreter_use,
        session.comes_with_id, caregiver.full_name AS comes_with_name
    FROM session
    JOIN child ON child.id = session.child_id
    JOIN therapist ON therapist.id = session.therapist_id
    LEFT JOIN room ON room.id = session.room_id
    LEFT JOIN series ON series.id = session.series_id
    LEFT JOIN user ON user.id = session.override_by
    LEFT JOIN note ON note.session_id = session.id
    LEFT JOIN interpreter ON interpreter.id = session.interpreter_id
    LEFT JOIN caregiver ON caregiver.id = session.comes_with_id
"""


def bookings_of(
    who: Mapping[str, Collection[int]],
    days: tuple[date, date],
    clock: tuple[time, time],
    build: Callable[..., Row],
) -> dict[int, Row]:
    """Return by id the visits of any of ``who`` that take time, between two days and two times.

    ``who`` maps columns of ``session`` such as ``child_id`` to ids; each id is one index lookup.
    """
    since, until = (each.isoformat("minutes") for each in clock)
    values = _between(*days) | {"since": since, "until": until}
    found: dict[int, Row] = {}
    for column, ids in who.items():
        sql = f"""{BOOKING} WHERE session.{column} = :of
            AND session.starts >= :first AND session.starts < :after AND session.{TAKES_TIME}
            AND substr(session.starts, 12) < :until AND substr(session.ends, 12) > :since"""
        for each in ids:
            rows = fetch_in_order(sql, values | {"of": each}, lambda *row: row)
            found |= {row[0]: build(*row) for row in rows if row[0] not in found}
    return found


def bookings_on(days: Iterable[date], build: Callable[..., Row]) -> list[Row]:
    """Return every visit of the given days."""
    found: list[Row] = []
    for day in sorted(days):
        sql = f"{BOOKING} WHERE session.starts >= :first AND session.starts < :after"
        found += fetch_in_order(sql, _between(day, day), build)
    return found


def state_of_file() -> tuple[int, int]:
    """Return two numbers that change whenever anything is written, here or by anybody else."""
    [(written_elsewhere,)] = database.execute_sql("PRAGMA data_version").fetchall()
    return written_elsewhere, database.connection().total_changes


def schedule(first: date, last: date, build: Callable[..., Row]) -> list[Row]:
    """Return all sessions of some days by time, called-off ones among them, withdrawn ones not."""
    sql = f"""{_SESSION} WHERE session.starts >= :first AND session.starts < :after
        AND session.status <> 'withdrawn' ORDER BY session.starts, therapist.name, session.id"""
    return fetch_in_order(sql, _between(first, last), build)


def sessions_of(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return all sessions of one child, oldest first, withdrawn ones not."""
    sql = f"""{_SESSION} WHERE session.child_id = :child_id AND session.status <> 'withdrawn'
        ORDER BY session.starts, session.id"""
    return fetch_in_order(sql, {"child_id": child_id}, build)


def next_sessions(
    child_id: int, after: datetime, limit: int, build: Callable[..., Row]
) -> list[Row]:
    """Return the next sessions of one child that have not ended at ``after``."""
    sql = f"""{_SESSION} WHERE session.child_id = :child_id AND session.starts >= :today
        AND session.ends > :now AND session.{TO_COME} ORDER BY session.starts LIMIT :limit"""
    values = {"child_id": child_id, "today": after.date().isoformat(), "limit": limit}
    return fetch_in_order(sql, values | {"now": after.isoformat(timespec="minutes")}, build)


def latest_session(child_id: int, build: Callable[..., Row]) -> Row | None:
    """Return the visit of a child that lies furthest ahead, or was the last; None before any."""
    sql = f"""{_SESSION} WHERE session.child_id = :child_id AND session.status <> 'withdrawn'
        ORDER BY session.starts DESC LIMIT 1"""
    found = fetch_in_order(sql, {"child_id": child_id}, build)
    return found[0] if found else None


def session(session_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one session, or None."""
    found = fetch_in_order(f"{_SESSION} WHERE session.id = :id", {"id": session_id}, build)
    return found[0] if found else None


def sessions_of_series(series_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the sessions of one series in order, withdrawn ones too."""
    sql = f"{_SESSION} WHERE session.series_id = :series_id ORDER BY session.starts"
    return fetch_in_order(sql, {"series_id": series_id}, build)


def session_to_note(child_id: int, now: datetime) -> int | None:
    """Return a child's latest session that has begun, or is today, and has no signed note."""
    sql = """SELECT session.id FROM session LEFT JOIN note ON note.session_id = session.id
        WHERE session.child_id = :child_id AND session.starts < :tomorrow
            AND note.signed_at IS NULL AND session.status IN
                ('planned', 'confirmed', 'arrived', 'held', 'cut_short')
        ORDER BY session.starts > :now, session.starts DESC LIMIT 1"""
    tomorrow = now.date() + timedelta(days=1)
    values = {"child_id": child_id, "tomorrow": tomorrow.isoformat()}
    found = fetch_in_order(sql, values | {"now": now.isoformat(timespec="minutes")}, int)
    return found[0] if found else None


def child_name(child_id: int) -> str | None:
    """Return the name of a child in the file, or None."""
    sql = """SELECT trim(given_name || ' ' || family_name) AS name FROM child
        WHERE id = :child_id AND removed_at IS NULL"""
    found = fetch_in_order(sql, {"child_id": child_id}, str)
    return found[0] if found else None


def siblings(child_id: int) -> list[int]:
    """Return the children who come with the same adult: same household or same caregiver."""
    sql = """
        SELECT id FROM child WHERE id <> :child_id AND removed_at IS NULL AND (
            household_id = (SELECT household_id FROM child WHERE id = :child_id)
            OR id IN (
                SELECT other.child_id FROM guardianship AS mine
                JOIN guardianship AS other ON other.caregiver_id = mine.caregiver_id
                WHERE mine.child_id = :child_id AND mine.ended_on IS NULL
                    AND other.ended_on IS NULL))
    """
    return fetch_in_order(sql, {"child_id": child_id}, int)


def standing(session_id: int) -> Columns:
    """Return what a change of the schedule may write over, so that it can be put back."""
    query = Session.select(
        Session.status,
        Session.zone,
        Session.reason,
        Session.called_at,
        Session.authorization,
        Session.override_reason,
        Session.override_by,
    )
    return fetch(query.where(Session.id == session_id), dict)[0]


def insert_series(columns: Columns) -> int:
    """Add a series and return its id."""
    return int(Series.insert(**columns).execute())


def insert_sessions(rows: list[Columns]) -> None:
    """Add sessions; the file refuses all of them when one clashes."""
    Session.insert_many(rows).execute()


def extend_series(series_id: int, more: int) -> int:
    """Plan more sessions in a series; return how many were planned before."""
    before = planned_of(series_id)
    Series.update(planned=before + more).where(Series.id == series_id).execute()
    return before


def planned_of(series_id: int) -> int:
    """Return how many sessions a series was planned with."""
    return int(fetch_tuples(Series.select(Series.planned).where(Series.id == series_id))[0][0])


def set_aside(session_ids: Collection[int]) -> None:
    """Let sessions take nobody's time until each is put somewhere, within one transaction."""
    Session.update(status="withdrawn").where(Session.id.in_(list(session_ids))).execute()


def put_session(session_id: int, columns: Columns) -> None:
    """Change one session; the file refuses a place that is taken."""
    Session.update(**columns).where(Session.id == session_id).execute()


def series(series_id: int) -> tuple[int, datetime | None] | None:
    """Return the child and the moment of withdrawal of one series."""
    query = Series.select(Series.child, Series.withdrawn_at).where(Series.id == series_id)
    found = fetch_tuples(query)
    return found[0] if found else None


def count_again(series_id: int, more: int, now: datetime) -> None:
    """Let a series know how many sessions were put back; it is over when none is left."""
    is_over = Session.select().where(Session.series == series_id, Session.status != "withdrawn")
    found = series(series_id)
    if not is_over.exists():
        Series.update(withdrawn_at=now).where(Series.id == series_id).execute()
    elif found is not None and found[1] is not None:
        Series.update(withdrawn_at=None).where(Series.id == series_id).execute()
    else:
        extend_series(series_id, more)


def weeks_between(series_id: int) -> int:
    """Return 2 for a series of every other week, else 1."""
    query = Series.select(Series.every_weeks).where(Series.id == series_id)
    return int(fetch_tuples(query)[0][0])


def withdraw_series(series_id: int, withdrawn_at: datetime) -> None:
    """Take back a series and all its sessions; the rows stay."""
    Session.update(status="withdrawn").where(Session.series == series_id).execute()
    Series.update(withdrawn_at=withdrawn_at).where(Series.id == series_id).execute()


def _between(first: date, last: date) -> dict[str, str]:
    after = last + timedelta(days=1)
    return {"first": first.isoformat(), "after": after.isoformat()}
