"""What an intensive asks of the therapist of a place: kinds, limits, writing, lunch."""

from collections.abc import Iterator
from datetime import date

from ot_desktop.day_words import clock_text
from ot_desktop.planning.domain import Window
from ot_desktop.programs.candidate import Candidate, PlaceRule, about, first_of, stop
from ot_desktop.programs.domain import GRID_MINUTES, ProgramTherapist, Rule, Weight
from ot_desktop.programs.placement import Level, Place, Remark
from ot_desktop.scheduling.facts import Spans, within

_ORDINALS = {2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth"}


def _kind(candidate: Candidate, place: Place) -> Iterator[Remark]:
    facts, kind = candidate.facts, candidate.service.kind
    name = facts.first_name(place.therapist_id)
    if place.therapist_id not in facts.therapists:
        yield stop("therapist", f"{name} takes no part in this program.")
    elif place.therapist_id not in kind.therapist_ids:
        yield stop("therapist", f"{name} does not give {kind.name}.")
    if place.room_id not in kind.room_ids:
        yield stop("room", f"{kind.name} cannot be in {facts.clinic.room_name(place.room_id)}.")


def _whom(candidate: Candidate, place: Place) -> Iterator[Remark]:
    facts, child = candidate.facts, candidate.service.child
    name, own = facts.first_name(place.therapist_id), child.wishes.therapist_id
    if place.therapist_id in child.wishes.excluded_therapist_ids:
        yield stop("therapist", f"{child.given_name} is not to be with {name}.")
    elif own not in (None, place.therapist_id) and child.wishes.therapist_weight is Weight.MUST:
        yield stop("therapist", f"{child.given_name} must be with {facts.first_name(own or 0)}.")


def _team(candidate: Candidate, place: Place) -> Iterator[Remark]:
    team, most = candidate.team, candidate.most_therapists
    if not team or place.therapist_id in team:
        return
    count, name = len(team) + 1, candidate.service.child.given_name
    text = f"{_ORDINALS.get(count, f'{count}th')} therapist for {name}"
    if most is None or count <= most:
        yield Remark(Level.INFO, "", text if most is None else f"{text} (limit {most})")
        return
    rule = Rule.SAME_THERAPIST if most == 1 else Rule.MOST_THERAPISTS
    level = Level.STOP if candidate.facts.rule(rule).weight is Weight.MUST else Level.WARN
    yield Remark(level, "limit", f"{text}; the limit is {most}.")


def _writing(candidate: Candidate, place: Place) -> Iterator[Remark]:
    """Keep time to write after this session, and after the one before."""
    facts, day = candidate.facts, place.day
    therapist = facts.therapists.get(place.therapist_id)
    gap = therapist.writing_minutes if therapist else 0
    start, end = candidate.minutes(place)
    name, spans = facts.first_name(place.therapist_id), candidate.working(place.therapist_id, day)
    if gap and within((start, end), spans) and not within((start, end + gap), spans):
        yield stop("hours", f"{name} has no time to write afterwards.")
    for other in candidate.busy(place.therapist_id, day):
        first, last = other.minutes
        if end <= first < end + gap:
            text = f"{name} has no time to write before {clock_text(other.starts)}."
            yield about(other, "writing", text)
        elif last <= start < last + candidate.writing(other):
            yield about(other, "writing", f"{name} still writes about {first_of(other)}.")


def _lunch(candidate: Candidate, place: Place) -> Iterator[Remark]:
    weight = candidate.facts.rule(Rule.LUNCH).weight
    therapist = candidate.facts.therapists.get(place.therapist_id)
    if weight is Weight.IGNORE or therapist is None or therapist.lunch is None:
        return
    start, end = candidate.minutes(place)
    taken = [(start, end + therapist.writing_minutes)]
    for other in candidate.busy(place.therapist_id, place.day):
        first, last = other.minutes
        taken.append((first, last + candidate.writing(other)))
    spans = candidate.working(place.therapist_id, place.day)
    if not has_lunch(therapist, spans, taken):
        level = Level.STOP if weight is Weight.MUST else Level.WARN
        name = candidate.facts.first_name(place.therapist_id)
        yield Remark(level, "lunch", f"Leaves {name} no lunch that day.")


def has_lunch(therapist: ProgramTherapist, working: Spans, taken: list[tuple[int, int]]) -> bool:
    """Say whether a free block is left, or none is owed: hours that do not cover the stretch."""
    lunch: Window | None = therapist.lunch
    if lunch is None or not within((lunch.start, lunch.end), working):
        return True
    first = -(-lunch.start // GRID_MINUTES) * GRID_MINUTES
    blocks = range(first, lunch.end - therapist.lunch_minutes + 1, GRID_MINUTES)
    return any(
        all(end <= block or start >= block + therapist.lunch_minutes for start, end in taken)
        for block in blocks
    )


def _contact(candidate: Candidate, place: Place) -> Iterator[Remark]:
    therapist = candidate.facts.therapists.get(place.therapist_id)
    if therapist is None:
        return
    minutes = contact_minutes(candidate, place.therapist_id, place.day)
    if minutes > therapist.most_minutes_a_day:
        name, most = candidate.facts.first_name(place.therapist_id), therapist.most_minutes_a_day
        text = f"{name} would have {_hours(minutes)} with children, {_hours(most)} is the most."
        yield stop("full", text)


def contact_minutes(candidate: Candidate, therapist_id: int, day: date) -> int:
    """Return the minutes a therapist would have with children that day."""
    spans = (each.minutes for each in candidate.busy(therapist_id, day))
    return candidate.service.minutes + sum(last - first for first, last in spans)


THERAPIST_RULES: tuple[PlaceRule, ...] = (_kind, _whom, _team, _writing, _lunch, _contact)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
