"""Turn one row into the child it describes, or into reasons why it cannot be brought in yet."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.importing.alert_lists import covers_one_kind_only, read_allergies, read_precautions
from ot_desktop.importing.cell_text import clean
from ot_desktop.importing.custody import custody_sentences
from ot_desktop.importing.domain import (
    ImportedAlerts,
    ImportedChild,
    ImportedTherapist,
    Notice,
    NoticeKind,
    Problem,
    Sex,
    Status,
)
from ot_desktop.importing.fields import Field, Unmapped
from ot_desktop.importing.names import fold, split_full_name, split_therapist
from ot_desktop.importing.row_cells import ReadingRules, RowCells
from ot_desktop.importing.row_contacts import read_address, read_authorization, read_caregivers
from ot_desktop.importing.sheet import SheetRow
from ot_desktop.importing.values import (
    read_sex,
    read_status,
    read_yes_no,
    says_nothing,
    split_codes,
)

BLANK_ROW = "This row is blank."
LONGEST_NAME = 200
_LONG_NAME = 60
_OLDEST_YEAR = 1900
_GROWN_UP_YEARS = 26


@dataclass(frozen=True, slots=True)
class RowReading:
    """What became of one row on its own; ``child`` is missing when there are problems."""

    row: int
    child: ImportedChild | None
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]


def read_row(rules: ReadingRules, row: SheetRow) -> RowReading:
    """Read every field, so that a person sees all problems of the row at once."""
    cells = RowCells(rules, row)
    _refuse_misplaced(cells)
    if cells.problems:
        return RowReading(row.number, None, tuple(cells.problems), ())
    child = _child(cells)
    cells.notice_odd_text()
    return RowReading(
        row.number, None if cells.problems else child, tuple(cells.problems), tuple(cells.notices)
    )


def _refuse_misplaced(cells: RowCells) -> None:
    """Refuse rows that describe no child, and rows whose cells do not fit the columns."""
    sheet, row = cells.rules.sheet, cells.row
    if row.is_blank:
        cells.refuse(None, BLANK_ROW)
    elif row.number < sheet.heading_row:
        cells.refuse(None, "This row stands above the column headings.")
    elif row.cells[:1] == sheet.headings[:1] and row.cells == sheet.headings:
        cells.refuse(None, "This row repeats the column headings.")
    elif any(cell.strip() for cell in row.cells[sheet.width :]):
        cells.refuse(
            None,
            f"This row has more cells than the {sheet.width} columns; a comma or quotation mark "
            "in the file may have split a cell.",
        )


def _child(cells: RowCells) -> ImportedChild:
    given, family = _names(cells)
    birth_date = _birth_date(cells)
    caregivers, authorizations = read_caregivers(cells), read_authorization(cells)
    sex, interpreter = _sex(cells), _interpreter(cells)
    allergies = _alerts(cells, Field.ALLERGIES)
    precautions = _alerts(cells, Field.PRECAUTIONS)
    return ImportedChild(
        given_name=given,
        family_name=family,
        preferred_name=cells.text(Field.PREFERRED_NAME),
        birth_date=birth_date,
        sex=sex,
        pronouns=cells.known_text(Field.PRONOUNS),
        status=_status(cells),
        therapist=_therapist(cells),
        record_number=cells.known_text(Field.RECORD_NUMBER),
        caregivers=caregivers,
        address=read_address(cells),
        language=cells.known_text(Field.LANGUAGE),
        needs_interpreter=interpreter,
        allergies=allergies,
        precautions=precautions,
        diagnosis_codes=split_codes("; ".join(t for _, t in cells.lines(Field.DIAGNOSIS_CODES))),
        payer=cells.known_text(Field.PAYER),
        authorizations=authorizations,
        availability="\n".join(text for _, text in cells.lines(Field.AVAILABILITY)),
        notes=_notes(cells),
        custody_rules=_custody(cells),
    )


def _names(cells: RowCells) -> tuple[str, str]:
    given, family = cells.text(Field.GIVEN_NAME), cells.text(Field.FAMILY_NAME)
    whole = cells.text(Field.FULL_NAME)
    if whole and not given and not family:
        given, family = split_full_name(whole)
        if "," not in whole and family:
            cells.notice(
                cells.column(Field.FULL_NAME),
                NoticeKind.CHECK_VALUE,
                f"The name is read as first name “{given}”, last name “{family}”.",
            )
    elif whole and sorted(fold(whole)) != sorted(fold(given + family)):
        cells.keep(Field.FULL_NAME, "The full name differs from first and last name.")
    for name, field, word in (
        (given, Field.GIVEN_NAME, "first"),
        (family, Field.FAMILY_NAME, "last"),
    ):
        _check_name(cells, name, field, word)
    return given, family


def _check_name(cells: RowCells, name: str, field: Field, word: str) -> None:
    column = cells.column(field)
    column = cells.column(Field.FULL_NAME) if column is None else column
    if not name:
        cells.refuse(column, f"The {word} name is missing.")
    elif not any(char.isalpha() for char in name):
        cells.refuse(column, f"The {word} name has no letter in it.")
    elif len(name) > LONGEST_NAME:
        cells.refuse(column, f"The {word} name is longer than {LONGEST_NAME} characters.")
    elif len(name) > _LONG_NAME:
        cells.notice(
            column,
            NoticeKind.CHECK_VALUE,
            f"The {word} name is {len(name)} characters long; it is kept whole.",
        )


def _birth_date(cells: RowCells) -> date | None:
    column, today = cells.column(Field.BIRTH_DATE), cells.rules.today
    before = len(cells.problems)
    day = cells.day(Field.BIRTH_DATE, latest_year=today.year)
    if day is None:
        if len(cells.problems) == before and column is not None:
            cells.notice(column, NoticeKind.NO_BIRTH_DATE, "The birth date is not known.")
        return None
    if day > today:
        cells.refuse(column, f"The birth date {day.isoformat()} is in the future.")
    elif day.year < _OLDEST_YEAR:
        cells.refuse(column, f"The birth date {day.isoformat()} is too long ago.")
    elif today.year - day.year > _GROWN_UP_YEARS:
        cells.notice(
            column,
            NoticeKind.CHECK_VALUE,
            f"Born in {day.year}, this person is {today.year - day.year}.",
        )
    return day


def _status(cells: RowCells) -> Status:
    column, text = cells.column(Field.STATUS), cells.text(Field.STATUS)
    if column is None:
        return Status.ACTIVE
    if says_nothing(text):
        cells.notice(
            column, NoticeKind.CHECK_VALUE, "The status is blank; the child comes in as active."
        )
        return Status.ACTIVE
    status = read_status(text)
    if status is None:
        cells.refuse(
            column,
            f"“{text[:40]}” is not a status this clinic uses; "
            "type active, waiting list, on hold or discharged.",
        )
    return status or Status.ACTIVE


def _sex(cells: RowCells) -> Sex:
    sex = read_sex(cells.text(Field.SEX))
    if sex is None:
        cells.keep(Field.SEX, "This word for sex is not understood.")
    return sex or Sex.UNKNOWN


def _interpreter(cells: RowCells) -> bool | None:
    text = cells.known_text(Field.INTERPRETER)
    answer = read_yes_no(cells.text(Field.INTERPRETER))
    if answer is None and text:
        cells.keep(Field.INTERPRETER, "This is neither yes nor no.")
    return answer


def _therapist(cells: RowCells) -> ImportedTherapist | None:
    text = cells.known_text(Field.THERAPIST)
    return split_therapist(text) if text else None


def _alerts(cells: RowCells, field: Field) -> ImportedAlerts:
    texts = cells.lines(field)
    text = "\n".join(text for _, text in texts)
    if covers_one_kind_only(text):
        cells.notice(
            texts[0][0],
            NoticeKind.CHECK_VALUE,
            f"“{text}” says nothing about other allergies; ask the family.",
        )
    return read_allergies(text) if field is Field.ALLERGIES else read_precautions(text)


def _notes(cells: RowCells) -> str:
    """Return the notes, then what is kept as a note under its heading."""
    notes = cells.lines(Field.NOTES)
    parts = [text for _, text in notes[:1]]
    heading = cells.rules.sheet.heading
    others = [*notes[1:], *cells.lines(Unmapped.KEEP_AS_NOTE)]
    parts += [f"{heading(column)}: {text}" for column, text in others]
    return "\n".join([*parts, *cells.kept])


def _custody(cells: RowCells) -> tuple[str, ...]:
    """Point at custody rules wherever they stand; the words themselves stay in place too."""
    found: list[str] = []
    for use in (Field.NOTES, Unmapped.KEEP_AS_NOTE, Field.PRECAUTIONS, Field.AVAILABILITY):
        for column, text in cells.lines(use):
            for sentence in custody_sentences(clean(text)):
                found.append(sentence)
                cells.notice(
                    column,
                    NoticeKind.CUSTODY,
                    f"“{sentence}” looks like a custody rule: check it on the family page.",
                )
    return tuple(dict.fromkeys(found))
