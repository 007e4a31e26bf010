"""Where the demo clinic is kept: made anew each day, so that its week is always this week."""

from pathlib import Path

from ot_desktop.clock import now_local, today
from ot_desktop.demo.clinic import make_demo_clinic
from ot_desktop.paths import ClinicFolder


def demo_clinic(root: Path | None) -> ClinicFolder:
    """Return the demo clinic in ``root``, or today's own one; make it where there is none yet."""
    from platformdirs import user_cache_path  # noqa: PLC0415  (only the demo needs it)

    if root is None:
        root = user_cache_path("OT Desktop", appauthor=False) / "demo" / today().isoformat()
    folder = ClinicFolder(root)
    if not folder.exists():
        make_demo_clinic(folder, today(), now=now_local().time())
    return folder
