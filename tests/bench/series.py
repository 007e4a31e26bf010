"""A series of twenty sessions in a large file: looked at, and saved.

``series_save`` books them with every rule, the audit row and the commit, beside twenty bare
inserts; it takes 150 ms at most. ``series_check`` reads what is booked and looks for every conflict
in the busiest weeks, beside one question in bare SQL for each of child, therapist and room that
brings the same rows; it takes at most twice as long.
"""

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any

from db.connection import database
from ot_desktop.clock import today
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.preview import place
from ot_desktop.scheduling.series import date_series
from ot_desktop.services import Services
from tests.bench.booking import measured_booking
from tests.bench.cases import Case, in_turns

SAVE_MS = 150.0
CHECK_LIMIT = 2.0
ROUNDS = 41
WEEKS = 4

TAKEN = """
    SELECT session.id, session.child_id, session.therapist_id, session.room_id,
        session.starts, session.ends, session.status, child.given_name, child.family_name,
        therapist.name, room.name
    FROM session
    JOIN child ON child.id = session.child_id
    JOIN therapist ON therapist.id = session.therapist_id
    LEFT JOIN room ON room.id = session.room_id
    WHERE session.{resource} = ? AND session.starts >= ? AND session.starts < ?
        AND session.status NOT IN ('cancelled_in_time', 'cancelled_late',
            'cancelled_by_clinic', 'withdrawn')
"""


def cases(services: Services) -> Iterator[Case]:
    """Measure both in an open clinic; what is booked is taken back again."""
    yield measured_booking(services, ("calendar", "series_save"), SAVE_MS)
    yield _check(services)


def _check(services: Services) -> Case:
    request = _request(services)
    clinic = ClinicFacts.of(services.settings.clinic())
    dated = date_series(request, clinic.closed)
    days = dated.starts[0].date(), dated.starts[-1].date()
    span = (str(days[0]), str(days[1] + timedelta(days=1)))
    resources = {
        "child_id": request.child_id,
        "therapist_id": request.therapist_id,
        "room_id": request.room_id,
    }

    def floor() -> None:
        for resource, id_ in resources.items():
            _raw(TAKEN.format(resource=resource), (id_, *span))

    def ours() -> None:
        place(request, dated, {}, reading.facts_for(request, {}, clinic, days))

    ours_ms, floor_ms = in_turns(ours, floor, ROUNDS)
    ratio = ours_ms / floor_ms
    return Case(
        "calendar", "series_check", ours_ms, floor_ms, ratio, "ms", CHECK_LIMIT,
        ratio <= CHECK_LIMIT,
    )  # fmt: skip


def _request(services: Services) -> SeriesRequest:
    """Ask for the quarter of an hour before the busy hours, so that nothing is in the way."""
    monday = today() + timedelta(days=7 - today().weekday())
    clinic = services.settings.clinic()
    [(child_id,)] = _raw(
        "SELECT child_id FROM session WHERE starts >= ? GROUP BY child_id LIMIT 1", (str(monday),)
    )
    return SeriesRequest(
        child_id=child_id,
        starts_on=monday,
        weekdays=frozenset(range(5)),
        times=(time(7),),
        length_minutes=60,
        therapist_id=clinic.therapists[0].id,
        room_id=clinic.rooms[0].id,
        count=WEEKS * 5,
    )


def _raw(question: str, values: Any = ()) -> list[Any]:
    rows: list[Any] = database.connection().execute(question, values).fetchall()
    return rows
