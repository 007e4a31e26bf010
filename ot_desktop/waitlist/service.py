"""Use cases of the waitlist: who waits, whom an open time suits, what the family said."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from db.queries import waitlist as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc, today, wall_time
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.settings.domain import Hours
from ot_desktop.waitlist.domain import (
    HOLD_MINUTES,
    Entry,
    EntryDraft,
    Match,
    OfferOutcome,
    OpenTime,
    Wants,
)
from ot_desktop.waitlist.matching import Around, matches
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class HeldOffer:
    """A time offered to a family; it is theirs until ``held_until`` or their answer."""

    id: int
    entry_id: int
    time: OpenTime
    held_until: datetime
    outcome: OfferOutcome

    def holds(self, now: datetime) -> bool:
        """Say whether nobody else should be given this time yet."""
        return self.outcome is OfferOutcome.OPEN and now < self.held_until


class WaitlistService:
    """Keep who waits and fill what comes free; booking goes through the schedule as always."""

    def __init__(self, work: Work, scheduling: SchedulingService) -> None:
        self._work = work
        self._scheduling = scheduling

    def waiting(self) -> tuple[Entry, ...]:
        """Return everybody who waits; expired entries are not among them."""
        self._work.require(Permission.SEE_WAITLIST)
        hours = _hours()
        found = queries.waiting(lambda **row: _entry(hours, **row))
        day = today()
        return tuple(each for each in found if each.expires_on is None or day <= each.expires_on)

    def add(self, draft: EntryDraft) -> int:
        """Put a child on the waitlist and return the entry's id. Raises ``ValidationError``."""
        draft.check(today())
        with self._saving(draft.child_id) as entry:
            columns = {"added_on": today(), "added_by": self._work.user.id}
            entry_id = queries.insert_entry(_columns(draft) | columns)
            queries.replace_hours(entry_id, _stretches(draft.can_come))
            entry.subject = f"entry {entry_id} added"
            return entry_id

    def change(self, entry_id: int, draft: EntryDraft) -> None:
        """Replace what an entry says; since when it waits stays."""
        draft.check(today())
        with self._saving(draft.child_id) as entry:
            if not queries.change_entry(entry_id, _columns(draft)):
                raise NotFound("This entry is no longer on the waitlist.")
            queries.replace_hours(entry_id, _stretches(draft.can_come))
            entry.subject = f"entry {entry_id} changed"

    def take_off(self, entry_id: int, because: str) -> None:
        """Let an entry wait no longer; it stays in the file with the reason."""
        found = self._entry(entry_id)
        with self._saving(found.child_id) as entry:
            queries.end_entry(entry_id, today(), because.strip())
            entry.subject = f"entry {entry_id} taken off"

    def put_back(self, entry_id: int) -> None:
        """Undo ``take_off``; the family waits since the same day as before."""
        found = self._entry(entry_id)
        with self._saving(found.child_id) as entry:
            queries.end_entry(entry_id, None, "")
            entry.subject = f"entry {entry_id} put back"

    def matches(self, time: OpenTime) -> tuple[Match, ...]:
        """Return whom a time would suit, whom to call first on top."""
        self._work.require(Permission.SEE_WAITLIST)
        day = time.starts.date()
        coming = frozenset(
            each.child_id for each in self._scheduling.day_schedule(day) if each.status.takes_time
        )
        around = Around(now_local(), coming)
        return matches(self.waiting(), time, self._scheduling.visit_check(), around)

    def offer(self, entry_id: int, time: OpenTime, hold_minutes: int = HOLD_MINUTES) -> int:
        """Offer a time to a family and hold it for them; return the offer's id.

        Raises ``ClinicError`` while the same time is held for another family.
        """
        found = self._entry(entry_id)
        for other in self.held():
            if other.entry_id != entry_id and _same_time(other.time, time):
                until = wall_time(other.held_until)
                raise ClinicError(
                    f"This time is held for another family until {until:%H:%M}. Offer it then."
                )
        with self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.OFFERED_TIME, found.child_id
        ) as entry:
            offer_id = queries.insert_offer(
                {
                    "entry": entry_id,
                    "therapist": time.therapist_id,
                    "room": time.room_id,
                    "starts": time.starts,
                    "ends": time.ends,
                    "made_at": now_utc(),
                    "made_by": self._work.user.id,
                    "held_until": now_utc() + timedelta(minutes=hold_minutes),
                }
            )
            entry.subject = f"offer {offer_id}"
            return offer_id

    def held(self) -> tuple[HeldOffer, ...]:
        """Return offers that hold a time at this moment; expired ones hold nothing."""
        self._work.require(Permission.SEE_WAITLIST)
        return tuple(queries.held_offers(now_utc(), _offer))

    def answer(self, offer_id: int, outcome: OfferOutcome) -> None:
        """Keep what the family said; a no frees the time at once."""
        offer = queries.offer(offer_id, _offer)
        if offer is None:
            raise NotFound("This offer is no longer in the file.")
        found = self._entry(offer.entry_id)
        with self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.OFFERED_TIME, found.child_id
        ) as entry:
            queries.answer_offer(offer_id, outcome.value, now_utc())
            entry.subject = f"offer {offer_id}: {outcome.value}"

    def accept(self, offer_id: int, reason: str = "") -> int:
        """Book what the family said yes to, weeks that are free only, and return the series.

        The entry ends once everything wanted is booked. Raises as ``SchedulingService.book`` does.
        """
        offer = queries.offer(offer_id, _offer)
        if offer is None:
            raise NotFound("This offer is no longer in the file.")
        entry = self._entry(offer.entry_id)
        match = next((each for each in self.matches(offer.time) if each.entry.id == entry.id), None)
        if match is None:
            raise ClinicError("This time no longer suits the family. Offer another one.")
        with self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.OFFERED_TIME, entry.child_id
        ) as log:
            series_id = self._book(entry, match, offer.time, reason)
            queries.answer_offer(offer_id, OfferOutcome.YES.value, now_utc())
            if not match.is_partial:
                queries.end_entry(entry.id, today(), "booked")
            log.subject = f"offer {offer_id}: yes, series {series_id}"
            return series_id

    def _book(self, entry: Entry, match: Match, time: OpenTime, reason: str) -> int:
        request = SeriesRequest(
            child_id=entry.child_id,
            starts_on=time.starts.date(),
            weekdays=frozenset({time.starts.weekday()}),
            times=(time.starts.time(),),
            length_minutes=entry.length_minutes,
            therapist_id=time.therapist_id,
            room_id=time.room_id,
            last_day=match.starts[-1].date(),
        )
        preview = self._scheduling.preview_free(request, match.starts)
        return self._scheduling.book(preview, reason)

    def _entry(self, entry_id: int) -> Entry:
        hours = _hours()
        found = queries.entry(entry_id, lambda **row: _entry(hours, **row))
        if found is None:
            raise NotFound("This entry is no longer on the waitlist.")
        return found

    def _saving(self, child_id: int) -> Any:
        return self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.CHANGED_WAITLIST, child_id
        )


