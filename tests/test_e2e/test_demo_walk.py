"""The demo without a screen, walked as a whole: what it leaves in its folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def walked(clinic: Path, out: Path) -> str:
    """Walk the demo clinic in ``clinic``; return what was said."""
    command = [sys.executable, "-m", "ot_desktop", "--demo", "--clinic", clinic, "--out", out]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.timeout(600)
def test_the_demo_can_be_walked_again_in_a_clinic_that_was_kept(tmp_path):
    first = walked(tmp_path / "clinic", tmp_path / "first")
    again = walked(tmp_path / "clinic", tmp_path / "again")
    assert "Signed the note of" in first
    assert "an earlier walk through this clinic signed it" in again
    assert list((tmp_path / "again").glob("*.pdf"))
