"""Founding a clinic: keys, data file, owner, and all it begins with. All of it or nothing."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from db import connection, key_file
from db.faults import Fault, StorageFault
from db.key_file import Cost, Person
from db.key_wrap import calibrate
from db.queries import access as queries
from db.transaction import transaction
from ot_desktop.access.domain import ColleagueDraft
from ot_desktop.access.first_clinic import FirstClinic
from ot_desktop.access.passwords import password_problem
from ot_desktop.access.sentences import said_plainly
from ot_desktop.access.set_up import SetUp
from ot_desktop.audit import Action
from ot_desktop.changes import ChangeFeed, Topic
from ot_desktop.clock import now_utc, zone_name
from ot_desktop.errors import ValidationError
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Permission, Role, SignedIn
from ot_desktop.work import Work

__all__ = ["Cost", "FirstKeys", "Ground", "cut_first_keys", "found_clinic", "look_at", "move_in"]


class Ground(Enum):
    """What a folder chosen for a new clinic is like."""

    FREE = "free"
    HAS_CLINIC = "has_clinic"
    NOT_WRITABLE = "not_writable"


@dataclass(frozen=True, slots=True)
class FirstKeys:
    """What a clinic being founded is opened with; the recovery key is kept nowhere else."""

    data_key: bytes = field(repr=False)
    slot_id: str
    recovery_key: str = field(repr=False)
    made_folders: tuple[Path, ...] = ()


def look_at(folder: ClinicFolder) -> Ground:
    """Say whether a clinic can be founded in ``folder``, by trying to write there."""
    if folder.exists():
        return Ground.HAS_CLINIC
    there = next(path for path in (folder.root, *folder.root.parents) if path.exists())
    try:
        with tempfile.TemporaryDirectory(dir=there, prefix=".may-write-"):
            return Ground.FREE
    except OSError:
        return Ground.NOT_WRITABLE


def found_clinic(
    folder: ClinicFolder, first: FirstClinic, cost: Cost | None = None
) -> tuple[SignedIn, str]:
    """Found a clinic and leave it open; returns its owner and the recovery key, shown once.

    ``cost`` of a password guess is measured unless given. Raises ``ValidationError`` or
    ``ClinicClosed``, and leaves nothing behind then.
    """
    keys = cut_first_keys(folder, first, cost)
    return move_in(folder, first, keys), keys.recovery_key


def cut_first_keys(folder: ClinicFolder, first: FirstClinic, cost: Cost | None = None) -> FirstKeys:
    """Write the key file; takes 0.3 to 2 s and touches no table, so it may run beside the window.

    Whoever does not go on to ``move_in`` calls ``withdraw``.
    """
    check(first)
    with said_plainly():
        if folder.exists():
            raise StorageFault(Fault.EXISTS)
    made = _missing_folders(folder.root)
    owner = Person(first.owner.name.strip(), Role.OWNER.value)
    try:
        with said_plainly():
            new = key_file.create_keys(
                folder.key_file,
                first.settings.name.strip(),
                owner,
                first.owner.password,
                cost or calibrate(),
            )
    except BaseException:
        _clear(folder, made)
        raise
    return FirstKeys(new.data_key, new.slot_id, new.recovery_key, made)


def move_in(folder: ClinicFolder, first: FirstClinic, keys: FirstKeys) -> SignedIn:
    """Make the data file and all a clinic begins with; the file stays open."""
    try:
        with said_plainly():
            connection.create_database(folder.data_file, keys.data_key)
            owner = _first_user(first.owner, keys.slot_id)
        return _furnish(SetUp(owner), first)
    except BaseException:
        withdraw(folder, keys)
        raise


def withdraw(folder: ClinicFolder, keys: FirstKeys) -> None:
    """Remove what ``cut_first_keys`` and ``move_in`` made, and nothing else."""
    connection.close_database()
    _clear(folder, keys.made_folders)


def check(first: FirstClinic) -> None:
    """Raise ``ValidationError`` for an owner or a colleague who cannot be added."""
    problems: dict[str, str] = {}
    for draft in (first.owner, *first.colleagues):
        if not draft.name.strip():
            problems.setdefault("name", "Enter a first and last name.")
        if said := password_problem(draft.password, (first.settings.name, draft.name)):
            problems.setdefault("password", said)
    if problems:
        raise ValidationError(problems)


def _first_user(owner: ColleagueDraft, slot_id: str) -> SignedIn:
    name = owner.name.strip()
    with transaction():
        user_id = queries.insert_user(
            name=name,
            role=Role.OWNER.value,
            therapist_id=None,
            key_slot=slot_id,
            created_at=now_utc(),
        )
    user = SignedIn(user_id, name, Role.OWNER)
    for action in (Action.ADDED_USER, Action.SIGNED_IN):
        with Work(ChangeFeed(), user).saving(Permission.SIGN_IN, Topic.ACCESS, action) as entry:
            entry.subject = "founded the clinic"
    return user


def _furnish(set_up: SetUp, first: FirstClinic) -> SignedIn:
    settings = first.settings
    if settings.zone == "UTC":
        settings = replace(settings, zone=zone_name())
    if settings.name.strip():
        set_up.describe(settings, first.hours)
    set_up.add_rooms(first.rooms)
    if first.owner.treats:
        set_up.owner_treats(first.owner.credentials)
    for colleague in first.colleagues:
        set_up.access.colleagues.add(colleague)
    return set_up.owner


def _missing_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders that founding will make, the innermost first."""
    return tuple(path for path in (root, *root.parents) if not path.exists())


def _clear(folder: ClinicFolder, made: tuple[Path, ...]) -> None:
    data = folder.data_file
    beside = [data.with_name(data.name + end) for end in ("-wal", "-shm", "-journal")]
    for file in (data, *beside, data.with_suffix(".lock"), folder.key_file):
        with suppress(OSError):
            file.unlink(missing_ok=True)
    for path in made:
        with suppress(OSError):
            path.rmdir()
