"""What printed pages say besides the program, for tests."""

from datetime import date

from ot_desktop.home_programs.domain import (
    ChildOnPaper,
)
from ot_desktop.home_programs.printing import PrintFacts
from ot_desktop.paper.people import ClinicOnPaper


def print_facts(**more) -> PrintFacts:
    """Return the facts of a page for Maya; ``more`` are fields of ``PrintFacts``."""
    known = {
        "child": ChildOnPaper("Maya", "O"),
        "therapist": "Ana",
        "clinic": ClinicOnPaper("Juniper Lane Pediatric OT", "(555) 010-0142"),
        "today": date(2027, 6, 7),
    }
    return PrintFacts(**known | more)
