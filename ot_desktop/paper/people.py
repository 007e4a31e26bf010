"""Who is named on paper: the clinic, and people without more than a family may read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClinicOnPaper:
    """How a family reaches the clinic."""

    name: str
    phone: str
    address: str = ""
    hours: str = ""


def possessive(name: str) -> str:
    """Return ``name`` with its English possessive ending: Mateo’s, James’."""
    return f"{name}’" if name.endswith(("s", "S")) else f"{name}’s"


def listed(names: tuple[str, ...], word: str = "and") -> str:
    """Return names as they are read out: Leo, Noa and Maya."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
