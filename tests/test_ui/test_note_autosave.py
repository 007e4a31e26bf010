"""When a note is saved, and what happens when it cannot be."""

import time

import pytest
from PySide6.QtCore import QObject

from ot_desktop.errors import ClinicError
from ui.notes.autosave import LATEST_MS, QUIET_MS, Autosave


@pytest.fixture
def saves():
    return []


@pytest.fixture
def autosave(qapp, saves):
    owner = QObject()
    yield Autosave(lambda: saves.append(time.monotonic()), owner)
    owner.deleteLater()


def test_a_quiet_moment_saves_once(autosave, saves, qtbot):
    autosave.touch()
    autosave.touch()
    qtbot.wait(QUIET_MS + 100)
    assert len(saves) == 1
    assert not autosave.is_dirty


def test_whoever_never_pauses_is_saved_within_two_seconds(autosave, saves, qtbot):
    begun = time.monotonic()
    while time.monotonic() - begun < 2.0 and not saves:
        autosave.touch()
        qtbot.wait(40)
    assert len(saves) == 1
    assert saves[0] - begun <= 2.0
    assert LATEST_MS < 2000


def test_flushing_saves_at_once_and_only_what_is_new(autosave, saves):
    assert autosave.flush()
    assert saves == []
    autosave.touch()
    assert autosave.flush()
    assert len(saves) == 1


def test_a_failed_save_is_told_kept_and_tried_again(qapp, qtbot):
    owner = QObject()
    outcomes = [ClinicError("The disk is full."), None]

    def save():
        if (problem := outcomes.pop(0)) is not None:
            raise problem

    autosave = Autosave(save, owner)
    autosave._retry.setInterval(50)
    autosave.touch()
    with qtbot.waitSignal(autosave.failed) as failed:
        assert not autosave.flush()
    assert failed.args == ["The disk is full."]
    assert autosave.is_dirty
    with qtbot.waitSignal(autosave.saved):
        pass
    assert not autosave.is_dirty
    owner.deleteLater()


def test_what_was_signed_is_not_saved_again(autosave, saves, qtbot):
    autosave.touch()
    autosave.forget()
    qtbot.wait(QUIET_MS + 100)
    assert saves == []
