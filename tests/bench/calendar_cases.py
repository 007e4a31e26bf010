"""``python3 -m tests.bench calendar``: Today, calendar, booking and note of the generated clinic.

One module for each screen; each yields its cases from services of the open clinic.
"""

from collections.abc import Iterator

from db.connection import close_database
from tests.bench import calendar_week, note, series, today
from tests.bench.big_clinic import OWNER, PASSWORD, Size, big_clinic
from tests.bench.cases import Case
from tests.working_clinic import services_as

PARTS = (today, calendar_week, series, note)


def cases(size: Size) -> Iterator[Case]:
    """Open the generated clinic and run every part on it."""
    services = services_as(big_clinic(size), OWNER, PASSWORD)
    try:
        for part in PARTS:
            yield from part.cases(services)
    finally:
        close_database()
