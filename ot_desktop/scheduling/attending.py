"""Use cases of the day: a family arrives, calls, does not come, goes home."""

import json
from collections.abc import Collection
from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import Any

from db.queries import attendance as queries
from db.queries import settings as settings_queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import instant_of, now_local, now_utc, today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.attendance import (
    ATTENDED,
    Outcome,
    Policy,
    Reason,
    check_outcome,
)
from ot_desktop.scheduling.domain import InterpreterUse, SessionStatus
from ot_desktop.scheduling.first_check_in import refuse_unasked
from ot_desktop.scheduling.make_ups import missed
from ot_desktop.scheduling.rates import Attendance, PastVisit, attendance, talk_reasons
from ot_desktop.scheduling.visit_day import VisitDay, found_visit, link_make_up
from ot_desktop.scheduling.who_collects import Adult, collecting_refusal
from ot_desktop.work import Work

_SETTING = "attendance"
_SAID = (
    *("arrived_at", "left_at", "called_at"),
    *("reason_words", "held_minutes", "collected_why"),
)


def kept_policy() -> Policy:
    """Return the clinic's rules of attendance, as any use case needs them."""
    kept = json.loads(settings_queries.setting(_SETTING) or "{}")
    known = {field.name for field in fields(Policy)}
    return Policy(**{name: value for name, value in kept.items() if name in known})


