"""What the board shows and says: columns, blocks, empty slots, moves and how they are judged."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from ui.widgets.badge import BadgeKind

SignTone = BadgeKind
STEP = 15
"""Minutes from one place a visit can start to the next."""


class Tone(Enum):
    """How a visit stands; each has its own look beside its own words."""

    PLAIN = "plain"
    CHECKED_IN = "checked_in"
    IN_SESSION = "in_session"
    LATE = "late"
    DONE = "done"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    CLASH = "clash"


class Shaded(NamedTuple):
    """Minutes of the day a column cannot be booked, and why: "Lunch"; no words when not open."""

    from_minute: int
    until_minute: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A therapist, a room or a child; ``color_slot`` None is drawn gray, "" initials no disc."""

    key: int
    title: str
    sub: str = ""
    initials: str = ""
    color_slot: int | None = None
    shaded: tuple[Shaded, ...] = ()


class Sign(NamedTuple):
    """How a visit stands in a word, "12 min late", in the color of its meaning."""

    icon: str
    words: str
    tone: SignTone = "neutral"


class Action(NamedTuple):
    """The one button of a block; with no icon the words stand in it, else they are read out."""

    icon: str
    words: str
    is_on: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One visit of a column.

    ``lines`` begin with time and room, "10:15, Gym"; what stands before the first comma stays
    where room is short. ``badges`` are the words of the child's alerts, ``tip`` their whole text.
    ``is_fixed`` visits are not picked up: they were held, or are somebody else's. ``status`` is
    read out where no sign says how the visit stands.
    """

    session_id: int
    column: int
    from_minute: int
    until_minute: int
    title: str
    lines: tuple[str, ...] = ()
    tone: Tone = Tone.PLAIN
    color_slot: int | None = None
    sign: Sign | None = None
    badges: tuple[str, ...] = ()
    action: Action | None = None
    is_struck: bool = False
    tip: str = ""
    is_fixed: bool = False
    status: str = ""

    @property
    def status_words(self) -> str:
        """How the visit stands, in a word or two."""
        return self.sign.words if self.sign is not None else self.status


class Slot(NamedTuple):
    """An empty stretch of a column that somebody chose."""

    column: int
    from_minute: int
    until_minute: int


class Moved(NamedTuple):
    """Where somebody wants a visit to be."""

    session_id: int
    column: int
    from_minute: int
    until_minute: int


class Fit(Enum):
    """What speaks against a place; a stop cannot be saved, a warning asks for a reason."""

    FITS = "fits"
    WARNS = "warns"
    STOPS = "stops"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The live check of one place: ``short`` is one gray word, ``words`` whole sentences."""

    fit: Fit = Fit.FITS
    short: str = ""
    words: tuple[str, ...] = ()


class Hint(NamedTuple):
    """Whether something carried could start at a minute of a column, or a word why not."""

    column: int
    minute: int
    fits: bool
    word: str = ""


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """Everything ``show_board`` was given."""

    columns: tuple[BoardColumn, ...] = ()
    blocks: tuple[Block, ...] = ()
    hours: tuple[int, int] = (8 * 60, 17 * 60)
    now_minute: int | None = None
    closed_words: str = ""

    def at_minute(self, now_minute: int | None) -> "BoardFacts":
        """Return the same board a little later."""
        return replace(self, now_minute=now_minute)
