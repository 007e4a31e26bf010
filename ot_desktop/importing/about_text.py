"""What has no field of its own goes into a child's notes as named lines, and is read back."""

from collections.abc import Iterable

PAYER = "Payer: "
THERAPIST = "Therapist in the file: "
PRONOUNS = "Pronouns: "
RECORD_NUMBER = "Record number in the file (used by another child): "
ADDRESS = "Address in the file: "
AUTHORIZATION = "Authorization in the file, number of visits not known: "

_READ_BACK = (PAYER, THERAPIST, PRONOUNS)


def with_lines(notes: str, lines: Iterable[str]) -> str:
    """Return the notes, then each line that is not among them yet."""
    there = set(notes.split("\n"))
    added = dict.fromkeys(line for line in lines if line not in there)
    return "\n".join(filter(None, [notes, *added]))


def read_back(about: str) -> tuple[str, dict[str, str]]:
    """Return the notes alone, and what ``PAYER``, ``THERAPIST`` and ``PRONOUNS`` say in them."""
    found: dict[str, str] = {}
    notes: list[str] = []
    for line in about.split("\n"):
        name = next((each for each in _READ_BACK if line.startswith(each)), None)
        if name is None or name in found:
            notes.append(line)
        else:
            found[name] = line.removeprefix(name)
    return "\n".join(notes), found
