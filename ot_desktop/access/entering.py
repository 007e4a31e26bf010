"""Opening the data file for whoever unlocked its key. Loaded after the sign-in page is painted."""

from typing import Any

from db import connection, key_file
from db.faults import Fault, StorageFault
from db.queries import access as queries
from ot_desktop.access.domain import UnlockedKey
from ot_desktop.access.sentences import said_plainly
from ot_desktop.audit import Action
from ot_desktop.changes import ChangeFeed, Topic
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Permission, Role, SignedIn
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


def enter(folder: ClinicFolder, unlocked: UnlockedKey) -> SignedIn:
    """Open the data file; raises ``ClinicError``, and nothing is open then."""
    try:
        with said_plainly():
            connection.open_database(folder.data_file, unlocked.data_key)
            user = _user_of(unlocked.slot_id)
        work = Work(ChangeFeed(), user)
        _note_entry(work, unlocked)
        _show_clinic_name(work, folder, unlocked)
    except BaseException:
        connection.close_database()
        raise
    return user


def leave() -> None:
    """Close the data file and forget its key."""
    connection.close_database()


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


def _note_entry(work: Work, unlocked: UnlockedKey) -> None:
    with work.saving(Permission.SIGN_IN, Topic.ACCESS, Action.SIGNED_IN) as entry:
        if unlocked.by_recovery_key:
            entry.subject = "with the recovery key, and chose a new password"


def _show_clinic_name(work: Work, folder: ClinicFolder, unlocked: UnlockedKey) -> None:
    """Let the next sign-in page show the name the clinic has now."""
    name = SettingsService(work).clinic().settings.name
    with said_plainly():
        if name and key_file.read_keys(folder.key_file).clinic != name:
            key_file.rename_clinic(folder.key_file, unlocked.data_key, name)
