"""Reading everybody at once for an import, writing many rows at once, and taking them back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from db.connection import database
from db.models.access import Audit, User
from db.models.caseload import (
    Alert,
    Authorization,
    Caregiver,
    CaregiverPhone,
    Child,
    ChildSearch,
    Guardianship,
    Household,
    ImportBatch,
)
from db.models.home_programs import HomeProgram, IssuedPaper
from db.models.notes import Note
from db.models.scheduling import Series, Session
from db.models.staff import Therapist
from db.rows import Row, fetch, fetch_tuples

Columns = dict[str, Any]

_USED_BY = (Session, Series, Note, HomeProgram, IssuedPaper)


def children(child_ids: Sequence[int] | None, build: Callable[..., Row]) -> list[Row]:
    """Return children who are not removed, with household and therapist; None means everybody."""
    query = (
        Child.select(
            Child,
            Household.address,
            Household.city,
            Household.state,
            Household.postal_code,
            Therapist.name.alias("therapist_name"),
            Therapist.credentials.alias("therapist_credentials"),
        )
        .join(Household, JOIN.LEFT_OUTER)
        .switch(Child)
        .join(Therapist, JOIN.LEFT_OUTER)
        .where(Child.removed_at.is_null())
        .order_by(Child.id)
    )
    if child_ids is not None:
        query = query.where(Child.id.in_(child_ids))
    return fetch(query, build)


def caregivers(child_ids: Sequence[int] | None) -> list[tuple[int, int, str, str, str]]:
    """Return (child, caregiver, name, relation, email) in call order."""
    query = (
        Guardianship.select(
            Guardianship.child,
            Guardianship.caregiver,
            Caregiver.full_name,
            Guardianship.relation,
            Caregiver.email,
        )
        .join(Caregiver)
        .where(Guardianship.ended_on.is_null())
        .order_by(Guardianship.child, Guardianship.call_order, Guardianship.id)
    )
    return fetch_tuples(_of(query, Guardianship.child, child_ids))


def phones(child_ids: Sequence[int] | None) -> list[tuple[int, str]]:
    """Return (caregiver, number) in call order, of the caregivers of these children."""
    query = CaregiverPhone.select(CaregiverPhone.caregiver, CaregiverPhone.number).order_by(
        CaregiverPhone.caregiver, CaregiverPhone.call_order
    )
    if child_ids is not None:
        carers = Guardianship.select(Guardianship.caregiver).where(
            Guardianship.child.in_(child_ids)
        )
        query = query.where(CaregiverPhone.caregiver.in_(carers))
    return fetch_tuples(query)


def alerts(child_ids: Sequence[int] | None) -> list[tuple[int, str, str, str, bool]]:
    """Return (child, kind, title, details, whether it is in force), oldest first."""
    query = Alert.select(
        Alert.child, Alert.kind, Alert.title, Alert.details, Alert.ended_at.is_null()
    ).order_by(Alert.child, Alert.id)
    return fetch_tuples(_of(query, Alert.child, child_ids))


def authorizations(child_ids: Sequence[int] | None) -> list[tuple[Any, ...]]:
    """Return (child, id, payer, number, visits, used before, start, end), oldest first."""
    query = (
        Authorization.select(
            Authorization.child,
            Authorization.id,
            Authorization.payer,
            Authorization.number,
            Authorization.visits,
            Authorization.used_before,
            Authorization.starts_on,
            Authorization.ends_on,
        )
        .where(Authorization.ended_at.is_null())
        .order_by(Authorization.child, Authorization.id)
    )
    return fetch_tuples(_of(query, Authorization.child, child_ids))


def record_numbers() -> set[str]:
    """Return every record number in use, those of removed children too."""
    query = Child.select(Child.record_number).where(Child.record_number.is_null(False))  # noqa: FBT003  (peewee's own word for "is not")
    return {number for (number,) in fetch_tuples(query)}


def addresses(household_ids: Sequence[int]) -> dict[int, tuple[str, str, str, str]]:
    """Return (street, city, state, postal code) by household."""
    query = Household.select(
        Household.id, Household.address, Household.city, Household.state, Household.postal_code
    ).where(Household.id.in_(household_ids))
    return {household_id: address for household_id, *address in fetch_tuples(query)}


def newest_ids() -> tuple[int, int, int]:
    """Return the highest id of households, children and caregivers; valid while writing."""
    highest = [_highest(table) for table in (Household, Child, Caregiver)]
    return highest[0], highest[1], highest[2]


def insert_families(
    households: Iterable[Columns], people: Iterable[Columns], numbers: Iterable[Columns]
) -> None:
    """Add households and caregivers with given ids, and the caregivers' phones."""
    _insert(Household, households)
    _insert(Caregiver, people)
    _insert(CaregiverPhone, numbers)


