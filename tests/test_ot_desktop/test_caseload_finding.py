import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.caseload.domain import Phone
from ot_desktop.caseload.finding import fold, terms


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Núñez", "nunez"),
        ("ŁUKASZ", "lukasz"),
        ("Søren", "soren"),
        ("Nguyễn", "nguyen"),
        ("D’Andre", "d'andre"),
        ("Mary‑Kate", "mary-kate"),
        ("van\xa0der  Berg ", "van der berg"),
        ("陈", "陈"),
        ("Straße", "strasse"),
    ],
)
def test_folding_takes_case_and_accents_off(typed, folded):
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(typed):
    assert fold(fold(typed)) == fold(typed)


def test_a_phone_number_is_looked_for_by_its_digits():
    assert terms("(402) 555-0145") == ("4025550145",)


def test_words_are_looked_for_one_by_one():
    assert terms("  Maya  ORT ") == ("maya", "ort")


def test_an_extension_is_not_part_of_the_digits():
    assert Phone("712.555.0125 x2").digits == "7125550125"
