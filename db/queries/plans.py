"""Reading and writing the plans of an intensive, its visits, and what families were told."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from peewee import fn

from db.connection import database
from db.faults import database_faults
from db.models.programs import FamilyTold, Plan, PlannedSession
from db.models.scheduling import Series, Session
from db.queries.scheduling import BOOKING
from db.rows import Row, fetch_in_order, fetch_sql, fetch_tuples

Columns = dict[str, Any]
ROWS_AT_ONCE = 500

# The series a program's plan became; other visits, of whatever series, only stand in its way.
OWN_SERIES = """(SELECT series_id FROM wanted_service
    JOIN program_child ON program_child.id = program_child_id
    WHERE program_id = :program_id AND series_id IS NOT NULL)"""


def plans(program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the plans of a program by name."""
    return fetch_sql(
        f"{_PLAN} WHERE plan.program_id = :program_id ORDER BY length(plan.name), plan.name",
        {"program_id": program_id},
        build,
    )


def plan(plan_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one plan, or None."""
    found = fetch_sql(f"{_PLAN} WHERE plan.id = :plan_id", {"plan_id": plan_id}, build)
    return found[0] if found else None


_PLAN = """
    SELECT plan.id, plan.program_id, plan.name, user.name AS made_by, made_at, is_chosen, score,
        bound, seconds, seed, solver,
        (SELECT count(*) FROM planned_session WHERE plan_id = plan.id) AS sessions
    FROM plan JOIN user ON user.id = made_by
"""


def insert_plan(columns: Columns) -> int:
    """Add a plan and return its id."""
    return int(Plan.insert(**columns).execute())


def change_plan(plan_id: int, columns: Columns) -> None:
    """Set columns of one plan."""
    Plan.update(**columns).where(Plan.id == plan_id).execute()


def choose_plan(program_id: int, plan_id: int) -> None:
    """Make one plan the chosen one, and no other."""
    Plan.update(is_chosen=False).where(Plan.program == program_id, Plan.is_chosen).execute()
    Plan.update(is_chosen=True).where(Plan.id == plan_id).execute()


def delete_plan(plan_id: int) -> None:
    """Throw a plan away with its sessions; calendar visits are not touched."""
    PlannedSession.delete().where(PlannedSession.plan == plan_id).execute()
    Plan.delete().where(Plan.id == plan_id).execute()


def reasons(plan_id: int) -> str:
    """Return the planner's reasons of one plan as JSON text."""
    found = fetch_tuples(Plan.select(Plan.reasons).where(Plan.id == plan_id))
    return found[0][0] if found else "{}"


def planned_sessions(plan_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return (id, wanted, start, therapist, room, locked, moved, visit) of every session."""
    sql = """SELECT id, wanted_id, starts, therapist_id, room_id, is_locked, is_moved, session_id
        FROM planned_session WHERE plan_id = :plan_id ORDER BY starts, id"""
    return fetch_in_order(sql, {"plan_id": plan_id}, build)


def planned_session(planned_id: int) -> tuple[int, int] | None:
    """Return (plan, wanted) of a planned session, or None when it is not in the file."""
    query = PlannedSession.select(PlannedSession.plan, PlannedSession.wanted)
    found = fetch_tuples(query.where(PlannedSession.id == planned_id))
    return found[0] if found else None


def put_planned(plan_id: int, rows: Iterable[Columns]) -> list[int]:
    """Add planned sessions, or put them back under their ids; return the ids in order."""
    return [int(PlannedSession.insert(plan=plan_id, **row).execute()) for row in rows]


def insert_planned(plan_id: int, rows: list[Columns]) -> None:
    """Add many planned sessions at once."""
    for start in range(0, len(rows), ROWS_AT_ONCE):
        some = [row | {"plan": plan_id} for row in rows[start : start + ROWS_AT_ONCE]]
        PlannedSession.insert_many(some).execute()


def change_planned(planned_id: int, columns: Columns) -> None:
    """Set columns of one planned session."""
    PlannedSession.update(**columns).where(PlannedSession.id == planned_id).execute()


def delete_planned(planned_ids: Iterable[int]) -> None:
    """Take sessions out of their plans."""
    for planned_id in planned_ids:
        PlannedSession.delete().where(PlannedSession.id == planned_id).execute()


def open_planned_of(wanted_ids: Collection[int], history: Collection[int]) -> list[int]:
    """Return the planned sessions of services in all plans but those of visits in ``history``."""
    query = PlannedSession.select(PlannedSession.id, PlannedSession.session)
    rows = fetch_tuples(query.where(PlannedSession.wanted.in_(list(wanted_ids))))
    return [planned_id for planned_id, session_id in rows if session_id not in history]


def is_published(plan_id: int) -> bool:
    """Say whether a session of the plan ever was a visit in the calendar."""
    query = PlannedSession.select().where(
        PlannedSession.plan == plan_id, PlannedSession.session.is_null(is_null=False)
    )
    return bool(query.exists())


def own_sessions(program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the visits of a program that were not withdrawn, columns in a visit's order."""
    sql = """
        SELECT session.id, session.series_id, session.child_id, session.therapist_id,
            session.room_id, session.starts, session.ends, session.status,
            note.id IS NOT NULL, session.authorization_id, session.override_reason, session.number,
            session.interpreter_id
        FROM program_child JOIN wanted_service ON program_child_id = program_child.id
        JOIN session ON session.series_id = wanted_service.series_id
        LEFT JOIN note ON note.session_id = session.id
        WHERE program_id = :program_id AND session.status <> 'withdrawn'
        ORDER BY session.starts, session.id
    """
    return fetch_in_order(sql, {"program_id": program_id}, build)


def other_bookings(
    program_id: int,
    who: dict[str, Collection[int]],
    days: tuple[date, date],
    build: Callable[..., Row],
) -> list[Row]:
    """Return visits of any of ``who`` between two days that are not the program's own."""
    values: dict[str, Any] = {
        "program_id": program_id,
        "first": days[0].isoformat(),
        "after": (days[1] + timedelta(days=1)).isoformat(),
    }
    parts = []
    for column, ids in who.items():
        values |= {f"{column}_{n}": each for n, each in enumerate(ids)}
        listed = ", ".join(f":{column}_{n}" for n in range(len(ids)))
        parts.append(
            f"SELECT id FROM session WHERE {column} IN ({listed}) "  # noqa: S608  (names are ours, values are bound)
            "AND starts >= :first AND starts < :after"
        )
    sql = f"""{BOOKING} WHERE session.id IN ({" UNION ".join(parts)})
        AND (session.series_id IS NULL OR session.series_id NOT IN {OWN_SERIES})
        ORDER BY session.starts"""
    return fetch_in_order(sql, values, build)


def change_session(session_id: int, columns: Columns) -> None:
    """Set columns of one visit; the file refuses a clash."""
    Session.update(**columns).where(Session.id == session_id).execute()


def insert_sessions(rows: list[Columns]) -> list[int]:
    """Add visits and return their ids in order; the file refuses all of them when one clashes."""
    if not rows:
        return []
    first = int(Session.select(fn.coalesce(fn.max(Session.id), 0)).scalar()) + 1
    ids = list(range(first, first + len(rows)))
    numbered = [row | {"id": id_} for id_, row in zip(ids, rows, strict=True)]
    for start in range(0, len(numbered), ROWS_AT_ONCE):
        Session.insert_many(numbered[start : start + ROWS_AT_ONCE]).execute()
    return ids


def link_sessions(visit_of: Mapping[int, int]) -> None:
    """Say which visit each planned session became."""
    pairs = [(session_id, planned_id) for planned_id, session_id in visit_of.items()]
    with database_faults():
        database.connection().executemany(
            "UPDATE planned_session SET session_id = ? WHERE id = ?", pairs
        )


def change_series(series_id: int, columns: Columns) -> None:
    """Set columns of one series."""
    Series.update(**columns).where(Series.id == series_id).execute()


def insert_told(columns: Columns) -> int:
    """Keep that a family was told, and return the row's id."""
    return int(FamilyTold.insert(**columns).execute())


def take_back_told(told_ids: Collection[int], at: datetime) -> None:
    """Keep that families were not told after all."""
    FamilyTold.update(taken_back_at=at).where(FamilyTold.id.in_(told_ids)).execute()


def last_told(program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return for every child of a program when the family was last told what, instants as text."""
    sql = """
        SELECT program_child_id, how, max(told_at) AS told_at, user.name AS told_by, times
        FROM family_told JOIN program_child ON program_child.id = program_child_id
        JOIN user ON user.id = told_by
        WHERE program_id = :program_id AND taken_back_at IS NULL GROUP BY program_child_id
    """
    return fetch_sql(sql, {"program_id": program_id}, build)


def contacts(program_id: int) -> list[tuple[int, str, str]]:
    """Return (child, phone, language) of whom to call first for each child of a program."""
    sql = """
        SELECT program_child.child_id, coalesce((SELECT number FROM caregiver_phone
                WHERE caregiver_phone.caregiver_id = guardianship.caregiver_id
                ORDER BY call_order LIMIT 1), ''), caregiver.language
        FROM program_child
        JOIN guardianship ON guardianship.child_id = program_child.child_id
        JOIN caregiver ON caregiver.id = guardianship.caregiver_id
        WHERE program_id = :program_id AND guardianship.ended_on IS NULL
        ORDER BY program_child.child_id, guardianship.call_order
    """
    return fetch_in_order(sql, {"program_id": program_id}, _row)


def _row(*columns: Any) -> tuple[Any, ...]:
    return columns
