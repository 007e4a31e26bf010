"""What publishing would change, and which families still have to hear of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from ot_desktop.programs.placement import Clash, NotPlaced


class How(Enum):
    """How a family was told."""

    PAPER = "paper"
    TEXT = "text"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Told:
    """When a family was last told of a child's times, how and by whom."""

    at: datetime
    how: How
    by: str


@dataclass(frozen=True, slots=True)
class FamilyToTell:
    """The children of one family, when they were told and what has changed since.

    ``changes`` are sentences ("Thu, Jun 11: 10:45, was 10:15"); empty when they know everything.
    Nobody who was never told has changes: ``told`` is None.
    """

    program_child_ids: tuple[int, ...]
    child_ids: tuple[int, ...]
    names: str
    phone: str
    language: str
    sessions: int
    told: Told | None
    changes: tuple[str, ...]

    @property
    def has_to_be_told(self) -> bool:
        """Whether the family has sessions nobody told them, or other ones than they were told."""
        return bool(self.changes) or (self.told is None and self.sessions > 0)


@dataclass(frozen=True, slots=True)
class PublishPreview:
    """Everything a person decides on before publishing; ``clashes`` refuse it.

    ``new``, ``moved``, ``taken_out`` and ``kept`` count calendar sessions; ``kept_history`` those
    that have happened and stay as they are. ``warnings`` need a reason, like visits nobody has
    approved yet.
    """

    plan_id: int
    clashes: tuple[Clash, ...]
    not_placed: tuple[NotPlaced, ...]
    warnings: tuple[str, ...]
    new: int
    moved: int
    taken_out: int
    kept: int
    kept_history: int
    families: tuple[FamilyToTell, ...]

    @property
    def changed_families(self) -> int:
        """How many families would have to be told."""
        return sum(each.has_to_be_told for each in self.families)

    @property
    def can_publish(self) -> bool:
        """Whether nothing refuses it."""
        return not self.clashes


@dataclass(frozen=True, slots=True)
class Published:
    """What one publishing did."""

    new: int
    moved: int
    taken_out: int
    kept: int
