"""Reading a day for the front desk: what stands beside each visit, and what needs somebody."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from db.queries.approvals import COUNTS, TAKES
from db.rows import Row, fetch_sql

_TO_COME = "status IN ('planned', 'confirmed')"
_NOT_TO_COME = "status NOT IN ('planned', 'confirmed')"

# In the order alerts are read; chr(31) never stands in a title.
_ALERTS = """
    SELECT group_concat(title, char(31)) FROM (SELECT title FROM alert
        WHERE alert.child_id = session.child_id AND ended_at IS NULL
            AND kind IN ('allergy', 'precaution')
        ORDER BY kind, alert.id)
"""

_WAITING = "status IN ('planned', 'confirmed', 'arrived')"

# What the intake asks of a family as a whole: somebody has answered it, for the child or for one
# of its contacts. Who may collect is asked about each contact.
_CONTACTS = """FROM guardianship JOIN caregiver ON caregiver.id = guardianship.caregiver_id
    WHERE guardianship.child_id = child.id AND guardianship.ended_on IS NULL"""
_INTAKE = f"""
    child.allergies, child.precautions,
    (SELECT count(*) {_CONTACTS}) AS contacts,
    coalesce((SELECT group_concat(full_name, char(31)) FROM (SELECT caregiver.full_name
        {_CONTACTS} AND may_collect IS NULL ORDER BY guardianship.call_order)), '') AS collect_open,
    EXISTS (SELECT 1 {_CONTACTS} AND signs_consent) AS has_signer,
    child.language <> '' OR EXISTS (SELECT 1 {_CONTACTS} AND caregiver.language <> '')
        AS has_language,
    child.needs_interpreter IS NOT NULL
        OR EXISTS (SELECT 1 {_CONTACTS} AND caregiver.needs_interpreter IS NOT NULL)
        AS has_interpreter_answer,
    EXISTS (SELECT 1 {_CONTACTS} AND EXISTS (SELECT 1 FROM caregiver_phone
        WHERE caregiver_phone.caregiver_id = caregiver.id)) AS has_phone
"""  # noqa: S608  (constants of this module only)

_CALL_FIRST = """
    SELECT caregiver.full_name || iif(guardianship.relation = '', '',
            ' (' || guardianship.relation || ')') || ' ' || caregiver_phone.number
        FROM guardianship JOIN caregiver ON caregiver.id = guardianship.caregiver_id
        JOIN caregiver_phone ON caregiver_phone.caregiver_id = caregiver.id
        WHERE guardianship.child_id = session.child_id AND guardianship.ended_on IS NULL
        ORDER BY guardianship.call_order, caregiver_phone.call_order LIMIT 1
