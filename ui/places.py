"""The places of the program: a screen, and what it shows there."""

from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

TODAY = "today"
BOARD, MINE = 1, 2
"""Subjects of Today for whoever treats: everybody's day, or their own."""
CALENDAR = "calendar"
CASELOAD = "caseload"
CHILD = "child"
BOOKING = "booking"
NOTE = "note"
NOTES = "notes"
HOME_PROGRAM = "home_program"
HOME_PROGRAMS = "home_programs"
IMPORT = "import"
INTENSIVES = "intensives"
WAITLIST = "waitlist"
MESSAGES = "messages"
ACTIVITIES = "activities"
LATE = 1
"""The subject of the notes and of the waitlist that shows only what has waited too long."""

PART_OF = {CHILD: CASELOAD, HOME_PROGRAM: HOME_PROGRAMS}
"""Which screen of the sidebar a place belongs to that is not in it."""


class Place(NamedTuple):
    """What back and forward return to; ``subject`` is a child, a note's session, an intensive."""

    screen: str
    subject: int | None = None


@runtime_checkable
class KeepsTyping(Protocol):
    """A page that saves while somebody types."""

    def flush(self) -> object:
        """Save what is not saved yet; False says that it could not be."""


class Navigator(Protocol):
    """What a screen may ask of the workspace around it."""

    child_id: int | None

    def go(self, place: Place) -> None:
        """Show a place and remember it."""

    def open_child(self, child_id: int, /) -> None:
        """Show a child's page."""

    def select_child(self, child_id: int, /) -> None:
        """Remember whom B, N and H are about."""

    def show_beside(self, panel: QWidget, /) -> None:
        """Show a panel at the right of the page, until ``hide_beside``."""

    def hide_beside(self) -> None:
        """Take the panel away and give the keyboard back to the page."""

    def say_done(self, sentence: str, undo: object = None) -> None:
        """Say what was done, with a way back."""

    def say_state(self, sentence: str, /) -> None:
        """Say in the status bar how what is shown stands, for as long as it is shown."""
