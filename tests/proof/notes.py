"""Thousands of notes to which anything is done in any order."""

from time import perf_counter

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.random_note import RandomNote

STEPS = 50


def holds(tries: int = 1_000) -> bool:
    """Run them; the shortest run that goes wrong is raised."""
    started = perf_counter()
    long = settings(deadline=None, max_examples=tries, stateful_step_count=STEPS, database=None)
    run_state_machine_as_test(RandomNote, settings=long)
    print(f"{tries:,} notes of up to {STEPS} steps hold, {perf_counter() - started:.0f} s.")
    return True
