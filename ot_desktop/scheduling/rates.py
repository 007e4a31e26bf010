"""The two honest rates of attendance, each with the definition printed beside it.

N are the visits planned, make-ups left out; A took place; C were called off by the clinic; M were
missed by the family and made up inside the clinic's window. Lost slots are all misses / N; family
attendance is (A + M) / (N - C), so a clinic's cancellation never lowers a family's rate. A missed
make-up is a miss that can be made up in its turn: what counts is the one that was held at last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from ot_desktop.scheduling.attendance import (
    ATTENDED,
    MISSED,
    MISSED_BY_FAMILY,
    WAITING,
    Policy,
    last_make_up_day,
)
from ot_desktop.scheduling.domain import SessionStatus

LOST_SLOTS = "Visits canceled by family or clinic and no-shows, of all visits planned."
FAMILY_ATTENDANCE = (
    "Visits held, or made up within {days} days or before their intensive ends, of all visits "
    "planned that the clinic did not cancel."
)


@dataclass(frozen=True, slots=True)
class PastVisit:
    """One visit for counting; ``makes_up`` is the id of the missed one it stands for.

    ``program_ends`` is the last day of its intensive.
    """

    id: int
    starts: datetime
    status: SessionStatus
    makes_up: int | None = None
    program_ends: date | None = None

    def last_make_up_day(self, policy: Policy) -> date:
        """Return until when it can be made up: the clinic's days, or the end of its intensive."""
        return last_make_up_day(self.starts, self.program_ends, policy)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Counts of a child, a program or a clinic; a rate without anything to count is None.

    ``not_said`` are visits that are over and of which nobody has said what became of them: they
    are in no rate.
    """

    planned: int
    attended: int
    by_clinic: int
    missed_by_family: int
    made_up: int
    not_said: int

    @property
    def lost_slots(self) -> Fraction | None:
        """The share of planned visits that were lost."""
        if not self.planned:
            return None
        return Fraction(self.missed_by_family + self.by_clinic, self.planned)

    @property
    def family(self) -> Fraction | None:
        """The share the family attended or made up; never above 1."""
        owed = self.planned - self.by_clinic
        return Fraction(self.attended + self.made_up, owed) if owed else None


def attendance(visits: Sequence[PastVisit], policy: Policy, now: datetime) -> Attendance:
    """Count visits that are over or called off; what lies ahead is in no figure."""
    counted = [each for each in visits if each.makes_up is None and each.status not in WAITING]
    counted = [each for each in counted if each.status is not SessionStatus.WITHDRAWN]
    make_ups = {each.makes_up: each for each in visits if each.makes_up is not None}
    return Attendance(
        planned=len(counted),
        attended=sum(each.status in ATTENDED for each in counted),
        by_clinic=sum(each.status is SessionStatus.CANCELLED_BY_CLINIC for each in counted),
        missed_by_family=sum(each.status in MISSED_BY_FAMILY for each in counted),
        made_up=sum(
            each.status in MISSED_BY_FAMILY and _is_made_up(each, make_ups, policy)
            for each in counted
        ),
        not_said=sum(each.status in WAITING and each.starts < now for each in visits),
    )


def _is_made_up(missed: PastVisit, make_ups: Mapping[int, PastVisit], policy: Policy) -> bool:
    held = make_ups.get(missed.id)
    while held is not None and held.status not in ATTENDED:
        held = make_ups.get(held.id)
    return held is not None and held.starts.date() <= missed.last_make_up_day(policy)


def misses_in_a_row(visits: Iterable[PastVisit]) -> int:
    """Return how many no-shows the latest visits are, what the clinic called off left out."""
    count = 0
    for each in sorted(visits, key=lambda visit: visit.starts, reverse=True):
        if each.status is SessionStatus.NO_SHOW:
            count += 1
        elif each.status in ATTENDED | (MISSED - {SessionStatus.CANCELLED_BY_CLINIC}):
            break
    return count


def talk_reasons(visits: Sequence[PastVisit], policy: Policy, now: datetime) -> tuple[str, ...]:
    """Return why a talk is due: no-shows in a row, attendance below the clinic's threshold."""
    reasons = []
    if (missed := misses_in_a_row(visits)) >= policy.misses_in_a_row:
        reasons.append("1 no-show" if missed == 1 else f"{missed} no-shows in a row")
    rate = attendance(visits, policy, now).family
    if rate is not None and rate < Fraction(policy.least_percent, 100):
        reasons.append(f"Family attendance {percent(rate)} in {policy.flag_days} days")
    return tuple(reasons)


def is_flagged(visits: Sequence[PastVisit], policy: Policy, now: datetime) -> bool:
    """Say whether a talk is due."""
    return bool(talk_reasons(visits, policy, now))


def percent(rate: Fraction | None) -> str:
    """Return 89.5 %, or — where there is nothing to count."""
    return "—" if rate is None else f"{float(rate * 100):.1f} %"
