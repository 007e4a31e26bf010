"""The most memory a process ever held, by its own account."""

import sys
from pathlib import Path


def peak_mib() -> float:
    """Return the peak resident memory of this process in MiB; 0 where nobody can say."""
    status = Path("/proc/self/status")
    if status.exists():
        # getrusage would count the parent's memory of the moment before exec, too.
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20)
