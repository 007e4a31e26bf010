"""The form of an intensive as a sheet: one row a child, a column for each half of the week."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from ot_desktop.day_words import WEEKDAYS
from ot_desktop.errors import ClinicError
from ot_desktop.importing.csv_guard import guard
from ot_desktop.importing.domain import ImportedChild
from ot_desktop.importing.fields import Field
from ot_desktop.importing.headings import HeadingReader, words_of
from ot_desktop.importing.sheet import Sheet
from ot_desktop.programs.typed_times import NOON, OpenHours, parse_times
from ot_desktop.settings.domain import Hours

_SHORT = 3


class About(Enum):
    """What a column says, unless it is a stretch of the week."""

    NAME = "Child"
    GIVEN = "First name"
    FAMILY = "Last name"
    NUMBER = "Record number"
    BORN = "Birth date"
    TIMES = "Other times"
    AWAY = "Away"
    BEST = "Best time"
    DRIVE = "Minutes one way"


_FIELDS = {
    Field.FULL_NAME: About.NAME,
    Field.GIVEN_NAME: About.GIVEN,
    Field.FAMILY_NAME: About.FAMILY,
    Field.RECORD_NUMBER: About.NUMBER,
    Field.BIRTH_DATE: About.BORN,
    Field.AVAILABILITY: About.TIMES,
}
_WORDS = {
    "times": About.TIMES,
    "other times": About.TIMES,
    "can come": About.TIMES,
    "times you can come": About.TIMES,
    "away": About.AWAY,
    "away dates": About.AWAY,
    "away from": About.AWAY,
    "days away": About.AWAY,
    "days you are away": About.AWAY,
    "vacation": About.AWAY,
    "best time": About.BEST,
    "first choice": About.BEST,
    "minutes one way": About.DRIVE,
    "drive": About.DRIVE,
}
_WHO = {About.NAME, About.GIVEN, About.NUMBER}


@dataclass(frozen=True, slots=True)
class FormColumns:
    """What each column is about: ``week`` holds stretches of the week by column."""

    about: dict[About, int]
    week: dict[int, tuple[Hours, ...]]
    unread: tuple[str, ...]


def read_columns(sheet: Sheet, hours: OpenHours) -> FormColumns:
    """Understand the headings; raises ``ClinicError`` when they name no child or no time."""
    reader = HeadingReader()
    about: dict[About, int] = {}
    week: dict[int, tuple[Hours, ...]] = {}
    unread = []
    for column, heading in enumerate(sheet.headings):
        words = words_of(heading)
        stretch = parse_times(words, hours) if words else None
        field = reader.field(heading) if stretch is None and words not in _WORDS else None
        meant = _WORDS.get(words) or (_FIELDS.get(field) if field else None)
        if stretch is not None and meant is None:
            week[column] = stretch
        elif meant is not None and meant not in about:
            about[meant] = column
        elif words:
            unread.append(heading)
    if not _WHO & set(about):
        raise ClinicError("No column names the children. Head one of them Child or Record number.")
    if not week and About.TIMES not in about:
        raise ClinicError("No column holds times. Head them Mon am, Mon pm, … or Other times.")
    return FormColumns(about, week, tuple(unread))


def empty_form_sheet(children: Iterable[ImportedChild], hours: OpenHours) -> bytes:
    """Return a CSV with a row for each child, to be filled in."""
    who = (About.NAME, About.NUMBER, About.BORN)
    rest = (About.TIMES, About.AWAY, About.BEST, About.DRIVE)
    halves = list(_halves(hours))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*(each.value for each in who), *halves, *(each.value for each in rest)])
    for child in children:
        born = child.birth_date.isoformat() if child.birth_date else ""
        cells = (child.full_name, child.record_number, born)
        writer.writerow([*map(guard, cells), *([""] * (len(halves) + len(rest)))])
    return out.getvalue().encode("utf-8-sig")


def _halves(hours: OpenHours) -> Iterator[str]:
    """Yield ``Mon am``, ``Mon pm`` and so on, as far as the clinic is open."""
    for weekday, window in sorted(hours.items()):
        day = WEEKDAYS[weekday][:_SHORT]
        if window.start < NOON:
            yield f"{day} am"
        if window.end > NOON:
            yield f"{day} pm"
