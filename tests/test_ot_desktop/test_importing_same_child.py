"""Who is the same child, what a merge keeps, and who lives together."""

from dataclasses import replace
from datetime import date

import pytest

from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedAlert,
    ImportedAlerts,
    ImportedAuthorization,
    ImportedCaregiver,
    ImportedChild,
    ImportedPhone,
    ReviewState,
    Status,
)
from ot_desktop.importing.households import Families
from ot_desktop.importing.merging import Conflict, merge
from ot_desktop.importing.same_child import Roster, Target, Verdict

BORN = date(2019, 8, 4)
ROW = Target(row=2)
LISTED = ImportedAlerts(ReviewState.LISTED, (ImportedAlert("Milk"),))
NONE_KNOWN = ImportedAlerts(ReviewState.NONE_KNOWN)


def a_caregiver(name="Grace Kim", digits="4025550101", **more):
    phones = (ImportedPhone(digits, digits),) if digits else ()
    return ImportedCaregiver(name, phones=phones, **more)


def a_child(given="Eli", family="Kim", born=BORN, **more):
    return ImportedChild(given, family, birth_date=born, **more)


def verdict(known: ImportedChild, other: ImportedChild):
    roster = Roster()
    roster.add(ROW, known)
    match = roster.match(other)
    return match.verdict if match else Verdict.OTHER


def test_name_and_birth_date_make_the_same_child_whatever_the_spelling():
    assert verdict(a_child("Camille", "Vega"), a_child("CAMILLE ", "vega")) is Verdict.SAME


def test_record_number_and_name_make_the_same_child():
    assert (
        verdict(a_child(record_number="7"), a_child(born=None, record_number="7")) is Verdict.SAME
    )


def test_one_record_number_on_two_names_is_a_question():
    assert (
        verdict(a_child(record_number="7"), a_child("Nora", record_number="7")) is Verdict.UNCLEAR
    )


def test_name_and_phone_make_the_same_child_when_a_birth_date_is_missing():
    known = a_child(caregivers=(a_caregiver(),))
    assert verdict(known, a_child(born=None, caregivers=(a_caregiver("G. Kim"),))) is Verdict.SAME


def test_name_and_phone_with_two_birth_dates_is_a_question():
    known = a_child(caregivers=(a_caregiver(),))
    assert verdict(known, replace(known, birth_date=date(2019, 4, 8))) is Verdict.UNCLEAR


def test_the_same_name_without_a_birth_date_is_a_question():
    assert verdict(a_child(), a_child(born=None)) is Verdict.UNCLEAR


def test_names_that_sound_alike_on_one_birth_date_are_a_question():
    assert verdict(a_child("Catherine"), a_child("Kathryn")) is Verdict.UNCLEAR


def test_a_preferred_name_is_a_question():
    assert verdict(a_child("Hana", preferred_name="Han"), a_child("Han")) is Verdict.UNCLEAR


def test_a_twin_is_another_child():
    hana = a_child("Hana", preferred_name="Han", caregivers=(a_caregiver(),))
    assert verdict(hana, replace(hana, given_name="Noa")) is Verdict.OTHER


def test_a_namesake_with_another_birth_date_is_another_child():
    assert verdict(a_child(), a_child(born=date(2018, 1, 1))) is Verdict.NAMESAKE


def test_two_children_that_fit_equally_are_a_question():
    roster = Roster()
    roster.add(Target(child_id=1), a_child())
    roster.add(Target(child_id=2), a_child())
    match = roster.match(a_child())
    assert match is not None
    assert match.verdict is Verdict.UNCLEAR


def test_a_merge_fills_blanks():
    merged = merge(a_child(born=None), a_child(language="Spanish"), 9)
    assert (merged.child.birth_date, merged.child.language) == (BORN, "Spanish")
    assert merged.fills == ("Date of birth", "Language")


def test_a_merge_never_overwrites_and_keeps_the_other_value_as_a_note():
    merged = merge(a_child(record_number="10403"), a_child(record_number="10487"), 90)
    assert merged.conflicts == (Conflict("Record number", "10403", "10487"),)
    assert merged.child.notes == "Imported row 90, not taken over: Record number 10487"


def test_a_merge_does_not_change_the_status():
    merged = merge(a_child(), a_child(status=Status.DISCHARGED), 3)
    assert (merged.child.status, len(merged.conflicts)) == (Status.ACTIVE, 1)


@pytest.mark.parametrize(("known", "more"), [(LISTED, NONE_KNOWN), (NONE_KNOWN, LISTED)])
def test_a_listed_allergy_survives_none_known_from_either_side(known, more):
    merged = merge(a_child(allergies=known), a_child(allergies=more), 3)
    assert merged.child.allergies == LISTED
    assert [conflict.name for conflict in merged.conflicts] == ["Allergies"]


