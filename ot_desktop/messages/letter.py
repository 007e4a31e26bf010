"""A letter to a family with the clinic's head, as printed; nothing in it is clinical by itself."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.paper.people import ClinicOnPaper


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands on the pages; ``about`` names the child as paper may: first name, initial."""

    clinic: ClinicOnPaper
    to: str
    about: str
    said: str
    signed_by: str
    written_on: date
