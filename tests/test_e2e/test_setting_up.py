"""The set-up, tried with real processes on a small checkout that needs one small package."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = getattr(sys, "_base_executable", sys.executable)
PARTS = ("__init__.py", "compiled.py", "errors.py", "screen.py", "setting_up")
PROGRAM = """
from ot_desktop.setting_up import enter

enter(window=False)
import sys
import tiny

print(sys.prefix, tiny.VERSION, *sys.argv[1:])
sys.exit(3)
"""


class Checkout:
    """A program of one file, whose lock file names ``tiny``."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder = folder
        self.wheels = wheels
        self.venv = folder / ".venv"
        self.stamp = self.venv / "set-up.stamp"

    def start(self, *arguments: str, wheels: Path | None = None) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [PYTHON, "-m", "program", *arguments],
            cwd=self.folder,
            env={
                **os.environ,
                "PIP_CONFIG_FILE": os.devnull,
                "PIP_FIND_LINKS": str(wheels or self.wheels),
                "PIP_NO_INDEX": "1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, wheels: Path | None = None) -> tuple[int, str, str]:
        process = self.start(*arguments, wheels=wheels)
        out, err = process.communicate(timeout=100)
        return process.returncode, out, err

    def lock(self, version: str) -> None:
        digest = hashlib.sha256(_wheel(self.wheels, version).read_bytes()).hexdigest()
        text = f"tiny=={version} \\\n    --hash=sha256:{digest}\n"
        (self.folder / "requirements.txt").write_text(text, encoding="utf-8")


def _wheel(folder: Path, version: str) -> Path:
    path = folder / f"tiny-{version}-py3-none-any.whl"
    if path.exists():
        return path
    about = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny.py", f"VERSION = '{version}'\n")
        wheel.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}"
        )
        wheel.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any"
        )
        wheel.writestr(f"{about}/RECORD", "")
    return path


def _bare_checkout(folder: Path) -> Checkout:
    wheels = folder / "wheels"
    checkout = Checkout(folder / "checkout", wheels)
    package = checkout.folder / "ot_desktop"
    package.mkdir(parents=True)
    wheels.mkdir()
    for part in PARTS:
        source = ROOT / "ot_desktop" / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, package / part)
    (checkout.folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    checkout.lock("1.0")
    return checkout


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    return _bare_checkout(tmp_path)


@dataclass(frozen=True)
class FirstStart:
    """A checkout after its first start, and how that went."""

    folder: Path
    status: int
    out: str
    err: str


@pytest.fixture(scope="module")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> FirstStart:
    folder = tmp_path_factory.mktemp("first")
    return FirstStart(folder, *_bare_checkout(folder).run("--demo", "two words"))


@pytest.fixture
def ready(first_start: FirstStart, tmp_path: Path) -> Checkout:
    """A checkout that has been set up already; copied, because making it takes seconds."""
    shutil.copytree(first_start.folder, tmp_path / "copy", symlinks=True)
    return Checkout(tmp_path / "copy" / "checkout", tmp_path / "copy" / "wheels")


def test_a_bare_checkout_sets_itself_up_and_goes_on_in_its_own_environment(first_start):
    venv = first_start.folder / "checkout" / ".venv"
    assert first_start.out == f"{venv} 1.0 --demo two words\n", first_start.err


def test_the_programs_exit_status_is_handed_on(first_start):
    assert first_start.status == 3


def test_the_first_start_says_what_it_is_doing(first_start):
    assert first_start.err.startswith("Setting up OT Desktop in ")


def test_a_second_start_does_nothing_and_says_nothing(ready):
    before = ready.stamp.stat().st_mtime_ns
    status, _, err = ready.run()
    assert (status, err) == (3, "")
    assert ready.stamp.stat().st_mtime_ns == before


def test_a_second_start_costs_less_than_a_tenth_of_a_second(ready):
    (ready.folder / "only.py").write_text(
        "from ot_desktop.setting_up import set_up; set_up(window=False)", encoding="utf-8"
    )

    def seconds(*arguments: str) -> float:
        started = time.perf_counter()
        subprocess.run([PYTHON, *arguments], cwd=ready.folder, check=True)
        return time.perf_counter() - started

    blank = min(seconds("-c", "pass") for _ in range(5))
    ours = min(seconds("-m", "only") for _ in range(5))
    assert ours - blank < 0.1


def test_a_changed_lock_file_is_followed(ready):
    ready.lock("2.0")
    _, out, _ = ready.run()
    assert out.split()[1] == "2.0"


def test_an_interrupted_set_up_is_redone_from_nothing(bare):
    process = bare.start()
    _wait_for(bare.venv / "pyvenv.cfg")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    left_over = bare.venv / "left-over"
    left_over.touch()
    status, _, err = bare.run()
    assert status == 3, err
    assert not left_over.exists()


def test_an_environment_of_another_python_is_made_anew(ready):
    python = ready.venv / "bin" / "python"
    python.unlink()
    python.write_text("#!/bin/sh\necho cpython-32\n", encoding="utf-8")
    python.chmod(0o755)
    ready.stamp.write_text("cpython-32\n", encoding="utf-8")
    assert ready.run()[0] == 3


def test_two_starts_at_once_set_up_once(ready):
    ready.lock("2.0")
    starts = [ready.start(), ready.start()]
    answers = [process.communicate(timeout=100) for process in starts]
    assert [process.returncode for process in starts] == [3, 3], answers
    assert sum("Setting up" in err for _, err in answers) == 1


def test_a_package_with_other_contents_than_locked_is_refused(ready):
    ready.lock("2.0")
    with (ready.wheels / "tiny-2.0-py3-none-any.whl").open("ab") as wheel:
        wheel.write(b"more")
    status, _, err = ready.run()
    assert status == 1
    assert "could not be installed" in err.splitlines()[-1]


def test_after_a_failed_set_up_the_next_start_tries_again(ready, tmp_path):
    ready.lock("2.0")
    assert ready.run(wheels=tmp_path)[0] == 1
    assert ready.run()[0] == 3


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(bare):
    bare.venv.write_text("not a folder", encoding="utf-8")
    status, _, err = bare.run()
    assert status == 1
    assert err.startswith("The program could not be set up in ")


def test_the_first_steps_need_nothing_installed():
    starts = "import ot_desktop.__main__, ot_desktop.cli, ot_desktop.setting_up.environment"
    alone = [PYTHON, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {starts}"]
    result = subprocess.run(alone, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} did not appear"
        time.sleep(0.02)
