"""What a child works toward, and how far it has come."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.errors import ValidationError

SKILL_AREAS = ("fine-motor", "gross-motor", "sensory", "self-care", "play", "cognitive")


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal before it is saved, scored 0 … ``out_of``."""

    skill_area: str
    statement: str
    out_of: int
    target: int
    baseline: int | None = None
    target_on: date | None = None
    cue_words: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        problems: dict[str, str] = {}
        if self.skill_area not in SKILL_AREAS:
            problems["skill_area"] = "Choose a skill area."
        if not self.statement.strip():
            problems["statement"] = "Say what the child will do."
        if not 0 < self.target <= self.out_of:
            problems["target"] = f"Choose a target from 1 to {self.out_of}."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its scores so far, oldest first."""

    id: int
    skill_area: str
    statement: str
    out_of: int
    baseline: int | None
    target: int
    starts_on: date
    target_on: date | None
    met_on: date | None
    cue_words: tuple[str, ...]
    scores: tuple[tuple[date, int], ...] = ()

    @property
    def now(self) -> int | None:
        """The last score, or the baseline, or None when neither is known."""
        return self.scores[-1][1] if self.scores else self.baseline
