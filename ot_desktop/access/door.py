"""The clinic's door: who may come in, before the file is open, and coming in."""

from collections import defaultdict
from collections.abc import Callable
from time import monotonic

from db import key_file
from db.faults import Fault, StorageFault
from db.key_file import Slot
from ot_desktop.access.domain import ClinicClosed, Colleague, Entrance, UnlockedKey, Why
from ot_desktop.access.passwords import password_problem
from ot_desktop.access.sentences import is_fault, said_plainly
from ot_desktop.access.tries import Tries
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role, SignedIn


class Door:
    """Everything the sign-in page needs of one clinic's folder.

    The methods that turn a password into a key take 0.25 to 0.5 s and touch no table: run them
    beside the window. ``enter`` belongs on the window's thread, like every use of the file.
    """

    def __init__(self, folder: ClinicFolder, clock: Callable[[], float] = monotonic) -> None:
        self.folder = folder
        self._tries: defaultdict[str, Tries] = defaultdict(lambda: Tries(clock))

    def look(self) -> Entrance:
        """Return who may sign in; raises ``ClinicClosed`` when the files cannot be used."""
        if not self.folder.exists():
            said = "There is no clinic in this folder. Choose its folder, or set up a new clinic."
            raise ClinicClosed(said, Why.MISSING)
        with said_plainly():
            keys = key_file.read_keys(self.folder.key_file)
            if not self.folder.data_file.is_file():
                raise StorageFault(Fault.MISSING)
        return Entrance(keys.clinic, tuple(_colleague(slot) for slot in keys.slots))

    def unlock(self, slot_id: str, password: str) -> UnlockedKey:
        """Try a password; slow. Raises ``WrongPassword``, ``MustWait`` or ``ClinicError``."""
        tries = self._tries[slot_id]
        tries.check()
        try:
            with said_plainly():
                data_key = key_file.unlock(self.folder.key_file, slot_id, password)
        except ClinicError as error:
            if is_fault(error, Fault.WRONG_PASSWORD):
                tries.missed("That password is not right.")
            raise
        tries.succeeded()
        return UnlockedKey(data_key, slot_id)

    def unlock_with_recovery(self, text: str) -> UnlockedKey:
        """Try the recovery key; it opens the file as the owner. Raises ``ClinicError``."""
        with said_plainly():
            data_key = key_file.unlock_with_recovery(self.folder.key_file, text)
        owner = next((each for each in self.look().people if each.role is Role.OWNER), None)
        if owner is None:
            raise ClinicClosed("The key file names no owner. Restore a backup.", Why.DAMAGED)
        return UnlockedKey(data_key, owner.slot_id, by_recovery_key=True)

    def renew_password(self, unlocked: UnlockedKey, password: str) -> UnlockedKey:
        """Give the person a new password; slow. Raises ``ValidationError`` for a weak one."""
        entrance = self.look()
        person = entrance.person(unlocked.slot_id)
        names = (entrance.clinic, person.name if person else "")
        if problem := password_problem(password, names):
            raise ValidationError({"password": problem})
        with said_plainly():
            key_file.change_password(
                self.folder.key_file, unlocked.data_key, unlocked.slot_id, password
            )
        return unlocked

    def enter(self, unlocked: UnlockedKey) -> SignedIn:
        """Open the data file for the person; raises ``ClinicError``, and nothing is open then."""
        from ot_desktop.access.entering import enter  # noqa: PLC0415  (the page is painted first)

        return enter(self.folder, unlocked)

    def leave(self) -> None:
        """Close the data file and forget its key."""
        from ot_desktop.access.entering import leave  # noqa: PLC0415  (the page is painted first)

        leave()


def _colleague(slot: Slot) -> Colleague:
    person = slot.person
    known = {role.value for role in Role}
    role = Role(person.role) if person.role in known else Role.READ_ONLY
    return Colleague(slot.id, person.name, role, person.color_slot)
