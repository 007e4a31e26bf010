"""How much help a child needs, and which kind: two scales, never one list.

The assist levels are those of rehabilitation practice; published tables disagree about the
therapist's share of the effort, so the child's own share is what each step means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Assist(StrEnum):
    """How much of the effort is the child's own, from all to little."""

    INDEPENDENT = "independent"
    MODIFIED = "modified"
    SUPERVISION = "supervision"
    CONTACT_GUARD = "contact_guard"
    MINIMAL = "minimal"
    MODERATE = "moderate"
    MAXIMAL = "maximal"
    DEPENDENT = "dependent"


@dataclass(frozen=True, slots=True)
class AssistStep:
    """``least`` and ``most`` are percent of the effort; ``key`` is the one that chooses it."""

    key: str
    code: str
    name: str
    share: str
    least: int
    most: int
    plain: str


STEPS = {
    Assist.INDEPENDENT: AssistStep("7", "I", "Independent", "100 %, no help", 100, 100, "alone"),
    Assist.MODIFIED: AssistStep(
        "6", "Mod I", "Modified independent", "100 % with a device, more time or an adapted task",
        100, 100, "alone, with a tool or more time",
    ),
    Assist.SUPERVISION: AssistStep(
        "5", "S", "Supervision", "100 %, somebody in sight or setting up",
        100, 100, "with somebody near",
    ),
    Assist.CONTACT_GUARD: AssistStep(
        "c", "CGA", "Contact guard", "100 %, a hand on for safety",
        100, 100, "with a hand near to be safe",
    ),
    Assist.MINIMAL: AssistStep("4", "Min", "Minimal", "75 % or more", 75, 99, "with a little help"),
    Assist.MODERATE: AssistStep("3", "Mod", "Moderate", "50 to 74 %", 50, 74, "with some help"),
    Assist.MAXIMAL: AssistStep("2", "Max", "Maximal", "25 to 49 %", 25, 49, "with a lot of help"),
    Assist.DEPENDENT: AssistStep(
        "1", "D", "Dependent", "less than 25 %, or two helpers", 0, 24, "with full help"
    ),
}  # fmt: skip


def assist_for_share(percent: int) -> Assist | None:
    """Return the step a share of the effort means; None at 100, where four steps differ by more.

    >>> assist_for_share(74).value
    'moderate'
    """
    fitting = [assist for assist, step in STEPS.items() if step.least <= percent <= step.most]
    return fitting[0] if len(fitting) == 1 else None


class Prompt(StrEnum):
    """A kind of prompt; the order here is the usual one, from least to most."""

    NONE = "none"
    GESTURE = "gesture"
    VISUAL = "visual"
    VERBAL_INDIRECT = "verbal_indirect"
    VERBAL_DIRECT = "verbal_direct"
    MODEL = "model"
    TACTILE = "tactile"
    PARTIAL_PHYSICAL = "partial_physical"
    FULL_PHYSICAL = "full_physical"


PROMPT_WORDS = {
    Prompt.NONE: "None",
    Prompt.GESTURE: "Gesture",
    Prompt.VISUAL: "Visual",
    Prompt.VERBAL_INDIRECT: "Verbal, indirect",
    Prompt.VERBAL_DIRECT: "Verbal, direct",
    Prompt.MODEL: "Model",
    Prompt.TACTILE: "Tactile",
    Prompt.PARTIAL_PHYSICAL: "Partly hand over hand",
    Prompt.FULL_PHYSICAL: "Hand over hand",
}


def in_order(kept: Sequence[str]) -> tuple[Prompt, ...]:
    """Return every prompt in the order a clinic keeps; those it does not name come last."""
    known = {prompt.value for prompt in Prompt}
    named = [Prompt(key) for key in dict.fromkeys(kept) if key in known]
    return (*named, *(prompt for prompt in Prompt if prompt not in named))
