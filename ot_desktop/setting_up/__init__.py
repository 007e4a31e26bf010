"""Goes on inside a checkout's own environment, setting it up first where needed.

Everything in this package uses the standard library alone: it runs before anything is installed.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

from ot_desktop import compiled
from ot_desktop.errors import ClinicError
from ot_desktop.screen import has_screen

PROGRAM_LOCK = "requirements.txt"
CHECKS_LOCK = "requirements-dev.txt"

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT = _PACKAGE.parent
_VENV = _CHECKOUT / ".venv"


def enter(*, checks: bool = False, window: bool = True) -> None:
    """Return once this process runs in the environment it needs; an installed program has it."""
    if not _is_checkout():
        return
    set_up(checks=checks, window=window)
    if Path(sys.prefix).resolve() != _VENV.resolve():
        _restart_with(python_of(_VENV))


def set_up(*, checks: bool = False, window: bool = True) -> None:
    """Set up this checkout where that is needed, or end the program with a sentence."""
    locks = [_CHECKOUT / lock for lock in (PROGRAM_LOCK, CHECKS_LOCK)[: 1 + checks]]
    seen = _VENV / ("set-up.libraries-for-a-screen" if has_screen() else "set-up.libraries")
    if not is_up_to_date(_VENV, locks) or not (seen.exists() or not window):
        _install(locks, window=window)
        if window:
            seen.touch()
    if compiled.is_due():
        from ot_desktop.setting_up.engine import compile_engine  # noqa: PLC0415  (rarely needed)

        compile_engine(python_of(_VENV))


def _install(locks: list[Path], *, window: bool) -> None:
    """Install what is missing, of this system and into the environment."""
    from ot_desktop.setting_up.environment import build  # noqa: PLC0415  (rarely needed)
    from ot_desktop.setting_up.system_packages import install_missing  # noqa: PLC0415

    try:
        install_missing(environment=not python_of(_VENV).exists(), window=window)
        build(_VENV, locks)
    except ClinicError as refusal:
        sys.exit(str(refusal))


def is_up_to_date(venv: Path, locks: list[Path]) -> bool:
    """Say whether all that ``locks`` name is installed for this version of Python."""
    try:
        stamp = stamp_of(venv).read_text(encoding="utf-8")
    except OSError:
        return False
    return stamp.startswith(wanted(locks)) and python_of(venv).exists()


def wanted(locks: list[Path]) -> str:
    """Return what the stamp of an environment says when it holds exactly these locks.

    The whole text rather than its hash: comparing it is quicker than importing ``hashlib``.
    """
    texts = [lock.read_text(encoding="utf-8") for lock in locks]
    return "\n".join([python_tag(), *texts])


def python_tag() -> str:
    """Return which Python this is, as far as installed packages can tell."""
    return f"{sys.implementation.cache_tag}{getattr(sys, 'abiflags', '')}"


def python_of(venv: Path) -> Path:
    """Return the interpreter of an environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def stamp_of(venv: Path) -> Path:
    """Return the file that says what is installed in an environment."""
    return venv / "set-up.stamp"


def _is_checkout() -> bool:
    return (_CHECKOUT / PROGRAM_LOCK).is_file() and not (_PACKAGE / "_bundle").is_dir()


def _restart_with(python: Path) -> NoReturn:
    """Run the same command again with the environment's Python, and end as it ends."""
    command = [str(python), *sys.orig_argv[1:]]
    if sys.platform != "win32":
        os.execv(command[0], command)  # never returns
    import subprocess  # noqa: PLC0415  (Windows cannot replace a process)

    sys.exit(subprocess.call(command))
