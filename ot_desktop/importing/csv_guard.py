"""Keep a spreadsheet from running text as a formula, and take the guard off again."""

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def guard(text: str) -> str:
    """Return text a spreadsheet shows literally; ``unguard`` gives back exactly the original.

    >>> guard("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.startswith(_RISKY) else text


def unguard(text: str) -> str:
    """Return the text ``guard`` was given."""
    return text.removeprefix("'")
