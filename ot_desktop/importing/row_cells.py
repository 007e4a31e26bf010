"""One row while it is read: its cells by field, and what a person must be told about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ot_desktop.day_words import full_day
from ot_desktop.importing.cell_text import (
    clean,
    has_turned_text,
    looks_like_formula,
    may_be_odd,
    one_line,
)
from ot_desktop.importing.columns import ColumnMapping
from ot_desktop.importing.dates import DateOrder, read_date
from ot_desktop.importing.domain import Notice, NoticeKind, Problem
from ot_desktop.importing.fields import ColumnUse, Field, Unmapped
from ot_desktop.importing.sheet import Sheet, SheetRow
from ot_desktop.importing.values import says_nothing

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What holds for every row of one file."""

    sheet: Sheet
    orders: Mapping[int, DateOrder | None]
    today: date
    columns: Mapping[ColumnUse, tuple[int, ...]]
    seen: dict[str, str] = field(default_factory=dict)  # known text by raw text: most repeat

    @classmethod
    def of(
        cls,
        sheet: Sheet,
        mapping: ColumnMapping,
        orders: Mapping[int, DateOrder | None],
        today: date,
    ) -> "ReadingRules":
        """Look every field's columns up once, not once a row."""
        uses: list[ColumnUse] = [*Field, *Unmapped]
        return cls(sheet, orders, today, {use: mapping.columns(use) for use in uses})


@dataclass(slots=True)
class RowCells:
    """Gives cleaned cells and collects problems, notices and what is kept as a note."""

    rules: ReadingRules
    row: SheetRow
    problems: list[Problem] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def columns(self, use: ColumnUse) -> tuple[int, ...]:
        """Return the columns the mapping gives this use."""
        return self.rules.columns[use]

    def column(self, use: Field) -> int | None:
        """Return the column of a single-valued field."""
        columns = self.columns(use)
        return columns[0] if columns else None

    def text(self, use: Field) -> str:
        """Return the field on one line; several columns are joined by a comma."""
        columns = self.rules.columns[use]
        if len(columns) <= 1:
            return one_line(self.row.text(columns[0])) if columns else ""
        texts = (one_line(self.row.text(column)) for column in columns)
        return ", ".join(text for text in texts if text)

    def known_text(self, use: Field) -> str:
        """Return the field, or nothing where the cell says *none* or *n/a*."""
        columns = self.rules.columns[use]
        raw = self.row.text(columns[0]) if len(columns) == 1 else None
        known = self.rules.seen.get(raw) if raw is not None else None
        if known is None:
            text = self.text(use)
            known = "" if says_nothing(text) else text
            if raw is not None:
                self.rules.seen[raw] = known
        return known

    def lines(self, use: ColumnUse) -> list[tuple[int, str]]:
        """Return every filled cell of a field with its column, line breaks kept."""
        filled = ((column, raw) for column in self.columns(use) if (raw := self.row.text(column)))
        return [(column, text) for column, raw in filled if (text := clean(raw))]

    def day(self, use: Field, *, latest_year: int) -> date | None:
        """Return the date; one that is impossible or could be two days is a problem."""
        text, column = self.known_text(use), self.column(use)
        if not text or column is None:
            return None
        reading = read_date(text, self.rules.orders.get(column), latest_year)
        if reading.reason:
            self.refuse(column, f"“{text[:_SHOWN]}”: {reading.reason}")
        elif reading.day and reading.day_first:
            self.refuse(
                column,
                f"Is {text} {full_day(reading.day)} or {full_day(reading.day_first)}? "
                "Say once which comes first in this column, month or day.",
            )
        else:
            return reading.day
        return None

    def refuse(self, column: int | None, reason: str) -> None:
        """Say why the row cannot come in; it is fixable in this cell."""
        heading = "" if column is None else self.rules.sheet.heading(column)
        typed = "" if column is None else self.row.text(column)
        self.problems.append(Problem(self.row.number, column, heading, typed, reason))

    def notice(self, column: int | None, kind: NoticeKind, reason: str) -> None:
        """Say what deserves a look."""
        heading = "" if column is None else self.rules.sheet.heading(column)
        self.notices.append(Notice(self.row.number, column, heading, kind, reason))

    def keep(self, use: Field, why: str) -> None:
        """Keep a cell that fits no field among the notes, word for word, and say so."""
        column = self.column(use)
        if column is None:
            return
        self.kept.append(f"{self.rules.sheet.heading(column)}: {clean(self.row.text(column))}")
        self.notice(column, NoticeKind.KEPT_AS_NOTE, f"{why} It is kept as a note.")

    def notice_odd_text(self) -> None:
        """Point at text that a spreadsheet would run or that was made to read backwards."""
        if not may_be_odd(self.row.cells):
            return
        for column, text in enumerate(self.row.cells):
            if looks_like_formula(text):
                self.notice(
                    column,
                    NoticeKind.PLAIN_TEXT,
                    "This looks like a formula; it is kept as plain text.",
                )
            if has_turned_text(text):
                self.notice(
                    column,
                    NoticeKind.PLAIN_TEXT,
                    "Hidden marks turned this text around; they are taken out.",
                )
