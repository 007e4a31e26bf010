"""Use cases that move sessions which exist: one, a series, a sick day; all of them or none."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import moving, reading
from ot_desktop.scheduling.alternatives import Alternative, alternatives
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus, Visit
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.going_back import Before, before, visit_here
from ot_desktop.scheduling.rules import Finding, check, stops
from ot_desktop.scheduling.wording import sentence
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class Step:
    """What is to become of one session: another place, or called off by the clinic.

    Neither leaves it where it is, so that a list can hold rows nobody has decided on yet.
    ``brought_back`` is the status of one the clinic called off and now holds after all;
    ``before`` makes it a step back.
    """

    session_id: int
    to: Visit | None = None
    called_off: Reason | None = None
    brought_back: SessionStatus | None = None
    before: Before | None = None

    @property
    def is_decided(self) -> bool:
        """Whether anything would change."""
        return self.to is not None or self.called_off is not None

    @property
    def was(self) -> Mapping[str, Any] | None:
        """What is put back, when this is a step back."""
        return self.before.columns if self.before else None

    @property
    def takes_time(self) -> bool:
        """Whether the session would take somebody's time at its place."""
        return self.to is not None and (self.before is None or self.before.status.takes_time)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with the session as it stands, what is in the way, and what else fits that day."""

    step: Step
    session: ScheduledSession
    findings: tuple[Finding, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    authorization_id: int | None = None
    therapist_name: str = ""
    room_name: str = ""

    @property
    def is_conflict(self) -> bool:
        """Whether it cannot be so."""
        return bool(stops(self.findings))

    @property
    def needs_reason(self) -> bool:
        """Whether somebody has to say why it is so all the same."""
        return not self.is_conflict and any(each.needs_reason for each in self.findings)


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """All rows, by the time the sessions have now."""

    rows: tuple[StepRow, ...]

    @property
    def conflicts(self) -> tuple[StepRow, ...]:
        """Rows that cannot be so."""
        return tuple(row for row in self.rows if row.is_conflict)

    @property
    def needs_reason(self) -> bool:
        """Whether a warning has to be overridden."""
        return any(row.needs_reason for row in self.rows)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was asked for."""
        return tuple(row.step for row in self.rows)


class Rearranging:
    """Look at a rearrangement before it is saved, save it, and go back."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)
        self._days = reading.WholeDays()

    def preview(self, steps: Sequence[Step], clinic: ClinicFacts | None = None) -> Rearrangement:
        """Return every step checked beside all others; saves nothing.

        ``clinic`` is how it would be, where that is not in the file yet.
        The places the moving sessions have now count as free, so two can change places.
        Raises ``ClinicError`` for a session that has happened or has a note.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        return self._checked(steps, clinic or self._clinic(), with_alternatives=True)

    def save(self, seen: Rearrangement, reason: str = "") -> tuple[Step, ...]:
        """Save what was looked at, and return the steps back.

        Everything is checked again inside the transaction; ``reason`` says why warnings are
        overridden and is kept on the sessions it is about.
        """
        with self._work.saving(Permission.BOOK, Topic.SCHEDULE, Action.MOVED) as entry:
            now = self._checked(seen.steps, self._clinic(), with_alternatives=False)
            _refuse_conflicts(now)
            if now.needs_reason and not reason.strip():
                raise ValidationError(
                    {"override_reason": "Say why. It is kept on the visits with your name."}
                )
            decided = [row for row in now.rows if row.step.is_decided]
            columns = {row.session: self._columns(row, reason.strip()) for row in decided}
            left_as = {each: SessionStatus(columns[each]["status"]) for each in columns}
            back = ways_back(left_as, self._clinic(), self._days)
            # Nobody is in anybody's way while they change places.
            queries.set_aside([each.id for each in columns])
            for session, changed in columns.items():
                queries.put_session(session.id, changed)
            _count_again(decided)
            entry.subject = "; ".join(
                moving.log_line(row.session, row.step.to, columns[row.session]["status"])
                for row in decided
            )
            children = {row.session.child_id for row in decided}
            entry.child_id = children.pop() if len(children) == 1 else None
            return back

    def _checked(
        self, steps: Sequence[Step], clinic: ClinicFacts, *, with_alternatives: bool
    ) -> Rearrangement:
        sessions = [_movable(step) for step in steps]
        visits = [step.to for step in steps if step.to is not None]
        days = {each.starts.date() for each in sessions} | {visit.day for visit in visits}
        away = [step.session_id for step in steps if step.is_decided]
        children = {each.child_id for each in sessions}
        facts = reading.everything_on(days, children, clinic, self._days).without(away)
        rows = []
        for step, session in sorted(zip(steps, sessions, strict=True), key=_by_time):
            row = _named(StepRow(step, session), facts.clinic)
            if step.to is not None and step.takes_time:
                visit, approval_id = moving.approved(step.to, session, step.was, facts)
                findings = check(visit, facts)
                findings = step.before.new(findings) if step.before else findings
                row = replace(row, findings=findings, authorization_id=approval_id)
                if findings and with_alternatives:
                    row = replace(row, alternatives=alternatives(visit, facts))
                if not row.is_conflict:
                    facts = moving.with_visit(visit, session, approval_id, facts)
            rows.append(row)
        return Rearrangement(tuple(rows))

    def _clinic(self) -> ClinicFacts:
        return ClinicFacts.of(self._settings.clinic())

    def _columns(self, row: StepRow, reason: str) -> dict[str, Any]:
        to, why = row.step.to, row.step.called_off
        if why is not None:
            status = SessionStatus.CANCELLED_BY_CLINIC.value
            return {"status": status, "reason": why.value, "called_at": now_utc()}
        if to is None:
            raise ValueError("a row without a decision is not saved")
        columns = {
            "starts": to.starts,
            "ends": to.ends,
            "therapist": to.therapist_id,
            "room": to.room_id,
            "interpreter": to.interpreter_id,
            "authorization": row.authorization_id,
        } | _standing(row, to, self._settings.clinic().settings.zone)
        if row.needs_reason:
            columns |= {"override_reason": reason, "override_by": self._work.user.id}
        return columns


