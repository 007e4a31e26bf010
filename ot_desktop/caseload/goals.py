"""What a child works toward, and how far it has come."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from ot_desktop.errors import ValidationError

SKILL_AREAS = ("fine-motor", "gross-motor", "sensory", "self-care", "play", "cognitive")
LEVELS = (-2, -1, 0, 1, 2)
"""Goal attainment: much less than expected, less, as expected, more, much more."""

BASELINE_LEVELS = (-2, -1)
MOST_WEIGHT = 3


class Setting(StrEnum):
    """Where a child does something; a goal is reached when it works in all that matter."""

    CLINIC = "clinic"
    HOME = "home"
    SCHOOL = "school"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True)
class Coast:
    """The parts of a goal: client, occupation, assistance, specific conditions, timeline.

    After Gateley and Borcherding, Documentation Manual for Occupational Therapy (COAST goals).
    """

    client: str = ""
    occupation: str = ""
    assistance: str = ""
    conditions: str = ""
    timeline: str = ""

    def sentence(self) -> str:
        """Return the goal as one sentence, or nothing while nobody has said what is done.

        >>> Coast("Mateo", "fasten 4 buttons", "with no help", "on his own shirt").sentence()
        'Mateo will fasten 4 buttons, with no help, on his own shirt'
        """
        if not self.occupation.strip():
            return ""
        who = self.client.strip()
        begun = f"{who} will {self.occupation.strip()}" if who else self.occupation.strip()
        rest = (self.assistance.strip(), self.conditions.strip(), self.timeline.strip())
        return ", ".join((begun, *(part for part in rest if part)))

    def parts(self) -> dict[str, str]:
        """Return the parts that were filled in."""
        return {name: text.strip() for name, text in asdict(self).items() if text.strip()}


def coast_of(parts: Mapping[str, str]) -> Coast:
    """Return the parts as they were stored; what a newer program added is left out."""
    known = Coast.__dataclass_fields__
    return Coast(**{name: text for name, text in parts.items() if name in known})


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal before it is saved, scored 0 … ``out_of``; ``level_texts`` run from −2 to +2."""

    skill_area: str
    statement: str
    out_of: int
    target: int
    baseline: int | None = None
    target_on: date | None = None
    cue_words: tuple[str, ...] = ()
    coast: Coast = Coast()
    routine: str = ""
    setting: Setting | None = None
    importance: int = 1
    difficulty: int = 1
    level_texts: tuple[str, ...] = ()
    baseline_level: int | None = None

    def check(self) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        problems = self._wording_problems() | self._level_problems()
        if problems:
            raise ValidationError(problems)

    def _wording_problems(self) -> dict[str, str]:
        problems: dict[str, str] = {}
        if self.skill_area not in SKILL_AREAS:
            problems["skill_area"] = "Choose a skill area."
        if not self.statement.strip():
            problems["statement"] = "Say what the child will do."
        if not 0 < self.target <= self.out_of:
            problems["target"] = f"Choose a target from 1 to {self.out_of}."
        if self.baseline is not None and not 0 <= self.baseline <= self.out_of:
            problems["baseline"] = f"Choose a number from 0 to {self.out_of}."
        return problems

    def _level_problems(self) -> dict[str, str]:
        problems = {
            name: f"Choose 0 to {MOST_WEIGHT}."
            for name in ("importance", "difficulty")
            if not 0 <= getattr(self, name) <= MOST_WEIGHT
        }
        if self.level_texts and not all_levels_written(self.level_texts):
            problems["level_texts"] = "Write all five levels, or leave all five empty."
        elif self.level_texts and self.baseline_level not in BASELINE_LEVELS:
            problems["baseline_level"] = "Say where the child starts: −2 or −1."
        return problems


def all_levels_written(texts: tuple[str, ...]) -> bool:
    """Say whether each of the five levels has its words."""
    return len(texts) == len(LEVELS) and all(text.strip() for text in texts)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its scores so far, oldest first, those of its earlier wordings included."""

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
    coast: Coast = Coast()
    routine: str = ""
    setting: Setting | None = None
    importance: int = 1
    difficulty: int = 1
    level_texts: tuple[str, ...] = ()
    baseline_level: int | None = None
    version: int = 1

    @property
    def now(self) -> int | None:
        """The last score, or the baseline, or None when neither is known."""
        return self.scores[-1][1] if self.scores else self.baseline

    @property
    def weight(self) -> int:
        """How much the goal counts beside others: importance times difficulty."""
        return self.importance * self.difficulty

    @property
    def has_levels(self) -> bool:
        """The five levels are written, so that attainment can be scored."""
        return all_levels_written(self.level_texts)

    def level_text(self, level: int) -> str:
        """Return what a level means for this goal, or nothing where none is written."""
        return self.level_texts[LEVELS.index(level)] if self.has_levels else ""
