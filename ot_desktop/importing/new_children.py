"""Writes all new children of an import in a few statements; the caller holds the transaction.

Adding them one by one through ``intake.write_child`` takes a minute for a big clinic and would
hold the window up. The columns are the same, as they come from ``intake``.
"""

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from db.queries import caseload, families
from db.queries import importing as queries
from ot_desktop.caseload import intake
from ot_desktop.caseload.domain import CaregiverDraft, ChildDraft, Phone
from ot_desktop.caseload.finding import words_of
from ot_desktop.importing.domain import ImportedAddress, ImportedChild
from ot_desktop.importing.drafts import Places, draft_of
from ot_desktop.importing.homes import Home, Person, home_of, known_person
from ot_desktop.importing.plan import ImportPlan, NewRow

STEP = 40  # rows; so many take some 20 ms
Columns = dict[str, object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What holds for every child of one import."""

    batch_id: int
    by_user: int
    at: datetime
    therapists: dict[str, int]  # by folded name
    therapists_before: dict[str, int]  # without those this import adds


@dataclass(slots=True)
class _Rows:
    """Everything to insert, table by table."""

    households: list[Columns] = field(default_factory=list)
    people: list[Columns] = field(default_factory=list)
    phones: list[Columns] = field(default_factory=list)
    children: list[Columns] = field(default_factory=list)
    words: list[Columns] = field(default_factory=list)
    guardianships: list[Columns] = field(default_factory=list)
    alerts: list[Columns] = field(default_factory=list)
    papers: list[Columns] = field(default_factory=list)

    def insert(self) -> None:
        """Write it, what is pointed at first."""
        queries.insert_families(self.households, self.people, self.phones)
        queries.insert_children(self.children, self.words)
        queries.insert_belongings(self.guardianships, self.alerts, self.papers)


@dataclass(slots=True)
class _Kin:
    """One new child, the household, and who cares for them in the order of the file."""

    draft: ChildDraft
    home: Home | None
    people: list[Person] = field(default_factory=list)


class NewChildren:
    """Gives every new row its place before it is written."""

    def __init__(self, plan: ImportPlan, circumstances: Circumstances) -> None:
        self._plan = plan
        self._all = circumstances
        self._numbers = queries.record_numbers()
        self._rows = _Rows()
        self._household_id, self._child_id, self._caregiver_id = queries.newest_ids()

    def write(self) -> Generator[int, None, tuple[int, ...]]:
        """Save them in short steps that yield percents.

        Returns the children of the clinic's file who got a household on the way.
        """
        homes = self._homes()
        families = [home for home in homes if home]
        kin: list[_Kin] = []
        yield from self._step_by_step(
            self._plan.new, (0, 40), lambda end: kin.append(self._kin(end, homes[end.household]))
        )
        yield from self._step_by_step(families, (40, 60), self._add_home)
        yield from self._step_by_step(kin, (60, 100), self._add_child)
        self._tell_families(families)
        return tuple(child_id for home in families for child_id in self._join(home))

    def _step_by_step(
        self, those: Sequence[T], percents: tuple[int, int], add: Callable[[T], None]
    ) -> Iterator[int]:
        first, last = percents
        for start in range(0, len(those), STEP):
            for each in those[start : start + STEP]:
                add(each)
            self._rows.insert()
            self._rows = _Rows()
            yield first + (last - first) * start // len(those)

    def _homes(self) -> list[Home | None]:
        households = self._plan.households
        ids = [each.household_id for each in households if each.household_id is not None]
        known = {id_: ImportedAddress(*where) for id_, where in queries.addresses(ids).items()}
        members = {m.child_id for each in households for m in each.members if m.child_id}
        people = _people_of(sorted(members))
        newcomers = {end.row: end.child for end in self._plan.new}
        return [
            home_of(
                each,
                newcomers,
                known.get(each.household_id or 0),
                _once(person for m in each.members for person in people[m.child_id or 0]),
            )
            for each in households
        ]

    def _kin(self, end: NewRow, home: Home | None) -> _Kin:
        kin = _Kin(self._draft(end.child, home), home)
        around = home or Home(None, ImportedAddress(), is_new=False)
        for caregiver in end.child.caregivers:
            kin.people.append(around.person(caregiver, kin.people))
        if home is None:
            for person in kin.people:
                self._add_person(person)
        return kin

    def _draft(self, child: ImportedChild, home: Home | None) -> ChildDraft:
        number = child.record_number
        takes_number = number not in self._numbers
        self._numbers.add(number)
        return draft_of(
            child,
            Places(
                self._all.therapists,
                takes_number=takes_number,
                takes_address=home is None or home.takes(child.address),
            ),
        )

    def _add_home(self, home: Home) -> None:
        if home.is_new:
            self._household_id += 1
            home.household_id = self._household_id
            self._rows.households.append({"id": home.household_id, **_address(home.address)})
        for person in home.people:
            if person.id is None:
                self._add_person(person)

    def _add_person(self, person: Person) -> None:
        self._caregiver_id += 1
        person.id = self._caregiver_id
        draft = CaregiverDraft(person.name, email=person.new_email)
        columns = intake.person_columns(draft)
        self._rows.people.append({"id": person.id, **columns, "import_batch": self._all.batch_id})
        self._add_phones(person, first_place=1)
        person.new_email = ""

    def _add_phones(self, person: Person, first_place: int) -> None:
        for place, phone in enumerate(person.new_phones, start=first_place):
            typed = Phone(phone.typed)
            self._rows.phones.append(
                {
                    "caregiver": person.id,
                    "call_order": place,
                    "number": typed.number,
                    "digits": typed.digits,
                    "kind": typed.kind,
                }
            )
        person.new_phones.clear()

    def _add_child(self, kin: _Kin) -> None:
        self._child_id += 1
        draft, child_id, home = kin.draft, self._child_id, kin.home
        self._rows.children.append(
            {
                "id": child_id,
                **intake.detail_columns(draft),
                "household": home.household_id if home else None,
                "import_batch": self._all.batch_id,
                "created_at": self._all.at,
                # The file does not say when the family was asked, so nobody has reviewed it.
                "allergies": draft.allergies.value,
                "precautions": draft.precautions.value,
            }
        )
        self._rows.words.append({"child": child_id, "words": _words(kin)})
        self._add_belongings(child_id, kin)

    def _add_belongings(self, child_id: int, kin: _Kin) -> None:
        for place, (person, said) in enumerate(
            zip(kin.people, kin.draft.caregivers, strict=True), start=1
        ):
            rights = intake.rights_columns(said, place)
            self._rows.guardianships.append({"child": child_id, "caregiver": person.id, **rights})
        by_user = self._all.by_user
        self._rows.alerts += [
            intake.alert_columns(child_id, alert, by_user) for alert in kin.draft.alerts
        ]
        self._rows.papers += [
            intake.authorization_columns(child_id, paper) for paper in kin.draft.authorizations
        ]

    def _join(self, home: Home) -> tuple[int, ...]:
        """Bring siblings who had no household yet into the new one."""
        for child_id in home.joins:
            caseload.change_child(child_id, {"household": home.household_id})
        return home.joins

    def _tell_families(self, homes: Iterable[Home]) -> None:
        """Add to families of the file what the rows of new siblings say about them."""
        for home in homes:
            if home.needs_address and home.household_id is not None:
                families.change_household(home.household_id, _address(home.address))
            for person in home.people:
                self._tell_person(person)

    def _tell_person(self, person: Person) -> None:
        if person.id is None or not (person.new_phones or person.new_email):
            return
        if person.new_email:
            families.change_caregiver(person.id, {"email": person.new_email})
        self._rows = _Rows()
        self._add_phones(person, queries.next_phone_place(person.id))
        self._rows.insert()
        for child_id in families.children_of(person.id):
            intake.refresh_words(child_id)


def _people_of(child_ids: Sequence[int]) -> defaultdict[int, list[Person]]:
    """Return who cares for these children; one object for each person."""
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for caregiver_id, number in queries.phones(child_ids):
        numbers[caregiver_id].append(number)
    known: dict[int, Person] = {}
    people: defaultdict[int, list[Person]] = defaultdict(list)
    for child_id, caregiver_id, name, _, email in queries.caregivers(child_ids):
        if caregiver_id not in known:
            known[caregiver_id] = known_person(caregiver_id, name, email, numbers[caregiver_id])
        people[child_id].append(known[caregiver_id])
    return people


def _once(people: Iterable[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())


def _address(address: ImportedAddress) -> Columns:
    return {
        "address": address.street,
        "city": address.city,
        "state": address.state,
        "postal_code": address.zip_code,
    }


def _words(kin: _Kin) -> str:
    draft = kin.draft
    names = [draft.given_name, draft.family_name, draft.preferred_name]
    digits = [Phone(p.typed).digits for person in kin.people for p in person.phones.values()]
    return words_of([*names, *(person.name for person in kin.people)], digits, draft.record_number)
