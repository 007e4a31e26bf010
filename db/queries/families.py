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
from db.rows import Row, fetch, fetch_tuples

Columns = dict[str, Any]


def caregivers(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return a child's caregivers in call order."""
    query = (
        Guardianship.select(
            Caregiver.id,
            Caregiver.full_name,
            Guardianship.relation,
            Caregiver.email,
            Caregiver.language,
            Caregiver.needs_interpreter,
            Guardianship.may_collect,
            Guardianship.may_collect_until,
            Guardianship.may_receive_papers,
            Guardianship.custody_note,
            Caregiver.contact_note,
        )
        .join(Caregiver)
        .where(Guardianship.child == child_id, Guardianship.ended_on.is_null())
        .order_by(Guardianship.call_order)
    )
    return fetch(query, build)


def phones(child_id: int) -> list[tuple[int, str, str]]:
    """Return (caregiver id, number, kind) of every phone of a child's caregivers, in call order."""
    query = (
        CaregiverPhone.select(CaregiverPhone.caregiver, CaregiverPhone.number, CaregiverPhone.kind)
        .join(Guardianship, on=Guardianship.caregiver == CaregiverPhone.caregiver)
        .where(Guardianship.child == child_id)
        .order_by(CaregiverPhone.caregiver, CaregiverPhone.call_order)
    )
    return fetch_tuples(query)


def siblings(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the other children of the same household."""
    household = Child.select(Child.household).where(Child.id == child_id)
    query = (
        Child.select(Child.id, Child.given_name, Child.family_name)
        .where(Child.household.in_(household), Child.id != child_id, Child.removed_at.is_null())
        .order_by(Child.born_on)
    )
    return fetch(query, build)


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
