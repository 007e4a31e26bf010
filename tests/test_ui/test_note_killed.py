"""Killed while somebody types: at most two seconds of typing are missing at the next start."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.connection import close_database, open_database
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.services import services_for
from tests.note_builders import a_visit_on_disk, notes_of

ROOT = Path(__file__).parents[2]
MOST_MISSING_S = 2.0

# Types a word every 30 ms and never pauses; tells each word with the moment it was typed.
TYPIST = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from db.connection import open_database
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.services import services_for
from tests.note_answers import Answers
from tests.note_builders import notes_of
from ui.notes.page import SessionNotePage
from ui.theme import install_theme

told = json.loads(sys.argv[1])
open_database(Path(told["file"]), bytes.fromhex(told["key"]))
user = SignedIn(told["user"], "Amara Okafor", Role.THERAPIST, told["therapist"], "OTR/L")
app = QApplication([])
install_theme(app)
page = SessionNotePage(notes_of(services_for(user)), Answers())
page.show()
page.open_note(told["session"])
count = 0
def type_a_word():
    global count
    count += 1
    page.editor.session.did.text_area.insertPlainText("word ")
    print(count, time.monotonic(), flush=True)
timer = QTimer()
timer.timeout.connect(type_a_word)
timer.start(30)
app.exec()
"""


@pytest.fixture
def clinic(tmp_path):
    yield a_visit_on_disk(tmp_path)
    close_database()


def typed_until_killed(clinic, after_s):
    """Return when the process was killed, and when each word had been typed."""
    command = [sys.executable, "-c", TYPIST, json.dumps(clinic)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as typist:
        lines = [typist.stdout.readline()]
        while float(lines[-1].split()[1]) - float(lines[0].split()[1]) < after_s:
            lines.append(typist.stdout.readline())
        typist.send_signal(signal.SIGKILL)
        killed_at = time.monotonic()
        lines += typist.stdout.read().splitlines()
    return killed_at, [float(line.split()[1]) for line in lines if line.count(" ") == 1]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")
@pytest.mark.parametrize("after_s", [2.6, 4.3])
def test_at_most_two_seconds_of_typing_are_missing(clinic, after_s):
    killed_at, typed_at = typed_until_killed(clinic, after_s)
    open_database(Path(clinic["file"]), bytes.fromhex(clinic["key"]))
    user = SignedIn(clinic["user"], "Amara Okafor", Role.THERAPIST, clinic["therapist"], "OTR/L")
    page = notes_of(services_for(user)).open_note(clinic["session"])
    kept = page.content.session.did.text.count("word")
    missing = typed_at[kept:]
    assert kept > 0
    assert not missing or killed_at - missing[0] <= MOST_MISSING_S
