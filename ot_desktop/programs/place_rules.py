"""What an intensive asks of a place on top of the calendar's rules: one rule, one function.

The calendar's own rules (``scheduling/rules.py``) say who is taken, which room is full or closed,
who is off or away, whether clinic and family are there and what is approved. These add what only
an intensive knows: its days, kinds of session, limits, lunch, writing and the family's wishes.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ot_desktop.day_words import clock_text, long_day, short_day
from ot_desktop.programs.candidate import Candidate, PlaceRule, about, first_of, stop
from ot_desktop.programs.domain import GRID_MINUTES, Rule, Weight
from ot_desktop.programs.facts import ProgramFacts
from ot_desktop.programs.placement import Level, Place, Remark
from ot_desktop.programs.therapist_rules import THERAPIST_RULES
from ot_desktop.scheduling.domain import minute_of

REST = timedelta(hours=20)
"""A child who was seen later than this before is still tired from it."""


def _days(candidate: Candidate, place: Place) -> Iterator[Remark]:
    facts = candidate.facts
    if place.starts <= facts.now:
        yield stop("past", "This time is over.")
    elif place.day not in facts.days and place.day not in facts.clinic.closed:
        yield stop("closed", f"{long_day(place.day)} is not a day of the program.")
    if minute_of(place.starts) % GRID_MINUTES:
        yield stop("time", f"Sessions start every {GRID_MINUTES} minutes.")


def _family_away(candidate: Candidate, place: Place) -> Iterator[Remark]:
    for away in candidate.service.child.wishes.away:
        if away.first_day <= place.day <= away.last_day:
            yield stop("away", f"The family is away {away_text(away.first_day, away.last_day)}.")


def _caregiver(candidate: Candidate, place: Place) -> Iterator[Remark]:
    """One adult cannot be in two sessions; the parent is in the session."""
    if candidate.caregivers > 1:
        return
    ends = candidate.ends(place)
    for other in candidate.situation.of_family(candidate.service, place.day):
        if other.overlaps(place.starts, ends):
            sibling = other.child_name.split()[0]
            text = f"{sibling} is with {other.therapist_name} until {clock_text(other.ends)}; "
            yield about(other, "family", f"{text}one adult brings both.")


def _first_choice(candidate: Candidate, place: Place) -> Iterator[Remark]:
    preferred = candidate.service.child.wishes.preferred
    weight = candidate.facts.rule(Rule.FIRST_CHOICE_TIME).weight
    if not preferred or weight is Weight.IGNORE:
        return
    start, end = candidate.minutes(place)
    if not any(window.holds(start, end) for window in preferred):
        level = Level.STOP if weight is Weight.MUST else Level.WARN
        yield Remark(level, "family", "Not the family’s first-choice time.")


def _child_limits(candidate: Candidate, place: Place) -> Iterator[Remark]:
    child, wanted = candidate.service.child, candidate.service.wanted
    name, day = child.given_name, place.day
    on_day, in_week = candidate.on_day(day), candidate.in_week(day)
    if on_day >= child.wishes.most_a_day:
        times = "one session" if on_day == 1 else f"{on_day} sessions"
        yield stop("day", f"{name} already has {times} that day.")
    if in_week >= wanted.most_a_week:
        most = wanted.most_a_week
        yield stop("week", f"{name} already has {in_week} that week, {most} is the most.")
    if candidate.placed >= wanted.sessions:
        yield stop("done", f"{name} already has all {wanted.sessions} sessions.")


def _rest(candidate: Candidate, place: Place) -> Iterator[Remark]:
    """Warn of a short night between two sessions, and of a long gap."""
    days = [each for each in candidate.others if each.place.day != place.day]
    before = max((each.ends for each in days if each.ends <= place.starts), default=None)
    after = min((each.starts for each in days if each.starts > place.starts), default=None)
    ends, name = candidate.ends(place), candidate.service.child.given_name
    if (before and place.starts - before < REST) or (after and after - ends < REST):
        yield Remark(Level.WARN, "", f"Less than 20 hours between two sessions of {name}.")
    longest = candidate.facts.program.dose.longest_gap_days
    if longest and before and (place.day - before.date()).days > longest:
        yield Remark(Level.WARN, "", f"More than {longest} days since {name}’s last session.")


def _siblings(candidate: Candidate, place: Place) -> Iterator[Remark]:
    choice = candidate.facts.rule(Rule.SIBLINGS_TOGETHER)
    if choice.weight is Weight.IGNORE:
        return
    pause = timedelta(minutes=trip_pause(candidate.facts))
    ends = candidate.ends(place)
    theirs = list(candidate.situation.of_family(candidate.service, place.day))
    if theirs and not any(
        other.starts - ends <= pause and place.starts - other.ends <= pause for other in theirs
    ):
        level = Level.WARN if choice.weight is Weight.MUST else Level.INFO
        names = " and ".join(sorted({first_of(other) for other in theirs}))
        yield Remark(level, "", f"A second drive that day: {names} comes at another time.")


def trip_pause(facts: ProgramFacts) -> int:
    """Return the minutes between two sessions that still are one trip of the family."""
    number = facts.rule(Rule.TRAVEL_BUFFER).number
    return USUAL_PAUSE if number is None else number


USUAL_PAUSE = 60
PLACE_RULES: tuple[PlaceRule, ...] = (
    _days,
    _family_away,
    _caregiver,
    _child_limits,
    *THERAPIST_RULES,
    _first_choice,
)
WARNING_RULES: tuple[PlaceRule, ...] = (_siblings, _rest)
"""These never stop anything."""


def away_text(first: date, last: date) -> str:
    """Write days away: ``Jun 22`` or ``Jun 22 to Jun 26``."""
    return short_day(first) if first == last else f"{short_day(first)} to {short_day(last)}"
