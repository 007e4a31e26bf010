"""Makes the environment in a checkout and installs into it exactly what the lock files name."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ot_desktop.errors import ClinicError
from ot_desktop.setting_up import is_up_to_date, python_of, python_tag, stamp_of, wanted

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_UNFINISHED = "unfinished"
_GUARD = "set-up.lock"
_TAIL_LINES = 15


def build(venv: Path, locks: list[Path]) -> None:
    """Make ``venv`` hold what ``locks`` name; raise ``ClinicError`` when that fails."""
    try:
        venv.mkdir(exist_ok=True)
        with _alone(venv):
            if not is_up_to_date(venv, locks):
                _build(venv, locks)
    except OSError as error:
        raise ClinicError(f"The program could not be set up in {venv}: {error}.") from error


def _build(venv: Path, locks: list[Path]) -> None:
    started = time.monotonic()
    _say(f"Setting up OT Desktop in {venv} (the first time takes a minute or two) ...\n")
    reusable = _is_reusable(venv)
    stamp_of(venv).write_text(_UNFINISHED, encoding="utf-8")
    if not reusable:
        _make_anew(venv)
    _install(venv, locks[-1])
    finished = venv / "set-up.new-stamp"
    finished.write_text(wanted(locks), encoding="utf-8")
    finished.replace(stamp_of(venv))
    _say(f"Set up in {time.monotonic() - started:.0f} s.\n")


def _is_reusable(venv: Path) -> bool:
    """Say whether the environment is whole and of this version of Python."""
    stamp = stamp_of(venv)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == _UNFINISHED:
        return False
    if not python_of(venv).exists():
        return False
    asked = "import pip, sys; print(sys.implementation.cache_tag + getattr(sys, 'abiflags', ''))"
    answer = _run([str(python_of(venv)), "-I", "-c", asked])
    return answer.stdout.strip() == python_tag()


def _make_anew(venv: Path) -> None:
    for entry in venv.iterdir():
        if entry.name in (_GUARD, stamp_of(venv).name):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    # The interpreter behind an environment, as the environment itself has just been emptied.
    base = getattr(sys, "_base_executable", sys.executable)
    made = _run([base, "-I", "-m", "venv", str(venv)])
    if made.returncode != 0:
        _say(made.stdout)
        raise ClinicError(f"{base} could not make an environment in {venv}; its words are above.")


def _install(venv: Path, lock: Path) -> None:
    """Install the lock file's packages; the last lock always names everything of the others."""
    pip = [str(python_of(venv)), "-I", "-m", "pip", "install", "--no-input", "--progress-bar=off"]
    exactly = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(lock)]
    total = sum(line[:1].isalpha() for line in lock.read_text(encoding="utf-8").splitlines())
    with subprocess.Popen(
        [*pip, *exactly],
        env={**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        words = _follow(process.stdout or [], total)
    if process.returncode != 0:
        stamp_of(venv).unlink()  # pip left the environment whole, so the next try may build on it
        _say("".join(words[-_TAIL_LINES:]))
        raise ClinicError(
            "The parts OT Desktop is made of could not be installed; pip's words are above. "
            "Check the internet connection, then start again."
        )


def _follow(lines: IO[str] | list[str], total: int) -> list[str]:
    """Show a terminal how far pip is; return all it said."""
    words = []
    done = 0
    for line in lines:
        words.append(line)
        if line.startswith("Collecting ") and sys.stderr.isatty():
            done += 1
            name = line.split()[1].partition("==")[0]
            _say(f"\r  {min(done, total)} of {total}: {name:<30}")
        if line.startswith("Installing ") and sys.stderr.isatty():
            _say(f"\r  {'putting everything in place ...':<40}\n")
    return words


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@contextmanager
def _alone(venv: Path) -> Iterator[None]:
    """Wait until no other process sets up the same environment."""
    with (venv / _GUARD).open("a", encoding="utf-8") as guard:
        if not _lock(guard):
            _say("Waiting for another start that is setting up ...\n")
            while not _lock(guard):
                time.sleep(0.2)
        yield  # closing the file, or the end of the process, gives the lock back


def _lock(guard: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            guard.seek(0)
            msvcrt.locking(guard.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _say(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()
