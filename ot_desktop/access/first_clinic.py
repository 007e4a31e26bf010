"""What a new clinic begins with."""

from dataclasses import dataclass, field

from ot_desktop.access.domain import ColleagueDraft
from ot_desktop.settings.domain import ClinicSettings, Hours


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A room of a new clinic."""

    name: str
    capacity: int = 1
    equipment: str = ""


@dataclass(frozen=True, slots=True)
class FirstClinic:
    """What a new clinic begins with; only the owner is needed to found one."""

    owner: ColleagueDraft
    settings: ClinicSettings = field(default_factory=ClinicSettings)
    hours: tuple[Hours, ...] = ()
    colleagues: tuple[ColleagueDraft, ...] = ()
    rooms: tuple[RoomDraft, ...] = ()


PEDIATRIC_ROOMS = (
    RoomDraft("Sensory gym", 3, "Swings, climbing wall, crash pad"),
    RoomDraft("Fine motor 1", 1, "Table, writing and scissors supplies"),
    RoomDraft("Fine motor 2", 1, "Table, games and puzzles"),
    RoomDraft("Kitchen", 2, "Feeding and cooking"),
    RoomDraft("Quiet room", 1, "Low light, bean bag"),
)
"""Rooms most pediatric clinics have, to begin with and change."""
