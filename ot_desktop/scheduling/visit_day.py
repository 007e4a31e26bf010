"""How one visit went so far, and what its make-up stands for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.queries import attendance as queries
from ot_desktop.errors import NotFound
from ot_desktop.scheduling.attendance import MISSED, Reason, VisitNow
from ot_desktop.scheduling.domain import SessionStatus


@dataclass(frozen=True, slots=True)
class VisitDay:
    """How one visit went so far; ``make_up_id`` is the visit that makes this one up."""

    id: int
    child_id: int
    now: VisitNow
    arrived_at: datetime | None
    left_at: datetime | None
    called_at: datetime | None
    reason: Reason | None
    reason_words: str
    held_minutes: int | None
    makes_up_id: int | None
    make_up_id: int | None
    brought_by: str | None
    brought_by_id: int | None
    collected_by: str | None
    collected_by_id: int | None
    collected_why: str
    desk_note: str


def found_visit(session_id: int) -> VisitDay:
    """Return how one visit went so far; raises ``NotFound``."""
    found = queries.visit(session_id, _build)
    if found is None:
        raise NotFound("This visit is not in the file.")
    return found


def link_make_up(visit: VisitDay, status: SessionStatus, make_up_id: int | None) -> str:
    """Let a make-up stand for a visit only while that is missed; else it is an extra visit.

    Returns what the log says of it.
    """
    is_missed = status in MISSED
    if not is_missed and visit.make_up_id is not None:
        queries.change(visit.make_up_id, {"makes_up": None})
        return f", session {visit.make_up_id} is an extra visit"
    if is_missed and visit.make_up_id is None and make_up_id is not None:
        return _linked_again(visit.id, make_up_id)
    return ""


def _linked_again(missed_id: int, make_up_id: int) -> str:
    """Link a make-up that still stands free, as it was before a correction was taken back."""
    found = queries.visit(make_up_id, _build)
    stands = found is not None and found.now.status is not SessionStatus.WITHDRAWN
    if found is None or not stands or found.makes_up_id is not None:
        return ""
    queries.change(make_up_id, {"makes_up": missed_id})
    return f", session {make_up_id} makes it up again"


def _build(
    *,
    starts: datetime,
    ends: datetime,
    status: str,
    signed_at: datetime | None,
    reason: str,
    **columns: Any,
) -> VisitDay:
    now = VisitNow(starts, ends, SessionStatus(status), signed_at is not None)
    return VisitDay(
        now=now,
        reason=Reason(reason) if reason else None,
        make_up_id=queries.make_up_of(columns["id"]),
        **columns,
    )
