"""Which approved visit a session uses, and what is left."""

from dataclasses import dataclass, replace
from datetime import date

from ot_desktop.caseload.units import Rounding, units


@dataclass(frozen=True, slots=True)
class Approval:
    """What a payer approved; ``taken`` is used or booked already, before this file too.

    Visits, or units where ``rounding`` says how a visit's minutes become units. ``promised`` of
    what is taken goes to visits booked beyond what was approved then: no visit uses it yet.
    """

    id: int
    visits: int
    taken: int
    starts_on: date | None = None
    ends_on: date | None = None
    promised: int = 0
    rounding: Rounding | None = None

    @property
    def left(self) -> int:
        """Visits or units neither used nor booked."""
        return max(0, self.visits - self.taken)

    def cost(self, minutes: int) -> int:
        """Return what a visit of some minutes takes of it."""
        return 1 if self.rounding is None else units(minutes, self.rounding)

    def pays(self, minutes: int) -> bool:
        """Say whether a whole visit of some minutes is left of it."""
        return self.left > 0 and self.left >= self.cost(minutes)

    def left_visits(self, minutes: int) -> int:
        """Return how many whole visits of some minutes are left of it."""
        return self.left // max(1, self.cost(minutes))

    def covers(self, day: date) -> bool:
        """Say whether a visit on ``day`` may use it."""
        starts, ends = self.starts_on or date.min, self.ends_on or date.max
        return starts <= day <= ends


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one visit is paid for: by an approval, beyond its number, or outside its dates.

    ``number`` and ``visits`` count units where ``in_units``.
    """

    approval_id: int | None = None
    number: int | None = None
    visits: int | None = None
    ended_on: date | None = None
    starts_on: date | None = None
    in_units: bool = False

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

    def coverage(self, day: date, minutes: int) -> Coverage:
        """Say how the next visit on ``day`` is paid for: what expires first is used first."""
        if not self.approvals:
            return Coverage()
        holding = [approval for approval in self.approvals if approval.covers(day)]
        if not holding:
            return self._outside(day)
        usable = [approval for approval in holding if approval.pays(minutes)]
        first = min(usable or holding, key=_ends_first)
        alike = [each for each in holding if (each.rounding is None) is (first.rounding is None)]
        taken, cost = sum(approval.taken for approval in alike), first.cost(minutes)
        number = taken + cost if usable else taken + (self.beyond + 1) * cost
        return Coverage(
            approval_id=first.id if usable else None,
            number=number,
            visits=sum(approval.visits for approval in alike),
            in_units=first.rounding is not None,
        )

    def after_visit(self, day: date, minutes: int) -> "Ledger":
        """Return the ledger once a visit on ``day`` is booked."""
        coverage = self.coverage(day, minutes)
        if coverage.is_beyond:
            return replace(self, beyond=self.beyond + 1)
        if coverage.approval_id is None:
            return self
        return self.using(coverage.approval_id, minutes)

    def using(self, approval_id: int, minutes: int) -> "Ledger":
        """Return the ledger once one more visit takes from an approval."""
        return replace(
            self,
            approvals=tuple(
                replace(approval, taken=approval.taken + approval.cost(minutes))
                if approval.id == approval_id
                else approval
                for approval in self.approvals
            ),
        )

    def still_covers(
        self, approval_id: int | None, day: date, minutes: int, *, again: bool
    ) -> bool:
        """Say whether a visit can go on using its approval on ``day``.

        ``again``: it was called off or missed, so its visit may have gone to another.
        """
        own = next((each for each in self.approvals if each.id == approval_id), None)
        if own is None or not own.covers(day):
            return False
        return not again or replace(own, taken=own.taken - own.promised).pays(minutes)

    def left_after(self, day: date, minutes: int) -> int | None:
        """Return the visits of some minutes left that still hold on ``day``.

        None when nobody has to approve.
        """
        if not self.approvals:
            return None
        holding = [each for each in self.approvals if (each.ends_on or date.max) >= day]
        return sum(each.left_visits(minutes) for each in holding)

    def _outside(self, day: date) -> Coverage:
        ended = [a.ends_on for a in self.approvals if a.ends_on is not None and a.ends_on < day]
        if ended:
            return Coverage(ended_on=max(ended))
        return Coverage(starts_on=min(a.starts_on for a in self.approvals if a.starts_on))


def _ends_first(approval: Approval) -> tuple[date, int]:
    return approval.ends_on or date.max, approval.id
