"""Reading and writing intensives as they are set up: rules, kinds of session, therapists."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from db.models.programs import (
    ProgramRule,
    ProgramTherapist,
    SessionKind,
    SessionKindRoom,
    SessionKindTherapist,
    WantedService,
)
from db.models.scheduling import Program
from db.rows import Row, fetch_sql, fetch_tuples

Columns = dict[str, Any]


def programs(build: Callable[..., Row], program_id: int | None = None) -> list[Row]:
    """Return all programs, the latest first, or the one asked for; days as text."""
    sql = """
        SELECT program.id, name, status, starts_on, ends_on, sessions, length_minutes, most_a_day,
            least_a_week, most_a_week, longest_gap_days,
            (SELECT count(*) FROM program_child WHERE program_id = program.id AND left_on IS NULL)
                AS children,
            (SELECT id FROM plan WHERE program_id = program.id AND is_chosen) AS chosen_plan_id
        FROM program WHERE :program_id IS NULL OR program.id = :program_id
        ORDER BY starts_on DESC, program.id DESC
    """
    return fetch_sql(sql, {"program_id": program_id}, build)


def insert_program(columns: Columns) -> int:
    """Add an intensive and return its id."""
    return int(Program.insert(**columns).execute())


def change_program(program_id: int, columns: Columns) -> int:
    """Set columns of one program and return how many rows that were."""
    return int(Program.update(**columns).where(Program.id == program_id).execute())


def rules(program_id: int) -> list[tuple[str, str, int | None]]:
    """Return (rule, weight, number) of a program."""
    query = ProgramRule.select(ProgramRule.rule, ProgramRule.weight, ProgramRule.number)
    return fetch_tuples(query.where(ProgramRule.program == program_id).order_by(ProgramRule.id))


def replace_rules(program_id: int, choices: Iterable[tuple[str, str, int | None]]) -> None:
    """Set how much each rule matters in a program."""
    ProgramRule.delete().where(ProgramRule.program == program_id).execute()
    for rule, weight, number in choices:
        ProgramRule.insert(program=program_id, rule=rule, weight=weight, number=number).execute()


def kinds(program_id: int) -> list[tuple[int, str, str, int, bool]]:
    """Return (id, name, skill area, minutes, is dropped) of every kind, dropped ones too."""
    query = SessionKind.select(
        SessionKind.id,
        SessionKind.name,
        SessionKind.skill_area,
        SessionKind.length_minutes,
        SessionKind.dropped_at.is_null(is_null=False),
    ).where(SessionKind.program == program_id)
    return fetch_tuples(query.order_by(SessionKind.id))


def rooms_of_kinds(program_id: int) -> list[tuple[int, int]]:
    """Return (kind, room) for every room a kind fits in."""
    query = SessionKindRoom.select(SessionKindRoom.kind, SessionKindRoom.room).join(SessionKind)
    query = query.where(SessionKind.program == program_id)
    return fetch_tuples(query.order_by(SessionKindRoom.id))


def therapists_of_kinds(program_id: int) -> list[tuple[int, int]]:
    """Return (kind, therapist) for everybody who can give a kind."""
    query = SessionKindTherapist.select(SessionKindTherapist.kind, SessionKindTherapist.therapist)
    query = query.join(SessionKind).where(SessionKind.program == program_id)
    return fetch_tuples(query.order_by(SessionKindTherapist.id))


def insert_kind(columns: Columns) -> int:
    """Add a kind of session and return its id."""
    return int(SessionKind.insert(**columns).execute())


def change_kind(kind_id: int, columns: Columns) -> int:
    """Set columns of one kind that was not dropped, and return how many rows that were."""
    query = SessionKind.update(**columns).where(
        SessionKind.id == kind_id, SessionKind.dropped_at.is_null()
    )
    return int(query.execute())


def replace_of_kind(kind_id: int, room_ids: Iterable[int], therapist_ids: Iterable[int]) -> None:
    """Set the rooms a kind fits in and who can give it."""
    SessionKindRoom.delete().where(SessionKindRoom.kind == kind_id).execute()
    SessionKindTherapist.delete().where(SessionKindTherapist.kind == kind_id).execute()
    for room_id in room_ids:
        SessionKindRoom.insert(kind=kind_id, room=room_id).execute()
    for therapist_id in therapist_ids:
        SessionKindTherapist.insert(kind=kind_id, therapist=therapist_id).execute()


def program_of_kind(kind_id: int) -> int | None:
    """Return the program of a kind, or None when it is not in the file."""
    query = SessionKind.select(SessionKind.program).where(SessionKind.id == kind_id)
    found = fetch_tuples(query)
    return int(found[0][0]) if found else None


def children_wanting(kind_id: int) -> int:
    """Return how many services still ask for a kind."""
    query = WantedService.select().where(
        WantedService.kind == kind_id, WantedService.dropped_at.is_null()
    )
    return int(query.count())


def drop_kind(kind_id: int, at: datetime) -> None:
    """Mark a kind as no longer offered."""
    SessionKind.update(dropped_at=at).where(SessionKind.id == kind_id).execute()


def therapists(program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return who takes part, by name."""
    sql = """
        SELECT therapist_id, name, color_slot, most_minutes_a_day, writing_minutes,
            lunch_from_min, lunch_until_min, lunch_minutes
        FROM program_therapist JOIN therapist ON therapist.id = therapist_id
        WHERE program_id = :program_id ORDER BY name COLLATE NOCASE
    """
    return fetch_sql(sql, {"program_id": program_id}, build)


def put_therapist(program_id: int, therapist_id: int, columns: Columns) -> None:
    """Let a therapist take part; a second call replaces the limits."""
    ProgramTherapist.insert(program=program_id, therapist=therapist_id, **columns).on_conflict(
        conflict_target=[ProgramTherapist.program, ProgramTherapist.therapist], update=columns
    ).execute()


def leave_out_therapist(program_id: int, therapist_id: int) -> int:
    """Let a therapist take no part, and return how many rows that were."""
    query = ProgramTherapist.delete().where(
        ProgramTherapist.program == program_id, ProgramTherapist.therapist == therapist_id
    )
    return int(query.execute())
