"""Puts together which families have to be told what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.queries import plans as queries
from ot_desktop.programs.domain import ProgramChild
from ot_desktop.programs.facts import ProgramFacts
from ot_desktop.programs.family_times import KnownTime, Times, changes, from_json
from ot_desktop.programs.telling import FamilyToTell, How, Told


@dataclass(frozen=True, slots=True)
class LastTold:
    """When a family was last told of a child's times, and which those were."""

    told: Told
    times: tuple[KnownTime, ...]


def families(facts: ProgramFacts, times: Times) -> tuple[FamilyToTell, ...]:
    """Return every family with its sessions, those who have to be told first."""
    last = dict(queries.last_told(facts.program.id, last_told))
    contacts = _contacts(facts.program.id)
    found = [
        _family(facts, family, times, last, contacts)
        for family in by_family(facts.children.values())
    ]
    known = [each for each in found if each.sessions or each.changes]
    return tuple(sorted(known, key=lambda each: (not each.has_to_be_told, each.names)))


def by_family(children: Iterable[ProgramChild]) -> list[list[ProgramChild]]:
    """Return the children by family: siblings, and siblings of siblings, together."""
    here = {each.id: each for each in children}
    found, seen = [], set[int]()
    for child in here.values():
        family, left = [], [child.id]
        while left:
            each = left.pop()
            if each in seen:
                continue
            seen.add(each)
            family.append(here[each])
            left += here[each].sibling_ids
        if family:
            found.append(sorted(family, key=lambda one: one.given_name))
    return found


def _family(
    facts: ProgramFacts,
    family: list[ProgramChild],
    times: Times,
    last: Mapping[int, LastTold],
    contacts: Mapping[int, tuple[str, str]],
) -> FamilyToTell:
    told = [last[each.id].told for each in family if each.id in last]
    phone, language = contacts.get(family[0].child_id, ("", ""))
    return FamilyToTell(
        program_child_ids=tuple(each.id for each in family),
        child_ids=tuple(each.child_id for each in family),
        names=" and ".join(each.full_name for each in family),
        phone=phone,
        language=language,
        sessions=sum(len(times.get(each.id, ())) for each in family),
        told=min(told, key=lambda each: each.at) if told else None,
        changes=tuple(_changes(facts, family, times, last)) if told else (),
    )


def _changes(
    facts: ProgramFacts,
    family: list[ProgramChild],
    times: Times,
    last: Mapping[int, LastTold],
) -> Iterable[str]:
    for each in family:
        known = last[each.id].times if each.id in last else ()
        for text in changes(facts, known, times.get(each.id, ())):
            yield f"{each.given_name}: {text}" if len(family) > 1 else text


def _contacts(program_id: int) -> dict[int, tuple[str, str]]:
    """Return phone and language of whom to call first, by child."""
    found: dict[int, tuple[str, str]] = {}
    for child_id, phone, language in queries.contacts(program_id):
        found.setdefault(child_id, (phone, language))
    return found


def last_told(
    *, program_child_id: int, how: str, told_at: str, told_by: str, times: str
) -> tuple[int, Any]:
    """Build from its row what a family was last told, with the program child it is about."""
    told = Told(datetime.fromisoformat(told_at), How(how), told_by)
    return program_child_id, LastTold(told, tuple(from_json(times)))
