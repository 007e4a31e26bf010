"""Two programs on one file at the same moment; ``python3 -m tests.proof`` tries 10,000 times."""

from tests.same_slot import race


def test_of_two_who_want_the_same_slot_at_once_one_gets_it(tmp_path):
    found = race(tmp_path, tries=150)
    assert found.is_right, found
