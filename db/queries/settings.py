"""Reading and writing the clinic's settings, hours, rooms, closed days and therapists."""

from collections.abc import Callable, Iterable
from datetime import date

from db.models.scheduling import Interpreter
from db.models.settings import ClinicHours, ClosedDay, Room, Setting
from db.models.staff import Therapist, TherapistHours
from db.rows import Row, fetch, fetch_tuples

Stretch = tuple[int, int, int]
"""Weekday (Monday is 0), start and end in minutes from midnight."""


def setting(name: str) -> str | None:
    """Return the JSON text of one setting, or None when it was never set."""
    row = Setting.select(Setting.value).where(Setting.name == name).tuples().first()
    return row[0] if row else None


def put_setting(name: str, value: str) -> None:
    """Set one setting to JSON text."""
    Setting.insert(name=name, value=value).on_conflict(
        conflict_target=[Setting.name], update={Setting.value: value}
    ).execute()


def rooms(build: Callable[..., Row]) -> list[Row]:
    """Return active rooms by name."""
    query = Room.select(Room.id, Room.name, Room.capacity, Room.equipment)
    return fetch(query.where(Room.is_active).order_by(Room.name.collate("NOCASE")), build)


def insert_room(name: str, capacity: int, equipment: str) -> int:
    """Add a room and return its id."""
    return int(Room.insert(name=name, capacity=capacity, equipment=equipment).execute())


def interpreters(build: Callable[..., Row]) -> list[Row]:
    """Return active interpreters by name."""
    query = Interpreter.select(
        Interpreter.id, Interpreter.name, Interpreter.languages, Interpreter.phone
    )
    return fetch(query.where(Interpreter.is_active).order_by(Interpreter.name), build)


def insert_interpreter(name: str, languages: str, phone: str) -> int:
    """Add an adult who interprets and return the id."""
    columns = {"name": name, "languages": languages, "phone": phone}
    return int(Interpreter.insert(is_adult=True, **columns).execute())


def clinic_hours() -> list[Stretch]:
    """Return when the clinic is open."""
    query = ClinicHours.select(ClinicHours.weekday, ClinicHours.starts_min, ClinicHours.ends_min)
    return fetch_tuples(query.order_by(ClinicHours.weekday, ClinicHours.starts_min))


def replace_clinic_hours(stretches: Iterable[Stretch]) -> None:
    """Set when the clinic is open."""
    ClinicHours.delete().execute()
    rows = [{"weekday": day, "starts_min": start, "ends_min": end} for day, start, end in stretches]
    if rows:
        ClinicHours.insert_many(rows).execute()


def closed_days(build: Callable[..., Row]) -> list[Row]:
    """Return closed days in order."""
    return fetch(ClosedDay.select(ClosedDay.day, ClosedDay.reason).order_by(ClosedDay.day), build)


def put_closed_day(day: date, reason: str) -> None:
    """Close the clinic on ``day``; a second reason replaces the first."""
    ClosedDay.insert(day=day, reason=reason).on_conflict(
        conflict_target=[ClosedDay.day], update={ClosedDay.reason: reason}
    ).execute()


def remove_closed_day(day: date) -> int:
    """Open the clinic again on ``day`` and return how many days were closed."""
    return int(ClosedDay.delete().where(ClosedDay.day == day).execute())


def therapists(build: Callable[..., Row]) -> list[Row]:
    """Return active therapists by name."""
    query = Therapist.select(
        Therapist.id,
        Therapist.name,
        Therapist.credentials,
        Therapist.color_slot,
        Therapist.supervisor.alias("supervisor_id"),
    )
    return fetch(query.where(Therapist.is_active).order_by(Therapist.name.collate("NOCASE")), build)


def insert_therapist(
    name: str, credentials: str, color_slot: int, supervisor_id: int | None
) -> int:
    """Add a therapist and return the id."""
    query = Therapist.insert(
        name=name, credentials=credentials, color_slot=color_slot, supervisor=supervisor_id
    )
    return int(query.execute())


def therapist_hours() -> list[tuple[int, int, int, int]]:
    """Return (therapist id, weekday, start, end) of every working stretch."""
    hours = TherapistHours
    query = hours.select(hours.therapist, hours.weekday, hours.starts_min, hours.ends_min)
    return fetch_tuples(query.order_by(hours.therapist, hours.weekday, hours.starts_min))


def replace_therapist_hours(therapist_id: int, stretches: Iterable[Stretch]) -> None:
    """Set when one therapist works."""
    TherapistHours.delete().where(TherapistHours.therapist == therapist_id).execute()
    rows = [
        {"therapist": therapist_id, "weekday": day, "starts_min": start, "ends_min": end}
        for day, start, end in stretches
    ]
    if rows:
        TherapistHours.insert_many(rows).execute()
