"""Reading and writing the children of an intensive and what each of them is to have."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from db.models.base import Table
from db.models.programs import (
    BlockGoal,
    ExcludedTherapist,
    ProgramChild,
    ProgramChildAway,
    ProgramChildHours,
    ProgramChildPreference,
    WantedService,
)
from db.queries.approvals import COUNTS, MINUTES, TAKES, USES_VISIT
from db.queries.plans import OWN_SERIES
from db.rows import Row, fetch_in_order, fetch_sql, fetch_tuples

Columns = dict[str, Any]

_CHILD_IDS = "(SELECT child_id FROM program_child WHERE program_id = :program_id)"

# Details of a program's children, each read in one question; the first column is whose.
DETAILS = {
    "hours": """SELECT program_child_id, weekday, starts_min, ends_min FROM program_child
        JOIN program_child_hours ON program_child_id = program_child.id
        WHERE program_id = :program_id ORDER BY weekday, starts_min""",
    "preferences": """SELECT program_child_id, starts_min, ends_min FROM program_child
        JOIN program_child_preference ON program_child_id = program_child.id
        WHERE program_id = :program_id ORDER BY starts_min""",
    "away": """SELECT program_child_id, first_day, last_day, reason FROM program_child
        JOIN program_child_away ON program_child_id = program_child.id
        WHERE program_id = :program_id ORDER BY first_day""",
    "excluded": """SELECT program_child_id, excluded_therapist.therapist_id FROM program_child
        JOIN excluded_therapist ON program_child_id = program_child.id
        WHERE program_id = :program_id ORDER BY excluded_therapist.id""",
    "goals": """SELECT program_child_id, goal_id FROM program_child
        JOIN block_goal ON program_child_id = program_child.id
        WHERE program_id = :program_id ORDER BY block_goal.id""",
    "wanted": """SELECT program_child_id, wanted_service.id, kind_id, sessions, least, most_a_week,
        most_therapists, is_spread, series_id, dropped_at IS NOT NULL FROM program_child
        JOIN wanted_service ON program_child_id = program_child.id
        WHERE program_id = :program_id ORDER BY wanted_service.id""",
}


_FAMILY_TIMES = """
    SELECT starts_on, ends_on, 'hours', weekday, starts_min, ends_min
    FROM program_child AS member
    JOIN program ON program.id = member.program_id
    JOIN program_child_hours AS said ON said.program_child_id = member.id
    WHERE member.child_id = :child_id AND member.left_on IS NULL
    UNION ALL
    SELECT starts_on, ends_on, 'away', first_day, last_day, NULL
    FROM program_child AS member
    JOIN program ON program.id = member.program_id
    JOIN program_child_away AS said ON said.program_child_id = member.id
    WHERE member.child_id = :child_id AND member.left_on IS NULL
"""


def family_times(child_id: int) -> list[tuple[Any, ...]]:
    """Return first and last day of each intensive of a child, and what the family said of it."""
    return fetch_in_order(_FAMILY_TIMES, {"child_id": child_id}, lambda *row: row)


def children(program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return everybody of a program by priority, then waiting; days and instants as text."""
    sql = """
        SELECT program_child.id, program_child.child_id, given_name, family_name,
            child.household_id, household.travel_minutes, priority, waiting_since,
            program_child.therapist_id, coalesce(therapist.name, '') AS therapist_name,
            therapist_weight, most_a_day, caregivers, user.name AS agreed_by, agreed_at, left_on,
            left_reason
        FROM program_child
        JOIN child ON child.id = program_child.child_id
        LEFT JOIN household ON household.id = child.household_id
        LEFT JOIN therapist ON therapist.id = program_child.therapist_id
        LEFT JOIN user ON user.id = agreed_by
        WHERE program_id = :program_id
        ORDER BY priority, waiting_since IS NULL, waiting_since, given_name, program_child.id
    """
    return fetch_sql(sql, {"program_id": program_id}, build)


def details(program_id: int, name: str) -> list[tuple[Any, ...]]:
    """Return one of ``DETAILS`` for all children of a program."""
    return fetch_in_order(DETAILS[name], {"program_id": program_id}, _row)


def relatives(program_id: int) -> list[tuple[int, int]]:
    """Return (child of the program, other child) for all the same adult brings."""
    sql = f"""
        SELECT mine.id, other.id FROM child AS mine
        JOIN child AS other ON other.household_id = mine.household_id AND other.id <> mine.id
        WHERE mine.id IN {_CHILD_IDS} AND other.removed_at IS NULL
        UNION
        SELECT mine.child_id, other.child_id FROM guardianship AS mine
        JOIN guardianship AS other ON other.caregiver_id = mine.caregiver_id
            AND other.child_id <> mine.child_id AND other.ended_on IS NULL
        WHERE mine.child_id IN {_CHILD_IDS} AND mine.ended_on IS NULL
    """  # noqa: S608  (constants of this module only)
    return fetch_in_order(sql, {"program_id": program_id}, _row)


