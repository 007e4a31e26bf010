"""Killed while somebody types; ``python3 -m tests.proof typing`` does it 200 times."""

import sys

import pytest

from db.connection import close_database
from tests.note_builders import a_visit_on_disk
from tests.typing_killed import Typists


@pytest.fixture
def clinic(tmp_path):
    yield a_visit_on_disk(tmp_path)
    close_database()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")
@pytest.mark.parametrize("after_s", [2.6, 4.3])
def test_at_most_two_seconds_of_typing_are_missing(clinic, after_s):
    with Typists() as typists:
        killed = typists.killed_while_typing(clinic, clinic["session"], after_s)
    assert killed.kept > 0
    assert killed.is_right, killed
