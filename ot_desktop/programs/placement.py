"""Where a session of a plan is or could be, what stands in its way, and what would help."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from ot_desktop.programs.domain import ChildWishes


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A start in the clinic's wall time, with whom and where."""

    starts: datetime
    therapist_id: int
    room_id: int

    @property
    def day(self) -> date:
        """The day it lies on."""
        return self.starts.date()


@dataclass(frozen=True, slots=True)
class Placement:
    """One session of a plan; ``session_id`` once families have it in the calendar.

    ``is_history`` is true for what has happened, has a note or is being held: it never moves.
    """

    id: int
    program_child_id: int
    child_id: int
    wanted_id: int
    place: Place
    length_minutes: int
    is_locked: bool = False
    is_moved: bool = False
    session_id: int | None = None
    is_history: bool = False

    @property
    def starts(self) -> datetime:
        """When it starts."""
        return self.place.starts

    @property
    def ends(self) -> datetime:
        """When it ends."""
        return self.place.starts + timedelta(minutes=self.length_minutes)


class Level(Enum):
    """How much a remark matters: a stop makes a clash, a warning and a word do not."""

    STOP = "stop"
    WARN = "warn"
    INFO = "info"
    FITS = "fits"


@dataclass(frozen=True, slots=True)
class Remark:
    """One line about a place; ``word`` is the short one for the slot's edge: room, off, family.

    ``planned_ids`` and ``session_ids`` are the sessions it is about.
    """

    level: Level
    word: str
    text: str
    planned_ids: tuple[int, ...] = ()
    session_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceCheck:
    """The live check of one place: its head line "Thu, Jun 11, 10:45 with Priya", then remarks."""

    place: Place
    title: str
    remarks: tuple[Remark, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing stops the session there."""
        return all(each.level is not Level.STOP for each in self.remarks)

    @property
    def word(self) -> str:
        """The short reason at the slot's edge; nothing where it fits."""
        return next((each.word for each in self.remarks if each.level is Level.STOP), "")


@dataclass(frozen=True, slots=True)
class Slot:
    """One start with one therapist in the visible week: the rooms it fits in, or why in none.

    ``room_ids`` are best first; empty when it does not fit, and then ``word`` says why.
    """

    starts: datetime
    therapist_id: int
    room_ids: tuple[int, ...]
    word: str = ""


class FixKind(Enum):
    """What a fix does: place and move are done at once, the others are tried first."""

    PLACE = "place"
    MOVE = "move"
    SWAP = "swap"
    RELAX = "relax"


@dataclass(frozen=True, slots=True)
class Step:
    """One session put somewhere, ``place`` None takes it out; no ``planned_id`` adds one."""

    wanted_id: int
    place: Place | None
    planned_id: int | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """One click: its words ("Priya, Thu 10:45", "Move Ines to Fine 2") and what it does.

    A relaxing one changes the ``wishes`` of ``program_child_id`` before its steps.
    """

    kind: FixKind
    text: str
    steps: tuple[Step, ...] = ()
    program_child_id: int | None = None
    wishes: ChildWishes | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Sessions that cannot all stay: one sentence, who is in it, and a fix for each way out."""

    text: str
    day: date
    planned_ids: tuple[int, ...]
    session_ids: tuple[int, ...] = ()
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """What a child is still missing of one service, why, and what would help.

    ``numbers`` are the missing sessions as they would be counted: (10, 11) of 12.
    """

    program_child_id: int
    child_id: int
    child_name: str
    wanted_id: int
    kind_name: str
    missing: int
    numbers: tuple[int, ...]
    reasons: tuple[str, ...]
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What one verb did to a plan, so that it can be taken back; rows before and after by id.

    ``wishes`` are (program child, before, after) where a fix changed what a family wants.
    """

    plan_id: int
    text: str
    before: tuple[Placement, ...]
    after: tuple[Placement, ...]
    wishes: tuple[int, ChildWishes, ChildWishes] | None = None
