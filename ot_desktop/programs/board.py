"""One week of a plan, ready to be painted: lanes of a therapist, a room or a child."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class View(Enum):
    """What a row of the grid is."""

    THERAPIST = "therapist"
    ROOM = "room"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class WeekTab:
    """One button above the grid; ``needs_you`` is the amber dot: a clash or room for more."""

    first_day: date
    needs_you: bool


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One column; ``closed_for`` says why nobody is seen, ``in_program`` whether it counts."""

    day: date
    in_program: bool
    closed_for: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One chip: a session of the plan, or a visit of the calendar that stays put.

    ``planned_id`` is None for what stays put; ``number`` of ``of`` is "session 5 of 12". The
    calendar says ``alerts`` of the child and the visit's ``status`` in words, a plan neither.
    """

    planned_id: int | None
    session_id: int | None
    child_id: int
    wanted_id: int | None
    child_name: str
    short_name: str
    therapist_id: int
    therapist_name: str
    color_slot: int
    room_id: int | None
    room_name: str
    starts: datetime
    ends: datetime
    number: int | None = None
    of: int | None = None
    is_locked: bool = False
    is_moved: bool = False
    is_clash: bool = False
    is_history: bool = False
    alerts: tuple[str, ...] = ()
    status: str = ""

    @property
    def is_weekly(self) -> bool:
        """Whether it is a visit of the calendar, not of this plan."""
        return self.planned_id is None


@dataclass(frozen=True, slots=True)
class Off:
    """When a lane cannot be used, in minutes of the day, and why: "Mei-Lin is off (training)"."""

    day: date
    starts_min: int
    ends_min: int
    reason: str
    is_whole_day: bool


class Dot(Enum):
    """One wanted session of a child in the child view."""

    PLACED = "placed"
    CLASH = "clash"
    MISSING = "missing"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a therapist, a room or a child, by its ``id``.

    Minutes used and available are of the visible week; a child's row has dots instead.
    """

    id: int
    name: str
    full_name: str
    color_slot: int | None
    used_minutes: int
    available_minutes: int
    blocks: tuple[Block, ...]
    off: tuple[Off, ...] = ()
    dots: tuple[Dot, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """The visible week with its buttons, columns and rows."""

    plan_id: int
    view: View
    weeks: tuple[WeekTab, ...]
    first_day: date
    days: tuple[BoardDay, ...]
    lanes: tuple[Lane, ...]
    opens_min: int
    closes_min: int
