"""The rows of a plan as a person checks them: who, what happens, why, and what to look at."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ot_desktop.importing.columns import ColumnMapping
from ot_desktop.importing.domain import ImportedChild, Notice
from ot_desktop.importing.fields import Field
from ot_desktop.importing.households import Household
from ot_desktop.importing.plan import ImportPlan, ListedRow, MergedRow, NewRow, RowEnd
from ot_desktop.importing.same_child import Target
from ot_desktop.importing.sheet import Sheet, SheetRow

_NAME_FIELDS = (Field.FULL_NAME, Field.GIVEN_NAME, Field.FAMILY_NAME)


class End(StrEnum):
    """What becomes of a row; every row has one."""

    NEW = "new"
    MERGED = "merged"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One row of the file: its end, the cells as typed, and who else lives there."""

    row: int
    name: str
    end: RowEnd
    cells: tuple[str, ...]
    notices: tuple[Notice, ...] = ()
    family: tuple[str, ...] = ()
    because: str = ""  # why the family is one
    is_left_out: bool = False
    is_answered: bool = False

    @property
    def kind(self) -> End:
        """Which of the three ends it is."""
        if isinstance(self.end, NewRow):
            return End.NEW
        return End.MERGED if isinstance(self.end, MergedRow) else End.LISTED

    @property
    def is_problem(self) -> bool:
        """Say whether somebody has to correct or decide something."""
        return self.kind is End.LISTED and not self.is_left_out

    @property
    def reason(self) -> str:
        """Why the row ends like this, or what is worth a look."""
        if isinstance(self.end, ListedRow | MergedRow):
            return self.end.reason
        return " ".join(notice.reason for notice in self.notices) or self.sibling_words

    @property
    def column(self) -> str:
        """The heading of the column the reason is about; empty for the whole row."""
        if isinstance(self.end, ListedRow):
            return self.end.problems[0].heading
        return self.notices[0].heading if self.notices and isinstance(self.end, NewRow) else ""

    @property
    def sibling_words(self) -> str:
        """Who shares the household, and why that is thought."""
        if not self.family:
            return ""
        return f"Lives with {', '.join(self.family)}: {self.because or 'same family'}."


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan with its rows, and how many there are of each kind."""

    plan: ImportPlan
    rows: tuple[CheckRow, ...]
    counts: Mapping[str, int]


def check_rows(
    plan: ImportPlan,
    sheet: Sheet,
    mapping: ColumnMapping,
    left_out: Collection[int],
    answered: Collection[int],
) -> Checked:
    """Put each row's end, cells, notices and family together; ``sheet`` holds the corrections."""
    notices: defaultdict[int, list[Notice]] = defaultdict(list)
    for notice in plan.notices:
        notices[notice.row or 0].append(notice)
    by_number = {row.number: row for row in sheet.rows}
    names = _target_names(plan)
    columns = [column for field in _NAME_FIELDS for column in mapping.columns(field)]
    rows = []
    for end in plan.ends:
        cells = by_number.get(end.row, SheetRow(end.row, ()))
        family, because = _family(end, plan.households, names)
        rows.append(
            CheckRow(
                row=end.row,
                name=_name(end, cells, columns),
                end=end,
                cells=cells.cells,
                notices=tuple(notices[end.row]),
                family=family,
                because=because,
                is_left_out=end.row in left_out,
                is_answered=end.row in answered,
            )
        )
    counts = Counter(row.kind.value for row in rows)
    counts["notices"] = sum(1 for row in rows if row.notices)
    return Checked(plan, tuple(rows), counts)


def _target_names(plan: ImportPlan) -> dict[Target, str]:
    names = {Target(row=end.row): end.child.full_name for end in plan.new}
    updated = {
        Target(child_id=update.known.child_id): update.after.full_name for update in plan.updates
    }
    return names | updated


def _name(end: RowEnd, row: SheetRow, columns: list[int]) -> str:
    child: ImportedChild | None = end.child if isinstance(end, NewRow) else None
    if child is not None:
        return child.full_name
    if isinstance(end, MergedRow):
        return end.name
    return " ".join(" ".join(row.text(column).split()) for column in columns).strip()


def _family(
    end: RowEnd, households: tuple[Household, ...], names: Mapping[Target, str]
) -> tuple[tuple[str, ...], str]:
    if not isinstance(end, NewRow):
        return (), ""
    home = households[end.household]
    others = [member for member in home.members if member != Target(row=end.row)]
    known = sum(1 for member in others if member not in names)
    listed = [names[member] for member in others if member in names]
    if known:
        listed.append(
            "a child already on the caseload" if known == 1 else f"{known} children on the caseload"
        )
    return tuple(listed), home.because
