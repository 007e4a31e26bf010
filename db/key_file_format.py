"""How the key file is written down, and what a reader refuses before trusting any of it."""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import Any, TypeVar

from db.faults import Fault, StorageFault
from db.key_wrap import SALT_BYTES, WRAPPED_BYTES, Cost, derived_key

FORMAT = 1
CIPHER = "AES key wrap"
MOST_BYTES = 1_000_000
_SEAL_BYTES = 32

Json = TypeVar("Json", str, int)


@dataclass(frozen=True, slots=True)
class Person:
    """What the sign-in page shows of someone; ``color_slot`` is None for who treats no child."""

    name: str
    role: str
    color_slot: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One person's way in: the data key, locked with what their password becomes."""

    id: str
    person: Person
    cost: Cost
    salt: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """The way in with the printed recovery key."""

    salt: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """The whole key file."""

    clinic: str
    slots: tuple[Slot, ...]
    recovery: RecoverySlot
    seal: bytes = field(default=b"", repr=False)

    def slot(self, slot_id: str) -> Slot:
        """Return a person's slot; raises StorageFault when it was removed."""
        for slot in self.slots:
            if slot.id == slot_id:
                return slot
        raise StorageFault(Fault.NO_SUCH_PERSON)


def seal(keys: Keys, data_key: bytes) -> bytes:
    """Return the mark that only somebody who has the data key can put on these contents."""
    sealing_key = derived_key(data_key, b"", "key file seal")
    return hmac.new(sealing_key, _text(_body(keys)), hashlib.sha256).digest()


def render(keys: Keys) -> bytes:
    """Write ``keys`` as the file's bytes."""
    body = _body(keys) | {"seal": _b64(keys.seal)}
    return _text(body | {"checksum": hashlib.sha256(_text(body)).hexdigest()})


def parse(content: bytes) -> Keys:
    """Read the file's bytes; raises StorageFault (KEYS_DAMAGED, NEWER_KEYS)."""
    try:
        body = json.loads(content)
        if body["format"] > FORMAT:
            raise StorageFault(Fault.NEWER_KEYS)
        keys = _keys(body)
        intact = render(keys) == content
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StorageFault(Fault.KEYS_DAMAGED) from error
    if not intact:
        raise StorageFault(Fault.KEYS_DAMAGED)
    return keys


def _body(keys: Keys) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "cipher": CIPHER,
        "clinic": keys.clinic,
        "slots": [_slot_body(slot) for slot in keys.slots],
        "recovery": {
            "salt": _b64(keys.recovery.salt),
            "wrapped_key": _b64(keys.recovery.wrapped_key),
        },
    }


def _slot_body(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "name": slot.person.name,
        "role": slot.person.role,
        "color_slot": slot.person.color_slot,
        "argon2id": {
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
            "salt": _b64(slot.salt),
        },
        "wrapped_key": _b64(slot.wrapped_key),
    }


def _keys(body: dict[str, Any]) -> Keys:
    recovery = body["recovery"]
    return Keys(
        _typed(body["clinic"], str),
        tuple(_slot(part) for part in body["slots"]),
        RecoverySlot(
            _exactly(recovery["salt"], SALT_BYTES), _exactly(recovery["wrapped_key"], WRAPPED_BYTES)
        ),
        _exactly(body["seal"], _SEAL_BYTES),
    )


def _slot(part: dict[str, Any]) -> Slot:
    argon = part["argon2id"]
    cost = Cost(*(_typed(argon[name], int) for name in ("memory_kib", "passes", "lanes")))
    if not cost.is_bearable():
        raise ValueError("asks for more memory or time than any key file may")
    color_slot = part["color_slot"]
    return Slot(
        _typed(part["id"], str),
        Person(
            _typed(part["name"], str),
            _typed(part["role"], str),
            None if color_slot is None else _typed(color_slot, int),
        ),
        cost,
        _exactly(argon["salt"], SALT_BYTES),
        _exactly(part["wrapped_key"], WRAPPED_BYTES),
    )


def _typed(value: Any, kind: type[Json]) -> Json:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(f"expected {kind.__name__}")
    return value


def _exactly(text: str, length: int) -> bytes:
    decoded = b64decode(_typed(text, str), validate=True)
    if len(decoded) != length:
        raise ValueError("wrong length")
    return decoded


def _b64(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _text(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n"
