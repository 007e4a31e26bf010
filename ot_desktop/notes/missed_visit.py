"""The short note of a visit that did not take place (a contact note, standards §4.1)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MissedVisit:
    """Why, what was said with whom, and how and when the family will be reached."""

    why: str = ""
    said: str = ""
    contact_plan: str = ""
    contact_on: date | None = None
