"""Who may take a child home: what the family list says, and nothing a court wrote."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.day_words import full_day


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody at the door; ``may_collect`` None: nobody has asked the family yet."""

    caregiver_id: int | None
    name: str
    may_collect: bool | None
    may_collect_until: date | None = None
    is_adult: bool | None = None


def collecting_refusal(adult: Adult, day: date) -> str:
    """Say why somebody may not collect that day; empty when they may, or nobody has asked."""
    if adult.may_collect is False:
        return f"{adult.name} may not collect this child."
    if adult.is_adult is False:
        return f"{adult.name} is not 18 yet and may not collect a child."
    if adult.may_collect_until is not None and adult.may_collect_until < day:
        return f"{adult.name} could collect until {full_day(adult.may_collect_until)} only."
    return ""
