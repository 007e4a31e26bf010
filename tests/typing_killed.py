"""Somebody types a note without a pause, and the program is killed in the middle of it.

The typist is a program of its own: the real page on the real file. It tells each word with the
moment it was typed; what the file says afterwards is what was kept.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from db.connection import close_database, open_database
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.services import Services, services_for
from tests.note_builders import notes_of

ROOT = Path(__file__).parents[1]
MOST_MISSING_S = 2.0
WORD_EVERY_MS = 30
SHORTEST_S, LONGEST_S = 0.1, 5.0
GONE = "gone\n"


@dataclass(frozen=True)
class Killed:
    """How one cycle ended: words typed, words kept, seconds of typing missing."""

    typed: int
    kept: int
    missing_s: float
    is_offered: bool

    @property
    def is_right(self) -> bool:
        """At most two seconds are missing, and what was kept is offered at the next start."""
        return self.missing_s <= MOST_MISSING_S and self.is_offered == (self.kept > 0)


class Typists:
    """Starts a program that types, again and again.

    It is forked from one that has loaded all code and holds neither file nor window, so that a
    cycle takes as long as the typing.
    """

    def __enter__(self) -> "Typists":
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.typing_killed"],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._program.stdin.close()
        self._program.stdout.close()
        self._program.wait()

    def killed_while_typing(self, clinic: dict, session_id: int, after_s: float) -> Killed:
        """Let somebody type in a visit's note, kill the program, and start again."""
        killed_at, typed_at = self._type(clinic | {"session": session_id}, after_s)
        services = opened(clinic)
        try:
            notes = notes_of(services)
            mine = [note for note in notes.unfinished() if note.is_mine and note.saved_at]
            page = notes.open_note(session_id)
        finally:
            close_database()
        kept = page.content.session.did.text.count("word")
        missing = typed_at[kept:]
        return Killed(
            len(typed_at),
            kept,
            killed_at - missing[0] if missing else 0.0,
            session_id in {note.session_id for note in mine} and page.is_written_in,
        )

    def _type(self, clinic: dict, after_s: float) -> tuple[float, list[float]]:
        """Return when the program was killed, and when each word had been typed."""
        print(json.dumps(clinic), file=self._program.stdin, flush=True)
        told = self._program.stdout
        pid = int(told.readline())
        typed_at = [float(told.readline())]
        while typed_at[-1] - typed_at[0] < after_s:
            typed_at.append(float(told.readline()))
        os.kill(pid, signal.SIGKILL)
        killed_at = time.monotonic()
        while (line := told.readline()) != GONE:
            if line.count(".") == 1 and line.endswith("\n"):
                typed_at.append(float(line))
        return killed_at, typed_at


def a_random_moment(dice: random.Random) -> float:
    """Return how long somebody types before the program is killed."""
    return dice.uniform(SHORTEST_S, LONGEST_S)


def opened(clinic: dict) -> Services:
    """Open the clinic as whoever typed."""
    open_database(Path(clinic["file"]), bytes.fromhex(clinic["key"]))
    return services_for(
        SignedIn(clinic["user"], "Amara Okafor", Role.THERAPIST, clinic["therapist"], "OTR/L")
    )


def type_until_killed(clinic: dict) -> None:
    """Be the typist: open the note and type a word every 30 ms."""
    services = opened(clinic)
    app = QApplication([])
    install_theme(app)
    page = SessionNotePage(notes_of(services), Answers())
    page.show()
    page.open_note(clinic["session"])

    def type_a_word() -> None:
        page.editor.session.did.text_area.insertPlainText("word ")
        tell(time.monotonic())

    timer = QTimer(interval=WORD_EVERY_MS)
    timer.timeout.connect(type_a_word)
    timer.start()
    app.exec()


def tell(what: object) -> None:
    """Tell whoever started this process, a line at a time."""
    os.write(sys.stdout.fileno(), f"{what}\n".encode())


def be_forked() -> None:
    """Fork a typist for each line that is read, and say when it is gone."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            type_until_killed(json.loads(line))
        tell(pid)
        os.waitpid(pid, 0)
        tell(GONE.strip())


if __name__ == "__main__":
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from tests.note_answers import Answers
    from ui.notes.page import SessionNotePage
    from ui.theme import install_theme

    be_forked()
