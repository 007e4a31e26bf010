"""How a PIN is kept. It opens no file: it only proves again who unlocked the running program."""

_MEMORY_KIB, _PASSES, _LANES = 19 * 1024, 2, 1  # OWASP's least; five tries are the real guard


def pin_hash(pin: str) -> str:
    """Return the text to keep; takes a few hundredths of a second."""
    from argon2 import PasswordHasher  # noqa: PLC0415  (heavy)

    return PasswordHasher(_PASSES, _MEMORY_KIB, _LANES).hash(pin)


def pin_fits(pin: str, hashed: str) -> bool:
    """Say whether ``hashed`` was made from this PIN."""
    from argon2 import PasswordHasher  # noqa: PLC0415  (heavy)
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415  (heavy)

    try:
        return PasswordHasher().verify(hashed, pin)
    except (Argon2Error, InvalidHashError):
        return False
