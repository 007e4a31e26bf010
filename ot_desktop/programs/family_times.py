"""What a family was told of a child's times, and what is different now."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.deeds import Deeds
from ot_desktop.programs.facts import OwnSession, ProgramFacts
from ot_desktop.programs.placement import Place
from ot_desktop.programs.situation import Situation


@dataclass(frozen=True, slots=True)
class KnownTime:
    """One visit as a family knows it; ``key`` is the visit, or nothing before it is one."""

    key: int | None
    starts: datetime
    therapist_id: int
    room_id: int | None


Times = Mapping[int, list[KnownTime]]
"""The times of each program child."""


def times_after(found: Deeds, situation: Situation) -> Times:
    """Return the times once the deeds are done, what has happened among them."""
    keys = {deed.placement.id: deed.visit.id if deed.visit else None for deed in found.each}
    return {
        child: [_known(each.place, keys.get(each.id, each.session_id)) for each in placed]
        for child, placed in situation.by_child.items()
    }


def times_now(facts: ProgramFacts) -> Times:
    """Return the times as the calendar has them."""
    known: dict[int, list[KnownTime]] = {}
    for each in facts.own.values():
        child = facts.by_child_id.get(each.child_id)
        if child is not None and each.status.takes_time:
            known.setdefault(child.id, []).append(_of_visit(each))
    return known


def changes(
    facts: ProgramFacts, told: Iterable[KnownTime], now: Iterable[KnownTime]
) -> Iterator[str]:
    """Yield a sentence for each visit to come that a family knows otherwise, in order of time."""
    before, after = list(told), [each for each in now if each.starts > facts.now]
    by_key = {each.key: each for each in before if each.key is not None}
    kept = {each.key for each in now if each.key is not None}
    lines = []
    for each in after:
        known = by_key.get(each.key) if each.key is not None else None
        text = _new(each) if known is None else _other(facts, known, each)
        lines.append((each.starts, text))
    lines += [
        (each.starts, f"{_when(each)} is off")
        for each in before
        if each.key not in kept and each.starts > facts.now
    ]
    yield from (text for _, text in sorted(lines) if text)


def to_json(times: Iterable[KnownTime]) -> str:
    """Write times the way the file keeps them."""
    return json.dumps(
        [
            {
                "session": each.key,
                "starts": each.starts.isoformat(timespec="minutes"),
                "therapist": each.therapist_id,
                "room": each.room_id,
            }
            for each in times
        ]
    )


def from_json(text: str) -> list[KnownTime]:
    """Read times a family was told."""
    return [
        KnownTime(
            each["session"],
            datetime.fromisoformat(each["starts"]),
            each["therapist"],
            each["room"],
        )
        for each in json.loads(text)
    ]


def _other(facts: ProgramFacts, known: KnownTime, now: KnownTime) -> str:
    if known.starts != now.starts:
        old = clock_text(known.starts)
        if known.starts.date() != now.starts.date():
            old = _when(known)
        return f"{_when(now)}, was {old}"
    if known.therapist_id != now.therapist_id:
        return f"{_when(now)} is now with {facts.first_name(now.therapist_id)}"
    if known.room_id != now.room_id:
        return f"{_when(now)} is now in {facts.clinic.room_name(now.room_id)}"
    return ""


def _new(each: KnownTime) -> str:
    return f"{_when(each)} is new"


def _when(each: KnownTime) -> str:
    return f"{long_day(each.starts.date())}, {clock_text(each.starts)}"


def _known(place: Place, key: int | None) -> KnownTime:
    return KnownTime(key, place.starts, place.therapist_id, place.room_id)


def _of_visit(visit: OwnSession) -> KnownTime:
    return KnownTime(visit.id, visit.starts, visit.therapist_id, visit.room_id)
