"""What the command line asks for."""

from pathlib import Path

import pytest

from ot_desktop.start_options import StartOptions, start_options


@pytest.fixture(autouse=True)
def a_screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")


@pytest.fixture
def no_screen(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_a_plain_start_opens_this_computers_clinic():
    assert start_options([]) == StartOptions(clinic=None, demo=False, out=None, headless=False)


def test_a_clinic_is_opened_from_the_folder_given():
    assert start_options(["--clinic", "here"]).clinic == Path("here")


def test_the_demo_opens_a_window_on_a_screen():
    assert not start_options(["--demo"]).headless


def test_the_demo_goes_unseen_without_a_screen(no_screen):
    assert start_options(["--demo"]).headless


def test_the_demo_goes_unseen_where_qt_only_draws_into_memory(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert start_options(["--demo"]).headless


def test_asking_for_the_demos_papers_walks_through_it_unseen():
    options = start_options(["--demo", "--out", "papers"])
    assert (options.out, options.headless) == (Path("papers"), True)


def test_papers_without_the_demo_are_a_mistake(capsys):
    with pytest.raises(SystemExit) as ending:
        start_options(["--out", "papers"])
    assert ending.value.code == 2
    assert "--out goes with --demo" in capsys.readouterr().err
