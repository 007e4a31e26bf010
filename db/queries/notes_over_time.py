"""Reading what signed notes tell over time: of home, of training, for the next visit."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime

from db.rows import Row, fetch_sql


def told_of_home(child_id: int, most: int, build: Callable[..., Row]) -> list[Row]:
    """Return a child's last visits that took place, each with what its signed note tells of home.

    Columns are the visit, its day, and JSON or None; the latest first.
    """
    sql = """
        SELECT session.id AS session_id, date(session.starts) AS day,
            json_extract(note.content, '$.parent.at_home') AS at_home
        FROM session LEFT JOIN note
            ON note.session_id = session.id AND note.signed_at IS NOT NULL
        WHERE session.child_id = :child_id AND session.status IN ('held', 'cut_short')
        ORDER BY session.starts DESC LIMIT :most
    """
    return fetch_sql(sql, {"child_id": child_id, "most": most}, build)


def told_of_training(
    child_id: int, before: datetime, most: int, build: Callable[..., Row]
) -> list[Row]:
    """Return day, who came and what was shown (JSON) of a child's signed notes, the latest first.

    Notes of visits from ``before`` on, and those in which nothing was shown, are left out.
    """
    sql = """
        SELECT date(session.starts) AS day, json_extract(note.content, '$.parent.who') AS who,
            json_extract(note.content, '$.parent.shown') AS shown
        FROM note JOIN session ON session.id = note.session_id
        WHERE note.child_id = :child_id AND note.signed_at IS NOT NULL
            AND session.starts < :before
            AND json_array_length(note.content, '$.parent.shown.strategies') > 0
        ORDER BY session.starts DESC LIMIT :most
    """
    moment = before.isoformat(timespec="minutes")
    return fetch_sql(sql, {"child_id": child_id, "before": moment, "most": most}, build)


def left_for(session_ids: Iterable[int], build: Callable[..., Row]) -> list[Row]:
    """Return what the last signed note before each of some visits leaves for it.

    Columns are the visit, the day of that note, its plan (JSON), and what was told of home on that
    day (JSON): of two visits a day only the first asks.
    """
    sql = """
        SELECT visit.id AS session_id, date(earlier.starts) AS day,
            json_extract(note.content, '$.session.plan') AS plan,
            (SELECT json_extract(told.content, '$.parent.at_home')
                FROM note AS told JOIN session ON session.id = told.session_id
                WHERE told.child_id = visit.child_id AND told.signed_at IS NOT NULL
                    AND session.starts < visit.starts
                    AND date(session.starts) = date(earlier.starts)
                ORDER BY json_array_length(told.content, '$.parent.at_home.reports') = 0,
                    session.starts LIMIT 1) AS at_home
        FROM session AS visit
        JOIN note ON note.id = (
            SELECT signed.id FROM note AS signed JOIN session ON session.id = signed.session_id
            WHERE signed.child_id = visit.child_id AND signed.signed_at IS NOT NULL
                AND session.starts < visit.starts
            ORDER BY session.starts DESC LIMIT 1)
        JOIN session AS earlier ON earlier.id = note.session_id
        WHERE visit.id IN (SELECT value FROM json_each(:ids))
    """
    return fetch_sql(sql, {"ids": json.dumps(list(session_ids))}, build)