def _hours() -> dict[int, tuple[Hours, ...]]:
    rows = groupby(queries.hours(), key=lambda row: row[0])
    return {entry_id: tuple(Hours(*row[1:]) for row in group) for entry_id, group in rows}


def _entry(hours: dict[int, tuple[Hours, ...]], **row: Any) -> Entry:
    days = {
        name: date.fromisoformat(row[name]) if row[name] else None
        for name in ("from_day", "until_day", "expires_on", "added_on")
    }
    last = row["last_offer"]
    at = row["last_offer_at"]
    told = {
        "wants": Wants(row["wants"]),
        "can_come": hours.get(row["id"], ()),
        "last_offer": OfferOutcome(last) if last else None,
        "last_offer_at": datetime.fromisoformat(at) if at else None,
    }
    return Entry(**(row | days | told))


def _columns(draft: EntryDraft) -> dict[str, Any]:
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


def _stretches(hours: tuple[Hours, ...]) -> list[tuple[int, int, int]]:
    return [(each.weekday, each.starts_min, each.ends_min) for each in hours]


def _same_time(one: OpenTime, other: OpenTime) -> bool:
    same_person = one.therapist_id == other.therapist_id
    return same_person and one.starts < other.ends and other.starts < one.ends


def _offer(
    *,
    therapist_id: int,
    room_id: int | None,
    starts: datetime,
    ends: datetime,
    outcome: str,
    **row: Any,
) -> HeldOffer:
    time = OpenTime(therapist_id, room_id, starts, ends)
    return HeldOffer(time=time, outcome=OfferOutcome(outcome), **row)