"""


def beside_visits(first: date, last: date, build: Callable[..., Row]) -> list[Row]:
    """Return what is known beside the schedule of each visit between two days."""
    sql = f"""
        SELECT session.id, child.born_on, child.allergies, child.precautions,
            coalesce(({_ALERTS}), '') AS alerts, child.needs_interpreter, child.language,
            session.arrived_at, session.left_at, session.reason, session.reason_words,
            session.held_minutes, session.desk_note, session.makes_up_id,
            coalesce(({_CALL_FIRST}), '') AS call_first
        FROM session JOIN child ON child.id = session.child_id
        WHERE session.starts >= :first AND session.starts < :after
            AND session.status <> 'withdrawn'
    """  # noqa: S608  (constants of this module only)
    values = {"first": first.isoformat(), "after": (last + timedelta(days=1)).isoformat()}
    return fetch_sql(sql, values, build)


def approvals_running_out(
    day: date, visits: int, days: int, build: Callable[..., Row]
) -> list[Row]:
    """Return approvals of the children who come that day with few visits or days left.

    Units count as whole visits as long as the next one.
    """
    sql = f"""
        SELECT * FROM (
            SELECT child.id AS child_id,
                trim(child.given_name || ' ' || child.family_name) AS child_name,
                authorization.ends_on,
                (authorization.visits - authorization.used_before - (
                    SELECT coalesce(sum({TAKES}), 0) FROM session
                    WHERE session.authorization_id = authorization.id
                        AND {COUNTS} AND session.{_NOT_TO_COME})
                ) / max(1, coalesce((SELECT {TAKES} FROM session
                    WHERE session.child_id = child.id AND session.starts >= :day
                        AND session.{_TO_COME} ORDER BY session.starts LIMIT 1), 1)
                ) AS visits_left,
                (SELECT count(*) FROM session WHERE session.child_id = child.id
                    AND session.starts >= :day AND {_TO_COME}) AS booked
            FROM authorization JOIN child ON child.id = authorization.child_id
            WHERE authorization.ended_at IS NULL
                AND (authorization.ends_on IS NULL OR authorization.ends_on >= :day)
                AND child.id IN (SELECT child_id FROM session WHERE session.starts >= :day
                    AND session.starts < :after AND status <> 'withdrawn'))
        WHERE booked > 0 AND (visits_left <= :visits OR ends_on <= :soon)
        ORDER BY visits_left, ends_on, child_name
    """  # noqa: S608  (constants of this module only)
    values = {
        "day": day.isoformat(),
        "after": (day + timedelta(days=1)).isoformat(),
        "visits": visits,
        "soon": (day + timedelta(days=days)).isoformat(),
    }
    return fetch_sql(sql, values, build)


def no_shows_without_a_call(first: date, now: datetime, build: Callable[..., Row]) -> list[Row]:
    """Return no-shows since a day whose family nobody has spoken with since, the latest first."""
    sql = """
        SELECT session.id AS session_id, session.child_id, session.starts,
            trim(child.given_name || ' ' || child.family_name) AS child_name
        FROM session JOIN child ON child.id = session.child_id
        WHERE session.starts >= :first AND session.starts < :now AND session.status = 'no_show'
            AND NOT EXISTS (SELECT 1 FROM message WHERE message.child_id = session.child_id
                AND julianday(message.at) >= julianday(session.starts, 'utc'))
        ORDER BY session.starts DESC
    """
    values = {"first": first.isoformat(), "now": now.isoformat(timespec="minutes")}
    return fetch_sql(sql, values, build)


def programs_not_given(now: datetime, build: Callable[..., Row]) -> list[Row]:
    """Return children still to come today whose newest home program is drafted, not given."""
    sql = f"""
        SELECT child.id AS child_id,
            trim(child.given_name || ' ' || child.family_name) AS child_name,
            min(session.starts) AS starts
        FROM session JOIN child ON child.id = session.child_id
        WHERE session.starts >= :day AND session.starts < :after AND session.ends > :now
            AND session.{_WAITING}
            AND (SELECT issued_at IS NULL FROM home_program
                WHERE home_program.child_id = child.id ORDER BY saved_at DESC LIMIT 1)
        GROUP BY child.id ORDER BY starts, child_name
    """  # noqa: S608  (constants of this module only)
    return fetch_sql(sql, _rest_of_day(now), build)


def intakes(now: datetime, build: Callable[..., Row]) -> list[Row]:
    """Return what is known of children still to come today who were never here before."""
    sql = f"""
        SELECT DISTINCT child.id AS child_id,
            trim(child.given_name || ' ' || child.family_name) AS child_name, {_INTAKE}
        FROM session JOIN child ON child.id = session.child_id
        WHERE session.starts >= :day AND session.starts < :after AND session.ends > :now
            AND session.{_WAITING}
            AND NOT EXISTS (SELECT 1 FROM session AS held WHERE held.child_id = child.id
                AND held.status IN ('held', 'cut_short'))
        ORDER BY session.starts, child_name
    """  # noqa: S608  (constants of this module only)
    return fetch_sql(sql, _rest_of_day(now), build)


def _rest_of_day(now: datetime) -> dict[str, str]:
    day = now.date()
    return {
        "day": day.isoformat(),
        "after": (day + timedelta(days=1)).isoformat(),
        "now": now.isoformat(timespec="minutes"),
    }


def programs_due(
    therapist_id: int | None,
    between: tuple[datetime, datetime],
    old: tuple[date, date],
    build: Callable[..., Row],
) -> list[Row]:
    """Return a therapist's children who come in a time and lack a program, or have an old one.

    ``old`` are the days by which it ends, or had begun. Columns are child_id, child_name,
    starts_on and ends_on of the newest program or None, and next_visit.
    """
    sql = """
        SELECT * FROM (
            SELECT child.id AS child_id,
                trim(child.given_name || ' ' || child.family_name) AS child_name,
                program.starts_on, program.ends_on,
                (SELECT min(starts) FROM session WHERE session.child_id = child.id
                    AND session.starts >= :first AND session.starts < :until
                    AND session.status IN ('planned', 'confirmed', 'arrived')) AS next_visit
            FROM child LEFT JOIN home_program AS program ON program.id = (
                SELECT id FROM home_program WHERE home_program.child_id = child.id
                    AND issued_at IS NOT NULL ORDER BY starts_on DESC, id DESC LIMIT 1)
            WHERE child.therapist_id = :therapist_id AND child.status = 'active'
                AND child.removed_at IS NULL)
        WHERE next_visit IS NOT NULL
            AND (ends_on IS NULL OR ends_on <= :ends_by OR starts_on < :began_by)
        ORDER BY next_visit, child_name
    """
    values = {
        "therapist_id": therapist_id,
        "first": between[0].isoformat(timespec="minutes"),
        "until": between[1].isoformat(timespec="minutes"),
        "ends_by": old[0].isoformat(),
        "began_by": old[1].isoformat(),
    }
    return fetch_sql(sql, values, build)
