"""Reads a filled-in form sheet: whose row it is, when the family can come, what cannot be read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ot_desktop.importing.cell_text import one_line
from ot_desktop.importing.dates import read_date
from ot_desktop.importing.domain import ImportedChild, Problem
from ot_desktop.importing.form_sheet import About, FormColumns
from ot_desktop.importing.names import fold, is_alike, split_full_name
from ot_desktop.importing.sheet import Sheet, SheetRow
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import Away, ChildWishes, ProgramChild
from ot_desktop.programs.typed_away import parse_away
from ot_desktop.programs.typed_times import OpenHours, merged, parse_times, parse_windows
from ot_desktop.settings.domain import Hours

_YES = frozenset(["x", "y", "yes", "ok", "true", "1", "si", "sí", "✓", "✔", "☑", "✗", "✘", "☒"])
_NO = frozenset(["n", "no", "none", "false", "0", "-", "–", "—", "☐", "never"])
_LONGEST_DRIVE = 600


@dataclass(frozen=True, slots=True)
class KnownFamily:
    """A child of the intensive, with what the file knows to recognize the row by."""

    child: ProgramChild
    described: ImportedChild


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row that says something: ``wishes`` are what it would make of the child's.

    ``name`` is the child's, or what was typed where nobody was found. A row with problems changes
    nothing, whatever else it says.
    """

    number: int
    name: str
    child: ProgramChild | None = None
    wishes: ChildWishes | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether taking it makes a difference."""
        return self.child is not None and self.wishes not in {None, self.child.wishes}


@dataclass(slots=True)
class _Reading:
    """One row being read, with what is wrong in it so far."""

    row: SheetRow
    sheet: Sheet
    columns: FormColumns
    problems: list[Problem] = field(default_factory=list)

    def text(self, about: About) -> str:
        column = self.columns.about.get(about)
        return "" if column is None else one_line(self.row.text(column))

    def refuse(self, column: int | None, reason: str) -> None:
        heading = "" if column is None else self.sheet.heading(column)
        typed = "" if column is None else self.row.text(column)
        self.problems.append(Problem(self.row.number, column, heading, typed, reason))

    def refuse_about(self, about: About, reason: str) -> None:
        self.refuse(self.columns.about.get(about), reason)


class FormRows:
    """Reads the rows of one sheet for one intensive."""

    def __init__(self, families: Sequence[KnownFamily], hours: OpenHours, first_day: date) -> None:
        self._hours = hours
        self._first_day = first_day
        self._by_number = {fold(each.described.record_number): each for each in families}
        self._by_number.pop("", None)
        self._by_name: defaultdict[str, list[KnownFamily]] = defaultdict(list)
        self._by_given: defaultdict[str, list[KnownFamily]] = defaultdict(list)
        for each in families:
            known = each.described
            for given in {known.given_name, known.preferred_name} - {""}:
                self._by_name[_full(given, known.family_name)].append(each)
                self._by_given[fold(given)].append(each)

    def read(self, sheet: Sheet, columns: FormColumns) -> Iterator[FormRow]:
        """Yield every row that is not blank, in the order of the sheet."""
        seen: dict[int, int] = {}
        for row in sheet.rows:
            if row.number <= sheet.heading_row or row.is_blank:
                continue
            reading = _Reading(row, sheet, columns)
            family = self._family(reading)
            if family is None:
                yield FormRow(row.number, _typed_name(reading), problems=tuple(reading.problems))
                continue
            child = family.child
            first = seen.setdefault(child.id, row.number)
            if first != row.number:
                reading.refuse(None, f"Row {first} is about this child too. Keep one of them.")
            wishes = self._wishes(reading, child)
            yield FormRow(
                row.number,
                child.full_name,
                child,
                None if reading.problems else wishes,
                tuple(reading.problems),
            )

    # Whose row it is.

    def _family(self, reading: _Reading) -> KnownFamily | None:
        number, name = fold(reading.text(About.NUMBER)), _typed_name(reading)
        found = self._by_number.get(number) if number else None
        if found is not None:
            known = found.described
            if name and not _shares_a_name(known, name):
                words = f"This record number is {known.full_name}’s, the row names {name}."
                reading.refuse_about(About.NUMBER, words)
                return None
        elif name:
            found = self._named(reading, name)
        else:
            about = About.NUMBER if number else About.NAME
            why = "Nobody in this intensive has this record number." if number else "Who is it?"
            reading.refuse_about(about, f"{why} Write the child’s name.")
        if found is not None and not self._is_birth_date(reading, found):
            return None
        return found

    def _named(self, reading: _Reading, name: str) -> KnownFamily | None:
        given, family = split_full_name(name)
        found = self._by_name.get(_full(given, family)) or self._by_name.get(fold(name), [])
        born = self._days(reading)
        if not found and born:  # Leo instead of Leo Meyer, and the birth date is right
            same = self._by_given.get(fold(given), [])
            found = [each for each in same if each.described.birth_date in born]
        if len(found) > 1:
            found = [each for each in found if each.described.birth_date in born]
            if len(found) != 1:
                words = f"More than one child is called {name}. Write the record number."
                reading.refuse_about(_who(reading), words)
                return None
        if not found:
            words = f"{name} is not in this intensive. Add the child first, or correct the name."
            reading.refuse_about(_who(reading), words)
            return None
        return found[0]

    def _is_birth_date(self, reading: _Reading, found: KnownFamily) -> bool:
        typed, known = reading.text(About.BORN), found.described.birth_date
        if not typed or known is None:
            return True
        days = self._days(reading)
        if known in days:
            return True
        name = found.described.full_name
        told = f"{name} was born {known.isoformat()}. Correct the row, or the child’s page."
        reading.refuse_about(About.BORN, told if days else "Write the birth date like 2021-02-28.")
        return False

    def _days(self, reading: _Reading) -> set[date]:
        """Return the days a birth date may mean; month and day are not guessed, either is right."""
        typed = reading.text(About.BORN)
        found = read_date(typed, None, self._first_day.year)
        return {each for each in (found.day, found.day_first) if each is not None}

    # When the family can come.

    def _wishes(self, reading: _Reading, child: ProgramChild) -> ChildWishes:
        changed: dict[str, Any] = {}
        can_come = self._can_come(reading)
        if can_come is not None:
            changed["can_come"] = can_come
        away = self._away(reading)
        if away is not None:
            changed["away"] = away
        best = self._best(reading)
        if best is not None:
            changed["preferred"] = best
        drive = _drive(reading)
        if drive is not None:
            changed["travel_minutes"] = drive
        return replace(child.wishes, **changed)

    def _can_come(self, reading: _Reading) -> tuple[Hours, ...] | None:
        """Return the times, or None where the row is silent: nobody answered."""
        found: list[Hours] = []
        answered = False
        for column, stretch in reading.columns.week.items():
            typed = one_line(reading.row.text(column))
            if not typed:
                continue
            answered = True
            times = self._half(typed, stretch)
            if times is None:
                reading.refuse(column, "Write x for yes, or times like 9-11.")
            else:
                found += times
        typed = reading.text(About.TIMES)
        if typed and typed.casefold() not in _NO:
            answered = True
            times = parse_times(typed, self._hours)
            if times is None:
                words = "Write times like mon-thu am, tue 2-5, mornings."
                reading.refuse_about(About.TIMES, words)
            else:
                found += times
        if answered and not found and not reading.problems:
            reading.refuse(None, "No to every time. Ask the family again, or take the child out.")
        return merged(found) if answered else None

    def _half(self, typed: str, stretch: tuple[Hours, ...]) -> tuple[Hours, ...] | None:
        """Return what a cell says of the stretch its heading names."""
        word = typed.casefold().strip(".")
        if word in _YES:
            return stretch
        if word in _NO:
            return ()
        days = {each.weekday for each in stretch}
        times = parse_times(typed, self._hours) or ()
        return tuple(each for each in times if each.weekday in days) or None

    def _away(self, reading: _Reading) -> tuple[Away, ...] | None:
        typed = reading.text(About.AWAY)
        if not typed:
            return None
        if typed.casefold() in _NO:
            return ()
        away = parse_away(typed, self._first_day)
        if away is None:
            reading.refuse_about(About.AWAY, "Write days like 6/22 to 6/26, 7/3.")
        return away

    def _best(self, reading: _Reading) -> tuple[Window, ...] | None:
        typed = reading.text(About.BEST)
        if not typed:
            return None
        if typed.casefold() in _NO:
            return ()
        best = parse_windows(typed, self._hours)
        if best is None:
            reading.refuse_about(About.BEST, "Write times of day like mornings or 9-11.")
        return best


def _drive(reading: _Reading) -> int | None:
    typed = reading.text(About.DRIVE)
    if not typed:
        return None
    number = typed.casefold().removesuffix("min").strip()
    if number.isdecimal() and int(number) <= _LONGEST_DRIVE:
        return int(number)
    reading.refuse_about(About.DRIVE, "Write the minutes as a number, like 25.")
    return None


def _typed_name(reading: _Reading) -> str:
    parts = (About.GIVEN, About.FAMILY)
    whole = reading.text(About.NAME)
    return whole or " ".join(filter(None, (reading.text(each) for each in parts)))


def _who(reading: _Reading) -> About:
    return About.NAME if About.NAME in reading.columns.about else About.GIVEN


def _full(given: str, family: str) -> str:
    return fold(given) + fold(family)


def _shares_a_name(known: ImportedChild, typed: str) -> bool:
    names = [fold(each) for each in split_full_name(typed)]
    ours = [fold(each) for each in (known.given_name, known.preferred_name, known.family_name)]
    return any(is_alike(one, two) for one in names if one for two in ours if two)
