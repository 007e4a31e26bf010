"""Reads the children of an intensive: wishes, siblings, what payers approved."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from db.queries import program_children as queries
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import Agreement, Away, ChildWishes, ProgramChild, Wanted, Weight
from ot_desktop.programs.set_up_reading import Row, by_owner, row
from ot_desktop.scheduling.authorizations import Approval, Ledger
from ot_desktop.scheduling.reading import rounding_of
from ot_desktop.settings.domain import Hours

AN_HOUR = 60

_DETAILS = ("hours", "preferences", "away", "excluded", "goals", "wanted")
Parts = dict[str, defaultdict[int, list[tuple[Any, ...]]]]


def everybody(program_id: int) -> tuple[ProgramChild, ...]:
    """Return everybody of a program, those who left among them, with all their wishes."""
    return children(program_id, relatives(program_id), approvals(program_id))


def children(
    program_id: int, related: Mapping[int, frozenset[int]], ledgers: Mapping[int, Ledger]
) -> tuple[ProgramChild, ...]:
    """Return everybody when relatives and approvals are known already."""
    parts = {name: by_owner(queries.details(program_id, name)) for name in _DETAILS}
    rows = queries.children(program_id, row)
    ids = {each["child_id"]: each for each in rows if each["left_on"] is None}
    found = []
    for columns in rows:
        child_id = columns["child_id"]
        siblings = [ids[each] for each in sorted(related.get(child_id, ())) if each in ids]
        found.append(_child(columns, parts, siblings, ledgers.get(child_id)))
    return tuple(found)


def relatives(program_id: int) -> defaultdict[int, frozenset[int]]:
    """Return for each child of a program the others the same adult brings."""
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for child_id, other in queries.relatives(program_id):
        found[child_id] |= {other}
    return found


def approvals(program_id: int) -> dict[int, Ledger]:
    """Return the approvals of a program's children without the program's own visits."""
    found: defaultdict[int, tuple[Approval, ...]] = defaultdict(tuple)
    for each in queries.approvals(program_id, row):
        found[each["child_id"]] += (
            Approval(
                each["id"],
                each["visits"],
                each["used_before"] + each["taken"],
                day_of(each["starts_on"]),
                day_of(each["ends_on"]),
                rounding=rounding_of(each["measure"], each["rounding"]),
            ),
        )
    ledgers = {child_id: Ledger(each) for child_id, each in found.items()}
    for child_id, text, minutes in queries.visits_without_approval(program_id):
        ledgers[child_id] = ledgers[child_id].after_visit(date.fromisoformat(text), minutes)
    return ledgers


def wanted_of(id_: int, kind_id: int, *numbers: Any) -> Wanted:
    """Build a wanted service from its numbers in the order of the file."""
    sessions, least, most_a_week, most_therapists, is_spread = numbers
    return Wanted(kind_id, sessions, least, most_a_week, most_therapists, bool(is_spread), id_)


def _child(columns: Row, parts: Parts, siblings: list[Row], ledger: Ledger | None) -> ProgramChild:
    id_ = columns["id"]
    agreed_at = columns["agreed_at"]
    return ProgramChild(
        id=id_,
        child_id=columns["child_id"],
        given_name=columns["given_name"],
        family_name=columns["family_name"],
        wishes=_wishes(columns, {name: part[id_] for name, part in parts.items()}),
        therapist_name=columns["therapist_name"],
        agreement=Agreement(columns["agreed_by"], datetime.fromisoformat(agreed_at))
        if agreed_at
        else None,
        household_id=columns["household_id"],
        siblings=tuple(each["given_name"] for each in siblings),
        sibling_ids=tuple(each["id"] for each in siblings),
        visits_left=sum(each.left_visits(AN_HOUR) for each in ledger.approvals) if ledger else None,
        approved_until=_latest(ledger),
        left_on=day_of(columns["left_on"]),
        left_reason=columns["left_reason"],
    )


def _wishes(columns: Row, parts: dict[str, list[tuple[Any, ...]]]) -> ChildWishes:
    return ChildWishes(
        wanted=tuple(wanted_of(*each[:7]) for each in parts["wanted"] if not each[-1]),
        priority=columns["priority"],
        waiting_since=day_of(columns["waiting_since"]),
        therapist_id=columns["therapist_id"],
        therapist_weight=Weight(columns["therapist_weight"]),
        excluded_therapist_ids=tuple(each for (each,) in parts["excluded"]),
        can_come=tuple(Hours(*each) for each in parts["hours"]),
        preferred=tuple(Window(*each) for each in parts["preferences"]),
        away=tuple(
            Away(date.fromisoformat(first), date.fromisoformat(last), reason)
            for first, last, reason in parts["away"]
        ),
        most_a_day=columns["most_a_day"],
        caregivers=columns["caregivers"],
        travel_minutes=columns["travel_minutes"],
        goal_ids=tuple(each for (each,) in parts["goals"]),
    )


def _latest(ledger: Ledger | None) -> date | None:
    ends = [each.ends_on for each in ledger.approvals] if ledger else [None]
    return None if None in ends else max(each for each in ends if each is not None)


def day_of(text: str | None) -> date | None:
    """Read a day of the file; nothing stays nothing."""
    return date.fromisoformat(text) if text else None
