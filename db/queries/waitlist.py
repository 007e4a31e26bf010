"""Reading and writing who waits and what was offered."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from db.models.base import InstantField
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
        entry.ended_on, entry.ended_because,
        (SELECT count(*) FROM offer WHERE offer.entry_id = entry.id
            AND offer.outcome <> 'open') AS offers,
        (SELECT offer.outcome FROM offer WHERE offer.entry_id = entry.id
            AND offer.outcome <> 'open'
            ORDER BY offer.made_at DESC, offer.id DESC LIMIT 1) AS last_offer,
        (SELECT max(offer.made_at) FROM offer WHERE offer.entry_id = entry.id
            AND offer.outcome <> 'open') AS last_offer_at,
        (SELECT max(message.at) FROM message WHERE message.child_id = entry.child_id)
            AS last_message_at
    FROM waitlist_entry AS entry
    JOIN child ON child.id = entry.child_id
    LEFT JOIN therapist ON therapist.id = entry.therapist_id
"""


# Visits that were called off and whose therapist is free and here at that time.
_OPENED = """
    SELECT gone.therapist_id, gone.room_id, gone.starts, gone.ends,
        therapist.name AS therapist_name, therapist.color_slot AS therapist_color,
        coalesce(room.name, '') AS room_name,
        trim(child.given_name || ' ' || child.family_name) AS called_off
    FROM session AS gone
    JOIN child ON child.id = gone.child_id
    JOIN therapist ON therapist.id = gone.therapist_id
    LEFT JOIN room ON room.id = gone.room_id
    WHERE gone.starts >= :first AND gone.starts < :after
        AND gone.status IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic')
        AND NOT EXISTS (SELECT 1 FROM session AS taken
            WHERE taken.therapist_id = gone.therapist_id
                AND taken.starts >= substr(gone.starts, 1, 10)
                AND taken.starts < gone.ends AND taken.ends > gone.starts
                AND taken.status NOT IN ('cancelled_in_time', 'cancelled_late',
                    'cancelled_by_clinic', 'withdrawn'))
        AND NOT EXISTS (SELECT 1 FROM closed_day WHERE closed_day.day = substr(gone.starts, 1, 10))
        AND NOT EXISTS (SELECT 1 FROM therapist_absence AS away
            WHERE away.therapist_id = gone.therapist_id AND away.taken_back_at IS NULL
                AND away.day = substr(gone.starts, 1, 10)
                AND coalesce(away.starts_min, 0)
                    < substr(gone.ends, 12, 2) * 60 + substr(gone.ends, 15, 2)
                AND coalesce(away.ends_min, 1440)
                    > substr(gone.starts, 12, 2) * 60 + substr(gone.starts, 15, 2))
    ORDER BY gone.starts, therapist.name, gone.id DESC
"""


_HELD = """
    SELECT entry.child_id, trim(child.given_name || ' ' || child.family_name) AS child_name,
        offer.therapist_id, offer.room_id, offer.starts, offer.ends, offer.held_until
    FROM offer
    JOIN waitlist_entry AS entry ON entry.id = offer.entry_id
    JOIN child ON child.id = entry.child_id
    WHERE offer.held_until > :now AND offer.outcome IN ('open', 'call_back')
        AND offer.starts >= :first AND offer.starts < :after
    ORDER BY offer.starts, offer.id
"""


def opened(first: datetime, after: datetime, build: Callable[..., Row]) -> list[Row]:
    """Return the times between two moments that came free and nobody has taken since."""
    moments = {"first": first, "after": after}
    values = {name: at.isoformat(timespec="minutes") for name, at in moments.items()}
    return fetch_sql(_OPENED, values, build)


def waiting(build: Callable[..., Row]) -> list[Row]:
    """Return everybody who waits, the most urgent and the longest first."""
    sql = f"{_ENTRY} WHERE entry.ended_on IS NULL ORDER BY entry.urgency, entry.added_on, entry.id"
    return fetch_sql(sql, {}, build)


def taken_off(since: date, build: Callable[..., Row]) -> list[Row]:
    """Return who waits no more since a day, the latest first."""
    sql = f"{_ENTRY} WHERE entry.ended_on >= :since ORDER BY entry.ended_on DESC, entry.id DESC"
    return fetch_sql(sql, {"since": since.isoformat()}, build)


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


def answer_offer(offer_id: int, outcome: str, at: datetime | None) -> None:
    """Keep what the family said; an open offer has no moment of its answer."""
    Offer.update(outcome=outcome, answered_at=at).where(Offer.id == offer_id).execute()


def release_offer(offer_id: int, now: datetime) -> None:
    """Let an offer that nobody has answered hold its time no longer."""
    unanswered = (Offer.id == offer_id) & (Offer.outcome == "open")
    Offer.update(held_until=now).where(unanswered).execute()


def calls(entry_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return what was offered to one family, the latest first."""
    sql = """
        SELECT offer.id, offer.therapist_id, offer.room_id, offer.starts, offer.ends,
            offer.outcome, offer.made_at, offer.answered_at, offer.held_until,
            coalesce(user.name, '') AS made_by, therapist.name AS therapist_name
        FROM offer
        JOIN therapist ON therapist.id = offer.therapist_id
        LEFT JOIN user ON user.id = offer.made_by
        WHERE offer.entry_id = :entry_id ORDER BY offer.made_at DESC, offer.id DESC
    """
    return fetch_sql(sql, {"entry_id": entry_id}, build)


def offer(offer_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one offer, or None."""
    return fetch_one(_offers().where(Offer.id == offer_id), build)


def held_offers(now: datetime, build: Callable[..., Row]) -> list[Row]:
    """Return offers that still hold their time: unanswered, or the family calls back."""
    query = _offers().where(Offer.outcome.in_(("open", "call_back")) & (Offer.held_until > now))
    return list(query.order_by(Offer.starts).objects(build))


def held_between(now: datetime, first: date, last: date, build: Callable[..., Row]) -> list[Row]:
    """Return the times between two days that offers hold, with the child they are held for."""
    values = {
        "now": InstantField().db_value(now),
        "first": first.isoformat(),
        "after": (last + timedelta(days=1)).isoformat(),
    }
    return fetch_sql(_HELD, values, build)


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
