"""How hints and findings read, in the clinic's words."""

from datetime import date

from ot_desktop.day_words import clock_text, long_day, short_day, weekday
from ot_desktop.scheduling.rules import Finding, Kind


def moved_hint(asked: date) -> str:
    """Say why the series does not start on the day asked for."""
    return f"{short_day(asked)} is a {weekday(asked)} – moved"


def not_placed_hint(number: int, latest: date) -> str:
    """Say how many sessions the family's stay has no room for."""
    return f"{number} cannot be placed before {short_day(latest)}"


def left_hint(left: int, last: date) -> str:
    """Say what is left of the authorization once the series is booked."""
    return f"{left} visit{'' if left == 1 else 's'} left after {short_day(last)}"


def sentence(finding: Finding) -> str:
    """Say one finding with its names and until when."""
    return _SENTENCES[finding.kind](finding)


def _child_taken(finding: Finding) -> str:
    child, therapist, room = finding.names
    return f"{child} is with {therapist}{_in(room)}{_until(finding)}."


def _therapist_taken(finding: Finding) -> str:
    therapist, child, room = finding.names
    return f"{therapist} sees {child}{_in(room)}{_until(finding)}."


def _interpreter_taken(finding: Finding) -> str:
    interpreter, child, room = finding.names
    return f"{interpreter} interprets for {child}{_in(room)}{_until(finding)}."


def _room_full(finding: Finding) -> str:
    room, *children = finding.names
    return f"{room} is full{_until(finding)}: {_and(children)}."


def _room_clean_up(finding: Finding) -> str:
    room, *children = finding.names
    return f"{room} needs its clean-up: {_and(children)}{_until(finding)}."


def _room_closed(finding: Finding) -> str:
    room, reason = finding.names
    return f"{room} is closed then{_why(reason)}."


def _therapist_away(finding: Finding) -> str:
    therapist, reason = finding.names
    return f"{therapist} is away then{_why(reason)}."


def _closed_day(finding: Finding) -> str:
    return f"The clinic is closed{_on(finding)}{_why(finding.names[0])}."


def _family_not_here(finding: Finding) -> str:
    return f"The family {finding.names[0]} {_day(finding)}."


def _family_cannot_come(_finding: Finding) -> str:
    return "Outside the times the family can come."


def _therapist_off(finding: Finding) -> str:
    off = f"{weekday(finding.day)}s" if finding.day else "this day"
    return f"{finding.names[0]} is off on {off}."


def _outside_therapist_hours(finding: Finding) -> str:
    return f"Outside {finding.names[0]}’s hours."


def _outside_clinic_hours(_finding: Finding) -> str:
    return "Outside the clinic’s hours."


def _held_for_family(finding: Finding) -> str:
    return f"Offered to {finding.names[0]}’s family, held{_until(finding)}."


def _no_break(finding: Finding) -> str:
    return f"{finding.names[0]} would treat over 3 hours without a break{_until(finding)}."


def _sibling_elsewhere(finding: Finding) -> str:
    sibling, therapist, room = finding.names
    return f"{sibling} is with {therapist}{_in(room)}{_until(finding)}; one adult brings both."


def _visits_exceeded(finding: Finding) -> str:
    number, visits = finding.visit_of or (0, 0)
    return f"{finding.names[0]} {number} of {visits}: not authorized yet."


def _not_authorized(finding: Finding) -> str:
    return f"The authorization {finding.names[0]} {_day(finding)}."


def _other_room(finding: Finding) -> str:
    here, usual = finding.names
    return f"{here or 'No room'}, not {usual}."


_SENTENCES = {
    Kind.CHILD_TAKEN: _child_taken,
    Kind.THERAPIST_TAKEN: _therapist_taken,
    Kind.INTERPRETER_TAKEN: _interpreter_taken,
    Kind.ROOM_FULL: _room_full,
    Kind.ROOM_CLEAN_UP: _room_clean_up,
    Kind.ROOM_CLOSED: _room_closed,
    Kind.CLOSED_DAY: _closed_day,
    Kind.FAMILY_NOT_HERE: _family_not_here,
    Kind.FAMILY_CANNOT_COME: _family_cannot_come,
    Kind.THERAPIST_AWAY: _therapist_away,
    Kind.THERAPIST_OFF: _therapist_off,
    Kind.OUTSIDE_THERAPIST_HOURS: _outside_therapist_hours,
    Kind.OUTSIDE_CLINIC_HOURS: _outside_clinic_hours,
    Kind.HELD_FOR_FAMILY: _held_for_family,
    Kind.NO_BREAK: _no_break,
    Kind.SIBLING_ELSEWHERE: _sibling_elsewhere,
    Kind.VISITS_EXCEEDED: _visits_exceeded,
    Kind.NOT_AUTHORIZED: _not_authorized,
    Kind.OTHER_ROOM: _other_room,
}


def _in(room: str) -> str:
    return f" in {room}" if room else ""


def _why(reason: str) -> str:
    return f" ({reason})" if reason else ""


def _until(finding: Finding) -> str:
    return f" until {clock_text(finding.until)}" if finding.until else ""


def _on(finding: Finding) -> str:
    return f" on {long_day(finding.day)}" if finding.day else ""


def _day(finding: Finding) -> str:
    return short_day(finding.day) if finding.day else ""


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
