"""What payers approved, and which visit of the demo clinic uses which approval."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from ot_desktop.caseload import intake
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.demo.story import DemoChild, Dice, told
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.scheduling.authorizations import Approval, Ledger

VISITS_OFTEN_APPROVED = 24
GAP = timedelta(days=30)  # a season of its own


def approve(child: DemoChild, visits: Sequence[DemoVisit], made_on: date, dice: Dice) -> None:
    """Write a child's authorizations and let each visit use the one that ends first.

    ``visits`` are all visits of the child in order of time.
    """
    counted = [each for each in visits if each.status.uses_visit]
    if not child.payer or not counted:
        return
    ledger = Ledger(tuple(_approvals(child, counted, made_on, dice)))
    for each in counted:
        day, minutes = each.visit.day, each.visit.length_minutes
        coverage = ledger.coverage(day, minutes)
        each.authorization_id = coverage.approval_id
        if coverage.approval_id is None:
            each.override_reason = told("notes")["overrides"][0]
        ledger = ledger.after_visit(day, minutes)


def _approvals(
    child: DemoChild, visits: Sequence[DemoVisit], made_on: date, dice: Dice
) -> list[Approval]:
    """Write one authorization for each stretch of visits: a summer, a season of weekly ones."""
    found = []
    for stretch in _stretches(visits):
        first, last = stretch[0].visit.day, stretch[-1].visit.day
        starts_on, ends_on = first - timedelta(days=7), last + timedelta(days=dice.between(10, 60))
        number = f"PA-{dice.between(100000, 999999)}"
        draft = AuthorizationDraft(
            _visits(child, stretch, made_on),
            child.payer,
            number,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        authorization_id = intake.write_authorization(child.id, draft)
        found.append(Approval(authorization_id, draft.visits, 0, starts_on, ends_on))
    return found


def _visits(child: DemoChild, stretch: Sequence[DemoVisit], made_on: date) -> int:
    left: int | None = child.told.get("visits_left")
    is_now = stretch[0].visit.day <= made_on <= stretch[-1].visit.day
    if left is not None and is_now:
        return left + sum(each.visit.day < made_on for each in stretch)
    rounds = -(-len(stretch) // VISITS_OFTEN_APPROVED)
    return VISITS_OFTEN_APPROVED * rounds


def _stretches(visits: Sequence[DemoVisit]) -> list[list[DemoVisit]]:
    stretches = [[visits[0]]]
    for before, each in pairwise(visits):
        if each.visit.day - before.visit.day > GAP:
            stretches.append([])
        stretches[-1].append(each)
    return stretches
