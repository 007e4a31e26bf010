"""Use cases of the waitlist: who waits, whom an open time suits, what the family said."""

from datetime import datetime, time, timedelta
from typing import Any

from db.queries import settings as settings_queries
from db.queries import waitlist as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc, today, wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import SeriesKind, SeriesRequest
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.waitlist import reading
from ot_desktop.waitlist.domain import (
    HOLD_MINUTES,
    Entry,
    EntryDraft,
    HeldOffer,
    Match,
    OfferCall,
    OfferOutcome,
    OpenedTime,
    OpenTime,
)
from ot_desktop.waitlist.matching import Around, matches
from ot_desktop.work import Work

LONGEST_HOLD_MINUTES = 240
DAYS_AHEAD = 6
REMEMBERED_DAYS = 60
MIDNIGHT = time()
_HOLD = "waitlist hold minutes"


class WaitlistService:
    """Keep who waits and fill what comes free; booking goes through the schedule as always."""

    def __init__(self, work: Work, scheduling: SchedulingService) -> None:
        self._work = work
        self._scheduling = scheduling

    def waiting(self) -> tuple[Entry, ...]:
        """Return everybody who waits; expired entries are not among them."""
        self._work.require(Permission.SEE_WAITLIST)
        found = queries.waiting(reading.entry_builder())
        day = today()
        return tuple(each for each in found if each.expires_on is None or day <= each.expires_on)

    def taken_off(self) -> tuple[Entry, ...]:
        """Return who waits no more since some weeks, the latest first."""
        self._work.require(Permission.SEE_WAITLIST)
        since = today() - timedelta(days=REMEMBERED_DAYS)
        return tuple(queries.taken_off(since, reading.entry_builder()))

    def add(self, draft: EntryDraft) -> int:
        """Put a child on the waitlist and return the entry's id. Raises ``ValidationError``."""
        draft.check(today())
        with self._saving(draft.child_id) as entry:
            columns = {"added_on": today(), "added_by": self._work.user.id}
            entry_id = queries.insert_entry(reading.entry_columns(draft) | columns)
            queries.replace_hours(entry_id, reading.stretches(draft.can_come))
            entry.subject = f"entry {entry_id} added"
            return entry_id

    def change(self, entry_id: int, draft: EntryDraft) -> None:
        """Replace what an entry says; since when it waits stays."""
        draft.check(today())
        with self._saving(draft.child_id) as entry:
            if not queries.change_entry(entry_id, reading.entry_columns(draft)):
                raise NotFound("This entry is no longer on the waitlist.")
            queries.replace_hours(entry_id, reading.stretches(draft.can_come))
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

    def opened(self) -> tuple[OpenedTime, ...]:
        """Return the times of the coming week that came free and can still be filled."""
        self._work.require(Permission.SEE_WAITLIST)
        now = now_local()
        end = datetime.combine(now.date(), MIDNIGHT) + timedelta(days=DAYS_AHEAD + 1)
        found: dict[tuple[int, datetime], OpenedTime] = {}
        for each in queries.opened(now, end, reading.opened):
            found.setdefault((each.time.therapist_id, each.time.starts), each)
        return tuple(found.values())

    def calls(self, entry_id: int) -> tuple[OfferCall, ...]:
        """Return what was offered to a family and what came of it, the latest first."""
        self._work.require(Permission.SEE_WAITLIST)
        return tuple(queries.calls(entry_id, reading.offer_call))

    def hold_minutes(self) -> int:
        """Return how long the clinic holds an offered time."""
        return int(settings_queries.setting(_HOLD) or HOLD_MINUTES)

    def set_hold_minutes(self, minutes: int) -> None:
        """Hold later offers for longer or shorter."""
        if not 1 <= minutes <= LONGEST_HOLD_MINUTES:
            raise ValidationError({"hold_minutes": f"Choose 1 to {LONGEST_HOLD_MINUTES} minutes."})
        with self._work.saving(
            Permission.EDIT_CLINIC, Topic.SETTINGS, Action.CHANGED_CLINIC
        ) as entry:
            settings_queries.put_setting(_HOLD, str(minutes))
            entry.subject = "waitlist"

    def offer(self, entry_id: int, time: OpenTime, hold_minutes: int | None = None) -> int:
        """Offer a time to a family and hold it for them; return the offer's id.

        A time that is held for the family already is offered on. Raises ``ClinicError`` while it
        is held for another one.
        """
        found = self._entry(entry_id)
        hold = self.hold_minutes() if hold_minutes is None else hold_minutes
        for other in self.held():
            if other.entry_id == entry_id and other.time == time:
                return other.id
            if other.entry_id != entry_id and _same_time(other.time, time):
                until = clock_text(wall_time(other.held_until))
                words = f"This time is held for another family until {until}. Offer it then."
                raise ClinicError(words)
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
                    "held_until": now_utc() + timedelta(minutes=hold),
                }
            )
            entry.subject = f"offer {offer_id}"
            return offer_id

    def held(self) -> tuple[HeldOffer, ...]:
        """Return offers that hold a time at this moment; expired ones hold nothing."""
        self._work.require(Permission.SEE_WAITLIST)
        return tuple(queries.held_offers(now_utc(), reading.held_offer))

    def answer(self, offer_id: int, outcome: OfferOutcome) -> None:
        """Keep what the family said; a no frees the time at once."""
        offer = _offer(offer_id)
        found = self._entry(offer.entry_id)
        with self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.OFFERED_TIME, found.child_id
        ) as entry:
            queries.answer_offer(offer_id, outcome.value, now_utc())
            entry.subject = f"offer {offer_id}: {outcome.value}"

    def release(self, offer_id: int) -> None:
        """Let go of a time nobody was called about; it can be offered to another family."""
        found = self._entry(_offer(offer_id).entry_id)
        with self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.OFFERED_TIME, found.child_id
        ) as entry:
            queries.release_offer(offer_id, now_utc())
            entry.subject = f"offer {offer_id} let go"

    def take_back(self, offer_id: int, series_id: int) -> None:
        """Undo ``accept``: the booking goes, the family waits and the offer is open again."""
        found = self._entry(_offer(offer_id).entry_id)
        with self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.OFFERED_TIME, found.child_id
        ) as entry:
            self._scheduling.withdraw(series_id)
            queries.answer_offer(offer_id, OfferOutcome.OPEN.value, None)
            queries.end_entry(found.id, None, "")
            entry.subject = f"offer {offer_id}: yes taken back"

    def accept(self, offer_id: int, reason: str = "") -> int:
        """Book what the family said yes to, weeks that are free only, and return the series.

        The entry ends once everything wanted is booked. Raises as ``SchedulingService.book`` does.
        """
        offer = _offer(offer_id)
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
            kind=SeriesKind.WEEKLY if entry.weeks > 1 else SeriesKind.VISIT,
        )
        preview = self._scheduling.preview_free(request, match.starts)
        return self._scheduling.book(preview, reason)

    def _entry(self, entry_id: int) -> Entry:
        found = queries.entry(entry_id, reading.entry_builder())
        if found is None:
            raise NotFound("This entry is no longer on the waitlist.")
        return found

    def _saving(self, child_id: int) -> Any:
        return self._work.saving(
            Permission.EDIT_WAITLIST, Topic.WAITLIST, Action.CHANGED_WAITLIST, child_id
        )


def _offer(offer_id: int) -> HeldOffer:
    found = queries.offer(offer_id, reading.held_offer)
    if found is None:
        raise NotFound("This offer is no longer in the file.")
    return found


def _same_time(one: OpenTime, other: OpenTime) -> bool:
    same_person = one.therapist_id == other.therapist_id
    return same_person and one.starts < other.ends and other.starts < one.ends
