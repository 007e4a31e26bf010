"""Approved visits: a late approval covers what was booked as unconfirmed; a desk may choose."""

from datetime import date

from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.work import Work


class Approvals:
    """Add what a payer approved, and say which approval a session uses."""

    def __init__(self, work: Work, scheduling: SchedulingService) -> None:
        self._work = work
        self._scheduling = scheduling
        self._caseload = CaseloadService(work)

    def authorize(self, child_id: int, draft: AuthorizationDraft) -> int:
        """Add an authorization; return how many unconfirmed sessions it covers now.

        Nothing is booked anew: the sessions stay where they are, the earliest are covered first.
        """
        with self._work.saving(
            Permission.EDIT_CHILD, Topic.SCHEDULE, Action.CHANGED_CHILD, child_id
        ) as entry:
            approval_id = self._caseload.authorize(child_id, draft)
            covered = _cover(child_id)
            entry.subject = f"authorization {approval_id}, {covered} sessions covered"
            return covered

    def use(self, session_id: int, approval_id: int | None) -> None:
        """Let a session use another authorization, or none: then it is unconfirmed.

        Raises ``ValidationError`` under ``authorization`` for one that cannot cover it.
        """
        session = self._scheduling.session(session_id)
        if approval_id is not None and approval_id != session.authorization_id:
            _check(session.child_id, session.starts.date(), approval_id)
        with self._work.saving(
            Permission.BOOK, Topic.SCHEDULE, Action.CHANGED_VISIT, session.child_id
        ) as entry:
            queries.put_session(session_id, {"authorization": approval_id})
            before = session.authorization_id
            entry.subject = f"session {session_id}: authorization {before} → {approval_id}"


def _cover(child_id: int) -> int:
    ledger = reading.approvals(child_id)
    covered = 0
    for session_id, day in queries.sessions_without_approval(child_id):
        approval_id = ledger.coverage(date.fromisoformat(day)).approval_id
        if approval_id is not None:
            queries.put_session(session_id, {"authorization": approval_id})
            ledger = ledger.after_visit(date.fromisoformat(day))
            covered += 1
    return covered


def _check(child_id: int, day: date, approval_id: int) -> None:
    use = next((e for e in reading.authorization_use(child_id) if e.id == approval_id), None)
    if use is None:
        raise ClinicError("This authorization is no longer in the file.")
    if not (use.starts_on or date.min) <= day <= (use.ends_on or date.max):
        raise ValidationError({"authorization": "It does not cover this day. Choose another."})
    if use.left < 1:
        raise ValidationError({"authorization": "Nothing is left of it. Choose another."})
