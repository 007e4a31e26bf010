"""Which approved visit a session uses, and what is left."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Approval:
    """Visits a payer approved; ``taken`` are used or booked already, those before this file too.

    ``promised`` of them go to visits booked beyond what was approved then: no visit uses them yet.
    """

    id: int
    visits: int
    taken: int
    starts_on: date | None = None
    ends_on: date | None = None
    promised: int = 0

    @property
    def left(self) -> int:
        """Visits neither used nor booked."""
        return max(0, self.visits - self.taken)

    def covers(self, day: date) -> bool:
        """Say whether a visit on ``day`` may use it."""
        starts, ends = self.starts_on or date.min, self.ends_on or date.max
        return starts <= day <= ends


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one visit is paid for: by an approval, beyond its number, or outside its dates."""

    approval_id: int | None = None
    number: int | None = None
    visits: int | None = None
    ended_on: date | None = None
    starts_on: date | None = None

    @property
    def is_beyond(self) -> bool:
        """Whether more visits are booked than were approved: "visit 25 of 24"."""
        return self.approval_id is None and self.number is not None

    @property
    def is_outside(self) -> bool:
        """Whether no approval holds on that day."""
        return self.ended_on is not None or self.starts_on is not None


@dataclass(frozen=True, slots=True)
class Ledger:
    """A child's approvals with what is taken of each; none at all means nobody has to approve."""

    approvals: tuple[Approval, ...] = ()
    beyond: int = 0

    def coverage(self, day: date) -> Coverage:
        """Say how the next visit on ``day`` is paid for: what expires first is used first."""
        if not self.approvals:
            return Coverage()
        holding = [approval for approval in self.approvals if approval.covers(day)]
        if not holding:
            return self._outside(day)
        taken = sum(approval.taken for approval in holding)
        visits = sum(approval.visits for approval in holding)
        usable = [approval for approval in holding if approval.left]
        if not usable:
            return Coverage(number=taken + self.beyond + 1, visits=visits)
        first = min(usable, key=lambda approval: (approval.ends_on or date.max, approval.id))
        return Coverage(first.id, taken + 1, visits)

    def after_visit(self, day: date) -> "Ledger":
        """Return the ledger once a visit on ``day`` is booked."""
        coverage = self.coverage(day)
        if coverage.is_beyond:
            return replace(self, beyond=self.beyond + 1)
        if coverage.approval_id is None:
            return self
        return self.using(coverage.approval_id)

    def using(self, approval_id: int) -> "Ledger":
        """Return the ledger once one more visit of an approval is taken."""
        return replace(
            self,
            approvals=tuple(
                replace(approval, taken=approval.taken + 1)
                if approval.id == approval_id
                else approval
                for approval in self.approvals
            ),
        )

    def still_covers(self, approval_id: int | None, day: date, *, again: bool) -> bool:
        """Say whether a visit can go on using its approval on ``day``.

        ``again``: it was called off or missed, so its visit may have gone to another.
        """
        own = next((each for each in self.approvals if each.id == approval_id), None)
        if own is None or not own.covers(day):
            return False
        return not again or own.taken - own.promised < own.visits

    def left_after(self, day: date) -> int | None:
        """Return the visits left that still hold on ``day``; None when nobody has to approve."""
        if not self.approvals:
            return None
        return sum(
            approval.left for approval in self.approvals if (approval.ends_on or date.max) >= day
        )

    def _outside(self, day: date) -> Coverage:
        ended = [a.ends_on for a in self.approvals if a.ends_on is not None and a.ends_on < day]
        if ended:
            return Coverage(ended_on=max(ended))
        return Coverage(starts_on=min(a.starts_on for a in self.approvals if a.starts_on))
