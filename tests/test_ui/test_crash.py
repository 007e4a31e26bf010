import logging
import sys

import pytest
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import places
from ui.crash import CrashGuard, write_log_to


def stumble():
    raise KeyError("Mateo Alvarez, peanut")


@pytest.fixture
def root_log():
    root = logging.getLogger()
    before = list(root.handlers)
    yield root
    for handler in root.handlers[:]:
        if handler not in before:
            root.removeHandler(handler)
            handler.close()


@pytest.fixture
def hook():
    before = sys.excepthook
    yield
    sys.excepthook = before


def test_places_name_the_code_and_never_the_words_of_the_error():
    with pytest.raises(KeyError) as stumbled:
        stumble()
    told = places(stumbled.value)
    assert told.startswith("KeyError\n")
    assert "in stumble" in told
    assert "Mateo" not in told


@pytest.mark.expects_warnings
def test_the_log_of_a_crash_holds_no_names(qtbot, tmp_path, root_log, hook):
    window = QWidget()
    qtbot.addWidget(window)
    guard = CrashGuard(window)
    guard.blockSignals(True)  # the dialog waits for a person
    write_log_to(tmp_path / "ot-desktop.log")
    try:
        stumble()
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    written = (tmp_path / "ot-desktop.log").read_text()
    assert "KeyError" in written
    assert "Mateo" not in written


@pytest.mark.expects_warnings
def test_signing_in_again_does_not_log_twice(tmp_path, root_log):
    write_log_to(tmp_path / "one.log")
    write_log_to(tmp_path / "two.log")
    logging.getLogger("clinic").error("once")
    assert (tmp_path / "one.log").read_text() == ""
    assert (tmp_path / "two.log").read_text().count("once") == 1
