"""Use cases of time off: a therapist is away, a room is closed, for a day or part of it."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.planning.domain import Window
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class TimeOff:
    """A therapist away or a room closed on one day; ``window`` None is the whole day."""

    id: int
    day: date
    window: Window | None
    reason: str
    therapist_id: int | None = None
    room_id: int | None = None


class TimeOffService:
    """Keep when somebody is away or a room cannot be used; nothing booked is touched."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def between(self, first: date, last: date) -> tuple[TimeOff, ...]:
        """Return all time off between two days, both included."""
        raise NotImplementedError

    def therapist_away(
        self, therapist_id: int, days: tuple[date, date], window: Window | None, reason: str = ""
    ) -> tuple[int, ...]:
        """Keep that a therapist is away on each day; therapists may only say so of themselves."""
        raise NotImplementedError

    def room_closed(
        self, room_id: int, days: tuple[date, date], window: Window | None, reason: str = ""
    ) -> tuple[int, ...]:
        """Keep that a room cannot be used on each day."""
        raise NotImplementedError

    def take_back(self, time_off: TimeOff) -> None:
        """Say that it does not hold after all; the row stays, marked."""
        raise NotImplementedError
