"""The most memory a process ever held, by its own account."""

import sys
from pathlib import Path


def peak_mib() -> float:
    """Return the peak resident memory of this process in MiB; 0 where nobody can say."""
    # getrusage would count the parent's memory of the moment before exec, too.
    peak = peak_mib_of("self")
    if peak:
        return peak
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20)


def peak_mib_of(process: int | str) -> float:
    """Return the peak of another process by its number; 0 where it is gone or nobody can say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
