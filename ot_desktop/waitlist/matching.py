"""Whom an open time would suit: what excludes an entry, and in which order the rest is called."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ot_desktop.day_words import clock_text, short_weekday
from ot_desktop.scheduling.domain import Visit, minute_of
from ot_desktop.scheduling.facts import spans_by_weekday, within
from ot_desktop.scheduling.rules import AUTHORIZATION, Finding, Kind
from ot_desktop.waitlist.domain import Entry, Match, OfferOutcome, OpenTime

Check = Callable[[Visit], Sequence[Finding]]
_WEEK = timedelta(weeks=1)
# Who is next is to be seen while a time is held for the family before them.
_NO_HINDRANCE = AUTHORIZATION | {Kind.HELD_FOR_FAMILY}


@dataclass(frozen=True, slots=True)
class Around:
    """What else matters: the moment, and which children come on the open day anyway."""

    now: datetime
    has_visit: frozenset[int] = frozenset()


def matches(
    entries: Sequence[Entry], time: OpenTime, check: Check, around: Around
) -> tuple[Match, ...]:
    """Return the entries a time suits, whom to call first on top.

    Urgency comes first, then the longest wait; whoever has a visit that day already comes last.
    ``check`` names what stands in the way of a visit; a missing approval may, and so may
    a hold for another family, which ends within minutes.
    """
    found = [_match(entry, time, check, around) for entry in entries]
    kept = [each for each in found if each is not None]
    return tuple(sorted(kept, key=_turn))


def _turn(match: Match) -> tuple[bool, int, bool, date, int]:
    entry = match.entry
    return match.has_visit_that_day, entry.urgency, match.is_partial, entry.added_on, entry.id


def _match(entry: Entry, time: OpenTime, check: Check, around: Around) -> Match | None:
    if not _suits(entry, time, around.now):
        return None
    starts = [
        time.starts + week * _WEEK
        for week in range(entry.weeks)
        if _is_inside(entry, (time.starts + week * _WEEK).date())
    ]
    free = tuple(each for each in starts if not _stopped(check(_visit(entry, time, each))))
    if time.starts not in free:
        return None
    has_visit = entry.child_id in around.has_visit
    reasons = _reasons(entry, time, around.now, len(free))
    if has_visit:
        reasons = (*reasons, "comes that day already")
    return Match(entry, reasons, len(free), free, has_visit)


def _suits(entry: Entry, time: OpenTime, now: datetime) -> bool:
    day = time.starts.date()
    has_notice = time.starts - now >= timedelta(minutes=entry.notice_minutes)
    right_person = entry.therapist_id in (None, time.therapist_id)
    is_live = entry.expires_on is None or now.date() <= entry.expires_on
    return (
        has_notice
        and right_person
        and is_live
        and entry.length_minutes <= time.minutes
        and _is_inside(entry, day)
        and _can_come(entry, time)
    )


def _is_inside(entry: Entry, day: date) -> bool:
    return (entry.from_day or date.min) <= day <= (entry.until_day or date.max)


def _can_come(entry: Entry, time: OpenTime) -> bool:
    """Say whether the family can; times nobody asked for rule nothing out."""
    if not entry.can_come:
        return True
    start = minute_of(time.starts)
    spans = spans_by_weekday(entry.can_come).get(time.starts.weekday(), ())
    return within((start, start + entry.length_minutes), spans)


def _visit(entry: Entry, time: OpenTime, starts: datetime) -> Visit:
    ends = starts + timedelta(minutes=entry.length_minutes)
    return Visit(entry.child_id, time.therapist_id, time.room_id, starts, ends)


def _stopped(findings: Sequence[Finding]) -> bool:
    return any(
        each.needs_reason or each.is_stop for each in findings if each.kind not in _NO_HINDRANCE
    )


def _reasons(entry: Entry, time: OpenTime, now: datetime, free: int) -> tuple[str, ...]:
    at = f"fits {short_weekday(time.starts.date())} {clock_text(time.starts)}"
    days = entry.days_waiting(now.date())
    reasons = [at, f"waiting {days} day{'' if days == 1 else 's'}"]
    if entry.weeks > 1:
        reasons.append(f"{free} of {entry.weeks} weeks free")
    if entry.offers:
        called = {1: "once", 2: "twice"}.get(entry.offers, f"{entry.offers} times")
        reasons.append(f"called {called}")
    if entry.last_offer is OfferOutcome.NO_ANSWER:
        reasons.append("no answer last time")
    if not entry.can_come:
        reasons.append("times not asked")
    return tuple(reasons)
