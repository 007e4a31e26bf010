"""Writes the sessions of a plan and keeps the desk up to date; the caller holds the transaction."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from db.queries import plans as queries
from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Plan
from ot_desktop.programs import planner_words as words
from ot_desktop.programs.placement import Place, Placement
from ot_desktop.programs.situation import Situation

NEW = 0  # the id of a session that is not in the file yet


def columns_of(placement: Placement) -> dict[str, Any]:
    """Return the columns of one planned session."""
    return {
        "wanted": placement.wanted_id,
        "starts": placement.place.starts,
        "therapist": placement.place.therapist_id,
        "room": placement.place.room_id,
        "is_locked": placement.is_locked,
        "is_moved": placement.is_moved,
        "session": placement.session_id,
    }


def replaced(
    plan_id: int, before: Sequence[Placement], after: Sequence[Placement]
) -> tuple[Placement, ...]:
    """Write ``after`` over ``before`` and return it with the ids of what is new."""
    there = {each.id for each in before}
    queries.delete_planned(there - {each.id for each in after})
    written = []
    for each in after:
        if each.id in there:
            queries.change_planned(each.id, columns_of(each))
            written.append(each)
        else:
            row = columns_of(each) | ({} if each.id == NEW else {"id": each.id})
            [id_] = queries.put_planned(plan_id, [row])
            written.append(replace(each, id=id_))
    return tuple(written)


def rewritten(plan_id: int, before: Sequence[Placement], after: Sequence[Placement]) -> None:
    """Write a whole plan: what is new in one go, what stays only where it is different."""
    there = {each.id: each for each in before}
    queries.delete_planned(there.keys() - {each.id for each in after})
    queries.insert_planned(plan_id, [columns_of(each) for each in after if each.id == NEW])
    for each in after:
        if each.id in there and each != there[each.id]:
            queries.change_planned(each.id, columns_of(each))


def placements_of(situation: Situation, plan: Plan) -> tuple[Placement, ...]:
    """Return the planner's sessions; one that was there before keeps its id, marks and visit.

    Raises ``ClinicError`` for a session of a service, therapist or room the program has not.
    """
    facts = situation.facts
    before = {(each.wanted_id, each.place): each for each in situation.placements.values()}
    found = []
    for session in plan.sessions:
        wanted_id, place = words.wanted_and_place(session)
        service = facts.services.get(wanted_id)
        if service is None or not _is_known(situation, place):
            raise ClinicError("This plan is of another intensive, or of one changed since.")
        known = before.get((wanted_id, place))
        new = Placement(
            NEW, service.child.id, service.child.child_id, wanted_id, place, service.minutes
        )
        found.append(known or new)
    kept = {each.id for each in found}
    history = (each for each in situation.placements.values() if each.is_history)
    return (*found, *(each for each in history if each.id not in kept))


def reasons_of(plan: Plan) -> str:
    """Return why children are left out, as the file keeps it: by program child."""
    return json.dumps(
        {
            str(words.number_in(child)): [{"code": each.code, "text": each.text} for each in why]
            for child, why in plan.unplaced.items()
        },
        ensure_ascii=False,
    )


def copied(placements: Iterable[Placement]) -> list[Placement]:
    """Return sessions for another plan: same places, marks and visits, new ids."""
    return [replace(each, id=NEW) for each in placements]


def _is_known(situation: Situation, place: Place) -> bool:
    clinic = situation.facts.clinic
    return place.therapist_id in clinic.therapists and place.room_id in clinic.rooms
