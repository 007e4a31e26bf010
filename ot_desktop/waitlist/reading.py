"""Turns rows of the waitlist into what its screens show, and drafts into rows."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import groupby
from typing import Any

from db.queries import waitlist as queries
from ot_desktop.settings.domain import Hours
from ot_desktop.waitlist.domain import (
    Entry,
    EntryDraft,
    HeldOffer,
    OfferCall,
    OfferOutcome,
    OpenedTime,
    OpenTime,
    Wants,
)


def entry_builder() -> Callable[..., Entry]:
    """Return what makes an entry of its row; the times of all are read once."""
    rows = groupby(queries.hours(), key=lambda row: row[0])
    hours = {entry_id: tuple(Hours(*row[1:]) for row in group) for entry_id, group in rows}
    return lambda **row: _entry(hours, **row)


def _entry(hours: dict[int, tuple[Hours, ...]], **row: Any) -> Entry:
    days = {
        name: date.fromisoformat(row[name]) if row[name] else None
        for name in ("from_day", "until_day", "expires_on", "added_on", "ended_on")
    }
    moments = {
        name: datetime.fromisoformat(row[name]) if row[name] else None
        for name in ("last_offer_at", "last_message_at")
    }
    last = row["last_offer"]
    told = {
        "wants": Wants(row["wants"]),
        "can_come": hours.get(row["id"], ()),
        "last_offer": OfferOutcome(last) if last else None,
    }
    return Entry(**(row | days | moments | told))


def opened(
    *, therapist_id: int, room_id: int | None, starts: str, ends: str, **names: Any
) -> OpenedTime:
    """Build a time that came free."""
    moments = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    return OpenedTime(OpenTime(therapist_id, room_id, *moments), **names)


def held_offer(
    *,
    therapist_id: int,
    room_id: int | None,
    starts: datetime,
    ends: datetime,
    outcome: str,
    **row: Any,
) -> HeldOffer:
    """Build an offer that holds its time."""
    time = OpenTime(therapist_id, room_id, starts, ends)
    return HeldOffer(time=time, outcome=OfferOutcome(outcome), **row)


def offer_call(
    *, therapist_id: int, room_id: int | None, starts: str, ends: str, **row: Any
) -> OfferCall:
    """Build one line of a family's call log."""
    time = OpenTime(
        therapist_id, room_id, datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    )
    moments = {
        name: datetime.fromisoformat(row[name]) if row[name] else None
        for name in ("made_at", "answered_at", "held_until")
    }
    return OfferCall(time=time, **(row | moments | {"outcome": OfferOutcome(row["outcome"])}))


def entry_columns(draft: EntryDraft) -> dict[str, Any]:
    """Return what an entry keeps of a draft, its times left out."""
    return {
        "child": draft.child_id,
        "wants": draft.wants.value,
        "length_minutes": draft.length_minutes,
        "weeks": draft.weeks,
        "therapist": draft.therapist_id,
        "from_day": draft.from_day,
        "until_day": draft.until_day,
        "notice_minutes": draft.notice_minutes,
        "urgency": draft.urgency,
        "expires_on": draft.expires_on,
        "note": draft.note.strip(),
    }


def stretches(hours: tuple[Hours, ...]) -> list[tuple[int, int, int]]:
    """Return the times of a draft as rows."""
    return [(each.weekday, each.starts_min, each.ends_min) for each in hours]
