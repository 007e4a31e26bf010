"""The dry run of an import: every row ends as new, merged or listed, and nothing is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from ot_desktop.importing.dates import DateOrder
from ot_desktop.importing.domain import ImportedChild, KnownChild, Notice, Problem
from ot_desktop.importing.households import Household
from ot_desktop.importing.merging import Conflict
from ot_desktop.importing.same_child import Match, Target


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person decided so far; ``None`` in ``same_child`` means: this is a new child."""

    date_orders: Mapping[int, DateOrder] = field(default_factory=lambda: MappingProxyType({}))
    same_child: Mapping[int, Target | None] = field(default_factory=lambda: MappingProxyType({}))
    corrections: Mapping[tuple[int, int], str] = field(default_factory=lambda: MappingProxyType({}))
    left_out: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How one column's dates are read. Without an ``order`` it has to be asked: ``question``."""

    column: int
    heading: str
    order: DateOrder | None
    because: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class NewRow:
    """The row becomes a child; ``child`` holds what later rows merged into it, too."""

    row: int
    child: ImportedChild
    household: int  # place in ImportPlan.households


@dataclass(frozen=True, slots=True)
class MergedRow:
    """The row describes a child already in the file or in an earlier row."""

    row: int
    target: Target
    name: str
    reason: str
    fills: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class ListedRow:
    """The row is not brought in yet, and why.

    When a person has to decide, ``question`` is the known child and ``child`` the row's own.
    """

    row: int
    problems: tuple[Problem, ...]
    question: Match | None = None
    child: ImportedChild | None = None

    @property
    def reason(self) -> str:
        """All reasons in one text."""
        return " ".join(problem.reason for problem in self.problems)

    @property
    def column(self) -> int | None:
        """The column of the first problem."""
        return self.problems[0].column


RowEnd: TypeAlias = NewRow | MergedRow | ListedRow


@dataclass(frozen=True, slots=True)
class Update:
    """A child of the clinic's file before and after the rows that belong to them."""

    known: KnownChild
    after: ImportedChild


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; saving it is all or nothing."""

    ends: tuple[RowEnd, ...]
    notices: tuple[Notice, ...]
    date_columns: tuple[DateColumn, ...]
    households: tuple[Household, ...]
    updates: tuple[Update, ...]

    @property
    def rows(self) -> int:
        """How many rows the file has, blank ones too."""
        return len(self.ends)

    @property
    def new(self) -> tuple[NewRow, ...]:
        """The rows that become children."""
        return tuple(end for end in self.ends if isinstance(end, NewRow))

    @property
    def merged(self) -> tuple[MergedRow, ...]:
        """The rows that belong to a child already known."""
        return tuple(end for end in self.ends if isinstance(end, MergedRow))

    @property
    def listed(self) -> tuple[ListedRow, ...]:
        """The rows that are not brought in yet."""
        return tuple(end for end in self.ends if isinstance(end, ListedRow))

    @property
    def date_questions(self) -> tuple[DateColumn, ...]:
        """The columns whose date order has to be asked."""
        return tuple(column for column in self.date_columns if column.question)

    @property
    def summary(self) -> str:
        """The counts in one line, such as *62 new, 4 merged, 3 listed*."""
        return f"{len(self.new)} new, {len(self.merged)} merged, {len(self.listed)} listed"
