"""The library as one file: a zip of ``activities/*.json`` and ``pictures/*.jpg``.

A file from elsewhere is measured before anything in it is unpacked: names, number, sizes. What is
unpacked is counted again while it comes, whatever the zip said about its size.
"""

import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.activities.checking import Remark, problems
from ot_desktop.home_programs.activities.pictures import MOST_CREDIT, photo_of
from ot_desktop.home_programs.activities.schema import (
    MOST_JSON_BYTES,
    Faults,
    activity_from,
    values_of,
)
from ot_desktop.home_programs.codec import activity_values
from ot_desktop.home_programs.domain import Activity, Photo
from ot_desktop.progress import Progress, Unwatched

MOST_BYTES = 100_000_000
MOST_BYTES_UNPACKED = 200_000_000
MOST_FILES = 2_000
MOST_PICTURE_BYTES = 20_000_000
ABOUT = "about.json"
_FORMAT, _VERSION = "ot-desktop-activities", 1
_NAME = re.compile(
    r"(activities/[a-z0-9-]{1,80}\.json|pictures/[a-zA-Z0-9_-]{1,80}\.(jpg|jpeg|png))"
)
_CHUNK = 65_536
_SYMLINK, _KIND = 0o120000, 0o170000


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong in a file, and in which of its files and fields."""

    file: str
    field: str
    sentence: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.field}" if self.field else self.file
        return f"{where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Package:
    """The activities a file holds, and what in it could not be read."""

    activities: tuple[Activity, ...]
    faults: tuple[FileFault, ...]


def packed(activities: Iterable[Activity]) -> bytes:
    """Return activities with their photos as one file; the same activities, the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        _put(zipped, ABOUT, _json({"format": _FORMAT, "version": _VERSION}))
        pictures: set[str] = set()
        for activity in sorted(activities, key=lambda one: one.key):
            values = activity_values(activity)
            if activity.photo is not None:
                values["photo"] = _photo_values(activity.photo)
                if activity.photo.name not in pictures:
                    pictures.add(activity.photo.name)
                    _put(zipped, f"pictures/{activity.photo.name}.jpg", activity.photo.jpeg)
            _put(zipped, f"activities/{activity.key}.json", _json(values))
    return out.getvalue()


def _photo_values(photo: Photo) -> dict[str, str]:
    return {"file": f"{photo.name}.jpg", "license": photo.license, "credit": photo.credit}


def _json(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=2).encode()


def _put(zipped: zipfile.ZipFile, name: str, data: bytes) -> None:
    zipped.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def read_package(path: Path, progress: Progress | None = None) -> Package:
    """Read a file; raises ``ClinicError`` when it is no such file or not safe to unpack."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ClinicError(f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise ClinicError(f"{path.name} cannot be read. Check that you may open it.") from error
    try:
        with zipfile.ZipFile(BytesIO(data)) as zipped:
            return _Reader(zipped).read(progress or Unwatched())
    except ClinicError:
        raise
    except Exception as error:  # a hostile file makes a reader raise anything
        raise ClinicError(f"{path.name} is damaged, or not a library file (.zip).") from error


class _Reader:
    """Reads one open zip."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zipped = zipped
        self._unpacked = 0
        self._faults: list[FileFault] = []
        self._files = _safe_names(zipped)
        self._photos: dict[str, Photo | str] = {}

    def read(self, progress: Progress) -> Package:
        """Return every activity that is whole, and the faults of the others."""
        self._check_about()
        found: dict[str, Activity] = {}
        names = sorted(name for name in self._files if name.startswith("activities/"))
        for number, name in enumerate(names):
            if progress.cancelled():
                raise ClinicError("Stopped. Nothing was read in.")
            progress.report(100 * number // len(names), name)
            activity = self._activity(name)
            if activity is not None and activity.key in found:
                self._say(name, Remark("key", f"“{activity.key}” is there twice."))
            elif activity is not None:
                found[activity.key] = activity
        if not names:
            raise ClinicError("There are no activities in this file.")
        return Package(tuple(found.values()), tuple(self._faults))

    def _check_about(self) -> None:
        faults = Faults()
        about = values_of(self._bytes(ABOUT, MOST_JSON_BYTES), faults)
        if about.get("format") != _FORMAT:
            raise ClinicError("This is not a file of the activity library.")
        if about.get("version") != _VERSION:
            raise ClinicError("This file was made by a newer version. Update OT Desktop first.")

    def _activity(self, name: str) -> Activity | None:
        faults = Faults()
        values = values_of(self._bytes(name, MOST_JSON_BYTES), faults)
        activity = activity_from(values, faults, self._photo) if not faults else None
        if activity is not None:
            faults += problems(activity)
        for fault in faults:
            self._say(name, fault)
        return None if faults else activity

    def _photo(self, named: Any, faults: Faults) -> Photo | None:
        keys = ("file", "license", "credit")
        if not isinstance(named, dict) or not all(isinstance(named.get(key), str) for key in keys):
            faults.say("photo", "Write file, license and credit, each a text in quotes.")
            return None
        if max(len(named["license"]), len(named["credit"])) > MOST_CREDIT:
            faults.say("photo.credit", f"Keep license and credit to {MOST_CREDIT} letters each.")
            return None
        found = self._read_photo(f"pictures/{named['file']}")
        if isinstance(found, str):
            faults.say("photo.file", found)
            return None
        return Photo(found.name, found.jpeg, named["license"].strip(), named["credit"].strip())

    def _read_photo(self, name: str) -> Photo | str:
        """Return a picture, or the sentence that says why it cannot be taken; each read once."""
        if name not in self._photos:
            self._photos[name] = self._new_photo(name)
        return self._photos[name]

    def _new_photo(self, name: str) -> Photo | str:
        if name not in self._files:
            return f"There is no {name[:100]} in the file."
        try:
            return photo_of(name.rpartition("/")[2], self._bytes(name, MOST_PICTURE_BYTES))
        except ClinicError as refusal:
            return str(refusal)

    def _bytes(self, name: str, most: int) -> bytes:
        """Unpack one file, counting; a size the zip told is not believed."""
        if name not in self._files:
            raise ClinicError("This is not a file of the activity library.")
        out = bytearray()
        with self._zipped.open(self._files[name]) as packed_file:
            while chunk := packed_file.read(_CHUNK):
                out += chunk
                self._unpacked += len(chunk)
                if len(out) > most or self._unpacked > MOST_BYTES_UNPACKED:
                    raise ClinicError(f"{name} unpacks to more than is safe. Nothing was read in.")
        return bytes(out)

    def _say(self, file: str, fault: Remark) -> None:
        self._faults.append(FileFault(file, fault.field, fault.sentence))


def _safe_names(zipped: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files by name, or refuse the zip: a strange name is never unpacked."""
    listed = zipped.infolist()
    if len(listed) > MOST_FILES:
        raise ClinicError(f"The file holds more than {MOST_FILES} files. Nothing was read in.")
    if sum(one.file_size for one in listed) > MOST_BYTES_UNPACKED:
        raise ClinicError("The file unpacks to more than is safe. Nothing was read in.")
    found: dict[str, zipfile.ZipInfo] = {}
    for one in listed:
        name = one.filename
        if name in {"activities/", "pictures/"}:
            continue
        is_link = (one.external_attr >> 16) & _KIND == _SYMLINK
        if is_link or not (name == ABOUT or _NAME.fullmatch(name)) or name in found:
            raise ClinicError(f"The file holds “{name[:60]}”, which does not belong into it.")
        if one.flag_bits & 1:
            raise ClinicError("The file is locked with a password. Save it without one first.")
        found[name] = one
    return found
