"""Every row of a series before it is saved: what is free, what is in the way, what else fits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from itertools import count

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.alternatives import Alternative, alternatives
from ot_desktop.scheduling.domain import SeriesRequest, Visit
from ot_desktop.scheduling.facts import Facts
from ot_desktop.scheduling.rules import AUTHORIZATION, Finding, check, stops
from ot_desktop.scheduling.series import DatedSeries
from ot_desktop.scheduling.wording import sentence


class RowState(Enum):
    """How a row of the preview stands."""

    FREE = "free"
    WARNING = "warning"
    CONFLICT = "conflict"
    CLOSED = "closed"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for one row instead of the asked-for place; ``visit`` None leaves it out."""

    visit: Visit | None = None


Choices = Mapping[datetime, Choice]
"""Choices by the start that was asked for, which names the row."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One date. ``number`` counts the sessions that would be saved; ``asked`` names the row."""

    day: date
    state: RowState
    number: int | None = None
    asked: datetime | None = None
    visit: Visit | None = None
    therapist_name: str = ""
    room_name: str = ""
    findings: tuple[Finding, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    authorization_id: int | None = None
    is_chosen: bool = False
    closed_for: str = ""

    @property
    def is_booked(self) -> bool:
        """Whether the row becomes a session."""
        return self.state in (RowState.FREE, RowState.WARNING, RowState.CONFLICT)


@dataclass(frozen=True, slots=True)
class SeriesPreview:
    """All rows with what they add up to."""

    request: SeriesRequest
    choices: Choices
    child_name: str
    rows: tuple[PreviewRow, ...]
    moved_from: date | None = None
    not_placed: int = 0
    visits_left: int | None = None

    @property
    def booked(self) -> tuple[PreviewRow, ...]:
        """The rows that become sessions, in order."""
        return tuple(row for row in self.rows if row.is_booked)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Where each session would be."""
        return tuple(row.visit for row in self.booked if row.visit is not None)

    @property
    def first_day(self) -> date | None:
        """The day of the first session."""
        return self.booked[0].day if self.booked else None

    @property
    def last_day(self) -> date | None:
        """The day of the last session."""
        return self.booked[-1].day if self.booked else None

    @property
    def closed_days(self) -> int:
        """How many days were left out because nobody is seen."""
        return sum(row.state is RowState.CLOSED for row in self.rows)

    @property
    def conflicts(self) -> tuple[PreviewRow, ...]:
        """Rows that cannot be booked where they are."""
        return tuple(row for row in self.rows if row.state is RowState.CONFLICT)

    @property
    def unconfirmed(self) -> tuple[PreviewRow, ...]:
        """Rows on visits the payer has not approved."""
        return tuple(
            row for row in self.booked if any(each.kind in AUTHORIZATION for each in row.findings)
        )

    @property
    def needs_reason(self) -> bool:
        """Whether a warning has to be overridden with a reason."""
        return any(row.state is RowState.WARNING for row in self.rows)

    @property
    def can_book(self) -> bool:
        """Whether nothing stands in the way but a reason."""
        return bool(self.booked) and not self.conflicts


def place(
    request: SeriesRequest, dated: DatedSeries, choices: Choices, facts: Facts
) -> tuple[tuple[PreviewRow, ...], Facts]:
    """Return each row checked against the bookings and the rows before it.

    The facts returned know every row that fits. Chosen places come before the others, so that
    nobody's choice is taken by a row that was never looked at.
    """
    rows = {start: _asked_row(request, start, choices.get(start)) for start in dated.starts}
    for start in sorted(rows, key=lambda each: (not rows[each].is_chosen, each)):
        rows[start], facts = _placed(rows[start], facts)
    numbers = count(1)
    lines = [
        rows[line.starts]
        if line.starts is not None
        else PreviewRow(line.day, RowState.CLOSED, closed_for=line.closed_for or "")
        for line in dated.rows
    ]
    lines.sort(key=lambda row: (row.day, row.visit.minutes if row.visit else (0, 0)))
    numbered = (replace(row, number=next(numbers)) if row.is_booked else row for row in lines)
    return tuple(numbered), facts


def with_choice(choices: Choices, row: PreviewRow, choice: Choice | None) -> Choices:
    """Return the choices with what was chosen for a row; None leaves it as it was asked for."""
    if row.asked is None:
        return choices
    kept = {asked: each for asked, each in choices.items() if asked != row.asked}
    return kept if choice is None else {**kept, row.asked: choice}


def with_alternatives(rows: tuple[PreviewRow, ...], facts: Facts) -> tuple[PreviewRow, ...]:
    """Return the rows with other places for those that need one."""
    return tuple(
        replace(row, alternatives=alternatives(row.visit, _without(row, facts)))
        if row.visit is not None and wants_alternatives(row)
        else row
        for row in rows
    )


def wants_alternatives(row: PreviewRow) -> bool:
    """Say whether another place could help; no place helps against a used-up authorization."""
    return row.visit is not None and any(
        (finding.is_stop or finding.needs_reason) and finding.kind not in AUTHORIZATION
        for finding in row.findings
    )


def first_alternatives(rows: tuple[PreviewRow, ...], choices: Choices, facts: Facts) -> Choices:
    """Return the choices with the first alternative taken in every conflict that has one.

    Each is looked for with the earlier ones taken, so that no two rows are given the same place.
    """
    chosen = dict(choices)
    for row in rows:
        if row.state is not RowState.CONFLICT or row.visit is None or row.asked is None:
            continue
        for first in alternatives(row.visit, facts, most=1):
            chosen[row.asked] = Choice(first.visit)
            facts = facts.with_visit(first.visit)
    return chosen


def _asked_row(request: SeriesRequest, start: datetime, choice: Choice | None) -> PreviewRow:
    visit = request.visit_at(start)
    if choice is None:
        return PreviewRow(start.date(), RowState.FREE, asked=start, visit=visit)
    state = RowState.LEFT_OUT if choice.visit is None else RowState.FREE
    return PreviewRow(start.date(), state, asked=start, visit=choice.visit or visit, is_chosen=True)


def _placed(row: PreviewRow, facts: Facts) -> tuple[PreviewRow, Facts]:
    if row.visit is None:
        return row, facts
    findings: tuple[Finding, ...] = ()
    approval_id, state = None, row.state
    if state is not RowState.LEFT_OUT:
        findings = check(row.visit, facts)
        state = _state(findings)
    if state in (RowState.FREE, RowState.WARNING):
        ledger, minutes = facts.child(row.visit.child_id).ledger, row.visit.length_minutes
        approval_id = ledger.coverage(row.day, minutes).approval_id
        facts = facts.with_visit(row.visit)
    placed = replace(
        row,
        therapist_name=facts.clinic.therapist_name(row.visit.therapist_id),
        room_name=facts.clinic.room_name(row.visit.room_id),
        state=state,
        findings=findings,
        authorization_id=approval_id,
    )
    return placed, facts


def _state(findings: tuple[Finding, ...]) -> RowState:
    if stops(findings):
        return RowState.CONFLICT
    warned = any(finding.needs_reason for finding in findings)
    return RowState.WARNING if warned else RowState.FREE


def _without(row: PreviewRow, facts: Facts) -> Facts:
    """Return facts in which the row's own place is free, when it was placed at all."""
    if row.visit is None or row.state is RowState.CONFLICT:
        return facts
    here, visit = facts.by_day.get(row.day, ()), row.visit
    others = tuple(
        each
        for each in here
        if not (each.id is None and (each.child_id, each.starts) == (visit.child_id, visit.starts))
    )
    return replace(facts, by_day={**facts.by_day, row.day: others})


def refuse_changed(seen: SeriesPreview, now: SeriesPreview) -> None:
    """Raise ``ClinicError`` unless what was looked at is what would be saved."""
    if not now.booked:
        raise ClinicError("There is no session to book. Choose other dates.")
    if now.conflicts:
        row = now.conflicts[0]
        at = f"{long_day(row.day)}, {clock_text(row.asked)}" if row.asked else long_day(row.day)
        raise ClinicError(
            f"{at}: {sentence(row.findings[0])} Nothing was booked. Choose another time there."
        )
    if now.visits != seen.visits:
        raise ClinicError("The dates have changed since you looked. Look again, then book.")
