"""The system libraries Qt needs on Linux, and how Debian and Ubuntu install them."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

from ot_desktop.errors import ClinicError
from ot_desktop.screen import has_screen

# Without any of these Qt cannot even draw into memory; the Debian package that holds each.
_ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
# Without any of these it cannot open a window under X11.
_FOR_A_SCREEN = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_ALL = {**_ALWAYS, **_FOR_A_SCREEN}


def install_missing_libraries() -> None:
    """Have apt-get install what Qt lacks; raise ``ClinicError`` saying how where we may not."""
    lacking = missing_libraries(screen=True)
    if lacking and _may_install():
        _apt_get([_ALL[library] for library in lacking])
    if missing_libraries(screen=has_screen()):
        raise ClinicError(advice(lacking))


def install_missing_venv() -> None:
    """Have apt-get install what Debian's Python lacks to make environments, or say how."""
    if find_spec("ensurepip"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if _may_install() and sys.executable.startswith("/usr/bin/"):
        _apt_get([package])
    if not find_spec("ensurepip"):
        raise ClinicError(
            f"This Python cannot make environments. Run\n    {_command([package])}\n"
            "then start again."
        )


def missing_libraries(*, screen: bool) -> list[str]:
    """Return the libraries that Qt would look for in vain."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in (_ALL if screen else _ALWAYS) if not _loads(library)]


def advice(libraries: list[str]) -> str:
    """Say what is missing and the exact command that helps."""
    if not shutil.which("apt-get"):
        return (
            f"Windows cannot be drawn here without {', '.join(libraries)}. "
            "Install them with this system's package manager, then start again."
        )
    command = _command([_today_called(_ALL[library]) for library in libraries])
    return f"Windows cannot be drawn on this system yet. Run\n    {command}\nthen start again."


def _loads(library: str) -> bool:
    from ctypes import CDLL  # noqa: PLC0415  (Linux only)

    try:
        CDLL(library)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _command(packages: list[str]) -> str:
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _apt_get(packages: list[str]) -> None:
    sys.stderr.write(f"Installing {', '.join(packages)} with apt-get ...\n")
    _run_apt_get("update")
    names = [_today_called(package) for package in packages]
    failure = _run_apt_get("install", "-y", "--no-install-recommends", *names)
    sys.stderr.write(failure)


def _today_called(package: str) -> str:
    """Return the package's name here: Debian 13 and Ubuntu 24.04 renamed some for 64-bit time."""
    renamed = f"{package}t64"
    known = subprocess.run(["apt-cache", "show", renamed], capture_output=True, check=False)
    return renamed if known.returncode == 0 else package


def _run_apt_get(*arguments: str) -> str:
    """Return what apt-get complained about when it failed."""
    done = subprocess.run(
        ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr if done.returncode else ""