def approvals(program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the approvals of a program's children; visits of the program itself do not count."""
    sql = f"""
        SELECT authorization.child_id, authorization.id, visits, used_before, starts_on, ends_on,
            measure, rounding,
            (SELECT coalesce(sum({TAKES}), 0) FROM session
                WHERE session.authorization_id = authorization.id
                    AND (session.series_id IS NULL OR session.series_id NOT IN {OWN_SERIES})
                    AND {COUNTS}) AS taken
        FROM authorization
        WHERE authorization.child_id IN {_CHILD_IDS} AND ended_at IS NULL
        ORDER BY authorization.child_id, ends_on IS NULL, ends_on, authorization.id
    """  # noqa: S608  (constants of this module only)
    return fetch_sql(sql, {"program_id": program_id}, build)


def visits_without_approval(program_id: int) -> list[tuple[int, str, int]]:
    """Return (child, day, minutes) of its children’s other visits that use no authorization."""
    sql = f"""
        SELECT session.child_id, substr(session.starts, 1, 10), {MINUTES} FROM session
        WHERE session.child_id IN {_CHILD_IDS} AND authorization_id IS NULL
            AND session.{USES_VISIT}
            AND (session.series_id IS NULL OR session.series_id NOT IN {OWN_SERIES})
            AND EXISTS (SELECT 1 FROM authorization WHERE ended_at IS NULL
                AND authorization.child_id = session.child_id)
        ORDER BY session.starts
    """  # noqa: S608  (constants of this module only)
    return fetch_in_order(sql, {"program_id": program_id}, _row)


def place_of(program_id: int, child_id: int) -> tuple[int, bool] | None:
    """Return (id, has left) of a child's place in a program, or None."""
    query = ProgramChild.select(ProgramChild.id, ProgramChild.left_on).where(
        ProgramChild.program == program_id, ProgramChild.child == child_id
    )
    found = fetch_tuples(query)
    return (int(found[0][0]), found[0][1] is not None) if found else None


def program_and_child(program_child_id: int) -> tuple[int, int] | None:
    """Return (program, child) of a place, or None when it is not in the file."""
    query = ProgramChild.select(ProgramChild.program, ProgramChild.child)
    found = fetch_tuples(query.where(ProgramChild.id == program_child_id))
    return found[0] if found else None


def last_place(child_id: int, not_in: int) -> tuple[int, int] | None:
    """Return (place, program) of the child's latest other program."""
    sql = """SELECT program_child.id, program_id FROM program_child
        JOIN program ON program.id = program_id
        WHERE child_id = :child_id AND program_id <> :not_in
        ORDER BY starts_on DESC LIMIT 1"""
    found = fetch_in_order(sql, {"child_id": child_id, "not_in": not_in}, _row)
    return (int(found[0][0]), int(found[0][1])) if found else None


def child_facts(child_id: int) -> tuple[Any, ...] | None:
    """Return (therapist, status, created at, travel minutes) of a child, or None."""
    sql = """SELECT therapist_id, status, created_at, travel_minutes FROM child
        LEFT JOIN household ON household.id = household_id
        WHERE child.id = :child_id AND removed_at IS NULL"""
    found = fetch_in_order(sql, {"child_id": child_id}, _row)
    return found[0] if found else None


def insert_place(columns: Columns) -> int:
    """Put a child in a program and return the place's id."""
    return int(ProgramChild.insert(**columns).execute())


def change_place(program_child_id: int, columns: Columns) -> int:
    """Set columns of one place and return how many rows that were."""
    query = ProgramChild.update(**columns).where(ProgramChild.id == program_child_id)
    return int(query.execute())


def replace_hours(program_child_id: int, hours: Iterable[tuple[int, int, int]]) -> None:
    """Set when child and caregiver can come: weekday, start and end."""
    rows = [{"weekday": day, "starts_min": start, "ends_min": end} for day, start, end in hours]
    _replace(ProgramChildHours, program_child_id, rows)


def replace_preferences(program_child_id: int, spans: Iterable[tuple[int, int]]) -> None:
    """Set the family's first-choice times of day."""
    rows = [{"starts_min": start, "ends_min": end} for start, end in spans]
    _replace(ProgramChildPreference, program_child_id, rows)


def replace_away(program_child_id: int, away: Iterable[Columns]) -> None:
    """Set the days the family is away."""
    _replace(ProgramChildAway, program_child_id, list(away))


def replace_excluded(program_child_id: int, therapist_ids: Iterable[int]) -> None:
    """Set which therapists a child is never planned with."""
    _replace(ExcludedTherapist, program_child_id, [{"therapist": each} for each in therapist_ids])


def replace_goals(program_child_id: int, goal_ids: Iterable[int]) -> None:
    """Set the goals of the block."""
    _replace(BlockGoal, program_child_id, [{"goal": each} for each in goal_ids])


def insert_wanted(columns: Columns) -> int:
    """Add a wanted service and return its id."""
    return int(WantedService.insert(**columns).execute())


def change_wanted(wanted_id: int, columns: Columns) -> None:
    """Set columns of one wanted service."""
    WantedService.update(**columns).where(WantedService.id == wanted_id).execute()


def drop_wanted(wanted_id: int, at: datetime) -> None:
    """Mark a service as no longer wanted."""
    WantedService.update(dropped_at=at).where(WantedService.id == wanted_id).execute()


def _replace(table: type[Table], program_child_id: int, rows: list[Columns]) -> None:
    whose: Any = table
    whose.delete().where(whose.program_child == program_child_id).execute()
    if rows:
        whose.insert_many([row | {"program_child": program_child_id} for row in rows]).execute()


def _row(*columns: Any) -> tuple[Any, ...]:
    return columns
