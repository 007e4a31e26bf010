"""Reading and writing households, caregivers, their phones and what they may do."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from db.models.caseload import (
    Caregiver,
    CaregiverPhone,
    Child,
    Guardianship,
    Household,
)
from db.rows import Row, fetch_in_order, fetch_sql, fetch_tuples

Columns = dict[str, Any]


def caregivers(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return a child's caregivers in call order; days as text, yes and no as 1 and 0."""
    sql = """
        SELECT caregiver.id, full_name, relation, email, language, needs_interpreter, may_collect,
            may_collect_until, may_receive_papers, custody_note, contact_note,
            is_adult, may_be_told, lives_with, signs_consent, id_seen_on, caregiver.address,
            (SELECT max(dated_on) FROM document WHERE document.child_id = :child_id
                AND document.caregiver_id = caregiver.id AND document.kind = 'court_order'
                AND document.ended_at IS NULL) AS court_order_on
        FROM guardianship JOIN caregiver ON caregiver.id = caregiver_id
        WHERE child_id = :child_id AND ended_on IS NULL ORDER BY guardianship.call_order
    """
    return fetch_sql(sql, {"child_id": child_id}, build)


def phones(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return caregiver id, number and kind of every phone of a child's caregivers, in order."""
    sql = """
        SELECT caregiver_phone.caregiver_id, number, kind FROM guardianship
        JOIN caregiver_phone ON caregiver_phone.caregiver_id = guardianship.caregiver_id
        WHERE child_id = :child_id
        ORDER BY caregiver_phone.caregiver_id, caregiver_phone.call_order
    """
    return fetch_in_order(sql, {"child_id": child_id}, build)


def siblings(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the other children of the same household."""
    sql = """
        SELECT id, given_name, family_name FROM child
        WHERE household_id = (SELECT household_id FROM child WHERE id = :child_id)
            AND id <> :child_id AND removed_at IS NULL
        ORDER BY born_on
    """
    return fetch_sql(sql, {"child_id": child_id}, build)


def insert_household(columns: Columns) -> int:
    """Add a household and return its id."""
    return int(Household.insert(**columns).execute())


def household_of(child_id: int) -> int | None:
    """Return the household of a child, or None."""
    household_id: int | None
    [(household_id,)] = fetch_tuples(Child.select(Child.household).where(Child.id == child_id))
    return household_id


def change_household(household_id: int, columns: Columns) -> None:
    """Set columns of one household."""
    Household.update(**columns).where(Household.id == household_id).execute()


def insert_caregiver(columns: Columns) -> int:
    """Add a caregiver and return the id."""
    return int(Caregiver.insert(**columns).execute())


def change_caregiver(caregiver_id: int, columns: Columns) -> None:
    """Set columns of one caregiver."""
    Caregiver.update(**columns).where(Caregiver.id == caregiver_id).execute()


def replace_phones(caregiver_id: int, numbers: Iterable[tuple[str, str, str]]) -> None:
    """Set a caregiver's phones to (number, digits, kind) in call order."""
    CaregiverPhone.delete().where(CaregiverPhone.caregiver == caregiver_id).execute()
    for order, (number, digits, kind) in enumerate(numbers, start=1):
        CaregiverPhone.insert(
            caregiver=caregiver_id, call_order=order, number=number, digits=digits, kind=kind
        ).execute()


def put_guardianship(child_id: int, caregiver_id: int, columns: Columns) -> None:
    """Say what a caregiver is to a child and may do; a second call replaces the first."""
    Guardianship.insert(child=child_id, caregiver=caregiver_id, **columns).on_conflict(
        conflict_target=[Guardianship.child, Guardianship.caregiver], update=columns
    ).execute()


def put_call_order(child_id: int, caregiver_ids: Iterable[int]) -> None:
    """Call a child's caregivers in this order."""
    for order, caregiver_id in enumerate(caregiver_ids, start=1):
        Guardianship.update(call_order=order).where(
            Guardianship.child == child_id, Guardianship.caregiver == caregiver_id
        ).execute()


def end_guardianship(child_id: int, caregiver_id: int, day: date) -> None:
    """Take a caregiver off a child's list; the row stays."""
    Guardianship.update(ended_on=day).where(
        Guardianship.child == child_id, Guardianship.caregiver == caregiver_id
    ).execute()


def children_of(caregiver_id: int) -> list[int]:
    """Return the children a caregiver cares for."""
    query = Guardianship.select(Guardianship.child).where(
        Guardianship.caregiver == caregiver_id, Guardianship.ended_on.is_null()
    )
    return [child_id for (child_id,) in fetch_tuples(query)]


def names_of(child_id: int) -> tuple[list[str], str | None]:
    """Return every name a child is found by, caregivers' included, and the record number."""
    query = Child.select(
        Child.given_name, Child.family_name, Child.preferred_name, Child.record_number
    ).where(Child.id == child_id)
    [(*names, record_number)] = fetch_tuples(query)
    carers = Caregiver.select(Caregiver.full_name).join(Guardianship)
    carers = carers.where(Guardianship.child == child_id, Guardianship.ended_on.is_null())
    return [*names, *(name for (name,) in fetch_tuples(carers))], record_number


def phone_digits(child_id: int) -> list[tuple[int, str]]:
    """Return (caregiver id, digits) of every phone of a child's present caregivers."""
    query = (
        CaregiverPhone.select(CaregiverPhone.caregiver, CaregiverPhone.digits)
        .join(Guardianship, on=Guardianship.caregiver == CaregiverPhone.caregiver)
        .where(Guardianship.child == child_id, Guardianship.ended_on.is_null())
    )
    return fetch_tuples(query)
