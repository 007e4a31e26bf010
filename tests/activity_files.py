"""Activities and library files for tests: whole ones, odd ones and hostile ones."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

from PIL import Image

from ot_desktop.home_programs import library
from ot_desktop.home_programs.activities.domain import blank, with_words
from ot_desktop.home_programs.activities.package import packed
from ot_desktop.home_programs.codec import activity_values
from ot_desktop.home_programs.domain import Activity, ActivityWords, Routine, Skill

WORDS = ActivityWords(
    title="Sock toss",
    short_title="Sock toss",
    when="After dinner",
    why="It helps the eyes and hands work as a team.",
    need="3 rolled socks and a basket.",
    steps=("Put the basket 3 steps away.", "Toss one sock at a time."),
    say="Look, then toss.",
    too_hard="Move the basket close.",
    too_easy="Take 2 steps back.",
    safety=(),
    picture="A child tosses a sock into a basket.",
)


def sock_toss(**changes) -> Activity:
    """Return a finished activity that is not in the library yet."""
    whole = replace(blank(), skills=(Skill.GROSS_MOTOR,), routines=(Routine.PLAY,))
    return with_words(whole, "en", replace(WORDS, **changes))


def reworded(key: str, **changes) -> Activity:
    """Return a built-in activity with other English words."""
    activity = library.activity(key)
    return with_words(activity, "en", replace(activity.words["en"], **changes))


def a_photo(size: tuple[int, int] = (60, 40), kind: str = "JPEG", **how) -> bytes:
    """Return a picture as a camera would write it."""
    out = io.BytesIO()
    Image.new("RGB", size, "orange").save(out, kind, **how)
    return out.getvalue()


def a_file(place: Path, *activities: Activity) -> Path:
    """Write a library file."""
    file = place / "activities.zip"
    file.write_bytes(packed(activities))
    return file


def a_zip(place: Path, files: dict[str, bytes | str]) -> Path:
    """Write a zip with these files beside the one that says what it is."""
    about = json.dumps({"format": "ot-desktop-activities", "version": 1})
    file = place / "activities.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        zipped.writestr("about.json", about)
        for name, content in files.items():
            zipped.writestr(name, content)
    return file


def as_json(activity: Activity, **changes) -> str:
    """Return an activity's file with some fields replaced."""
    return json.dumps(activity_values(activity) | changes)
