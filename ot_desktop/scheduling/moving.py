"""What goes along when a session moves: the approval it uses, and its line in the log."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ot_desktop.scheduling.domain import ScheduledSession, Visit
from ot_desktop.scheduling.facts import Facts


def approved(
    to: Visit, session: ScheduledSession, was: Mapping[str, Any] | None, facts: Facts
) -> tuple[Visit, int | None]:
    """Return the visit as the rules are to look at it, and the approval it would use.

    A visit keeps its approval while that holds on the new day; else it is looked at like a new
    one. An unconfirmed visit stays so. ``was`` is what is put back, when that is what happens.
    """
    to = replace(to, comes_with_id=session.comes_with_id)
    approval_id = was["authorization"] if was else session.authorization_id
    ledger = facts.child(session.child_id).ledger
    again = not session.status.uses_visit
    minutes = to.length_minutes
    if approval_id is None or ledger.still_covers(approval_id, to.day, minutes, again=again):
        return replace(to, session_id=session.id), approval_id
    return replace(to, session_id=None), ledger.coverage(to.day, minutes).approval_id


def with_visit(
    visit: Visit, session: ScheduledSession, approval_id: int | None, facts: Facts
) -> Facts:
    """Return facts in which a session has moved, its approved visit used once."""
    facts = facts.with_visit(visit)
    counted = session.status.uses_visit or visit.session_id is None
    if counted or approval_id is None:
        return facts
    child = facts.child(visit.child_id)
    used = replace(child, ledger=child.ledger.using(approval_id, visit.length_minutes))
    return replace(facts, children={**facts.children, visit.child_id: used})


def log_line(before: ScheduledSession, to: Visit | None, status: str) -> str:
    """Say before and after by ids and times; the log holds no names."""
    if to is None:
        return f"session {before.id}: called off by the clinic"
    was = {"at": before.starts, "therapist": before.therapist_id, "room": before.room_id}
    was |= {"minutes": before.length_minutes, "interpreter": before.interpreter_id}
    now = {"at": to.starts, "therapist": to.therapist_id, "room": to.room_id}
    now |= {"minutes": to.minutes[1] - to.minutes[0], "interpreter": to.interpreter_id}
    changed = [
        f"{name} {_short(was[name])} → {_short(now[name])}"
        for name in was
        if was[name] != now[name]
    ]
    if status != before.status.value:
        changed.insert(0, f"{before.status.value} → {status}")
    return f"session {before.id}: {', '.join(changed) or 'as it was'}"


def _short(value: Any) -> str:
    return value.isoformat(timespec="minutes") if hasattr(value, "isoformat") else json.dumps(value)
