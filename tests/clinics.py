"""Clinics in real folders with real key files, whose passwords cost next to nothing to check."""

from db.key_file import Cost
from ot_desktop.access.domain import ColleagueDraft
from ot_desktop.access.first_clinic import FirstClinic, RoomDraft
from ot_desktop.access.founding import found_clinic
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.settings.domain import ClinicSettings, Hours

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
OWNERS_PASSWORD = "rain on a tin roof"
PASSWORD = "four words in a row"
WEEK = tuple(Hours(day, 8 * 60, 17 * 60) for day in range(5))

ROSALIND = ColleagueDraft("Rosalind Achebe", Role.OWNER, OWNERS_PASSWORD)
COLLEAGUES = (
    ColleagueDraft("Amara Okafor", Role.THERAPIST, PASSWORD, "OTR/L"),
    ColleagueDraft("Dana Whitfield", Role.FRONT_DESK, PASSWORD),
)


def a_first_clinic(owner=ROSALIND, colleagues=COLLEAGUES, **more):
    """Describe a small clinic; ``more`` are fields of ``FirstClinic``."""
    more.setdefault("settings", ClinicSettings(name="Juniper Lane Pediatric OT"))
    more.setdefault("hours", WEEK)
    more.setdefault("rooms", (RoomDraft("Sensory gym", 3),))
    return FirstClinic(owner, colleagues=colleagues, **more)


def a_clinic_in(folder, **more):
    """Found a clinic and leave it open; returns folder, owner and recovery key."""
    clinic_folder = ClinicFolder(folder / "clinic")
    owner, key = found_clinic(clinic_folder, a_first_clinic(**more), CHEAP)
    return clinic_folder, owner, key
