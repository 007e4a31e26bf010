"""The checks a change must pass, and how the lock files are written."""

import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from ot_desktop.setting_up import CHECKS_LOCK, PROGRAM_LOCK

CHECKOUT = Path(__file__).parents[1]
CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "imports": [
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-logo",
    ],
    # One process a core; windows and clinics are each process's own. "-- -n0" uses just one.
    "pytest": ["-m", "pytest", "--numprocesses=auto", "--dist=worksteal"],
}
LOCK = [
    *["-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal"],
    *["--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"],
    *["--extra", "engine"],
]


def main() -> int:
    """Do what the command line asks and return the exit status."""
    ours, theirs = _split(sys.argv[1:])
    parser = ArgumentParser(prog="python3 -m tests", usage="%(prog)s [CHECK ...] [-- OPTION ...]")
    parser.add_argument("checks", nargs="*", metavar="CHECK", help=f"of {', '.join(CHECKS)}")
    parser.add_argument("--set-up", action="store_true", help="only set up")
    parser.add_argument("--lock", action="store_true", help="write the lock files anew")
    asked = parser.parse_args(ours)
    unknown = set(asked.checks) - set(CHECKS)
    if unknown:
        parser.error(f"no check is called {', '.join(unknown)}; there are {', '.join(CHECKS)}.")
    if asked.lock:
        return _lock(theirs)
    return _check(asked.checks or list(CHECKS), theirs)


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:end], arguments[end + 1 :]


def _check(names: list[str], for_pytest: list[str]) -> int:
    """Run the checks; all of them even when one fails, so that one run shows everything."""
    failed = []
    for name in names:
        extra = for_pytest if name == "pytest" else []
        print(f"\n== {name} ==", flush=True)
        started = time.monotonic()
        if _run([*CHECKS[name], *extra]):
            failed.append(name)
        if name != "pytest":  # pytest closes with its own line
            print(f"== {name}: {time.monotonic() - started:.1f} s ==", flush=True)
    if failed:
        print(f"\nFailed: {', '.join(failed)}.")
    return 1 if failed else 0


def _lock(for_uv: list[str]) -> int:
    """Pin the newest fitting version of what is not pinned yet; ``-- --upgrade`` renews all."""
    program = _run([*LOCK, "--output-file", PROGRAM_LOCK, *for_uv])
    same_versions = ["--extra", "dev", "--constraint", PROGRAM_LOCK]
    return program or _run([*LOCK, *same_versions, "--output-file", CHECKS_LOCK, *for_uv])


def _run(arguments: list[str]) -> int:
    return subprocess.call([sys.executable, *arguments], cwd=CHECKOUT)