def insert_children(children_: Iterable[Columns], words: Iterable[Columns]) -> None:
    """Add children with given ids, and the words they are found by."""
    _insert(Child, children_)
    _insert(ChildSearch, words)


def insert_belongings(
    guardianships: Iterable[Columns], alerts_: Iterable[Columns], papers: Iterable[Columns]
) -> None:
    """Add what hangs on children: who cares for them, alerts, authorizations."""
    _insert(Guardianship, guardianships)
    _insert(Alert, alerts_)
    _insert(Authorization, papers)


def next_phone_place(caregiver_id: int) -> int:
    """Return the call order of one more phone."""
    query = CaregiverPhone.select(fn.COALESCE(fn.MAX(CaregiverPhone.call_order), 0))
    [(last,)] = fetch_tuples(query.where(CaregiverPhone.caregiver == caregiver_id))
    return int(last) + 1


def next_call_place(child_id: int) -> int:
    """Return the call order of one more caregiver."""
    query = Guardianship.select(fn.COALESCE(fn.MAX(Guardianship.call_order), 0))
    [(last,)] = fetch_tuples(query.where(Guardianship.child == child_id))
    return int(last) + 1


def set_relation(child_id: int, caregiver_id: int, relation: str) -> None:
    """Say what a caregiver is to a child."""
    Guardianship.update(relation=relation).where(
        Guardianship.child == child_id, Guardianship.caregiver == caregiver_id
    ).execute()


def change_authorization(authorization_id: int, columns: Columns) -> None:
    """Set columns of one authorization."""
    Authorization.update(**columns).where(Authorization.id == authorization_id).execute()


def batches(build: Callable[..., Row]) -> list[Row]:
    """Return every import, newest first, with how many of its children are on the caseload."""
    query = (
        ImportBatch.select(
            ImportBatch.id,
            ImportBatch.file_name,
            ImportBatch.imported_at,
            User.name.alias("imported_by"),
            ImportBatch.undone_at,
            fn.COUNT(Child.id).alias("children"),
        )
        .join(User, JOIN.LEFT_OUTER)
        .switch(ImportBatch)
        .join(Child, JOIN.LEFT_OUTER)
        .group_by(ImportBatch.id)
        .order_by(ImportBatch.id.desc())
    )
    return fetch(query, build)


def used_children(batch_id: int, looked: Sequence[str]) -> list[tuple[str, str]]:
    """Return (given, family name) of an import's children to whom something happened since.

    ``looked`` are the actions of the audit trail that change nothing.
    """
    happened = Audit.select(Audit.child).where(
        Audit.child.is_null(False),  # noqa: FBT003  (peewee's own word for "is not")
        Audit.action.not_in(looked),
    )
    touched = Child.id.in_(happened)
    for table in _USED_BY:
        touched |= Child.id.in_(table.select(table.child))
    query = Child.select(Child.given_name, Child.family_name).where(
        Child.import_batch == batch_id, Child.removed_at.is_null(), touched
    )
    return fetch_tuples(query.order_by(Child.family_name, Child.given_name))


def remove_children(batch_id: int, removed_at: datetime) -> int:
    """Take an import's children off the caseload and free their record numbers; rows stay."""
    freed = Child.record_number.concat(f" (import {batch_id} taken back)")
    query = Child.update(removed_at=removed_at, record_number=freed).where(
        Child.import_batch == batch_id, Child.removed_at.is_null()
    )
    return int(query.execute())


def mark_undone(batch_id: int, undone_at: datetime) -> None:
    """Say when an import was taken back."""
    ImportBatch.update(undone_at=undone_at).where(ImportBatch.id == batch_id).execute()


def _of(query: Any, column: Any, child_ids: Sequence[int] | None) -> Any:
    return query if child_ids is None else query.where(column.in_(child_ids))


def _highest(table: Any) -> int:
    [(highest,)] = fetch_tuples(table.select(fn.COALESCE(fn.MAX(table.id), 0)))
    return int(highest)


def _insert(table: Any, rows: Iterable[Columns]) -> None:
    """Write rows that have the same columns; the statement is put together once.

    Peewee puts every row of ``insert_many`` together anew, which takes seconds for a big clinic.
    """
    waiting = list(rows)
    if not waiting:
        return
    meta = table._meta  # noqa: SLF001  (Peewee's public name for what a table is)
    fields = [meta.fields[name] for name in waiting[0]]
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    marks = ", ".join("?" * len(fields))
    sql = f'INSERT INTO "{meta.table_name}" ({columns}) VALUES ({marks})'  # noqa: S608  (names of our own tables)
    for row in waiting:
        database.execute_sql(sql, [field.db_value(row[field.name]) for field in fields])
