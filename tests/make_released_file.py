"""Keeps a clinic as this release writes it: ``python3 -m tests.make_released_file``, at a release.

The folder ``tests/data/clinic-VERSION`` holds a small clinic of invented people, and ``facts.json``
with what it says. Every later release must open it and say the same (test_released_files.py).
A folder of an earlier release is never made anew.
"""

import json
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from ot_desktop import __version__
from ot_desktop.setting_up import enter

DATA = Path(__file__).parent / "data"
MONDAY = date(2026, 11, 9)


def main() -> int:
    """Make the folder of this release; return 0."""
    from db import connection  # noqa: PLC0415  (after the set-up)
    from tests.released_facts import facts_of  # noqa: PLC0415
    from tests.working_clinic import a_working_clinic, services_as  # noqa: PLC0415

    target = DATA / f"clinic-{__version__}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as place:
        folder = a_working_clinic(Path(place), MONDAY).folder
        facts = facts_of(services_as(folder, "Amara Okafor"))
        connection.close_database()
        for file in (folder.data_file, folder.key_file):
            shutil.copy(file, target)
    text = json.dumps(facts, indent=2, ensure_ascii=False)
    (target / "facts.json").write_text(f"{text}\n", encoding="utf-8")
    sys.stdout.write(f"{target}\n")
    return 0


if __name__ == "__main__":
    enter(checks=True)
    sys.exit(main())
