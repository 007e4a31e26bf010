"""Whatever is done in whatever order: nobody booked twice, nothing lost, and back again exactly."""

import pytest
from hypothesis import settings

from tests.random_schedule import RandomSchedule

pytestmark = pytest.mark.timeout(300)

TestAnySchedule = RandomSchedule.TestCase
TestAnySchedule.settings = settings(max_examples=40, stateful_step_count=30)
