"""A draft outlives the program: killed while saving, it is there when the file opens again."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.connection import close_database, open_database
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.services import services_for
from tests.note_builders import a_visit_on_disk, notes_of

ROOT = Path(__file__).parents[2]

# Types a longer text at every save and says so after the save has returned.
TYPIST = """
import json, sys
from dataclasses import replace
from pathlib import Path
from db.connection import open_database
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.services import services_for
from tests.note_builders import notes_of

told = json.loads(sys.argv[1])
open_database(Path(told["file"]), bytes.fromhex(told["key"]))
user = SignedIn(told["user"], "Amara Okafor", Role.THERAPIST, told["therapist"], "OTR/L")
notes = notes_of(services_for(user))
content = notes.open_note(told["session"]).content
for count in range(1, 100_000):
    did = replace(content.session.did, text="word " * count)
    notes.save_draft(told["session"], replace(content, session=replace(content.session, did=did)))
    print(count, flush=True)
"""


@pytest.fixture
def clinic(tmp_path):
    yield a_visit_on_disk(tmp_path)
    close_database()


def killed_after(clinic, saves):
    """Run the typist, kill it once it has told of ``saves`` saves; return the last one told."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", TYPIST, json.dumps(clinic)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as typist:
        last = 0
        while last < saves:
            last = int(typist.stdout.readline())
        typist.send_signal(signal.SIGKILL)
        rest = typist.stdout.read().split()
    return int(rest[-1]) if rest else last


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")
@pytest.mark.parametrize("saves", [1, 7, 23])
def test_a_killed_program_loses_nothing_it_had_saved(clinic, saves):
    told = killed_after(clinic, saves)
    open_database(Path(clinic["file"]), bytes.fromhex(clinic["key"]))
    user = SignedIn(clinic["user"], "Amara Okafor", Role.THERAPIST, clinic["therapist"], "OTR/L")
    page = notes_of(services_for(user)).open_note(clinic["session"])
    assert page.saved_at is not None
    # One more may have reached the disk before its news did.
    assert page.content.session.did.text.count("word") in (told, told + 1)
