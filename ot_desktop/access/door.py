"""The clinic's door: who may come in, before the file is open, and coming in."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from db import connection, key_file
from db.faults import Fault, StorageFault
from db.key_file import Slot
from db.queries import access as queries
from ot_desktop.access.domain import ClinicClosed, Colleague, Entrance, Why
from ot_desktop.access.passwords import password_problem
from ot_desktop.access.sentences import is_fault, said_plainly
from ot_desktop.access.tries import Tries
from ot_desktop.audit import Action
from ot_desktop.changes import ChangeFeed, Topic
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Permission, Role, SignedIn
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class UnlockedKey:
    """The data key, and the person it was unlocked for."""

    data_key: bytes = field(repr=False)
    slot_id: str
    by_recovery_key: bool = False


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
        """Open the data file for the person; raises ``ClinicClosed``, and nothing is open then."""
        try:
            with said_plainly():
                connection.open_database(self.folder.data_file, unlocked.data_key)
                user = _user_of(unlocked.slot_id)
            work = Work(ChangeFeed(), user)
            self._note_entry(work, unlocked)
            self._show_clinic_name(work, unlocked)
        except BaseException:
            connection.close_database()
            raise
        return user

    def leave(self) -> None:
        """Close the data file and forget its key."""
        connection.close_database()

    def _note_entry(self, work: Work, unlocked: UnlockedKey) -> None:
        with work.saving(Permission.SIGN_IN, Topic.ACCESS, Action.SIGNED_IN) as entry:
            if unlocked.by_recovery_key:
                entry.subject = "with the recovery key, and chose a new password"

    def _show_clinic_name(self, work: Work, unlocked: UnlockedKey) -> None:
        """Let the next sign-in page show the name the clinic has now."""
        name = SettingsService(work).clinic().settings.name
        with said_plainly():
            if name and key_file.read_keys(self.folder.key_file).clinic != name:
                key_file.rename_clinic(self.folder.key_file, unlocked.data_key, name)


def _user_of(slot_id: str) -> SignedIn:
    def build(**columns: Any) -> SignedIn:
        return SignedIn(
            columns["id"],
            columns["name"],
            Role(columns["role"]),
            columns["therapist_id"],
            columns["credentials"] or "",
        )

    found = queries.users(build, key_slot=slot_id, is_active=True)
    if not found:
        raise StorageFault(Fault.NO_SUCH_PERSON)
    return found[0]


def _colleague(slot: Slot) -> Colleague:
    person = slot.person
    known = {role.value for role in Role}
    role = Role(person.role) if person.role in known else Role.READ_ONLY
    return Colleague(slot.id, person.name, role, person.color_slot)
