"""Before a child new in an intensive is seen for the first time, somebody asks about allergies."""

from db.queries import attendance as queries
from ot_desktop.errors import ClinicError


class AllergiesNotAsked(ClinicError):
    """Nobody has asked yet; a booking is never stopped by it, the first check-in is."""

    def __init__(self, child_id: int) -> None:
        super().__init__("Ask the family about allergies before this child’s first session.")
        self.child_id = child_id


def refuse_unasked(session_id: int) -> None:
    """Raise ``AllergiesNotAsked`` for the first check-in of a child nobody has asked about."""
    child_id = queries.comes_first_unasked(session_id)
    if child_id is not None:
        raise AllergiesNotAsked(child_id)
