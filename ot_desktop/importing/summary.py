"""Counts what an import would do, for the last look before it is accepted."""

from collections import Counter
from dataclasses import dataclass

from ot_desktop.importing.domain import NoticeKind, ReviewState, Status
from ot_desktop.importing.plan import ImportPlan


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """Everything the last step says in words; all numbers are counts."""

    new: int
    merged: int
    filled: int
    listed: int
    siblings: int  # children who share a household with another one
    by_status: dict[Status, int]
    allergies: dict[ReviewState, int]
    custody: int
    notices: int  # rows with something worth a look
    date_orders: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether there would be nothing to save."""
        return not self.new and not self.filled


def summary_of(plan: ImportPlan) -> ImportSummary:
    """Count over the plan."""
    children = [end.child for end in plan.new]
    return ImportSummary(
        new=len(children),
        merged=len(plan.merged),
        filled=len(plan.updates),
        listed=len(plan.listed),
        siblings=sum(1 for end in plan.new if len(plan.households[end.household].members) > 1),
        by_status=Counter(child.status for child in children),
        allergies=Counter(child.allergies.state for child in children),
        custody=sum(len(child.custody_rules) for child in children),
        notices=len({notice.row for notice in plan.notices if notice.row is not None}),
        date_orders=tuple(
            f"{notice.heading}: {notice.reason}" if notice.heading else notice.reason
            for notice in plan.notices
            if notice.row is None and notice.kind in {NoticeKind.DATE_ORDER, NoticeKind.CHECK_VALUE}
        ),
    )
