"""The key a clinic's data is encrypted with, and what is known of a file by it."""

import hashlib

KEY_BYTES = 32


def file_salt(key: bytes) -> bytes:
    """Return the first 16 bytes of every file encrypted with ``key``.

    They are derived from the key, so damage to them hurts nothing, and a file whose first page
    is damaged can be told from a file with another key.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    return hashlib.sha256(b"OT Desktop file salt" + key).digest()[:16]
