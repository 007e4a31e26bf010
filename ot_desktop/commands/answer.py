"""What a command has to say: sentences for a person, or facts for a program."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """``facts`` become the one JSON object; ``status`` is the exit status."""

    sentences: tuple[str, ...]
    facts: dict[str, Any] = field(default_factory=dict)
    status: int = 0
