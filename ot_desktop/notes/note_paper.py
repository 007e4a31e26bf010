"""What stands on the pages of a printed note."""

from dataclasses import dataclass

from ot_desktop.notes.note_page import NotePage
from ot_desktop.paper.people import ClinicOnPaper


@dataclass(frozen=True, slots=True)
class NotePaper:
    """A signed note under the clinic's head."""

    page: NotePage
    clinic: ClinicOnPaper
