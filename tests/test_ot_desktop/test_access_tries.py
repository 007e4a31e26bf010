import pytest

from ot_desktop.access.domain import MustWait, WrongPassword
from ot_desktop.access.tries import Tries


class Clock:
    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


def miss(tries, times):
    for _ in range(times):
        with pytest.raises((WrongPassword, MustWait)):
            tries.missed("No.")


def test_each_wrong_try_says_how_many_are_left():
    tries = Tries(Clock())
    with pytest.raises(WrongPassword, match=r"^No\. 4 tries left\.$"):
        tries.missed("No.")
    miss(tries, 2)
    with pytest.raises(WrongPassword, match=r"^No\. 1 try left\.$"):
        tries.missed("No.")


def test_five_wrong_tries_mean_a_wait():
    clock = Clock()
    tries = Tries(clock)
    miss(tries, 5)
    with pytest.raises(MustWait) as waiting:
        tries.check()
    assert waiting.value.seconds == 30
    clock.seconds += 30
    tries.check()


def test_the_wait_grows():
    clock = Clock()
    tries = Tries(clock)
    miss(tries, 10)
    with pytest.raises(MustWait) as waiting:
        tries.check()
    assert waiting.value.seconds == 60


def test_the_right_password_starts_the_count_anew():
    tries = Tries(Clock())
    miss(tries, 4)
    tries.succeeded()
    with pytest.raises(WrongPassword, match="4 tries left"):
        tries.missed("No.")
