"""What a session was before a change, so that going back puts exactly that in place again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from db.queries import scheduling as queries
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus, Visit
from ot_desktop.scheduling.facts import Facts
from ot_desktop.scheduling.rules import Finding, Kind, check


@dataclass(frozen=True, slots=True)
class Before:
    """The columns of a session before a change left it as ``left_as``.

    ``stood_with`` is what was in its way already: that does not keep it from going back.
    """

    columns: Mapping[str, Any]
    left_as: SessionStatus
    stood_with: frozenset[Kind] = frozenset()

    @property
    def status(self) -> SessionStatus:
        """The status it had."""
        return SessionStatus(self.columns["status"])

    def new(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return what has come into the way since."""
        return tuple(each for each in findings if each.kind not in self.stood_with)


def before(session: ScheduledSession, left_as: SessionStatus, facts: Facts) -> Before:
    """Return what a session is now; ``facts`` know everything booked on its day."""
    columns = queries.standing(session.id)
    if not session.status.takes_time:
        return Before(columns, left_as)
    findings = check(visit_here(session), facts)
    return Before(columns, left_as, frozenset(each.kind for each in findings))


def visit_here(session: ScheduledSession) -> Visit:
    """Return where a session is."""
    return Visit(
        session.child_id,
        session.therapist_id,
        session.room_id,
        session.starts,
        session.ends,
        session.id,
        session.interpreter_id,
        session.comes_with_id,
    )
