"""Work out what an import would do with every row; pure, so each answer can rerun it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ot_desktop.errors import ClinicError
from ot_desktop.importing.columns import ColumnMapping
from ot_desktop.importing.date_columns import date_columns
from ot_desktop.importing.domain import ImportedChild, KnownChild, Notice, NoticeKind, Problem
from ot_desktop.importing.fields import Field
from ot_desktop.importing.households import Families, Household
from ot_desktop.importing.merging import merge
from ot_desktop.importing.names import fold
from ot_desktop.importing.plan import (
    Answers,
    DateColumn,
    ImportPlan,
    ListedRow,
    MergedRow,
    NewRow,
    RowEnd,
    Update,
)
from ot_desktop.importing.row_cells import ReadingRules
from ot_desktop.importing.row_reader import RowReading, read_row
from ot_desktop.importing.same_child import Match, Roster, Target, Verdict
from ot_desktop.importing.sheet import Sheet
from ot_desktop.progress import Progress, Unwatched

_ROWS_PER_REPORT = 50
_LEFT_OUT = "You left this row out."


def dry_run(
    sheet: Sheet,
    mapping: ColumnMapping,
    answers: Answers,
    existing: Iterable[KnownChild],
    today: date,
    progress: Progress | None = None,
) -> ImportPlan:
    """Return the plan. Raises ``ValidationError`` for a mapping that cannot be read."""
    mapping.check(sheet)
    sheet = sheet.corrected(answers.corrections)
    columns = date_columns(sheet, mapping, answers.date_orders, today)
    rules = ReadingRules.of(sheet, mapping, {c.column: c.order for c in columns}, today)
    planner = _Planner(rules, answers, list(existing))
    progress = progress or Unwatched()
    for done, row in enumerate(sheet.rows):
        if done % _ROWS_PER_REPORT == 0:
            progress.report(done * 100 // len(sheet.rows), "Checking rows")
            if progress.cancelled():
                raise ClinicError("The check was stopped; nothing was changed.")
        planner.add(read_row(rules, row))
    progress.report(100, "Checking rows")
    return planner.plan(columns)


class _Planner:
    """Takes the rows one after the other, as later rows may belong to earlier ones."""

    def __init__(self, rules: ReadingRules, answers: Answers, existing: list[KnownChild]) -> None:
        self._rules = rules
        self._answers = answers
        self._existing = {Target(child_id=known.child_id): known for known in existing}
        self._roster = Roster()
        self._touched: dict[Target, None] = {}
        self._new: dict[Target, None] = {}
        self._ends: list[RowEnd] = []
        self._notices: list[Notice] = []
        self._papers: dict[str, tuple[int, Target]] = {}
        for target, known in self._existing.items():
            self._roster.add(target, known.child)

    def add(self, reading: RowReading) -> None:
        """Give the row its end."""
        self._notices += reading.notices
        if reading.row in self._answers.left_out:
            self._ends.append(ListedRow(reading.row, (self._problem(reading.row, _LEFT_OUT),)))
        elif reading.child is None:
            self._ends.append(ListedRow(reading.row, reading.problems))
        else:
            self._decide(reading.row, reading.child)

    def plan(self, columns: tuple[DateColumn, ...]) -> ImportPlan:
        """Join the families and put the whole plan together."""
        households, place = self._households()
        ends = tuple(
            replace(
                end, child=self._child(Target(row=end.row)), household=place[Target(row=end.row)]
            )
            if isinstance(end, NewRow)
            else end
            for end in self._ends
        )
        updates = tuple(
            Update(self._existing[target], self._child(target))
            for target in self._touched
            if target in self._existing and self._child(target) != self._existing[target].child
        )
        notices = (*self._column_notices(columns), *self._notices)
        return ImportPlan(ends, notices, columns, households, updates)

    def _decide(self, row: int, child: ImportedChild) -> None:
        match = (
            self._answered(row) if row in self._answers.same_child else self._roster.match(child)
        )
        if match is None or match.verdict is Verdict.NAMESAKE:
            self._admit(row, child)
            if match:
                self._look(row, Field.GIVEN_NAME, NoticeKind.SAME_NAME, _also(match))
        elif match.verdict is Verdict.SAME:
            self._merge(row, child, match)
        else:
            reason = f"{match.reason} Is this {_who(match)}, or a new child?"
            self._ends.append(ListedRow(row, (self._problem(row, reason),), match, child))

    def _answered(self, row: int) -> Match | None:
        """Follow a person's answer, unless the child it names is no longer in the plan."""
        target = self._answers.same_child[row]
        child = self._roster.child(target) if target else None
        if target is None or child is None:
            return None
        return Match(Verdict.SAME, target, child, "You said this is the same child.")

    def _admit(self, row: int, child: ImportedChild) -> None:
        target = Target(row=row)
        self._new[target] = None
        self._roster.add(target, child)
        self._ends.append(NewRow(row, child, 0))
        self._watch_papers(row, target, child)

    def _merge(self, row: int, child: ImportedChild, match: Match) -> None:
        merged = merge(match.child, child, row)
        self._roster.add(match.target, merged.child)
        self._touched[match.target] = None
        self._ends.append(
            MergedRow(
                row,
                match.target,
                match.child.full_name,
                match.reason,
                merged.fills,
                merged.conflicts,
            )
        )
        self._watch_papers(row, match.target, child)

    def _watch_papers(self, row: int, target: Target, child: ImportedChild) -> None:
        """Point at one authorization number used for two children."""
        for paper in child.authorizations:
            number = fold(paper.number)
            first, owner = self._papers.setdefault(number, (row, target))
            if number and owner != target:
                reason = f"Authorization {paper.number} is also in row {first}, for another child."
                self._look(row, Field.AUTHORIZATION_NUMBER, NoticeKind.CHECK_VALUE, reason)

    def _households(self) -> tuple[tuple[Household, ...], dict[Target, int]]:
        families = Families()
        for target, known in self._existing.items():
            families.add_known(target, known.child, known.household_id)
        for target in self._new:
            families.add(target, self._child(target))
        households = families.households(self._new)
        place = {member: at for at, home in enumerate(households) for member in home.members}
        return households, place

    def _child(self, target: Target) -> ImportedChild:
        child = self._roster.child(target)
        if child is None:
            raise KeyError(target)
        return child

    def _problem(self, row: int, reason: str) -> Problem:
        return Problem(row, None, "", "", reason)

    def _look(self, row: int, field: Field, kind: NoticeKind, reason: str) -> None:
        columns: Mapping[int, None] = dict.fromkeys(self._rules.columns[field])
        column = next(iter(columns), None)
        heading = "" if column is None else self._rules.sheet.heading(column)
        self._notices.append(Notice(row, column, heading, kind, reason))

    def _column_notices(self, columns: tuple[DateColumn, ...]) -> list[Notice]:
        found = [
            Notice(None, c.column, c.heading, NoticeKind.DATE_ORDER, f"Dates are read {c.because}.")
            for c in columns
            if ", like " in c.because
        ]
        if not self._rules.columns[Field.STATUS]:
            reason = "No column holds the status; every child comes in as active."
            found.append(Notice(None, None, "", NoticeKind.CHECK_VALUE, reason))
        return found


def _who(match: Match) -> str:
    born = match.child.birth_date
    known = f"{match.child.full_name}, born {born.isoformat()}" if born else match.child.full_name
    return f"{known} (row {match.target.row})" if match.target.row else f"{known} (in the caseload)"


def _also(match: Match) -> str:
    return f"{_who(match)} has the same name but another birth date; both are kept apart."
