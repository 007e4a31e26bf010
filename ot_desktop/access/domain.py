"""Who stands at the door, who works here, and what a new clinic begins with."""

from dataclasses import dataclass, field
from enum import Enum

from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Role

TREATING = frozenset({Role.THERAPIST, Role.ASSISTANT})


def initials(name: str) -> str:
    """Return the first letters of the first and the last name.

    >>> initials("Mei-Lin Zhao"), initials("Rosalind")
    ('MZ', 'R')
    """
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody the sign-in page shows, before the file is open."""

    slot_id: str
    name: str
    role: Role
    color_slot: int | None = None

    @property
    def initials(self) -> str:
        """The letters in the disc."""
        return initials(self.name)

    @property
    def first_name(self) -> str:
        """What colleagues call them."""
        return (self.name.split() or [""])[0]


@dataclass(frozen=True, slots=True)
class Entrance:
    """What may be shown of a clinic before anybody has signed in: no child's data."""

    clinic: str
    people: tuple[Colleague, ...]

    def person(self, slot_id: str) -> Colleague | None:
        """Return one of the people, or None when they were removed."""
        return next((each for each in self.people if each.slot_id == slot_id), None)


@dataclass(frozen=True, slots=True)
class UnlockedKey:
    """The data key, and the person it was unlocked for."""

    data_key: bytes = field(repr=False)
    slot_id: str
    by_recovery_key: bool = False


@dataclass(frozen=True, slots=True)
class User:
    """A colleague as the list of users shows them."""

    id: int
    name: str
    role: Role
    therapist_id: int | None
    credentials: str
    color_slot: int | None
    is_active: bool


@dataclass(frozen=True, slots=True)
class ColleagueDraft:
    """A colleague before being added; ``treats`` gives them a column in the schedule."""

    name: str
    role: Role
    password: str = field(repr=False)
    credentials: str = ""
    treats: bool = False

    @property
    def is_therapist(self) -> bool:
        """Whether they get working hours and a color: therapists and assistants always do."""
        return self.treats or self.role in TREATING


class Why(Enum):
    """Why a clinic cannot be opened, as far as it changes what a person can do about it."""

    MISSING = "missing"
    DAMAGED = "damaged"
    NEWER = "newer"
    IN_USE = "in_use"
    OTHER = "other"


class ClinicClosed(ClinicError):
    """The clinic's files cannot be used; trying another password would not help."""

    def __init__(self, sentence: str, why: Why = Why.OTHER) -> None:
        super().__init__(sentence)
        self.why = why


class WrongPassword(ClinicError):
    """A password, PIN or recovery key did not fit."""


class MustWait(ClinicError):
    """There were too many wrong tries; ``seconds`` until the next one counts."""

    def __init__(self, sentence: str, seconds: int) -> None:
        super().__init__(sentence)
        self.seconds = seconds
