"""What is said and done when Debian or Ubuntu lacks a library that Qt needs."""

import os
import sys

import pytest

from ot_desktop.setting_up.system_packages import _apt_get, _loads, advice

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")


@pytest.fixture
def debian(tmp_path, monkeypatch):
    """A computer whose apt-get only notes what it was asked; glib is under its newer name."""
    notes = tmp_path / "asked"
    _command(tmp_path / "apt-get", f'echo "$@" >> {notes}')
    _command(tmp_path / "apt-cache", '[ "$2" = libglib2.0-0t64 ]')
    monkeypatch.setenv("PATH", str(tmp_path))
    return notes


def _command(path, line):
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def test_the_exact_command_is_said(debian):
    assert "\n    sudo apt-get install --no-install-recommends libgl1 libxcb-cursor0\n" in advice(
        ["libGL.so.1", "libxcb-cursor.so.0"]
    )


def test_a_package_renamed_by_newer_releases_is_found(debian):
    assert "libglib2.0-0t64" in advice(["libglib-2.0.so.0"])


def test_other_systems_are_told_which_libraries_to_look_for(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "libGL.so.1" in advice(["libGL.so.1"])


def test_what_makes_environments_is_part_of_the_same_command(debian):
    package = f"python3.{sys.version_info.minor}-venv"
    assert f"{package} libgl1\n" in advice(["ensurepip", "libGL.so.1"])


def test_the_list_of_packages_is_renewed_before_installing(debian):
    _apt_get(["libgl1"])
    steps = [line.split() for line in debian.read_text(encoding="utf-8").splitlines()]
    assert [step[3] for step in steps] == ["update", "install"]


def test_another_apt_get_at_work_is_waited_for(debian):
    _apt_get(["libgl1"])
    assert "DPkg::Lock::Timeout=300" in debian.read_text(encoding="utf-8")


def test_what_apt_get_complains_about_is_shown(debian, capsys):
    _command(debian.parent / "apt-get", "echo no such package >&2; exit 100")
    _apt_get(["libgl1"])
    assert "no such package" in capsys.readouterr().err


def test_a_library_that_is_not_there_is_noticed():
    assert not _loads(f"libnothing-{os.getpid()}.so.1")
