"""Use cases that describe the clinic itself."""

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict, fields
from datetime import date
from itertools import groupby

from db.queries import settings as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import keep_to
from ot_desktop.errors import ValidationError
from ot_desktop.paper.page import PageSize
from ot_desktop.permissions import Permission
from ot_desktop.settings.domain import (
    Clinic,
    ClinicSettings,
    ClosedDay,
    Hours,
    Interpreter,
    InterpreterDraft,
    Room,
    Therapist,
    TherapistDraft,
)
from ot_desktop.work import Entry, Work

COLOR_SLOTS = 8


class SettingsService:
    """Describe the clinic, and read the description back."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def clinic(self) -> Clinic:
        """Return everything planning and printing need to know of the clinic."""
        return Clinic(
            settings=self._settings(),
            hours=tuple(Hours(*stretch) for stretch in queries.clinic_hours()),
            rooms=tuple(queries.rooms(Room)),
            closed_days=tuple(queries.closed_days(ClosedDay)),
            therapists=self._therapists(),
            interpreters=tuple(queries.interpreters(Interpreter)),
        )

    def describe(self, settings: ClinicSettings) -> None:
        """Keep the clinic's choices."""
        settings.check()
        with self._saving() as entry:
            values = asdict(settings) | {"paper": settings.paper.value}
            queries.put_setting("clinic", json.dumps(values))
            entry.subject = "clinic"
        self.keep_time()

    def keep_time(self) -> None:
        """Let the program go by the clinic's own time zone."""
        keep_to(self._settings().zone)

    def set_hours(self, hours: Iterable[Hours]) -> None:
        """Set when the clinic is open."""
        stretches = [(each.weekday, each.starts_min, each.ends_min) for each in hours]
        if not stretches:
            raise ValidationError({"hours": "Choose at least one day the clinic is open."})
        with self._saving() as entry:
            queries.replace_clinic_hours(stretches)
            entry.subject = "hours"

    def add_room(self, name: str, capacity: int = 1, equipment: str = "") -> int:
        """Add a room and return its id."""
        problems: dict[str, str] = {}
        if not name.strip():
            problems["room_name"] = "Enter the room’s name."
        if capacity < 1:
            problems["room_capacity"] = "A room holds at least 1 child."
        if any(room.name.casefold() == name.strip().casefold() for room in queries.rooms(Room)):
            problems["room_name"] = "There is a room with this name. Choose another name."
        if problems:
            raise ValidationError(problems)
        with self._saving() as entry:
            entry.subject = "rooms"
            return queries.insert_room(name.strip(), capacity, equipment.strip())

    def close_day(self, day: date, reason: str = "") -> None:
        """Say that nobody is seen on ``day``."""
        with self._saving() as entry:
            queries.put_closed_day(day, reason.strip())
            entry.subject = f"closed day {day.isoformat()}"

    def add_therapist(self, draft: TherapistDraft) -> int:
        """Add a therapist with the first free color, and return the id."""
        if not draft.name.strip():
            raise ValidationError({"therapist_name": "Enter the therapist’s name."})
        with self._saving() as entry:
            slot = draft.color_slot or self._next_color()
            therapist_id = queries.insert_therapist(
                draft.name.strip(), draft.credentials.strip(), slot, draft.supervisor_id
            )
            stretches = [(each.weekday, each.starts_min, each.ends_min) for each in draft.hours]
            queries.replace_therapist_hours(therapist_id, stretches or queries.clinic_hours())
            entry.subject = "therapists"
            return therapist_id

    def add_interpreter(self, draft: InterpreterDraft) -> int:
        """Add an interpreter and return the id; whoever books may do so while booking."""
        draft.check()
        with self._work.saving(Permission.BOOK, Topic.SETTINGS, Action.CHANGED_CLINIC) as entry:
            entry.subject = "interpreters"
            return queries.insert_interpreter(
                draft.name.strip(), draft.languages.strip(), draft.phone.strip()
            )

    def _saving(self) -> AbstractContextManager[Entry]:
        return self._work.saving(Permission.EDIT_CLINIC, Topic.SETTINGS, Action.CHANGED_CLINIC)

    def _settings(self) -> ClinicSettings:
        kept = json.loads(queries.setting("clinic") or "{}")
        known = {field.name for field in fields(ClinicSettings)}
        values = {name: value for name, value in kept.items() if name in known}
        values["paper"] = PageSize(values.get("paper", PageSize.LETTER.value))
        values["practice_minutes"] = tuple(values.get("practice_minutes", (5, 10)))
        return ClinicSettings(**values)

    def _therapists(self) -> tuple[Therapist, ...]:
        hours = {
            therapist_id: tuple(Hours(*row[1:]) for row in rows)
            for therapist_id, rows in groupby(queries.therapist_hours(), key=lambda row: row[0])
        }

        def build(**columns: object) -> Therapist:
            return Therapist(**columns, hours=hours.get(columns["id"], ()))  # type: ignore[arg-type]  # column names are the fields' names

        return tuple(queries.therapists(build))

    def _next_color(self) -> int:
        taken = [therapist.color_slot for therapist in self._therapists()]
        return min(range(1, COLOR_SLOTS + 1), key=lambda slot: (taken.count(slot), slot))
