"""Columns are matched by heading and by what they hold; no field is claimed twice in silence."""

import pytest

from ot_desktop.errors import ValidationError
from ot_desktop.importing.columns import ColumnMapping, guess_columns, mapping_of
from ot_desktop.importing.fields import SHARED_FIELDS, SYNONYMS, Field, Unmapped
from ot_desktop.importing.table_file import read_bytes


def sheet_of(text: str):
    return read_bytes(text.encode())


def uses(*headings: str, cells: str = ""):
    sheet = sheet_of(",".join(headings) + "\n" + (cells or ",".join("z" * len(headings))) + "\n")
    return [guess.use for guess in guess_columns(sheet, 2026)]


def test_english_headings():
    assert uses("Child's First Name", "Surname", "Date of Birth", "MRN", "Gender") == [
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.BIRTH_DATE,
        Field.RECORD_NUMBER,
        Field.SEX,
    ]


def test_spanish_headings():
    assert uses("Nombre", "Apellidos", "Fecha de nacimiento", "Teléfono", "Alergias") == [
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.BIRTH_DATE,
        Field.CAREGIVER_1_PHONE,
        Field.ALLERGIES,
    ]


def test_a_heading_with_a_typing_error():
    assert uses("Frist Name", "Last Name", "Precuations") == [
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.PRECAUTIONS,
    ]


def test_a_phone_belongs_to_the_caregiver_named_before_it():
    assert uses("Name", "Mother", "Phone", "Father", "Phone", "E-mail")[1:] == [
        Field.CAREGIVER_1_NAME,
        Field.CAREGIVER_1_PHONE,
        Field.CAREGIVER_2_NAME,
        Field.CAREGIVER_2_PHONE,
        Field.CAREGIVER_2_EMAIL,
    ]


def test_numbered_caregivers():
    assert uses("Name", "Phone 2", "Guardian 1 Email", "Parent 1 First Name", "Parent 1 Last Name")[
        1:
    ] == [
        Field.CAREGIVER_2_PHONE,
        Field.CAREGIVER_1_EMAIL,
        Field.CAREGIVER_1_GIVEN,
        Field.CAREGIVER_1_FAMILY,
    ]


def test_a_third_caregiver_is_kept_as_a_note():
    assert (
        uses("Name", "Emergency Contact", "Emergency Phone", "Guardian 3")[1:]
        == [Unmapped.KEEP_AS_NOTE] * 3
    )


def test_a_second_column_for_one_field_becomes_a_note_and_says_so():
    sheet = sheet_of("First Name,Last Name,DOB,Birth Date\nEli,Kim,2019-08-04,2019-08-04\n")
    guess = guess_columns(sheet, 2026)[3]
    assert (guess.use, "“DOB” is already the date of birth" in guess.remark) == (
        Unmapped.KEEP_AS_NOTE,
        True,
    )


def test_an_unknown_column_is_kept_as_a_note_and_an_empty_one_left_out():
    assert uses("Name", "Favorite toy", "Blank", cells="Eli Kim,trains,")[1:] == [
        Unmapped.KEEP_AS_NOTE,
        Unmapped.LEAVE_OUT,
    ]


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        ("2019-08-04", Field.BIRTH_DATE),
        ("ada@example.org", Field.CAREGIVER_1_EMAIL),
        ("(402) 555-0101", Field.CAREGIVER_1_PHONE),
        ("R62.50; F88", Field.DIAGNOSIS_CODES),
        ("Female", Field.SEX),
    ],
)
def test_an_unknown_heading_is_guessed_by_its_values(cell, field):
    assert uses("First Name", "Last Name", "Column X", cells=f"Eli,Kim,{cell}")[2] is field


def test_last_comma_first_is_a_full_name():
    assert uses("Kid X", "Notes", cells='"Kim, Eli",hello')[0] is Field.FULL_NAME


def test_a_guess_shows_different_samples():
    sheet = sheet_of("Name,City\nA B,Omaha\nC D,Omaha\nE F,Lincoln\n")
    assert guess_columns(sheet, 2026)[1].samples == ("Omaha", "Lincoln")


def test_two_columns_on_one_field_are_refused_by_name():
    sheet = sheet_of("First Name,Last Name,DOB,Born\nEli,Kim,2019-08-04,2019-08-04\n")
    mapping = mapping_of(guess_columns(sheet, 2026)).using(3, Field.BIRTH_DATE)
    with pytest.raises(ValidationError, match="“DOB” and “Born” are all set to Date of birth"):
        mapping.check(sheet)


def test_several_columns_may_share_a_field_that_holds_many():
    sheet = sheet_of("Name,Notes,Comments\nEli Kim,a,b\n")
    mapping_of(guess_columns(sheet, 2026)).check(sheet)


def test_a_mapping_without_a_name_is_refused():
    with pytest.raises(ValidationError, match="holds the child's name"):
        ColumnMapping({0: Field.CITY}).check(sheet_of("City,Zip\nOmaha,68102\n"))


def test_no_heading_stands_for_two_fields():
    words = [word for text in SYNONYMS.values() for word in text.split(", ")]
    assert sorted(words) == sorted(set(words))


def test_names_are_never_shared_fields():
    assert SHARED_FIELDS.isdisjoint({Field.GIVEN_NAME, Field.FAMILY_NAME, Field.BIRTH_DATE})
