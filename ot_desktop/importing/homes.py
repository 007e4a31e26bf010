"""Puts imported children into households, and lets siblings share their caregivers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedCaregiver,
    ImportedChild,
    ImportedPhone,
)
from ot_desktop.importing.households import Household
from ot_desktop.importing.names import fold
from ot_desktop.importing.values import read_phones

BLANK = ImportedAddress()


@dataclass(slots=True)
class Person:
    """A caregiver of one household; ``id`` is None until the file has one for them."""

    name: str
    id: int | None = None
    email: str = ""
    phones: dict[str, ImportedPhone] = field(default_factory=dict)
    new_phones: list[ImportedPhone] = field(default_factory=list)
    new_email: str = ""

    def is_same(self, other: ImportedCaregiver) -> bool:
        """Say whether the name is the same and nothing known of the two speaks against it."""
        if fold(self.name) != fold(other.name):
            return False
        theirs = {_key(phone) for phone in other.phones}
        email = self.email or self.new_email
        if theirs & set(self.phones) or (email and email.casefold() == other.email.casefold()):
            return True
        return not (theirs or other.email) or not (self.phones or email)

    def learn(self, other: ImportedCaregiver) -> None:
        """Keep the phones and the email of another mention of this person."""
        for phone in other.phones:
            if _key(phone) not in self.phones:
                self.phones[_key(phone)] = phone
                self.new_phones.append(phone)
        if not self.email and not self.new_email:
            self.new_email = other.email


@dataclass(slots=True)
class Home:
    """One household while it is being saved: its address, its people, who of them is new."""

    household_id: int | None
    address: ImportedAddress
    is_new: bool
    needs_address: bool = False
    joins: tuple[int, ...] = ()  # children of the file who had no household yet
    people: list[Person] = field(default_factory=list)

    def takes(self, address: ImportedAddress) -> bool:
        """Say whether a child's address is this household's, or is not known."""
        return address == BLANK or _same_place(address, self.address)

    def person(self, caregiver: ImportedCaregiver, taken: Iterable[Person]) -> Person:
        """Return who this is; one of ``taken`` cares for the child under another mention."""
        others = [person for person in self.people if all(person is not one for one in taken)]
        found = next((person for person in others if person.is_same(caregiver)), None)
        if found is None:
            found = Person(caregiver.name)
            self.people.append(found)
        found.learn(caregiver)
        return found


def home_of(
    household: Household,
    newcomers: Mapping[int, ImportedChild],
    address: ImportedAddress | None,
    people: list[Person],
) -> Home | None:
    """Return the household to save; None for a child alone whose address is not known.

    ``newcomers`` are the new children by row; ``address`` and ``people`` are what the file
    already knows of this household.
    """
    rows = [member.row for member in household.members if member.row in newcomers]
    said = [newcomers[row].address for row in rows if row is not None]
    first = next((each for each in said if each != BLANK), BLANK)
    if household.household_id is not None:
        known = address or BLANK
        blank = known == BLANK
        return Home(
            household.household_id,
            first if blank else known,
            is_new=False,
            needs_address=blank and first != BLANK,
            people=people,
        )
    joins = tuple(m.child_id for m in household.members if m.child_id is not None)
    if first == BLANK and len(household.members) == 1:
        return None
    return Home(None, first, is_new=True, joins=joins, people=people)


def known_person(caregiver_id: int, name: str, email: str, phones: Iterable[str]) -> Person:
    """Return somebody of the clinic's file; ``phones`` are as typed."""
    there = [phone for typed in phones for phone in read_phones(typed)]
    return Person(name, caregiver_id, email, {_key(phone): phone for phone in there})


def _key(phone: ImportedPhone) -> str:
    return phone.digits or phone.typed


def _same_place(one: ImportedAddress, other: ImportedAddress) -> bool:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return all(not ours or fold(ours) == fold(theirs) for ours, theirs in pairs)


def _parts(address: ImportedAddress) -> tuple[str, str, str, str]:
    return address.street, address.city, address.state, address.zip_code
