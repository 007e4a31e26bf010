"""Locking the data key with a password or a recovery key (Argon2id, HKDF, AES key wrap)."""

import math
import os
import time
import unicodedata
from dataclasses import dataclass

from db.data_key import KEY_BYTES
from db.faults import Fault, StorageFault

SALT_BYTES = 16
WRAPPED_BYTES = KEY_BYTES + 8

_MIB = 1024
_MOST_MEMORY_KIB = 2 * 1024 * _MIB  # a key file must not be able to exhaust the computer
_MOST_PASSES = 64
_MOST_LANES = 16
_LEAST_SECONDS, _WANTED_SECONDS, _MOST_SECONDS = 0.25, 0.35, 0.5


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a password costs; stored beside each wrapped key."""

    memory_kib: int = 128 * _MIB
    passes: int = 3
    lanes: int = 2

    def is_bearable(self) -> bool:
        """Say whether this computer may be asked to spend it."""
        return (
            1 <= self.lanes <= _MOST_LANES
            and 1 <= self.passes <= _MOST_PASSES
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )


FLOOR = Cost(memory_kib=64 * _MIB)  # RFC 9106, second recommendation


def calibrate() -> Cost:
    """Find what takes a quarter to half a second on this computer; needs about a second."""
    password_key("calibration", bytes(SALT_BYTES), FLOOR)  # the first run pays for loading
    started = time.perf_counter()
    password_key("calibration", bytes(SALT_BYTES), Cost())
    return cost_for(time.perf_counter() - started)


def cost_for(seconds: float) -> Cost:
    """Choose the cost on a computer that needs ``seconds`` for the usual one."""
    usual = Cost()
    if seconds < _LEAST_SECONDS:
        passes = math.ceil(usual.passes * _WANTED_SECONDS / max(seconds, 0.001))
        return Cost(passes=min(passes, _MOST_PASSES))
    if seconds > _MOST_SECONDS:
        mebibytes = int(usual.memory_kib / _MIB * _WANTED_SECONDS / seconds)
        return Cost(memory_kib=max(mebibytes * _MIB, FLOOR.memory_kib))
    return usual


def new_salt() -> bytes:
    """Return the random bytes that make equal passwords lead to different keys."""
    return os.urandom(SALT_BYTES)


def password_key(password: str, salt: bytes, cost: Cost) -> bytes:
    """Turn a password into the key that wraps the data key; slow on purpose."""
    from argon2.exceptions import HashingError  # noqa: PLC0415  (heavy)
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  (heavy)

    try:
        return hash_secret_raw(
            unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass"),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise StorageFault(Fault.TOO_LITTLE_MEMORY) from error


def derived_key(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """Turn random bytes into a key for one purpose; fast, so never for passwords."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  (heavy)
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415  (heavy)

    return HKDF(SHA256(), KEY_BYTES, salt, f"OT Desktop {purpose}".encode()).derive(secret)


def wrap(data_key: bytes, wrapping_key: bytes) -> bytes:
    """Lock ``data_key`` (RFC 3394)."""
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap  # noqa: PLC0415  (heavy)

    return aes_key_wrap(wrapping_key, data_key)


def unwrap(wrapped: bytes, wrapping_key: bytes) -> bytes | None:
    """Return the data key, or None when ``wrapping_key`` is not the right one."""
    from cryptography.hazmat.primitives.keywrap import (  # noqa: PLC0415  (heavy)
        InvalidUnwrap,
        aes_key_unwrap,
    )

    try:
        return aes_key_unwrap(wrapping_key, wrapped)
    except InvalidUnwrap:
        return None
