"""How the waitlist reads: what is wanted, when, what happened last, what to do next."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import first_name
from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import (
    clock_am_pm,
    clock_text,
    long_day,
    near_day_text,
    short_day,
    weekday,
)
from ot_desktop.programs.typed_times import OpenHours, times_text
from ot_desktop.waitlist.domain import (
    Entry,
    HeldOffer,
    Match,
    OfferOutcome,
    OpenedTime,
    OpenTime,
    Wants,
)


def _tr(words: str) -> str:
    return QCoreApplication.translate("waitlist", words)


def wants_words(wants: Wants) -> str:
    """Return what somebody waits for."""
    return {
        Wants.EVALUATION: _tr("Evaluation"),
        Wants.WEEKLY: _tr("Weekly"),
        Wants.INTENSIVE: _tr("Intensive"),
        Wants.VISIT: _tr("One visit"),
    }[wants]


def wanted_words(entry: Entry) -> str:
    """Return ``Weekly, 12 weeks``."""
    weeks = f", {_tr('{0} weeks').format(entry.weeks)}" if entry.weeks > 1 else ""
    return f"{wants_words(entry.wants)}{weeks}"


def urgency_words(urgency: int) -> str:
    """Return 1 to 3 in words."""
    return {1: _tr("Urgent"), 2: _tr("Normal"), 3: _tr("Can wait")}[urgency]


def when_words(entry: Entry, hours: OpenHours) -> str:
    """Return when the family can come; nothing asked is said as such."""
    return times_text(entry.can_come, hours) if entry.can_come else _tr("Not asked")


def therapist_words(entry: Entry) -> str:
    """Return the wanted therapist, or that anybody will do."""
    return first_name(entry.therapist_name) if entry.therapist_id else _tr("Any")


def days_words(days: int) -> str:
    """Return ``1 day`` or ``48 days``."""
    return _tr("1 day") if days == 1 else _tr("{0} days").format(days)


def outcome_words(outcome: OfferOutcome) -> str:
    """Return what a family said to an offer."""
    return {
        OfferOutcome.OPEN: _tr("not answered yet"),
        OfferOutcome.YES: _tr("yes"),
        OfferOutcome.NO: _tr("no"),
        OfferOutcome.NO_ANSWER: _tr("no answer"),
        OfferOutcome.CALL_BACK: _tr("calls back"),
    }[outcome]


def contact_words(entry: Entry) -> str:
    """Return ``Tue, no answer``; never called is said as such."""
    at = entry.last_contact_at
    if at is None:
        return _tr("Never")
    day = near_day_text(wall_time(at).date(), today())
    if entry.last_offer is not None and at == entry.last_offer_at:
        return f"{day}, {outcome_words(entry.last_offer)}"
    return day


def slot_words(time: OpenTime) -> str:
    """Return ``Tue 2:30``."""
    return f"{near_day_text(time.starts.date(), today())} {clock_text(time.starts)}"


def slot_long_words(opened: OpenedTime) -> str:
    """Return ``Tue, Dec 1, 2:30 to 3:15 with Ben``."""
    time = opened.time
    span = f"{clock_text(time.starts)} {_tr('to')} {clock_text(time.ends)}"
    with_whom = _tr("with {0}").format(first_name(opened.therapist_name))
    return f"{long_day(time.starts.date(), today())}, {span} {with_whom}"


def held_words(offer: HeldOffer, now: datetime) -> str:
    """Return ``Held, 12 min left``."""
    return _tr("Held, {0} min left").format(offer.minutes_left(now))


def next_step(
    entry: Entry, offer: HeldOffer | None, fits: Sequence[OpenTime], now: datetime
) -> str:
    """Return what to do next about a family."""
    if offer is not None and offer.holds(now):
        return held_words(offer, now)
    if fits:
        return _tr("Offer {0}").format(slot_words(fits[0]))
    if not entry.can_come:
        return _tr("Ask for times")
    if entry.last_offer is OfferOutcome.CALL_BACK:
        return _tr("They call back")
    return _tr("Wait for an opening")


def script(match: Match, opened: OpenedTime, me: str, clinic: str, until: datetime) -> str:
    """Return what to say on the phone."""
    time, entry = opened.time, match.entry
    child, therapist = first_name(entry.child_name), first_name(opened.therapist_name)
    day = f"{weekday(time.starts.date())}, {short_day(time.starts.date())}"
    at = clock_am_pm(time.starts)
    if entry.weeks > 1:
        offered = _tr("every {0} at {1} with {2}, from {3}").format(
            weekday(time.starts.date()), at, therapist, short_day(time.starts.date())
        )
    else:
        offered = _tr("on {0} at {1} with {2}").format(day, at, therapist)
    words = _tr(
        "“Hello, this is {0} from {1}. We have a time for {2}: {3}, {4} minutes. Would you like "
        "it? I can hold it for you until {5}.”"
    ).format(
        first_name(me), clinic, child, offered, entry.length_minutes, clock_text(wall_time(until))
    )
    if match.is_partial:
        days = ", ".join(short_day(each.date()) for each in match.starts)
        words += "\n" + _tr("It is free in {0} of {1} weeks: {2}.").format(
            match.weeks_free, entry.weeks, days
        )
    return words
