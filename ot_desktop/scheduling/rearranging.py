"""Use cases that move sessions which exist: one, a series, a sick day; all of them or none."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.alternatives import Alternative, alternatives
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus, Visit
from ot_desktop.scheduling.facts import ChildFacts, ClinicFacts, Facts, TimeOff
from ot_desktop.scheduling.rules import Finding, check, stops
from ot_desktop.scheduling.wording import sentence
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class Step:
    """What is to become of one session: another place, or called off by the clinic.

    Neither leaves it where it is, so that a list can hold rows nobody has decided on yet.
    ``brought_back`` is the status of one the clinic called off and now holds after all.
    """

    session_id: int
    to: Visit | None = None
    called_off: Reason | None = None
    brought_back: SessionStatus | None = None

    @property
    def is_decided(self) -> bool:
        """Whether anything would change."""
        return self.to is not None or self.called_off is not None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with the session as it stands, what is in the way, and what else fits that day."""

    step: Step
    session: ScheduledSession
    findings: tuple[Finding, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

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


@dataclass(frozen=True, slots=True)
class NotKept:
    """Time off and closed days that a rearrangement reckons with before they are in the file."""

    time_off: tuple[TimeOff, ...] = ()
    closed: Mapping[date, str] = field(default_factory=dict)


NOTHING = NotKept()


class Rearranging:
    """Look at a rearrangement before it is saved, save it, and go back."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)
        self._days = reading.WholeDays()

    def preview(self, steps: Sequence[Step], not_kept: NotKept = NOTHING) -> Rearrangement:
        """Return every step checked beside all others; saves nothing.

        ``not_kept`` is what is about to be closed and is not in the file yet.

        The places the moving sessions have now count as free, so two can change places.
        Raises ``ClinicError`` for a session that has happened or has a note.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        return self._checked(steps, not_kept, with_alternatives=True)

    def swap_rooms(self, one: int, other: int) -> Rearrangement:
        """Return the preview of two sessions that change rooms."""
        first, second = _movable(Step(one)), _movable(Step(other))
        return self.preview(
            [
                Step(one, visit_of(first, room_id=second.room_id)),
                Step(other, visit_of(second, room_id=first.room_id)),
            ]
        )

    def save(self, seen: Rearrangement, reason: str = "") -> tuple[Step, ...]:
        """Save what was looked at, and return the steps back.

        Everything is checked again inside the transaction; ``reason`` says why warnings are
        overridden and is kept on the sessions it is about.
        """
        with self._work.saving(Permission.BOOK, Topic.SCHEDULE, Action.MOVED) as entry:
            now = self._checked(seen.steps, NOTHING, with_alternatives=False)
            _refuse_conflicts(now)
            if now.needs_reason and not reason.strip():
                raise ValidationError(
                    {"override_reason": "Say why. It is kept on the visits with your name."}
                )
            decided = [row for row in now.rows if row.step.is_decided]
            # Nobody is in anybody's way while they change places.
            queries.set_aside([row.session.id for row in decided])
            for row in decided:
                queries.put_session(row.session.id, self._columns(row, reason.strip()))
            entry.subject = "; ".join(_log_line(row) for row in decided)
            children = {row.session.child_id for row in decided}
            entry.child_id = children.pop() if len(children) == 1 else None
            return tuple(_way_back(row) for row in decided)

    def _checked(
        self, steps: Sequence[Step], not_kept: NotKept, *, with_alternatives: bool
    ) -> Rearrangement:
        sessions = [_movable(step) for step in steps]
        visits = [step.to for step in steps if step.to is not None]
        days = {each.starts.date() for each in sessions} | {visit.day for visit in visits}
        moving = [step.session_id for step in steps if step.is_decided]
        facts = self.facts({each.child_id for each in sessions}, days, moving, not_kept)
        rows = []
        for step, session in sorted(zip(steps, sessions, strict=True), key=_by_time):
            findings = check(step.to, facts) if step.to is not None else ()
            row = StepRow(step, session, findings)
            if step.to is not None and findings and with_alternatives:
                row = replace(row, alternatives=alternatives(step.to, facts))
            if step.to is not None and not row.is_conflict:
                facts = facts.with_visit(step.to)
            rows.append(row)
        return Rearrangement(tuple(rows))

    def facts(
        self,
        children: set[int],
        days: Collection[date],
        moving: Collection[int] = (),
        not_kept: NotKept = NOTHING,
    ) -> Facts:
        """Return everything booked on the days but the moving sessions' present places."""
        clinic = ClinicFacts.of(self._settings.clinic())
        clinic = replace(clinic, closed={**clinic.closed, **not_kept.closed})
        if days:
            off = reading.time_off(min(days), max(days))
            clinic = clinic.with_time_off((*off, *not_kept.time_off))
        known = {
            child_id: ChildFacts(
                name=queries.child_name(child_id) or "",
                siblings=frozenset(queries.siblings(child_id)),
            )
            for child_id in children
        }
        facts = self._days.added_to(Facts(clinic, known, {}), days)
        others = {
            day: tuple(each for each in bookings if each.id not in moving)
            for day, bookings in facts.by_day.items()
        }
        return replace(facts, by_day=others)

    def _columns(self, row: StepRow, reason: str) -> dict[str, Any]:
        if row.step.called_off is not None:
            return {
                "status": SessionStatus.CANCELLED_BY_CLINIC.value,
                "reason": row.step.called_off.value,
                "called_at": now_utc(),
            }
        to = row.step.to
        if to is None:
            raise ValueError("a row without a decision is not saved")
        overridden = {"override_reason": reason, "override_by": self._work.user.id}
        status = row.step.brought_back or row.session.status
        back = {"reason": "", "called_at": None} if row.step.brought_back else {}
        return (
            {
                "status": status.value,
                "starts": to.starts,
                "ends": to.ends,
                "therapist": to.therapist_id,
                "room": to.room_id,
            }
            | back
            | (overridden if row.needs_reason else {})
        )


def visit_of(session: ScheduledSession, **changes: Any) -> Visit:
    """Return where a session is, or would be with some of it changed."""
    here = Visit(
        session.child_id,
        session.therapist_id,
        session.room_id,
        session.starts,
        session.ends,
        session.id,
    )
    return replace(here, **changes)


def _movable(step: Step) -> ScheduledSession:
    found = queries.session(step.session_id, reading.scheduled_session)
    if found is None:
        raise NotFound("This session is no longer in the file.")
    if step.is_decided and not _can_be(step, found):
        when = f"{long_day(found.starts.date())}, {clock_text(found.starts)}"
        raise ClinicError(
            f"{found.child_name}, {when}: this session has happened or has a note. It stays."
        )
    return found


def _can_be(step: Step, session: ScheduledSession) -> bool:
    if step.brought_back is None:
        return can_change(session)
    return session.status is SessionStatus.CANCELLED_BY_CLINIC and session.note_id is None


def can_change(session: ScheduledSession) -> bool:
    """Say whether nothing has happened to a session: not held, not called off, no note."""
    return session.status.is_open and session.note_id is None


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


def _log_line(row: StepRow) -> str:
    """Say before and after by ids and times; the log holds no names."""
    before, to = row.session, row.step.to
    if to is None:
        return f"session {before.id}: called off by the clinic"
    was = {"at": before.starts, "therapist": before.therapist_id, "room": before.room_id}
    now = {"at": to.starts, "therapist": to.therapist_id, "room": to.room_id}
    changed = [
        f"{name} {_short(was[name])} → {_short(now[name])}"
        for name in was
        if was[name] != now[name]
    ]
    return f"session {before.id}: {', '.join(changed) or 'as it was'}"


def _short(value: Any) -> str:
    return value.isoformat(timespec="minutes") if hasattr(value, "isoformat") else json.dumps(value)


def _way_back(row: StepRow) -> Step:
    """Return the step that makes the session what it was."""
    before = row.session
    if row.step.brought_back is not None:
        return Step(before.id, called_off=Reason.OTHER)
    status = before.status if row.step.called_off is not None else None
    return Step(before.id, visit_of(before), brought_back=status)
