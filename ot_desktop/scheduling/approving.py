"""Approved visits: a late approval covers what was booked as unconfirmed; a desk may choose."""

from datetime import date

from db.queries import approvals as approval_queries
from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.caseload.intake import authorization_columns, check_authorization
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.day_words import dated, long_day
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.paper.domain import Group, Listing
from ot_desktop.scheduling.reading import AuthorizationUse
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.settings.service import SettingsService
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

    def correct(self, child_id: int, approval_id: int, draft: AuthorizationDraft) -> int:
        """Say otherwise what was approved; return how many sessions to come are unconfirmed then.

        Those it does not cover any more, the latest first, use another one if there is any.
        """
        check_authorization(draft)
        with self._work.saving(
            Permission.EDIT_CHILD, Topic.SCHEDULE, Action.CHANGED_CHILD, child_id
        ) as entry:
            was = _use(child_id, approval_id)
            approval_queries.change(approval_id, authorization_columns(child_id, draft))
            for session_id, day in approval_queries.to_come_with(approval_id):
                now = _use(child_id, approval_id)
                if now.left < 0 or not now.approval.covers(date.fromisoformat(day)):
                    queries.put_session(session_id, {"authorization": None})
            _cover(child_id)
            unconfirmed = len(approval_queries.visits_without(child_id))
            entry.subject = f"authorization {approval_id}: {was.visits} → {draft.visits}"
            entry.subject += f", {unconfirmed} sessions unconfirmed"
            return unconfirmed

    def report(self, day: date) -> tuple[Listing, ...]:
        """Return what is used, booked and left of every authorization that holds from ``day`` on.

        Raises ``ClinicError`` when there is none.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        found = approval_queries.in_force(day, reading.authorization_use_of)
        if not found:
            raise ClinicError("No authorization holds from that day on. There is nothing to print.")
        rows = tuple(_row(name, use) for name, use in found)
        return (
            Listing(
                title="Approved visits",
                second_line=f"From {long_day(day)} on; used and booked as of {long_day(today())}",
                columns=("Child", "Payer", "Number", "Until", "Approved", "Used", "Booked", "Left"),
                shares=(2.2, 1.8, 1.4, 1.4, 1.3, 0.8, 0.95, 0.8),
                groups=(Group("", rows),),
                nothing="No authorizations.",
                clinic=SettingsService(self._work).clinic().settings.name,
                printed_on=today(),
            ),
        )

    def note_printed(self) -> None:
        """Keep in the activity log that the report was printed."""
        with self._work.viewing(Permission.SEE_SCHEDULE, Action.PRINTED_SCHEDULE) as entry:
            entry.subject = "approved visits of all children"

    def use(self, session_id: int, approval_id: int | None) -> None:
        """Let a session use another authorization, or none: then it is unconfirmed.

        Raises ``ValidationError`` under ``authorization`` for one that cannot cover it.
        """
        session = self._scheduling.session(session_id)
        if approval_id is not None and approval_id != session.authorization_id:
            _check(session, approval_id)
        with self._work.saving(
            Permission.BOOK, Topic.SCHEDULE, Action.CHANGED_VISIT, session.child_id
        ) as entry:
            queries.put_session(session_id, {"authorization": approval_id})
            before = session.authorization_id
            entry.subject = f"session {session_id}: authorization {before} → {approval_id}"


def _row(name: str, use: AuthorizationUse) -> tuple[str, ...]:
    counted = "" if use.rounding is None else " units"
    until = dated(use.ends_on) if use.ends_on else ""
    numbers = (f"{use.visits}{counted}", str(use.used), str(use.booked), str(max(0, use.left)))
    return (name, use.payer, use.number, until, *numbers)


def _cover(child_id: int) -> int:
    ledger = reading.approvals(child_id)
    covered = 0
    for session_id, text, minutes in approval_queries.visits_without(child_id):
        day = date.fromisoformat(text)
        approval_id = ledger.coverage(day, minutes).approval_id
        if approval_id is not None:
            queries.put_session(session_id, {"authorization": approval_id})
            ledger = ledger.after_visit(day, minutes)
            covered += 1
    return covered


def _use(child_id: int, approval_id: int) -> AuthorizationUse:
    uses = reading.authorization_use(child_id)
    use = next((each for each in uses if each.id == approval_id), None)
    if use is None:
        raise ClinicError("This authorization is no longer in the file.")
    return use


def _check(session: ScheduledSession, approval_id: int) -> None:
    day, use = session.starts.date(), _use(session.child_id, approval_id)
    if not (use.starts_on or date.min) <= day <= (use.ends_on or date.max):
        raise ValidationError({"authorization": "It does not cover this day. Choose another."})
    if not use.approval.pays(session.length_minutes):
        raise ValidationError({"authorization": "Nothing is left of it. Choose another."})
