"""Compiles the planner's engine with Cython where a C compiler is; without one it runs as it is.

``python -m ot_desktop.setting_up.engine`` compiles this checkout's.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from ot_desktop import compiled

_ROOT = Path(compiled.SOURCES).parents[1]
_COMPILERS = ("cc", "gcc", "clang")
_DIRECTIVES = {
    "language_level": 3,
    "annotation_typing": False,  # ``int`` is Python's in the sources; the .pxd files say which fit
    "infer_types": True,
    "boundscheck": False,
    "wraparound": False,
    "cdivision": True,
    "initializedcheck": False,
}


def compile_engine(python: Path) -> None:
    """Compile the engine of this checkout with the environment's Cython."""
    if sys.platform != "win32" and not any(map(shutil.which, _COMPILERS)):
        return
    sys.stderr.write("Compiling the planner (once, half a minute) ...\n")
    sys.stderr.flush()
    subprocess.run(
        [str(python), "-m", "ot_desktop.setting_up.engine"],
        cwd=_ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def compile_into(folder: Path) -> bool:
    """Compile the engine into a folder that is there completely or not at all; say whether it is.

    Where compiling fails the folder is left empty, so that it is not tried at every start.
    """
    folder.parent.mkdir(exist_ok=True)
    for old in folder.parent.iterdir():
        shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        built = Path(scratch, "built")
        modules = built / "ot_desktop" / "planning"
        done = _run_cython(Path(scratch), built)
        if not done:
            shutil.rmtree(built, ignore_errors=True)
        modules.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # another start was quicker
            modules.rename(folder)
    return done


def _run_cython(scratch: Path, built: Path) -> bool:
    try:
        from Cython.Build import cythonize  # noqa: PLC0415  (only where it is compiled)
        from setuptools import Distribution, Extension  # noqa: PLC0415
    except ImportError:
        return False
    flags = [] if sys.platform == "win32" else ["-O2", "-g0"]
    extensions = [
        Extension(
            f"ot_desktop.planning.{module}",
            [f"ot_desktop/planning/{module}.py"],
            extra_compile_args=flags,
        )
        for module in compiled.MODULES
    ]
    before = Path.cwd()
    os.chdir(_ROOT)
    try:
        made = cythonize(
            extensions, build_dir=str(scratch), compiler_directives=_DIRECTIVES, quiet=True
        )
        distribution = Distribution({"ext_modules": made})
        command = distribution.get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(built), str(scratch / "objects")
        command.parallel = os.cpu_count()
        command.ensure_finalized()
        command.run()
    except Exception as failure:  # noqa: BLE001  (whatever a compiler may say)
        sys.stderr.write(f"The planner could not be compiled: {failure}\n")
        return False
    finally:
        os.chdir(before)
    return True


if __name__ == "__main__":
    compile_into(Path(compiled.folder()))
