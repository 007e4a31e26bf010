"""Match the columns of a file to fields: a first guess, which a person can change."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ot_desktop.errors import ValidationError
from ot_desktop.importing.dates import read_date
from ot_desktop.importing.fields import (
    FIELD_NAMES,
    SHARED_FIELDS,
    ColumnUse,
    Field,
    Unmapped,
)
from ot_desktop.importing.headings import HeadingReader
from ot_desktop.importing.sheet import Sheet

_SAMPLES_SHOWN = 3
_SAMPLES_READ = 60
_MOSTLY = 0.8
_CHILDHOOD_YEARS = 22
_OWN_COLUMNS = frozenset({"Row in the first file", "Why it was listed"})


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column as the matching step shows it; ``remark`` says what a person should know."""

    column: int
    heading: str
    use: ColumnUse
    samples: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What every column is used for; columns that are missing here are left out."""

    uses: Mapping[int, ColumnUse]

    def columns(self, field: ColumnUse) -> tuple[int, ...]:
        """Return the columns used for one field, from left to right."""
        return tuple(column for column, use in sorted(self.uses.items()) if use == field)

    def using(self, column: int, use: ColumnUse) -> "ColumnMapping":
        """Return the mapping with one column changed."""
        return ColumnMapping(MappingProxyType({**self.uses, column: use}))

    def problems(self, sheet: Sheet) -> dict[str, str]:
        """Return a sentence for each field that cannot be read like this."""
        found: dict[str, str] = {}
        for field in Field:
            columns = self.columns(field)
            if len(columns) > 1 and field not in SHARED_FIELDS:
                names = " and ".join(f"“{sheet.heading(column)}”" for column in columns)
                found[field.value] = (
                    f"{names} are all set to {FIELD_NAMES[field]}; "
                    "keep one and make the rest notes."
                )
        if not self.columns(Field.FULL_NAME) and not self.columns(Field.GIVEN_NAME):
            found[Field.GIVEN_NAME.value] = "Choose the column that holds the child's name."
        return found

    def check(self, sheet: Sheet) -> None:
        """Raise ``ValidationError`` when two columns claim one field or none holds the name."""
        if problems := self.problems(sheet):
            raise ValidationError(problems)


def guess_columns(sheet: Sheet, latest_year: int) -> tuple[ColumnGuess, ...]:
    """Guess by heading, then by what the cells hold; a field taken twice becomes a note."""
    reader = HeadingReader()
    named = [reader.field(heading) for heading in sheet.headings]
    taken: dict[Field, int] = {}
    guesses = []
    for column, field in enumerate(named):
        samples = _samples(sheet, column)
        guess = field or _by_values(samples, latest_year, {*taken, *filter(None, named)})
        guesses.append(_one_guess(sheet, column, guess, samples, taken))
    return tuple(guesses)


def mapping_of(guesses: tuple[ColumnGuess, ...]) -> ColumnMapping:
    """Return the guesses as the mapping a person starts from."""
    return ColumnMapping(MappingProxyType({guess.column: guess.use for guess in guesses}))


def _one_guess(
    sheet: Sheet, column: int, field: Field | None, samples: list[str], taken: dict[Field, int]
) -> ColumnGuess:
    heading, shown = sheet.heading(column), tuple(samples[:_SAMPLES_SHOWN])
    if sheet.headings[column] in _OWN_COLUMNS:
        return ColumnGuess(column, heading, Unmapped.LEAVE_OUT, shown)
    if field is not None and field in taken and field not in SHARED_FIELDS:
        remark = (
            f"“{sheet.heading(taken[field])}” is already the {FIELD_NAMES[field].lower()}, "
            "so this column is kept as a note."
        )
        return ColumnGuess(column, heading, Unmapped.KEEP_AS_NOTE, shown, remark)
    if field is not None:
        taken.setdefault(field, column)
        return ColumnGuess(column, heading, field, shown)
    if not samples:
        return ColumnGuess(column, heading, Unmapped.LEAVE_OUT, shown, "This column is empty.")
    return ColumnGuess(
        column, heading, Unmapped.KEEP_AS_NOTE, shown, "Not recognized, so it is kept as a note."
    )


def _samples(sheet: Sheet, column: int) -> list[str]:
    """Return different values first, so that what is shown tells most."""
    seen: dict[str, None] = {}
    for text in sheet.column_texts(column):
        seen[text[:200]] = None
        if len(seen) == _SAMPLES_READ:
            break
    return list(seen)


def _by_values(samples: list[str], latest_year: int, taken: set[Field]) -> Field | None:
    if not samples:
        return None
    if Field.GIVEN_NAME in taken:
        taken.add(Field.FULL_NAME)
    for field, fits in _VALUE_TESTS.items():
        if field not in taken and _share(samples, fits) >= _MOSTLY:
            return field
    if Field.BIRTH_DATE not in taken and _share(samples, _born_lately(latest_year)) >= _MOSTLY:
        return Field.BIRTH_DATE
    return None


def _share(samples: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, samples)) / len(samples)


def _born_lately(latest_year: int) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        if text.isdigit():
            return False  # a plain number is too often an identifier
        day = read_date(text, None, latest_year).day
        return day is not None and latest_year - _CHILDHOOD_YEARS <= day.year <= latest_year

    return fits


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: bool(compiled.fullmatch(text))


_CODE = r"[a-z]\d[\da-z](?:\.[\da-z]{1,4})?"
_VALUE_TESTS: dict[Field, Callable[[str], bool]] = {
    Field.CAREGIVER_1_EMAIL: _matches(r"[^\s@]+@[^\s@]+\.[a-z]+"),
    Field.CAREGIVER_1_PHONE: _matches(r"\+?1?[\s.(-]*\d{3}[\s.)-]*\d{3}[\s.-]*\d{4}(?:\s*x\d+)?"),
    Field.DIAGNOSIS_CODES: _matches(rf"{_CODE}(?:[;,\s]+{_CODE})*"),
    Field.SEX: _matches(r"m|f|male|female|boy|girl"),
    Field.FULL_NAME: _matches(r"[^\W\d_][^,\d]*,\s*[^\W\d_][^,\d]*"),
}  # fmt: skip
