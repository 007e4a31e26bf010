"""Reading and writing who waits and what was offered."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from db.models.waitlist import Offer, WaitlistEntry, WaitlistHours
from db.rows import Row, fetch_one, fetch_sql, fetch_tuples

Columns = dict[str, Any]
Stretch = tuple[int, int, int]

_ENTRY = """
    SELECT entry.id, entry.child_id,
        trim(child.given_name || ' ' || child.family_name) AS child_name,
        entry.wants, entry.length_minutes, entry.weeks, entry.therapist_id,
        coalesce(therapist.name, '') AS therapist_name, entry.from_day, entry.until_day,
        entry.notice_minutes, entry.urgency, entry.added_on, entry.expires_on, entry.note,
        (SELECT count(*) FROM offer WHERE offer.entry_id = entry.id) AS offers,
        (SELECT offer.outcome FROM offer WHERE offer.entry_id = entry.id
            ORDER BY offer.made_at DESC, offer.id DESC LIMIT 1) AS last_offer,
        (SELECT max(offer.made_at) FROM offer WHERE offer.entry_id = entry.id) AS last_offer_at
    FROM waitlist_entry AS entry
    JOIN child ON child.id = entry.child_id
    LEFT JOIN therapist ON therapist.id = entry.therapist_id
"""


def waiting(build: Callable[..., Row]) -> list[Row]:
    """Return everybody who waits, the most urgent and the longest first."""
    sql = f"{_ENTRY} WHERE entry.ended_on IS NULL ORDER BY entry.urgency, entry.added_on, entry.id"
    return fetch_sql(sql, {}, build)


def entry(entry_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one entry, ended ones too, or None."""
    return next(iter(fetch_sql(f"{_ENTRY} WHERE entry.id = :id", {"id": entry_id}, build)), None)


def hours() -> list[tuple[int, int, int, int]]:
    """Return when the families who wait can come, by entry."""
    query = WaitlistHours.select(
        WaitlistHours.entry, WaitlistHours.weekday, WaitlistHours.starts_min, WaitlistHours.ends_min
    )
    return fetch_tuples(query.order_by(WaitlistHours.entry, WaitlistHours.weekday))


def insert_entry(columns: Columns) -> int:
    """Add an entry and return its id."""
    return int(WaitlistEntry.insert(**columns).execute())


def change_entry(entry_id: int, columns: Columns) -> bool:
    """Change an entry; say whether it is in the file."""
    return bool(WaitlistEntry.update(**columns).where(WaitlistEntry.id == entry_id).execute())


def replace_hours(entry_id: int, stretches: Iterable[Stretch]) -> None:
    """Say anew when a family can come."""
    WaitlistHours.delete().where(WaitlistHours.entry == entry_id).execute()
    rows = [
        {"entry": entry_id, "weekday": weekday, "starts_min": start, "ends_min": end}
        for weekday, start, end in stretches
    ]
    if rows:
        WaitlistHours.insert_many(rows).execute()


def end_entry(entry_id: int, ended_on: date | None, because: str) -> None:
    """Let an entry wait no longer, or again with no day."""
    WaitlistEntry.update(ended_on=ended_on, ended_because=because).where(
        WaitlistEntry.id == entry_id
    ).execute()


def insert_offer(columns: Columns) -> int:
    """Add an offer and return its id."""
    return int(Offer.insert(**columns).execute())


def answer_offer(offer_id: int, outcome: str, at: datetime) -> None:
    """Keep what the family said."""
    Offer.update(outcome=outcome, answered_at=at).where(Offer.id == offer_id).execute()


def offer(offer_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one offer, or None."""
    return fetch_one(_offers().where(Offer.id == offer_id), build)


def held_offers(now: datetime, build: Callable[..., Row]) -> list[Row]:
    """Return offers that still hold their time."""
    query = _offers().where((Offer.outcome == "open") & (Offer.held_until > now))
    return list(query.order_by(Offer.starts).objects(build))


def _offers() -> Any:
    return Offer.select(
        Offer.id,
        Offer.entry.alias("entry_id"),
        Offer.therapist.alias("therapist_id"),
        Offer.room.alias("room_id"),
        Offer.starts,
        Offer.ends,
        Offer.held_until,
        Offer.outcome,
    )
