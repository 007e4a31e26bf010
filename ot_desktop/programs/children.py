"""Use cases around the children of an intensive: who is in it, and what each is to have."""

from collections.abc import Sequence

from ot_desktop.caseload.domain import ChildDraft
from ot_desktop.programs.domain import ChildWishes, ProgramChild
from ot_desktop.work import Work


class ProgramChildren:
    """Add children to an intensive, keep their families' wishes, take them out again."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, program_id: int, *, with_left: bool = False) -> tuple[ProgramChild, ...]:
        """Return the children by priority, then waiting; those who left only ``with_left``."""
        raise NotImplementedError

    def child(self, program_child_id: int) -> ProgramChild:
        """Return one; raises ``NotFound``."""
        raise NotImplementedError

    def usual_wishes(self, program_id: int, child_id: int) -> ChildWishes:
        """Return what a child would get when nobody says otherwise.

        The program's dose in its first kind of session, the child's therapist, times and travel
        from the child's last intensive, waiting since the child was put on the waitlist.
        """
        raise NotImplementedError

    def add(self, program_id: int, child_id: int, wishes: ChildWishes | None = None) -> int:
        """Put a child in an intensive and return the place's id; usual wishes when none are given.

        A child who left comes back with what was known.
        """
        raise NotImplementedError

    def add_new(self, program_id: int, draft: ChildDraft) -> int:
        """Add a child who is not in the file yet, with caregiver and phone; return the place's id.

        Needs ``EDIT_CHILD`` too. Raises ``ValidationError`` with the fields of the draft.
        """
        raise NotImplementedError

    def change(self, program_child_id: int, wishes: ChildWishes) -> None:
        """Keep a child's wishes; planned sessions of a service no longer wanted are taken out."""
        raise NotImplementedError

    def type_times(self, program_child_id: int, typed: str) -> ChildWishes:
        """Keep times as typed ("mon-thu am", "tue 14-17") and return the wishes as they are now.

        Raises ``ValidationError`` under ``can_come``.
        """
        raise NotImplementedError

    def agree(self, program_child_id: int, *, agreed: bool = True) -> None:
        """Keep that the signed-in person says the team agrees to the block, or no longer."""
        raise NotImplementedError

    def take_out(self, program_child_ids: Sequence[int], reason: str = "") -> None:
        """Take children out of an intensive; plans lose their sessions that have not begun."""
        raise NotImplementedError
