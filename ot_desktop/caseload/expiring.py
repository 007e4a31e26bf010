"""What of a family runs out: a document, or the right to collect; and how that reads."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.caseload.document import DocumentKind, Validity, validity
from ot_desktop.day_words import dated, short_day

COLLECTING = "collecting"


@dataclass(frozen=True, slots=True)
class Expiring:
    """One thing that ends on ``day``: a document by its title, or ``what`` may collect no longer.

    ``kind`` is None for a right to collect.
    """

    child_id: int
    child_name: str
    kind: DocumentKind | None
    what: str
    day: date

    def words(self, today: date) -> str:
        """Return ``Consent to photos expires Jun 20`` or ``Rosa Ruiz may collect until Jun 20``."""
        when = short_day(self.day) if self.day.year == today.year else dated(self.day)
        ended = validity(self.day, today, 0) is Validity.ENDED
        if self.kind is None:
            return f"{self.what} could collect until {when}" if ended else self._collects(when)
        return f"{self.what} {'expired' if ended else 'expires'} {when}"

    def _collects(self, when: str) -> str:
        return f"{self.what} may collect until {when}"


def expiring(*, kind: str, day: str, **more: object) -> Expiring:
    """Build one from its row."""
    known = None if kind == COLLECTING else DocumentKind(kind)
    return Expiring(kind=known, day=date.fromisoformat(day), **more)  # type: ignore[arg-type]  # the row's columns
