"""Tell whether a row is a child already known, another child, or a question for a person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ot_desktop.importing.domain import ImportedChild
from ot_desktop.importing.names import fold, is_alike
from ot_desktop.importing.values import is_whole_phone


@dataclass(frozen=True, slots=True)
class Target:
    """The child a row may belong to: one in the clinic's file, or an earlier row's."""

    child_id: int | None = None
    row: int | None = None


class Verdict(StrEnum):
    """How sure it is that two descriptions are one child; lower lines are less sure."""

    SAME = "same"
    UNCLEAR = "unclear"
    NAMESAKE = "namesake"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Match:
    """The likeliest known child for a row, and why."""

    verdict: Verdict
    target: Target
    child: ImportedChild
    reason: str


@dataclass(frozen=True, slots=True)
class _Keys:
    given: str
    family: str
    preferred: str
    birth_date: date | None
    number: str
    phones: frozenset[str]


# More children than this with one birth date (or one name) means it is a placeholder; then only
# equal names on equal days still count.
_MOST_COMPARED = 60
_RANK = (Verdict.SAME, Verdict.UNCLEAR, Verdict.NAMESAKE)


class Roster:
    """Every child known so far, found by number, name or birth date."""

    def __init__(self) -> None:
        self._children: dict[Target, tuple[_Keys, ImportedChild]] = {}
        self._by_number: defaultdict[str, list[Target]] = defaultdict(list)
        self._by_name: defaultdict[tuple[str, str], list[Target]] = defaultdict(list)
        self._by_name_and_day: defaultdict[tuple[str, str, date], list[Target]] = defaultdict(list)
        self._by_birth_date: defaultdict[date, list[Target]] = defaultdict(list)

    def add(self, target: Target, child: ImportedChild) -> None:
        """Remember a child, or what a merge made of one."""
        keys = _keys(child)
        self._children[target] = (keys, child)
        _append(self._by_name[keys.given, keys.family], target)
        if keys.number:
            _append(self._by_number[keys.number], target)
        if keys.birth_date:
            _append(self._by_birth_date[keys.birth_date], target)
            _append(self._by_name_and_day[keys.given, keys.family, keys.birth_date], target)

    def child(self, target: Target) -> ImportedChild | None:
        """Return the child as known so far."""
        found = self._children.get(target)
        return found[1] if found else None

    def match(self, child: ImportedChild) -> Match | None:
        """Return the surest match; two equally sure children are a question."""
        keys = _keys(child)
        found = [m for target in self._candidates(keys) if (m := self._compare(keys, target))]
        for verdict in _RANK:
            matches = [match for match in found if match.verdict is verdict]
            if matches:
                return (
                    matches[0]
                    if len(matches) == 1 or verdict is not Verdict.SAME
                    else _asked(matches[0])
                )
        return None

    def _candidates(self, keys: _Keys) -> Iterable[Target]:
        found = dict.fromkeys(self._by_number.get(keys.number, ()) if keys.number else ())
        found |= dict.fromkeys(self._by_name.get((keys.given, keys.family), ())[:_MOST_COMPARED])
        if keys.birth_date:
            name_and_day = keys.given, keys.family, keys.birth_date
            found |= dict.fromkeys(self._by_name_and_day.get(name_and_day, ()))
            same_day = self._by_birth_date.get(keys.birth_date, ())
            if len(same_day) <= _MOST_COMPARED:
                found |= dict.fromkeys(same_day)
        return found

    def _compare(self, keys: _Keys, target: Target) -> Match | None:
        known, child = self._children[target]
        verdict, reason = compare(known, keys)
        return None if verdict is Verdict.OTHER else Match(verdict, target, child, reason)


def compare(one: _Keys, other: _Keys) -> tuple[Verdict, str]:
    """Apply the rules, surest first."""
    same_name = one.given == other.given and one.family == other.family
    same_day = one.birth_date is not None and one.birth_date == other.birth_date
    if one.number and one.number == other.number:
        return _same_number(one, other, same_name=same_name)
    if same_name:
        return _same_name(one, other, same_day=same_day)
    if same_day and _names_alike(one, other):
        return Verdict.UNCLEAR, "The birth date is the same and the names sound alike."
    return Verdict.OTHER, ""


def _same_number(one: _Keys, other: _Keys, *, same_name: bool) -> tuple[Verdict, str]:
    conflict = one.birth_date and other.birth_date and one.birth_date != other.birth_date
    if same_name or (_names_alike(one, other) and not conflict):
        return Verdict.SAME, "The record number and the name are the same."
    return Verdict.UNCLEAR, "The record number is the same, but the name differs."


def _same_name(one: _Keys, other: _Keys, *, same_day: bool) -> tuple[Verdict, str]:
    same_phone = not one.phones.isdisjoint(other.phones)
    if same_day:
        return Verdict.SAME, "The name and the birth date are the same."
    if one.birth_date and other.birth_date:
        if same_phone:
            return (
                Verdict.UNCLEAR,
                "The name and a phone number are the same, but the birth dates differ.",
            )
        return Verdict.NAMESAKE, "Another child has the same name and another birth date."
    if same_phone:
        return Verdict.SAME, "The name and a phone number are the same."
    return Verdict.UNCLEAR, "The name is the same, and a birth date is missing."


def _names_alike(one: _Keys, other: _Keys) -> bool:
    if not is_alike(one.family, other.family):
        return False
    if is_alike(one.given, other.given):
        return True
    return bool(one.preferred or other.preferred) and (
        one.preferred == other.given or other.preferred == one.given
    )


def _asked(match: Match) -> Match:
    reason = "More than one known child fits this row."
    return Match(Verdict.UNCLEAR, match.target, match.child, reason)


def _keys(child: ImportedChild) -> _Keys:
    return _Keys(
        fold(child.given_name),
        fold(child.family_name),
        fold(child.preferred_name),
        child.birth_date,
        fold(child.record_number),
        frozenset(
            phone.digits
            for person in child.caregivers
            for phone in person.phones
            if is_whole_phone(phone)
        ),
    )


def _append(targets: list[Target], target: Target) -> None:
    if target not in targets[-1:]:
        targets.append(target)
