"""The clinic's key file: who may sign in, and the data key locked once for each of them.

It lies beside the data file as ``clinic.keys``. Names and roles are readable, because the
sign-in page shows them before anybody has proved who they are; a seal made with the data key
shows at sign-in whether somebody changed them.
"""

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from db import key_wrap, recovery_key
from db.data_key import KEY_BYTES
from db.durable import private_folder, write_durably
from db.faults import Fault, StorageFault, file_faults
from db.key_file_format import MOST_BYTES, Keys, Person, RecoverySlot, Slot, parse, render, seal
from db.key_wrap import Cost

__all__ = ["Cost", "Keys", "NewClinic", "Person", "Slot"]


@dataclass(frozen=True, slots=True)
class NewClinic:
    """What creating a key file yields; the recovery key is shown once and kept nowhere."""

    data_key: bytes
    slot_id: str
    recovery_key: str


def keys_beside(data_file: Path) -> Path:
    """Return where the key file of ``data_file`` lies."""
    return data_file.with_suffix(".keys")


def create_keys(
    file: Path, clinic: str, first: Person, password: str, cost: Cost | None = None
) -> NewClinic:
    """Make the key file of a new clinic, with a new data key and its first person."""
    with file_faults():
        if file.exists():
            raise StorageFault(Fault.EXISTS)
        private_folder(file.parent)
    data_key = os.urandom(KEY_BYTES)
    slot = _new_slot(first, data_key, password, cost or Cost())
    secret, recovery = _new_recovery(data_key)
    _write(file, Keys(clinic, (slot,), recovery), data_key)
    return NewClinic(data_key, slot.id, recovery_key.as_text(secret))


def read_keys(file: Path) -> Keys:
    """Return who may sign in; needs no password.

    Raises StorageFault (KEYS_MISSING, KEYS_DAMAGED, NEWER_KEYS).
    """
    with file_faults(missing=Fault.KEYS_MISSING), file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    return parse(content)


def unlock(file: Path, slot_id: str, password: str) -> bytes:
    """Return the data key; raises StorageFault (WRONG_PASSWORD). Takes 0.25 to 0.5 s."""
    keys = read_keys(file)
    slot = keys.slot(slot_id)
    key = key_wrap.password_key(password, slot.salt, slot.cost)
    return _unsealed(keys, key_wrap.unwrap(slot.wrapped_key, key), Fault.WRONG_PASSWORD)


def unlock_with_recovery(file: Path, text: str) -> bytes:
    """Return the data key for the recovery key as it was typed.

    Raises StorageFault (RECOVERY_KEY_MISTYPED, WRONG_RECOVERY_KEY).
    """
    secret = recovery_key.from_text(text)
    keys = read_keys(file)
    key = key_wrap.derived_key(secret, keys.recovery.salt, "recovery key")
    return _unsealed(
        keys, key_wrap.unwrap(keys.recovery.wrapped_key, key), Fault.WRONG_RECOVERY_KEY
    )


def add_person(
    file: Path, data_key: bytes, person: Person, password: str, cost: Cost | None = None
) -> str:
    """Let one more person sign in; returns the id of their slot."""
    slot = _new_slot(person, data_key, password, cost or Cost())
    _change(file, data_key, lambda keys: replace(keys, slots=(*keys.slots, slot)))
    return slot.id


def remove_person(file: Path, data_key: bytes, slot_id: str) -> None:
    """Take a person's wrapped key away, so that their password opens this file no more."""

    def without(keys: Keys) -> Keys:
        gone = keys.slot(slot_id)
        return replace(keys, slots=tuple(slot for slot in keys.slots if slot != gone))

    _change(file, data_key, without)


def change_password(
    file: Path, data_key: bytes, slot_id: str, password: str, cost: Cost | None = None
) -> None:
    """Lock the data key with a new password; the data file is not touched."""

    def locked_anew(slot: Slot) -> Slot:
        return _new_slot(slot.person, data_key, password, cost or slot.cost, slot.id)

    _change_slot(file, data_key, slot_id, locked_anew)


def change_person(file: Path, data_key: bytes, slot_id: str, person: Person) -> None:
    """Give a slot another name, role or colour."""
    _change_slot(file, data_key, slot_id, lambda slot: replace(slot, person=person))


def rename_clinic(file: Path, data_key: bytes, clinic: str) -> None:
    """Change the name the sign-in page shows."""
    _change(file, data_key, lambda keys: replace(keys, clinic=clinic))


def renew_recovery_key(file: Path, data_key: bytes) -> str:
    """Make a new recovery key, and every earlier sheet worthless; returns the text to print."""
    secret, recovery = _new_recovery(data_key)
    _change(file, data_key, lambda keys: replace(keys, recovery=recovery))
    return recovery_key.as_text(secret)


def _new_slot(
    person: Person, data_key: bytes, password: str, cost: Cost, slot_id: str | None = None
) -> Slot:
    salt = key_wrap.new_salt()
    wrapped = key_wrap.wrap(data_key, key_wrap.password_key(password, salt, cost))
    return Slot(slot_id or os.urandom(16).hex(), person, cost, salt, wrapped)


def _new_recovery(data_key: bytes) -> tuple[bytes, RecoverySlot]:
    secret, salt = recovery_key.new_secret(), key_wrap.new_salt()
    key = key_wrap.derived_key(secret, salt, "recovery key")
    return secret, RecoverySlot(salt, key_wrap.wrap(data_key, key))


def _unsealed(keys: Keys, data_key: bytes | None, otherwise: Fault) -> bytes:
    if data_key is None:
        raise StorageFault(otherwise)
    _check_seal(keys, data_key)
    return data_key


def _check_seal(keys: Keys, data_key: bytes) -> None:
    if not hmac.compare_digest(keys.seal, seal(keys, data_key)):
        raise StorageFault(Fault.KEYS_DAMAGED)


def _change_slot(file: Path, data_key: bytes, slot_id: str, change: Callable[[Slot], Slot]) -> None:
    def changed(keys: Keys) -> Keys:
        old = keys.slot(slot_id)
        new = change(old)
        return replace(keys, slots=tuple(new if slot == old else slot for slot in keys.slots))

    _change(file, data_key, changed)


def _change(file: Path, data_key: bytes, change: Callable[[Keys], Keys]) -> None:
    keys = read_keys(file)
    _check_seal(keys, data_key)
    _write(file, change(keys), data_key)


def _write(file: Path, keys: Keys, data_key: bytes) -> None:
    sealed = replace(keys, seal=seal(keys, data_key))
    with file_faults():
        write_durably(file, render(sealed))
