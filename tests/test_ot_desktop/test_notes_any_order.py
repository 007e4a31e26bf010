"""Draft, sign, co-sign, add and put together in any order; ``tests.proof`` tries it at length."""

from hypothesis import settings

from tests.random_note import RandomNote

TestRandomNote = RandomNote.TestCase
TestRandomNote.settings = settings(max_examples=20, stateful_step_count=25)