def test_alerts_of_both_are_united():
    more = ImportedAlerts(ReviewState.LISTED, (ImportedAlert("MILK"), ImportedAlert("Latex")))
    merged = merge(a_child(allergies=LISTED), a_child(allergies=more), 3)
    assert [alert.title for alert in merged.child.allergies.alerts] == ["Milk", "Latex"]


def test_none_known_fills_not_asked():
    assert merge(a_child(), a_child(allergies=NONE_KNOWN), 3).child.allergies == NONE_KNOWN


def test_a_caregiver_gains_a_second_phone():
    merged = merge(
        a_child(caregivers=(a_caregiver(),)),
        a_child(caregivers=(a_caregiver("grace kim", "4025550102"), a_caregiver("Paul Kim", ""))),
        3,
    )
    assert [len(person.phones) for person in merged.child.caregivers] == [2, 0]


def test_one_authorization_number_is_one_authorization():
    known = ImportedAuthorization("A1", 36, None)
    merged = merge(
        a_child(authorizations=(known,)),
        a_child(authorizations=(ImportedAuthorization("a1", 36, 4),)),
        3,
    )
    assert merged.child.authorizations == (ImportedAuthorization("A1", 36, 4),)


def test_two_addresses_are_not_mixed():
    merged = merge(
        a_child(address=ImportedAddress("1 Elm St", "Omaha")),
        a_child(address=ImportedAddress("2 Oak St", "Lincoln", "NE", "68502")),
        3,
    )
    assert merged.child.address == ImportedAddress("1 Elm St", "Omaha")
    assert "2 Oak St, Lincoln, NE, 68502" in merged.child.notes


def test_merging_the_same_again_changes_nothing():
    child = a_child(
        allergies=LISTED,
        caregivers=(a_caregiver(),),
        authorizations=(ImportedAuthorization("A1", 36, 4),),
        notes="one\ntwo",
        custody_rules=("two",),
    )
    merged = merge(child, child, 3)
    assert (merged.child, merged.fills, merged.conflicts) == (child, (), ())


def homes(*children: ImportedChild):
    families = Families()
    targets = [Target(row=number) for number, _ in enumerate(children, start=2)]
    for target, child in zip(targets, children, strict=True):
        families.add(target, child)
    return [
        sorted(member.row or 0 for member in home.members) for home in families.households(targets)
    ]


def test_a_caregiver_with_one_phone_makes_siblings():
    nora = a_child("Nora", "Reed", caregivers=(a_caregiver("GRACE KIM"),))
    assert homes(a_child(caregivers=(a_caregiver(),)), nora) == [[2, 3]]


def test_the_same_caregiver_name_with_another_phone_does_not():
    other = a_child("Nora", caregivers=(a_caregiver(digits="4025550199"),))
    assert homes(a_child(caregivers=(a_caregiver(),)), other) == [[2], [3]]


def test_address_and_last_name_make_siblings():
    home = ImportedAddress("1 Elm St", "Omaha", "NE")
    children = (
        a_child(address=home),
        a_child("Nora", address=home),
        a_child("Ada", "Reed", address=home),
    )
    assert homes(*children) == [[2, 3], [4]]


def test_a_third_sibling_joins_two_families_into_one():
    home = ImportedAddress("1 Elm St", "Omaha", "NE")
    assert homes(
        a_child("A", address=home),
        a_child("B", "Reed", caregivers=(a_caregiver(),)),
        a_child("C", address=home, caregivers=(a_caregiver(),)),
    ) == [[2, 3, 4]]


def test_a_new_sibling_joins_the_household_the_clinic_knows():
    families = Families()
    families.add_known(Target(child_id=1), a_child(caregivers=(a_caregiver(),)), 77)
    families.add(ROW, a_child("Nora", caregivers=(a_caregiver(),)))
    assert families.households([ROW])[0].household_id == 77


def test_households_the_clinic_keeps_apart_stay_apart():
    families = Families()
    home = ImportedAddress("1 Elm St", "Omaha", "NE")
    families.add_known(Target(child_id=1), a_child(address=home), 77)
    families.add_known(Target(child_id=2), a_child("Nora", caregivers=(a_caregiver(),)), 78)
    families.add(ROW, a_child("Ada", address=home, caregivers=(a_caregiver(),)))
    assert [
        h.household_id for h in families.households([ROW, Target(child_id=1), Target(child_id=2)])
    ] == [78, 77]
