import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.access.passwords import LEAST_LETTERS, password_problem, pin_problem

NAMES = ("Juniper Lane Pediatric OT", "Rosalind Achebe")


@pytest.mark.parametrize(
    "password",
    ["demo demo demo demo", "rain on a tin roof", "Ωμέγα και άλφα μαζί", "four words in a row"],
)
def test_a_long_password_is_accepted_whatever_it_is_made_of(password):
    assert password_problem(password, NAMES) is None


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", "Enter a password of at least 15 characters."),
        ("short one", "has 9 characters"),
        ("aaaaaaaaaaaaaaaaaaaa", "repeats a few characters"),
        ("passwordpassword1", "easily guessed"),
        ("Password-1234567890", "easily guessed"),
        ("Rosalind Achebe 12", "easily guessed"),
        ("juniper lane clinic", "easily guessed"),
        ("x" * 100 + "four words in a row" * 10, "too long"),
    ],
)
def test_a_weak_password_is_explained_in_one_sentence(password, said):
    assert said in password_problem(password, NAMES)


@given(st.text(max_size=40))
def test_a_short_password_is_never_accepted(password):
    if password_problem(password) is None:
        assert len(password) >= LEAST_LETTERS // 2  # one sign may stand for several letters


@pytest.mark.parametrize(
    "pin", ["123456", "987654", "000000", "121212", "123123", "12345", "12345a"]
)
def test_a_pin_with_a_pattern_is_refused(pin):
    assert pin_problem(pin)


def test_a_pin_without_a_pattern_is_accepted():
    assert pin_problem("740218") is None
