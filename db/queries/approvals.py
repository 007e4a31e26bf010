"""Reading what payers approved, and what of it is used and booked."""

import json
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from db.models.caseload import Authorization
from db.rows import Row, fetch_in_order, fetch_sql

# A visit counts against an authorization unless it was called off or missed.
USES_VISIT = (
    "status NOT IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic', 'withdrawn', "
    "'no_show')"
)
TO_COME = "status IN ('planned', 'confirmed', 'arrived')"
COUNTS = f"(session.{USES_VISIT} OR (session.status = 'no_show' AND authorization.counts_no_shows))"

MINUTES = """coalesce(session.held_minutes,
    CAST(round((julianday(session.ends) - julianday(session.starts)) * 1440) AS INTEGER))"""
# What a session takes of its authorization: as ot_desktop.scheduling.units says.
TAKES = f"""CASE WHEN authorization.measure = 'visits' THEN 1
    WHEN authorization.rounding = 'mid_point' THEN max(1, (2 * {MINUTES} + 15) / 30)
    WHEN {MINUTES} >= 8 THEN ({MINUTES} + 7) / 15 ELSE 0 END"""

_USE = f"""
    SELECT authorization.id, payer, authorization.number, visits, used_before, starts_on, ends_on,
        measure, rounding, counts_no_shows,
        coalesce(sum({TAKES}) FILTER (WHERE {COUNTS} AND NOT session.{TO_COME}), 0) AS held,
        coalesce(sum({TAKES}) FILTER (WHERE session.{TO_COME}), 0) AS booked
    FROM authorization
    LEFT JOIN session ON session.authorization_id = authorization.id
"""  # noqa: S608  (constants of this module only)


def of_child(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return a child's authorizations with what the file counts as used and as booked."""
    sql = f"""{_USE}
        WHERE authorization.child_id = :child_id AND authorization.ended_at IS NULL
        GROUP BY authorization.id
        ORDER BY ends_on IS NULL, ends_on, authorization.id
    """
    return fetch_sql(sql, {"child_id": child_id}, build)


def in_force(day: date, build: Callable[..., Row]) -> list[tuple[str, Row]]:
    """Return (child, authorization) of all active children, those over by ``day`` left out."""
    sql = f"""
        SELECT trim(child.given_name || ' ' || child.family_name) AS child_name, found.*
        FROM ({_USE} WHERE authorization.ended_at IS NULL
            AND (ends_on IS NULL OR ends_on >= :day) GROUP BY authorization.id) AS found
        JOIN authorization ON authorization.id = found.id
        JOIN child ON child.id = authorization.child_id AND removed_at IS NULL
            AND child.status IN ('active', 'waiting')
        ORDER BY child.family_name, child.given_name, found.ends_on IS NULL, found.ends_on
    """  # noqa: S608  (constants of this module only)

    def named(*, child_name: str, **columns: Any) -> tuple[str, Row]:
        return child_name, build(**columns)

    return fetch_sql(sql, {"day": day.isoformat()}, named)


def left_of(children: Collection[int], day: date, build: Callable[..., Row]) -> list[Row]:
    """Return child, visits not used yet and last day of each authorization of some children.

    Units count as whole visits as long as the child's next one, else of an hour.
    """
    sql = f"""
        SELECT authorization.child_id, authorization.ends_on,
            max(0, visits - used_before - coalesce(sum({TAKES})
                FILTER (WHERE {COUNTS} AND session.status NOT IN ('planned', 'confirmed')), 0))
            / iif(measure = 'visits', 1, max(1, coalesce((SELECT {TAKES} FROM session
                WHERE session.child_id = authorization.child_id AND session.starts >= :day
                    AND session.{TO_COME} ORDER BY session.starts LIMIT 1), 4))) AS left
        FROM authorization
        LEFT JOIN session ON session.authorization_id = authorization.id
        WHERE authorization.child_id IN (SELECT value FROM json_each(:children))
            AND authorization.ended_at IS NULL
            AND (starts_on IS NULL OR starts_on <= :day)
        GROUP BY authorization.id
    """  # noqa: S608  (constants of this module only)
    values = {"children": json.dumps(list(children)), "day": day.isoformat()}
    return fetch_sql(sql, values, build)


def visits_without(child_id: int) -> list[tuple[int, str, int]]:
    """Return id, day and minutes of every visit that counts but uses no authorization."""
    sql = f"""SELECT session.id, substr(starts, 1, 10), {MINUTES} FROM session
        WHERE child_id = :child_id AND authorization_id IS NULL AND session.{USES_VISIT}
        ORDER BY starts"""  # noqa: S608  (constants of this module only)
    return fetch_in_order(sql, {"child_id": child_id}, _row)


def to_come_with(authorization_id: int) -> list[tuple[int, str]]:
    """Return id and day of every visit to come that uses an authorization, the latest first."""
    sql = f"""SELECT session.id, substr(starts, 1, 10) FROM session
        WHERE authorization_id = :id AND session.{TO_COME}
        ORDER BY starts DESC"""  # noqa: S608  (constants of this module only)
    return fetch_in_order(sql, {"id": authorization_id}, _row)


def change(authorization_id: int, columns: dict[str, Any]) -> None:
    """Set columns of one authorization."""
    Authorization.update(**columns).where(Authorization.id == authorization_id).execute()


def _row(*columns: Any) -> tuple[Any, ...]:
    return columns
