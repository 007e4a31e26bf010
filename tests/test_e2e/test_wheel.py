"""The wheel: one name of its own, everything it needs inside, and it runs."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import ot_desktop
from ot_desktop import compiled
from tests.planning_cases import PLANS

ROOT = Path(__file__).parents[2]
VERSION = ot_desktop.__version__


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("site")
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    _python(*install, "--target", str(folder), str(wheel))
    return folder


def test_the_wheel_owns_one_name(wheel):
    names = {name.partition("/")[0] for name in _contents(wheel)}
    assert names == {"ot_desktop", f"ot_desktop-{VERSION}.dist-info"}


@pytest.mark.parametrize("layer", ["ui", "db", "resources"])
def test_the_wheel_carries_every_file_of_a_layer(wheel, layer):
    ours = {
        f"ot_desktop/_bundle/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / layer).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours - set(_contents(wheel)) == set()


def test_the_wheel_carries_its_licence(wheel):
    assert f"ot_desktop-{VERSION}.dist-info/licenses/LICENSE" in _contents(wheel)


def test_the_installed_command_knows_its_version(site, tmp_path):
    answer = _run_installed(site, tmp_path, str(site / "bin" / "ot-desktop-cli"), "--version")
    assert answer.strip().endswith(VERSION)


def test_the_installed_program_finds_its_own_folders(site, tmp_path):
    code = "import ot_desktop, ui, db, resources; print(resources.path('tokens.json'), ui.__file__)"
    paths = _run_installed(site, tmp_path, "-c", code).split()
    assert [Path(path).is_relative_to(site) for path in paths] == [True, True]


def test_the_installed_program_does_not_set_anything_up(site, tmp_path):
    _run_installed(site, tmp_path, "-m", "ot_desktop", "--help")
    assert not (site / ".venv").exists()


@pytest.mark.skipif(not compiled.paths(), reason="the engine is not compiled here")
def test_the_installed_planner_is_compiled_and_finds_a_plan(site, tmp_path):
    instance, plan = PLANS / "XS-1.00-s1.json", tmp_path / "plan.json"
    asked = ["plan", str(instance), "-o", str(plan), "--iterations", "40"]
    _run_installed(site, tmp_path, str(site / "bin" / "ot-desktop-cli"), *asked)
    code = "from ot_desktop.planning import response; print(response.__file__)"
    used = Path(_run_installed(site, tmp_path, "-c", code).strip())
    assert (used.suffix != ".py", used.is_relative_to(site)) == (True, True)
    assert json.loads(plan.read_text(encoding="utf-8"))["solver"] == "planner"


def _contents(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def _run_installed(site: Path, elsewhere: Path, *arguments: str) -> str:
    return _python(*arguments, cwd=elsewhere, env={**os.environ, "PYTHONPATH": str(site)})


def _python(*arguments: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