def visit_of(session: ScheduledSession, **changes: Any) -> Visit:
    """Return where a session is, or would be with some of it changed."""
    return replace(visit_here(session), **changes)


def _movable(step: Step) -> ScheduledSession:
    found = queries.session(step.session_id, reading.scheduled_session)
    if found is None:
        raise NotFound("This session is no longer in the file.")
    if step.is_decided and not _can_be(step, found):
        when = f"{long_day(found.starts.date())}, {clock_text(found.starts)}"
        raise ClinicError(
            f"{found.child_name}, {when}: this session has happened or has a note. It stays."
        )
    if step.to is not None and not _is_within_a_day(step.to):
        raise ClinicError("The visit would end after midnight. Choose an earlier time.")
    return found


def _is_within_a_day(visit: Visit) -> bool:
    return visit.starts < visit.ends and visit.ends.date() == visit.day


def _can_be(step: Step, session: ScheduledSession) -> bool:
    if step.before is not None:
        as_left = session.status is step.before.left_as and session.note_id is None
        return as_left or can_change(session)
    if step.brought_back is None:
        return can_change(session)
    return session.status is SessionStatus.CANCELLED_BY_CLINIC and session.note_id is None


def can_change(session: ScheduledSession) -> bool:
    """Say whether nothing has happened to a session: not held, not called off, no note."""
    return session.status.is_open and session.note_id is None


def _named(row: StepRow, clinic: ClinicFacts) -> StepRow:
    to = row.step.to or visit_of(row.session)
    therapist, room = clinic.therapist_name(to.therapist_id), clinic.room_name(to.room_id)
    return replace(row, therapist_name=therapist, room_name=room)


def _by_time(pair: tuple[Step, ScheduledSession]) -> tuple[Any, ...]:
    return pair[1].starts, pair[1].id


def _refuse_conflicts(now: Rearrangement) -> None:
    if now.conflicts:
        row = now.conflicts[0]
        name, to = row.session.child_name, row.step.to
        at = f"{long_day(to.day)}, {clock_text(to.starts)}" if to else ""
        raise ClinicError(
            f"{name}, {at}: {sentence(stops(row.findings)[0])} Nothing was changed. "
            "Choose another place there."
        )


def ways_back(
    left_as: Mapping[ScheduledSession, SessionStatus], clinic: ClinicFacts, known: reading.WholeDays
) -> tuple[Step, ...]:
    """Return the steps that make sessions what they are now, once they are left as said."""
    days = {each.starts.date() for each in left_as}
    children = {each.child_id for each in left_as}
    facts = reading.everything_on(days, children, clinic, known)
    return tuple(
        Step(each.id, visit_here(each), before=before(each, status, facts))
        for each, status in left_as.items()
    )


def _standing(row: StepRow, to: Visit, zone: str) -> dict[str, Any]:
    """Return what a session is at its new place.

    A reason given for the old place does not go with it, and a new time, in the clinic's ``zone``,
    has to be confirmed again.
    """
    step, session = row.step, row.session
    if step.was is not None:
        approval = {"authorization": row.authorization_id} if step.takes_time else {}
        return dict(step.was) | approval
    if step.brought_back is not None:
        return {"status": step.brought_back.value, "reason": "", "called_at": None}
    here = visit_here(session)
    columns: dict[str, Any] = {"status": session.status.value}
    if to.starts != here.starts:
        columns |= {"status": SessionStatus.PLANNED.value, "zone": zone}
    if replace(to, session_id=here.session_id) != here and not session.is_unconfirmed:
        columns |= {"override_reason": "", "override_by": None}
    return columns


def _count_again(rows: Sequence[StepRow]) -> None:
    """Let each series know how many sessions it has, when some were taken back or put back."""
    more: Counter[int] = Counter()
    for row in rows:
        before, series_id = row.step.before, row.session.series_id
        if series_id is not None and before is not None:
            more[series_id] += row.session.status is SessionStatus.WITHDRAWN
            more[series_id] -= before.status is SessionStatus.WITHDRAWN
    for series_id, count in more.items():
        if count:
            queries.count_again(series_id, count, now_utc())
