"""What became of an import: what was saved, which imports there were, what was taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

UNDO_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ImportDone:
    """An import that was saved; ``filled`` children were there before and learned something."""

    batch_id: int
    file_name: str
    new: int
    merged: int
    listed: int
    filled: int
    therapists: int


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import of the past."""

    id: int
    file_name: str
    imported_at: datetime
    imported_by: str
    children: int
    undone_at: datetime | None = None

    def can_be_undone(self, now: datetime) -> bool:
        """Say whether it is young enough, and still there."""
        return self.undone_at is None and now - self.imported_at <= UNDO_WITHIN
