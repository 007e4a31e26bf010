"""Counts sessions needed against sessions possible, in plain words."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from ot_desktop.day_words import WEEKDAYS
from ot_desktop.programs.contradictions import contradictions
from ot_desktop.programs.dates import monday_of
from ot_desktop.programs.domain import ProgramChild, ProgramTherapist, SetUpCheck
from ot_desktop.programs.facts import ProgramFacts, without
from ot_desktop.scheduling.facts import within

TIGHT = 0.95
MOST_SENTENCES = 4


def set_up_check(facts: ProgramFacts) -> SetUpCheck:
    """Return the check beside the set-up.

    Possible are the sessions of the usual length that hours, limits, lunch and writing, rooms and
    the calendar's other visits leave; whether children and places meet is the planner's to find.
    """
    needed = sum(each.wanted.sessions for each in facts.open_services)
    supply = {day: _possible(facts, day) for day in facts.program.days}
    demand = _demand(facts)
    possible = sum(supply.values())
    check = SetUpCheck(needed, possible, (f"{needed} sessions needed, {possible} possible.",))
    sentences = [*check.sentences]
    if check.short_by:
        sentences.append(f"{check.short_by} more than there are places.")
    sentences += _missing(facts)
    sentences += _tight(facts.program.days, supply, demand)
    told = tuple(each.text for each in contradictions(facts))
    return SetUpCheck(needed, possible, tuple(sentences), told)


def usual_length(facts: ProgramFacts) -> int:
    """Return the length most sessions have; the dose's while nobody is in the program."""
    lengths: Counter[int] = Counter()
    for each in facts.open_services:
        lengths[each.minutes] += each.wanted.sessions
    return lengths.most_common(1)[0][0] if lengths else facts.program.dose.length_minutes


def _possible(facts: ProgramFacts, day: date) -> int:
    length = usual_length(facts)
    people = sum(_of_therapist(facts, each, day, length) for each in facts.program.therapists)
    used = {room_id for kind in facts.program.kinds for room_id in kind.room_ids}
    hours = facts.clinic.hours.get(day.weekday(), ())
    rounds = sum((end - start) // length for start, end in hours)
    rooms = [facts.clinic.rooms[each] for each in used if each in facts.clinic.rooms]
    return min(people, rounds * sum(room.capacity for room in rooms))


def _of_therapist(facts: ProgramFacts, therapist: ProgramTherapist, day: date, length: int) -> int:
    busy = [
        each.minutes
        for each in facts.bookings.get(day, ())
        if each.therapist_id == therapist.therapist_id
    ]
    working = facts.working(therapist.therapist_id, day)
    lunch = therapist.lunch
    if lunch is not None and within((lunch.start, lunch.end), working):
        start = (lunch.start + lunch.end - therapist.lunch_minutes) // 2
        busy.append((start, start + therapist.lunch_minutes))
    free = without(working, busy)
    sessions = sum((end - start) // (length + therapist.writing_minutes) for start, end in free)
    contact = sum(
        each.minutes[1] - each.minutes[0]
        for each in facts.bookings.get(day, ())
        if each.therapist_id == therapist.therapist_id
    )
    return max(0, min(sessions, (therapist.most_minutes_a_day - contact) // length))


def _demand(facts: ProgramFacts) -> dict[date, float]:
    """Spread every child's sessions evenly over the days the family can come."""
    found: defaultdict[date, float] = defaultdict(float)
    for service in facts.open_services:
        days = [day for day in facts.program.days if can_come(service.child, day)]
        for day in days:
            found[day] += service.wanted.sessions / len(days)
    return found


def can_come(child: ProgramChild, day: date) -> bool:
    """Say whether a family can come at all that day; one nobody asked can."""
    wishes = child.wishes
    if any(away.first_day <= day <= away.last_day for away in wishes.away):
        return False
    return not wishes.can_come or any(each.weekday == day.weekday() for each in wishes.can_come)


def _missing(facts: ProgramFacts) -> Iterable[str]:
    if not facts.program.therapists:
        yield "No therapist takes part yet."
    if not facts.program.kinds:
        yield "There is no kind of session yet."
    unknown = sum(
        not each.wishes.can_come for each in facts.children.values() if each.left_on is None
    )
    if unknown:
        children = "1 child" if unknown == 1 else f"{unknown} children"
        yield f"Times are missing for {children}."


def _tight(days: Iterable[date], supply: dict[date, int], demand: dict[date, float]) -> list[str]:
    """Say which weekdays are tight: "Fridays in week 4 are tight."."""
    weeks = {week: number for number, week in enumerate(sorted({monday_of(d) for d in days}), 1)}
    tight: defaultdict[int, list[int]] = defaultdict(list)
    for day in days:
        if demand.get(day, 0) > TIGHT * supply[day]:
            tight[day.weekday()].append(weeks[monday_of(day)])
    all_weeks = Counter(day.weekday() for day in days)
    found = []
    for weekday, which in sorted(tight.items()):
        name = f"{WEEKDAYS[weekday]}s"
        if len(which) == all_weeks[weekday] > 1:
            found.append(f"{name} are tight.")
        else:
            found.append(f"{name} in {_weeks_text(which)} are tight.")
    return found[:MOST_SENTENCES]


def _weeks_text(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"week {numbers[0]}"
    listed = ", ".join(str(each) for each in numbers[:-1])
    return f"weeks {listed} and {numbers[-1]}"
