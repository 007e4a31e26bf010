"""Twenty sessions of one child booked at once in a large file, beside twenty bare inserts.

Ours looks at every rule again, writes the sessions with the audit row, and commits; the floor
inserts the same rows, and commits. Booked days are taken back after each round, so that every
round finds the same file. Ours takes less than a second.
"""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from db import connection
from db.connection import database
from ot_desktop.access.door import Door
from ot_desktop.caseload.domain import ChildDraft
from ot_desktop.clock import now_utc, today
from ot_desktop.paths import ClinicFolder
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.preview import SeriesPreview
from ot_desktop.services import Services, services_for
from tests.bench.big_clinic import OPENS_AT, PASSWORD, Size, big_clinic
from tests.bench.cases import MS, Case

ROUNDS = 15
SESSIONS = 20
LIMIT_MS = 1000.0
SESSION = """
    INSERT INTO session (series_id, number, child_id, therapist_id, room_id, starts, ends, zone)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'UTC')
"""
SERIES = """
    INSERT INTO series (child_id, kind, starts_on, weekdays, times, length_minutes, planned,
        therapist_id, room_id, booked_at)
    VALUES (?, 'intensive', ?, '[0, 1, 2, 3, 4]', ?, 60, ?, ?, ?, ?)
"""
TAKE_BACK = "UPDATE session SET status = 'withdrawn' WHERE series_id = ?"


def cases(size: Size) -> Iterator[Case]:
    """Book in a copy of the generated clinic, so that the next run finds it as it was."""
    with tempfile.TemporaryDirectory(prefix="ot-desktop-bench-") as place:
        folder = ClinicFolder(Path(place) / "clinic")
        shutil.copytree(big_clinic(size).root, folder.root)
        door = Door(folder)
        owner = door.look().people[0]
        services = services_for(door.enter(door.unlock(owner.slot_id, PASSWORD)), folder)
        try:
            yield measured_booking(services, ("booking", "twenty_rows"), LIMIT_MS)
        finally:
            connection.close_database()


def measured_booking(services: Services, name: tuple[str, str], limit_ms: float) -> Case:
    """Book twenty sessions again and again, beside bare inserts; all of them are taken back."""
    child_id = services.caseload.admit(ChildDraft("Maya", "Ortega"))
    preview = services.scheduling.preview(_request(services, child_id))
    ours, floor = [], []
    for _ in range(ROUNDS + 1):  # the first round warms up
        started = perf_counter()
        series_id = services.scheduling.book(preview)
        ours.append((perf_counter() - started) * MS)
        services.scheduling.withdraw(series_id)
        started = perf_counter()
        series_id = _insert(preview)
        floor.append((perf_counter() - started) * MS)
        database.execute_sql(TAKE_BACK, (series_id,))
    ours_ms, floor_ms = median(ours[1:]), median(floor[1:])
    ratio = ours_ms / floor_ms
    return Case(*name, ours_ms, floor_ms, ratio, "ms", limit_ms, ours_ms < limit_ms)


def _request(services: Services, child_id: int) -> SeriesRequest:
    """Ask for 20 workdays long after everything that is booked, so that nothing is in the way."""
    clinic = services.settings.clinic()
    monday = today() + timedelta(weeks=60, days=-today().weekday())
    return SeriesRequest(
        child_id=child_id,
        starts_on=monday,
        weekdays=frozenset(range(5)),
        times=(time(OPENS_AT + 1),),
        length_minutes=60,
        therapist_id=clinic.therapists[0].id,
        room_id=clinic.rooms[0].id,
        count=SESSIONS,
    )


def _insert(preview: SeriesPreview) -> int:
    """Write the same series and sessions with nothing but the file's own rules."""
    raw = database.connection()
    visits = preview.visits
    first = visits[0]
    raw.execute("BEGIN IMMEDIATE")
    series = (
        first.child_id,
        first.day.isoformat(),
        '["09:00"]',
        len(visits),
        first.therapist_id,
        first.room_id,
        now_utc().isoformat(),
    )
    series_id = int(raw.execute(SERIES, series).lastrowid)
    for number, visit in enumerate(visits, start=1):
        moments = (
            visit.starts.isoformat(timespec="minutes"),
            visit.ends.isoformat(timespec="minutes"),
        )
        who = (visit.child_id, visit.therapist_id, visit.room_id)
        raw.execute(SESSION, (series_id, number, *who, *moments))
    raw.execute("COMMIT")
    return series_id
