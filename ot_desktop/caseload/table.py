"""What the caseload table, its saved views and the search show."""

from dataclasses import dataclass
from datetime import date, datetime

from db.queries.caseload_table import Sort, View
from ot_desktop.caseload.domain import Asked, Status, full_name

__all__ = ["CaseloadRow", "ChildHit", "SavedView", "Sort", "View"]


FEW_VISITS, SOON_DAYS = 3, 14


@dataclass(frozen=True, slots=True)
class ApprovedLeft:
    """What is left of a child's authorizations in force: visits not used yet, and until when."""

    visits: int
    ends_on: date | None

    def is_due(self, day: date) -> bool:
        """Whether few visits or days are left, so that somebody should ask the payer."""
        ends_soon = self.ends_on is not None and (self.ends_on - day).days <= SOON_DAYS
        return self.visits <= FEW_VISITS or ends_soon

    def has_ended(self, day: date) -> bool:
        """Whether nothing that was approved holds any more."""
        return self.ends_on is not None and self.ends_on < day


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One child in the caseload table, with what is due."""

    id: int
    given_name: str
    family_name: str
    preferred_name: str
    born_on: date | None
    record_number: str | None
    status: Status
    allergies: Asked
    precautions: Asked
    therapist_id: int | None
    therapist_name: str | None
    therapist_color: int | None
    next_starts: datetime | None
    next_ends: datetime | None
    session_number: int | None
    series_planned: int | None
    last_note: datetime | None
    note_is_due: bool
    goals: int
    goals_met: int
    allergy_titles: tuple[str, ...] = ()
    precaution_titles: tuple[str, ...] = ()
    approved: ApprovedLeft | None = None

    @property
    def full_name(self) -> str:
        """The name as it is read out."""
        return full_name(self.given_name, self.family_name)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view one person named: which children, what was typed to narrow them, in which order."""

    name: str
    view: View
    typed: str = ""
    sort: Sort = Sort.NAME


@dataclass(frozen=True, slots=True)
class ChildHit:
    """A child found by typing."""

    id: int
    given_name: str
    family_name: str
    preferred_name: str
    born_on: date | None
    status: Status
    record_number: str | None
    therapist_name: str | None
    allergy_titles: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """The name as it is read out."""
        return full_name(self.given_name, self.family_name)
