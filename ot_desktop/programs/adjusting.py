"""Use cases of the week grid: look at a week, ask what fits, move, lock, take back."""

from datetime import date

from ot_desktop.programs.board import View, WeekBoard
from ot_desktop.programs.placement import Change, Fix, Place, PlaceCheck, Slot
from ot_desktop.work import Work


class Adjusting:
    """Change a plan by hand; every verb returns a ``Change`` that ``undo`` takes back.

    A session is named by ``planned_id``; one that is not placed yet by its ``wanted_id``.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    def week(self, plan_id: int, day: date, view: View = View.THERAPIST) -> WeekBoard:
        """Return the week of ``day``, ready to be painted."""
        raise NotImplementedError

    def check(
        self, plan_id: int, wanted_id: int, place: Place, planned_id: int | None = None
    ) -> PlaceCheck:
        """Say everything about one place for a session (the one ``planned_id`` names moves)."""
        raise NotImplementedError

    def slots(
        self, plan_id: int, wanted_id: int, day: date, planned_id: int | None = None
    ) -> tuple[Slot, ...]:
        """Return every start of the week of ``day`` with every therapist of the program.

        Asked for once when a drag starts: what fits, and a word for what does not.
        """
        raise NotImplementedError

    def next_place(
        self, plan_id: int, wanted_id: int, after: Place | None, planned_id: int | None = None
    ) -> Place | None:
        """Return the next place that fits after one, in order of time; None after the last.

        At equal times the child's own therapist comes first.
        """
        raise NotImplementedError

    def place(self, plan_id: int, wanted_id: int, place: Place, *, anyway: bool = False) -> Change:
        """Put a missing session somewhere; ``anyway`` allows a clash.

        Raises ``ClinicError`` with the first reason where it does not fit.
        """
        raise NotImplementedError

    def move(self, planned_id: int, place: Place, *, anyway: bool = False) -> Change:
        """Move a session by hand; it is marked and the planner leaves it there.

        Raises ``ClinicError`` where it does not fit, is locked or has happened.
        """
        raise NotImplementedError

    def take_out(self, planned_id: int) -> Change:
        """Take a session out of the plan; it is then among the ones not placed."""
        raise NotImplementedError

    def lock(self, planned_id: int, *, locked: bool = True) -> Change:
        """Pin a session where it is, or let it go."""
        raise NotImplementedError

    def apply(self, plan_id: int, fix: Fix) -> Change:
        """Do what a fix says, whole or not at all."""
        raise NotImplementedError

    def undo(self, change: Change) -> Change:
        """Take a change back and return the change that does it again.

        Raises ``ClinicError`` when one of its sessions was changed since.
        """
        raise NotImplementedError
