"""What every test shares: no screen, and no warning in the log that the test did not expect."""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


settings.register_profile("untimed", deadline=None)  # speed is measured in benchmarks
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_warnings: the log may hold warnings and errors")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logged a warning or worse, unless it is marked ``expects_warnings``."""
    yield
    if request.node.get_closest_marker("expects_warnings"):
        return
    told = [record for phase in ("setup", "call") for record in caplog.get_records(phase)]
    loud = [record.getMessage() for record in told if record.levelno >= logging.WARNING]
    assert not loud, f"logged: {loud}"
