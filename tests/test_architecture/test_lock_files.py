"""What the lock files promise: everything named, with its hash, from nowhere in particular."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "requirements.txt"
CHECKS = ROOT / "requirements-dev.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("lock", [PROGRAM, CHECKS], ids=lambda lock: lock.name)
def test_a_lock_file_names_no_host(lock):
    text = lock.read_text(encoding="utf-8")
    assert re.findall(r"://|--\w*index|--find-links|--trusted-host|\.(?:com|org|net)\b", text) == []


@pytest.mark.parametrize("lock", [PROGRAM, CHECKS], ids=lambda lock: lock.name)
def test_every_package_is_locked_to_a_version_and_hashes(lock):
    packages = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    assert [package for package in packages if not re.search(r"^\S+==\S+ .*--hash=", package)] == []


def test_the_programs_lock_file_names_everything_the_program_imports():
    assert _names(PROJECT["dependencies"]) - set(_pins(PROGRAM)) == set()


def test_the_checks_lock_file_names_everything_the_checks_run():
    assert _names(PROJECT["optional-dependencies"]["dev"]) - set(_pins(CHECKS)) == set()


def test_the_checks_run_with_the_very_versions_the_program_gets():
    assert set(_pins(PROGRAM).items()) <= set(_pins(CHECKS).items())


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in requirements}


def _pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))
