"""A practice chart that came back."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ReturnedChart:
    """A chart as it came back; ``words`` are what the parent wrote on it."""

    id: int
    home_program_id: int
    first_day: date
    last_day: date
    practiced: tuple[date, ...]
    words: str
    entered_at: datetime
    entered_by: str