class AttendanceService:
    """Record what became of each visit, and count it honestly."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def policy(self) -> Policy:
        """Return the clinic's rules of attendance."""
        return kept_policy()

    def set_policy(self, policy: Policy) -> None:
        """Keep other rules; figures follow them at once."""
        policy.check()
        with self._work.saving(
            Permission.EDIT_CLINIC, Topic.SETTINGS, Action.CHANGED_CLINIC
        ) as entry:
            settings_queries.put_setting(_SETTING, json.dumps(asdict(policy)))
            entry.subject = "attendance"

    def visit(self, session_id: int) -> VisitDay:
        """Return how one visit went so far; raises ``NotFound``."""
        self._work.require(Permission.SEE_SCHEDULE)
        return found_visit(session_id)

    def check_in(self, session_id: int, brought_by_id: int | None = None) -> None:
        """Note that the family is here; a visit that is checked in already stays as it is.

        Where nobody says who brought the child it is whoever usually does, until somebody does.
        """
        arrived = Outcome(SessionStatus.ARRIVED)
        visit = found_visit(session_id)
        if visit.now.status not in (SessionStatus.PLANNED, SessionStatus.CONFIRMED):
            return
        refuse_unasked(session_id)
        who = brought_by_id or queries.usual_adult(session_id)
        self._record(visit, arrived, {"arrived_at": now_utc(), "brought_by": who})

    def note_brought(self, session_id: int, caregiver_id: int | None) -> None:
        """Say who brought the child; None is somebody not on the family's list, or not known."""
        self._keep(session_id, {"brought_by": caregiver_id}, f"brought by caregiver {caregiver_id}")

    def stayed(self, session_id: int) -> int | None:
        """Return the adult who brought the child and is in the room, so that nobody need ask."""
        brought = found_visit(session_id).brought_by_id
        return brought if brought in queries.in_room(session_id) else None

    def take_back_check_in(self, session_id: int) -> None:
        """Say that the family is not here after all."""
        visit = found_visit(session_id)
        if visit.now.status is not SessionStatus.ARRIVED:
            raise ClinicError("This visit is not checked in.")
        back = {"arrived_at": None, "brought_by": None}
        self._record(visit, Outcome(SessionStatus.PLANNED), back)

    def confirm(self, session_id: int) -> None:
        """Note that the family said they will come."""
        visit = found_visit(session_id)
        if visit.now.status is not SessionStatus.PLANNED:
            raise ClinicError("Only a planned visit can be confirmed.")
        self._record(visit, Outcome(SessionStatus.CONFIRMED), {})

    def record(self, session_id: int, outcome: Outcome) -> None:
        """Keep what became of a visit, or correct it; the log keeps what stood there before.

        Raises ``ValidationError`` by field, or ``ClinicError`` when it cannot be so (yet).
        """
        columns = {
            "reason": outcome.reason.value if outcome.reason else "",
            "reason_words": outcome.reason_words.strip(),
            "called_at": instant_of(outcome.called_at) if outcome.called_at else None,
            "held_minutes": outcome.held_minutes,
        }
        self._record(found_visit(session_id), outcome, columns)

    def family_called(
        self, session_id: int, reason: Reason | None = None, called_at: datetime | None = None
    ) -> SessionStatus:
        """Call a visit off for the family; in time or late follows from when they called."""
        visit = found_visit(session_id)
        called = called_at or now_local()
        outcome = Outcome.called_off(visit.now.starts, called, self.policy(), reason)
        self.record(session_id, outcome)
        return outcome.status

    def restore(self, session_id: int, before: VisitDay) -> None:
        """Take back what was said of a visit: it stands again as ``before``.

        Raises ``ClinicError`` when its time was given to somebody else meanwhile.
        """
        visit = found_visit(session_id)
        if visit.now.has_signed_note and before.now.status not in ATTENDED:
            raise ClinicError("This visit has a signed note by now, so it took place.")
        was, status = visit.now.status.value, before.now.status.value
        with self._work.saving(
            Permission.RUN_DAY, Topic.SCHEDULE, Action.CHANGED_VISIT, visit.child_id
        ) as entry:
            columns: dict[str, Any] = {name: getattr(before, name) for name in _SAID}
            if before.now.status.uses_visit and not visit.now.status.uses_visit:
                columns["authorization"] = reading.approval_again(session_id)
            queries.change(
                session_id,
                columns
                | {
                    "status": status,
                    "reason": before.reason.value if before.reason else "",
                    "brought_by": before.brought_by_id,
                    "collected_by": before.collected_by_id,
                },
            )
            entry.subject = f"session {session_id}: {was} → {status}, taken back"
            entry.subject += link_make_up(visit, before.now.status, before.make_up_id)

    def last_make_up_day(self, session_id: int) -> date:
        """Return until when a missed visit can be made up."""
        self._work.require(Permission.SEE_SCHEDULE)
        return missed(session_id).last_day(self.policy())

    def check_out(self, session_id: int, adult: Adult, why: str = "") -> None:
        """Note who took the child home.

        Raises ``ValidationError`` under ``collected_by`` for an adult who may not collect; only
        the owner may override that, with ``why``, which the log keeps.
        """
        visit = found_visit(session_id)
        refusal = collecting_refusal(adult, today())
        is_owner = self._work.user.may(Permission.EDIT_USERS)
        if refusal and not (is_owner and why.strip()):
            hint = " Say why, as the owner you may decide." if is_owner else " Ask the owner."
            raise ValidationError({"collected_by": refusal + hint})
        with self._work.saving(
            Permission.RUN_DAY, Topic.SCHEDULE, Action.CHECKED_OUT, visit.child_id
        ) as entry:
            queries.change(
                session_id,
                {
                    "left_at": now_utc(),
                    "collected_by": adult.caregiver_id,
                    "collected_why": why.strip() if refusal else "",
                },
            )
            entry.subject = f"session {session_id}" + (", against the family list" * bool(refusal))

    def note_interpreter(self, session_id: int, use: InterpreterUse | None) -> None:
        """Keep whether the family used the interpreter or declined; None is not noted yet."""
        noted = {"interpreter_use": use.value if use else ""}
        self._keep(session_id, noted, f"interpreter {use.value if use else 'not noted'}")

    def note_for_desk(self, session_id: int, words: str) -> None:
        """Keep a line the front desk needs on the day; nothing clinical belongs here."""
        self._keep(session_id, {"desk_note": words.strip()}, "desk note")

    def attendance_of(
        self, child_ids: Collection[int], first: date | None = None, last: date | None = None
    ) -> Attendance:
        """Count the visits of some children, or of everybody, between two days."""
        self._work.require(Permission.SEE_SCHEDULE)
        visits = [past for _, past in queries.past_visits(child_ids, first, last, _past_visit)]
        return attendance(visits, self.policy(), now_local())

    def talks(self, child_ids: Collection[int] = ()) -> dict[int, tuple[str, ...]]:
        """Return which active children's families should be talked with, and why.

        Of some children, or of all when none is named. What lies further back than the clinic's
        ``flag_days``, or ahead, does not count.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        policy, now = self.policy(), now_local()
        since = now.date() - timedelta(days=policy.flag_days)
        limits = policy.misses_in_a_row, policy.least_percent
        days = since, now.date()
        children = queries.may_need_a_talk(days, *limits, child_ids)
        by_child: dict[int, list[PastVisit]] = {}
        visits = queries.past_visits(children, *days, _past_visit) if children else ()
        for child_id, past in visits:
            by_child.setdefault(child_id, []).append(past)
        talks = {child: talk_reasons(by_child.get(child, ()), policy, now) for child in children}
        return {child: reasons for child, reasons in talks.items() if reasons}

    def flagged(self, child_ids: Collection[int]) -> frozenset[int]:
        """Return those of the children whose family should be talked with."""
        return frozenset(self.talks(child_ids)) if child_ids else frozenset()

    def _keep(self, session_id: int, columns: dict[str, Any], subject: str) -> None:
        """Keep what changes nothing of how the visit stands."""
        child_id = found_visit(session_id).child_id
        with self._work.saving(
            Permission.RUN_DAY, Topic.SCHEDULE, Action.CHANGED_VISIT, child_id
        ) as entry:
            queries.change(session_id, columns)
            entry.subject = f"session {session_id}, {subject}"

    def _record(self, visit: VisitDay, outcome: Outcome, columns: dict[str, Any]) -> None:
        with self._work.saving(
            Permission.RUN_DAY, Topic.SCHEDULE, Action.CHANGED_VISIT, visit.child_id
        ) as entry:
            if found_visit(visit.id).now != visit.now:
                raise ClinicError("This visit was changed meanwhile. Look at it again.")
            check_outcome(visit.now, outcome, now_local())
            if outcome.status.uses_visit and not visit.now.status.uses_visit:
                columns = columns | {"authorization": reading.approval_again(visit.id)}
            queries.change(visit.id, columns | {"status": outcome.status.value})
            entry.subject = f"session {visit.id}: {visit.now.status.value} → {outcome.status.value}"
            if outcome.why.strip():
                entry.subject += f" ({outcome.why.strip()})"
            entry.subject += link_make_up(visit, outcome.status, visit.make_up_id)


def _past_visit(*, child_id: int, status: str, **columns: Any) -> tuple[int, PastVisit]:
    return child_id, PastVisit(status=SessionStatus(status), **columns)
