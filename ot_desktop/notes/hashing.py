"""The fingerprint that shows whether signed text is still what was signed."""

import hashlib


def content_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` (a note's canonical JSON, or an addendum) in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
