"""A letter to a family with the clinic's head, as printed; nothing in it is clinical by itself."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.paper.page import Paper
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


def print_letter(letter: Letter, paper: Paper) -> bytes:
    """Return the pages as a PDF file; raises ``MissingGlyph``."""
    from ot_desktop.messages.letter_pages import letter_pages  # noqa: PLC0415  (heavy)

    return letter_pages(letter, paper)
