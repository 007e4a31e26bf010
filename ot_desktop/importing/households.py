"""Join siblings: a caregiver's name and phone, or address and last name, make a family."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import count

from ot_desktop.importing.domain import ImportedChild
from ot_desktop.importing.names import fold
from ot_desktop.importing.same_child import Target
from ot_desktop.importing.values import is_whole_phone


@dataclass(frozen=True, slots=True)
class Household:
    """Children who live together; ``household_id`` is set when the clinic knows the family."""

    household_id: int | None
    members: tuple[Target, ...]
    because: str = ""


class Families:
    """Groups children as they come; two families the clinic keeps apart stay apart."""

    def __init__(self) -> None:
        self._numbers = count()
        self._group: dict[Target, int] = {}
        self._members: dict[int, list[Target]] = {}
        self._known_id: dict[int, int] = {}
        self._group_of_id: dict[int, int] = {}
        self._group_of_key: dict[Hashable, int] = {}
        self._because: dict[int, str] = {}

    def add_known(self, target: Target, child: ImportedChild, household_id: int | None) -> None:
        """Place a child of the clinic's file in the household it already has."""
        group = self._new_group() if household_id is None else self._group_of_id.get(household_id)
        if group is None:
            group = self._new_group()
        if household_id is not None:
            self._group_of_id[household_id] = group
            self._known_id[group] = household_id
        self._place(target, child, group)

    def add(self, target: Target, child: ImportedChild) -> None:
        """Place a new child with everyone who shares a key."""
        groups: dict[int, None] = {}
        because = ""
        for key, reason in _keys(child):
            group = self._group_of_key.get(key)
            if group is not None:
                groups[group] = None
                because = because or reason
        chosen = self._joined(list(groups)) if groups else self._new_group()
        if because:
            self._because.setdefault(chosen, because)
        self._place(target, child, chosen)

    def households(self, targets: Iterable[Target]) -> tuple[Household, ...]:
        """Return the households of these children, in the order of their first child."""
        groups = dict.fromkeys(self._group[target] for target in targets)
        return tuple(
            Household(self._known_id.get(g), tuple(self._members[g]), self._because.get(g, ""))
            for g in groups
        )

    def _place(self, target: Target, child: ImportedChild, group: int) -> None:
        self._group[target] = group
        self._members[group].append(target)
        for key, _ in _keys(child):
            self._group_of_key.setdefault(key, group)

    def _joined(self, groups: list[int]) -> int:
        """Make one group of several, as far as at most one is a household the clinic keeps."""
        chosen = next((group for group in groups if group in self._known_id), groups[0])
        for group in groups:
            if (
                group != chosen
                and group not in self._known_id
                and not self._has_known_member(group)
            ):
                self._move(group, chosen)
        return chosen

    def _has_known_member(self, group: int) -> bool:
        return any(member.child_id is not None for member in self._members[group])

    def _move(self, group: int, chosen: int) -> None:
        for member in self._members.pop(group):
            self._group[member] = chosen
            self._members[chosen].append(member)
        for key, owner in self._group_of_key.items():
            if owner == group:
                self._group_of_key[key] = chosen

    def _new_group(self) -> int:
        number = next(self._numbers)
        self._members[number] = []
        return number


def _keys(child: ImportedChild) -> list[tuple[Hashable, str]]:
    keys: list[tuple[Hashable, str]] = [
        ((fold(person.name), phone.digits), f"same caregiver and phone ({person.name})")
        for person in child.caregivers
        for phone in person.phones
        if is_whole_phone(phone)
    ]
    address = child.address
    if address.street and fold(child.family_name):
        place = (fold(address.street), fold(address.city), fold(child.family_name))
        keys.append((place, "same address and last name"))
    return keys
