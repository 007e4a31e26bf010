"""What Python and Qt need of a Linux system, and how Debian and Ubuntu install it."""

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
# Debian and Ubuntu split it off from Python.
_MAKES_ENVIRONMENTS = "ensurepip"
_PACKAGES = {
    _MAKES_ENVIRONMENTS: f"python{sys.version_info.major}.{sys.version_info.minor}-venv",
    **_ALWAYS,
    **_FOR_A_SCREEN,
}
_INSTALL = "sudo apt-get install --no-install-recommends"


def install_missing(*, environment: bool, window: bool) -> None:
    """Have apt-get install what making an environment or showing a window needs and lacks.

    Raises ``ClinicError`` with the command to run where only an administrator may.
    """
    lacking = missing(environment=environment, window=window, screen=True)
    if lacking and _may_install():
        _apt_get([_PACKAGES[part] for part in lacking])
    if missing(environment=environment, window=window, screen=has_screen()):
        raise ClinicError(advice(lacking))


def missing(*, environment: bool, window: bool, screen: bool) -> list[str]:
    """Return the parts of the system that would be looked for in vain."""
    modules = [_MAKES_ENVIRONMENTS] if environment and not find_spec(_MAKES_ENVIRONMENTS) else []
    if not (window and sys.platform.startswith("linux")):
        return modules
    libraries = [*_ALWAYS, *_FOR_A_SCREEN] if screen else list(_ALWAYS)
    return modules + [library for library in libraries if not _loads(library)]


def advice(lacking: list[str]) -> str:
    """Say what is missing and the exact command that helps."""
    if not shutil.which("apt-get"):
        return (
            f"OT Desktop cannot start on this system without {', '.join(lacking)}. "
            "Install them with its package manager, then start again."
        )
    packages = [_today_called(_PACKAGES[part]) for part in lacking]
    return (
        "OT Desktop needs a little more of this system. Run\n"
        f"    {_INSTALL} {' '.join(packages)}\nthen start again."
    )


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
