"""What a family takes home of one visit."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.home_programs.domain import HomeProgram


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """The visit in the family's words; ``program`` says who, where, what is practiced and when.

    ``win``, ``did`` and ``tried`` were typed; left empty there are lines to write them on.
    """

    program: HomeProgram
    held_on: date
    win: str = ""
    did: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
