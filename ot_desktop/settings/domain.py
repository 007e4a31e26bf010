"""What a clinic is: its name and choices, hours, rooms, closed days, therapists."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ot_desktop.errors import ValidationError
from ot_desktop.paper.page import PageSize

LONGEST_LINK = 200


@dataclass(frozen=True, slots=True)
class ClinicSettings:
    """The clinic's own choices; each default is what most clinics keep."""

    name: str = ""
    address: str = ""
    phone: str = ""
    phone_hours: str = ""
    emergency_line: str = "In an emergency, call 911."
    zone: str = "UTC"
    paper: PageSize = PageSize.LETTER
    grid_minutes: int = 15
    cleanup_minutes: int = 0
    practice_minutes: tuple[int, int] = (5, 10)
    lock_after_minutes: int = 5
    note_late_after_hours: int = 48
    may_book_unconfirmed: bool = True
    parent_view_needs_pin: bool = False
    handout_link: str = ""

    def check(self) -> None:
        """Raise ``ValidationError`` naming every choice that cannot be kept."""
        problems: dict[str, str] = {}
        if not self.name.strip():
            problems["name"] = "Enter the clinic’s name. Families see it on every page."
        if not 1 <= self.lock_after_minutes <= 60:  # noqa: PLR2004  (the bounds are the sentence)
            problems["lock_after_minutes"] = "Choose 1 to 60 minutes."
        if not _is_zone(self.zone):
            problems["zone"] = "Choose a time zone, like America/Chicago."
        if self.note_late_after_hours < 1:
            problems["note_late_after_hours"] = "Choose at least 1 hour."
        if self.handout_link and (wrong := _wrong_link(self.handout_link)):
            problems["handout_link"] = wrong
        if problems:
            raise ValidationError(problems)


def _wrong_link(link: str) -> str:
    """Return what is wrong with a link that is printed as a QR code, or nothing."""
    if not link.startswith(("https://", "http://")):
        return "Start the link with https://."
    if any(letter.isspace() for letter in link):
        return "Take the spaces out of the link."
    if len(link) > LONGEST_LINK:
        return f"Choose a link of {LONGEST_LINK} letters or less. A phone reads it better."
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        host = ""
    if "." not in host.strip("."):
        return "Write the whole link, like https://yourclinic.com/home."
    return ""


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class Hours:
    """One stretch of a weekday (Monday is 0), in minutes from midnight."""

    weekday: int
    starts_min: int
    ends_min: int


@dataclass(frozen=True, slots=True)
class Room:
    """A room and how many children it holds at once."""

    id: int
    name: str
    capacity: int
    equipment: str = ""


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day on which nobody is seen."""

    day: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Therapist:
    """Somebody who treats; an assistant's notes go to the supervisor."""

    id: int
    name: str
    credentials: str
    color_slot: int
    supervisor_id: int | None = None
    hours: tuple[Hours, ...] = ()

    @property
    def first_name(self) -> str:
        """What families call the therapist."""
        return self.name.split()[0]

    @property
    def signs_as(self) -> str:
        """The name and designation under a signed note, for example ``A. Okafor, OTR/L``."""
        given, _, family = self.name.rpartition(" ")
        short = f"{given[:1]}. {family}" if given else family
        return f"{short}, {self.credentials}" if self.credentials else short


@dataclass(frozen=True, slots=True)
class TherapistDraft:
    """A therapist before being saved."""

    name: str
    credentials: str = ""
    color_slot: int | None = None
    supervisor_id: int | None = None
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True, slots=True)
class Interpreter:
    """An adult who interprets for families; ``languages`` as they are read out."""

    id: int
    name: str
    languages: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class InterpreterDraft:
    """An interpreter before being saved; somebody has to say that they are 18 or older."""

    name: str
    languages: str
    phone: str = ""
    is_adult: bool = False

    def check(self) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        problems: dict[str, str] = {}
        if not self.name.strip():
            problems["name"] = "Enter the interpreter’s name."
        if not self.languages.strip():
            problems["languages"] = "Enter at least one language."
        if not self.is_adult:
            problems["is_adult"] = "Nobody under 18 interprets here. Choose an adult."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Clinic:
    """All that planning and printing need to know of the clinic."""

    settings: ClinicSettings
    hours: tuple[Hours, ...]
    rooms: tuple[Room, ...]
    closed_days: tuple[ClosedDay, ...]
    therapists: tuple[Therapist, ...]
    interpreters: tuple[Interpreter, ...] = ()

    def therapist(self, therapist_id: int | None) -> Therapist | None:
        """Return one therapist, or None when the id is None or not active."""
        return next((each for each in self.therapists if each.id == therapist_id), None)

    def room(self, room_id: int | None) -> Room | None:
        """Return one room, or None when the id is None or not in use."""
        return next((each for each in self.rooms if each.id == room_id), None)
