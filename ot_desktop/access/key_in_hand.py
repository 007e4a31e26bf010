"""What the signed-in person holds while the clinic's file is open: its key, and their slot."""

from dataclasses import dataclass, field
from pathlib import Path

from db import connection, key_file
from db.faults import StorageFault
from db.queries import access as queries
from ot_desktop.access.sentences import said_plainly


@dataclass(frozen=True, slots=True)
class KeyInHand:
    """Changes the key file of the open clinic; raises ``ClinicError``. Touches no table."""

    file: Path
    data_key: bytes = field(repr=False)
    slot_id: str

    @property
    def clinic(self) -> str:
        """The name on the sign-in page."""
        with said_plainly():
            return key_file.read_keys(self.file).clinic

    def unlock(self, password: str) -> None:
        """Raise ``ClinicError`` unless this is the person's password; slow."""
        with said_plainly():
            key_file.unlock(self.file, self.slot_id, password)

    def add(self, name: str, role: str, password: str) -> str:
        """Lock the data key with a colleague's password; returns their slot. Slow."""
        with said_plainly():
            cost = key_file.read_keys(self.file).slots[0].cost  # as measured for this clinic
            person = key_file.Person(name, role)
            return key_file.add_person(self.file, self.data_key, person, password, cost)

    def show(self, slot_id: str, name: str, role: str, color_slot: int | None) -> None:
        """Show a person differently on the sign-in page."""
        with said_plainly():
            person = key_file.Person(name, role, color_slot)
            key_file.change_person(self.file, self.data_key, slot_id, person)

    def remove(self, slot_id: str) -> None:
        """Take a person's key away."""
        with said_plainly():
            key_file.remove_person(self.file, self.data_key, slot_id)

    def change_password(self, slot_id: str, password: str) -> None:
        """Lock the data key with another password; slow."""
        with said_plainly():
            key_file.change_password(self.file, self.data_key, slot_id, password)

    def name_clinic(self, clinic: str) -> None:
        """Change the name on the sign-in page."""
        with said_plainly():
            key_file.rename_clinic(self.file, self.data_key, clinic)

    def renew_recovery_key(self) -> str:
        """Make a new recovery key; earlier sheets open nothing any more."""
        with said_plainly():
            return key_file.renew_recovery_key(self.file, self.data_key)


def key_in_hand(user_id: int) -> KeyInHand | None:
    """Return the key of the open file, or None when no file is open (in memory)."""
    try:
        clinic = connection.open_clinic()
    except StorageFault:
        return None
    slot_id = queries.key_slot(user_id)
    if slot_id is None:
        return None
    return KeyInHand(key_file.keys_beside(clinic.file), clinic.key, slot_id)
