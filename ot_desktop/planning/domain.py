"""What the planner is given and what it returns: plain values, times in minutes after midnight."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PRIORITIES = (1, 2, 3)


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of a day; the end is not part of it."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Say whether the stretch lies wholly inside."""
        return self.start <= start and end <= self.end


WHOLE_DAY = Window(0, 24 * 60)
Hours = dict[int, tuple[Window, ...]]  # by weekday, Monday is 0; a missing weekday is closed


@dataclass(frozen=True, slots=True)
class TimeOff:
    """When somebody is away on one day."""

    day: date
    window: Window = WHOLE_DAY


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of the objective; ``care_per_slot`` is by priority."""

    care_per_slot: dict[int, int]
    wait_bonus_weeks_per_point: int
    wait_bonus_max: int
    extra_therapist: int
    not_primary: int
    off_time_base: int
    off_time_per_slot: int
    off_time_cap_slots: int
    not_preferred: int
    adjacent_days: int
    trip_per_10_min: int
    wait_per_slot: int
    change_therapist: int
    change_move: int
    change_drop: int
    change_child: int


@dataclass(frozen=True, slots=True)
class Room:
    """One session at a time."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Lunch:
    """A free block of ``minutes`` somewhere inside ``window``."""

    window: Window
    minutes: int


@dataclass(frozen=True, slots=True)
class Therapist:
    """Who gives sessions, when, and for how long a day."""

    id: str
    name: str
    skills: frozenset[str]
    hours: Hours
    lunch: Lunch | None
    max_contact_min_per_day: int
    doc_gap_min: int
    absences: tuple[TimeOff, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Children who travel together; with one caregiver they are never in session at once."""

    id: str
    travel_min: int
    caregivers: int
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """What a child was prescribed in one skill area."""

    id: str
    skill: str
    room_kinds: tuple[str, ...]
    duration_min: int
    sessions: int
    min_sessions: int
    max_per_week: int
    max_therapists: int
    spread: bool


@dataclass(frozen=True, slots=True)
class Authorization:
    """What the payer agreed to; both days count."""

    visits: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Child:
    """A child on the list; ``availability`` is when child and caregiver can both come."""

    id: str
    name: str
    family: str
    priority: int
    waiting_weeks: int
    primary_therapist: str | None
    excluded_therapists: frozenset[str]
    availability: Hours
    unavailable: tuple[TimeOff, ...]
    preferred: tuple[Window, ...] | None
    max_sessions_per_day: int
    authorization: Authorization
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Regular caseload, meetings, room closures: never moved."""

    id: str
    day: date
    window: Window
    therapist: str | None
    room: str | None
    contact: bool
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """One session of a service; it ends after the service's minutes."""

    child: str
    service: str
    day: date
    start: int
    therapist: str
    room: str


@dataclass(frozen=True, slots=True)
class Published:
    """The plan families already have."""

    now: datetime
    sessions: tuple[Session, ...]
    locked: frozenset[Session]


@dataclass(frozen=True)
class Instance:
    """One summer: who wants what, and what the clinic has."""

    name: str
    grid_min: int
    first_day: date
    last_day: date
    closed_days: frozenset[date]
    open_hours: dict[int, Window]
    trip_gap_min: int
    weights: Weights
    rooms: tuple[Room, ...]
    therapists: tuple[Therapist, ...]
    families: tuple[Family, ...]
    children: tuple[Child, ...]
    fixed: tuple[Fixed, ...]
    published: Published | None = None

    @cached_property
    def service_of(self) -> dict[str, tuple[Child, Service]]:
        """Every service by its id, with the child it is for."""
        return {
            service.id: (child, service) for child in self.children for service in child.services
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a child has no place; codes in the format's description."""

    code: str
    text: str
    relax: dict[str, Any] | None = None


@dataclass(frozen=True)
class Plan:
    """Sessions, who stayed out, and what the planner claims."""

    instance: str
    sessions: tuple[Session, ...]
    unplaced: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    score: int | None = None
    bound: int | None = None
    seconds: float | None = None
    seed: int | None = None
    solver: str | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken hard rule, with the place in the plan file."""

    code: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """A place for one child beside everybody else's."""

    points: int
    sessions: tuple[Session, ...]
    text: str
    drawbacks: tuple[str, ...] = ()


def clock_text(minutes: int) -> str:
    """Return HH:MM."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
