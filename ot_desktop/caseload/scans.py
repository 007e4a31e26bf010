"""Reads a scan, photo or PDF somebody hands over; whatever is unfit is refused in one sentence.

A picture's size is read from its head before any of it is decoded, so that a small file cannot
unpack into gigabytes. It is then drawn anew: the camera's place and time, comments and thumbnails
stay behind. A PDF keeps its pages and loses what would run or hide in it.
"""

import logging
import struct
from io import BytesIO
from pathlib import Path
from typing import Any

from ot_desktop.caseload.document import Format, Scan
from ot_desktop.errors import ClinicError
from ot_desktop.paper.file_names import kept_file_name

MOST_BYTES = 20_000_000
MOST_BYTES_KEPT = 10_000_000
MOST_DOTS = 50_000_000
MOST_PAGES = 100
LONGEST_SIDE = 3508  # an A4 page at 300 dots to the inch
_QUALITY = 85

_PNG, _JPEG, _PDF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"%PDF-"
_PDF_HEAD = 1024  # readers look this far for the head of a PDF
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN, _END = 0xDA, 0xD9

# What a PDF does by itself, or carries along unseen.
_RUNS = frozenset({"/OpenAction", "/AA", "/JavaScript", "/JS", "/EmbeddedFiles", "/XFA", "/EF"})
_ACTS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"})


def read_scan(path: Path) -> Scan:
    """Read a file; raises nothing but ``ClinicError``, whatever it is."""
    try:
        if not path.is_file():
            raise ClinicError(f"There is no file {path.name}. Choose it again.")
        if path.stat().st_size > MOST_BYTES:
            raise _too_large()
        data = path.read_bytes()
    except OSError as error:
        raise ClinicError(f"{path.name} cannot be read. Check that you may open it.") from error
    return scan_of(path.name, data)


def scan_of(name: str, data: bytes) -> Scan:
    """Return a file's content fit to be kept; raises nothing but ``ClinicError``."""
    if len(data) > MOST_BYTES:
        raise _too_large()
    if data.startswith((_PNG, _JPEG)):
        kept, pages, found = _picture(data), 1, Format.JPEG
    elif _PDF in data[:_PDF_HEAD]:
        (kept, pages), found = _pages(data), Format.PDF
    else:
        raise ClinicError("Only PDF, JPG and PNG files are kept. Save it as one of these first.")
    if len(kept) > MOST_BYTES_KEPT:
        raise _too_large()
    return Scan(kept_file_name(name, found.ending), found, pages, kept)


def _too_large() -> ClinicError:
    return ClinicError("This file is too large. Scan it in gray, at 200 to 300 dots per inch.")


def _unreadable(what: str) -> ClinicError:
    return ClinicError(f"This {what} is damaged and cannot be read. Scan or save it again.")


def _picture(data: bytes) -> bytes:
    size = _png_size(data) if data.startswith(_PNG) else _jpeg_size(data)
    if size is None:
        raise _unreadable("picture")
    if not 0 < size[0] * size[1] <= MOST_DOTS:
        raise ClinicError("This picture is too large to open safely. Scan it smaller.")
    try:
        return _drawn_anew(data, size)
    except Exception as error:
        raise _unreadable("picture") from error


def _drawn_anew(data: bytes, size: tuple[int, int]) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415  (only when a picture is added)

    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.size != size:
            raise ValueError("the head told another size")
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = upright.convert("RGBA")
    bare = Image.new("RGB", seen.size, "white")
    bare.paste(seen, mask=seen.getchannel("A"))
    out = BytesIO()
    bare.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height as the first chunk of a PNG tells them."""
    head = data[len(_PNG) : len(_PNG) + 16]
    if len(head) < 16 or head[4:8] != b"IHDR":  # noqa: PLR2004  (length, name, width, height)
        return None
    width, height = struct.unpack(">II", head[8:])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height as the frame of a JPEG tells them (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004  (every marker begins so)
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        if marker in (_START_OF_SCAN, _END):
            return None
        if marker == 0xFF:  # noqa: PLR2004  (a fill byte)
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _pages(data: bytes) -> tuple[bytes, int]:
    import pikepdf  # noqa: PLC0415  (a native library, only when a PDF is added)

    # What is wrong with somebody's file is told to the person, it is no fault of the program.
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    try:
        return _quiet_pages(data)
    except ClinicError:
        raise
    except pikepdf.PasswordError as error:
        raise ClinicError(
            "This PDF is locked with a password. Save it without one first."
        ) from error
    except Exception as error:  # a hostile file makes a reader raise anything
        raise _unreadable("PDF") from error


def _quiet_pages(data: bytes) -> tuple[bytes, int]:
    import pikepdf  # noqa: PLC0415

    with pikepdf.open(BytesIO(data)) as document:
        pages = len(document.pages)
        if not 1 <= pages <= MOST_PAGES:
            raise ClinicError(f"Only PDFs of 1 to {MOST_PAGES} pages are kept. Split it.")
        if not _quieted(document):
            return data, pages  # as it came, so that a signature in it still holds
        out = BytesIO()
        document.save(out)
        return out.getvalue(), pages


def _quieted(document: Any) -> bool:
    """Take out of a PDF what runs or hides; say whether anything did."""
    import pikepdf  # noqa: PLC0415

    found = False
    waiting = [document.trailer, *document.objects]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting += [each for each in thing if _is_direct(each)]
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key in [*thing.keys()]:
                value = thing[key]
                acts = key == "/A" and _acts(value)
                if key in _RUNS or acts:
                    del thing[key]
                    found = True
                elif _is_direct(value):
                    waiting.append(value)
    return found


def _is_direct(value: Any) -> bool:
    """Say whether it stands within another; what does not is among the document's objects."""
    import pikepdf  # noqa: PLC0415

    inside = isinstance(value, pikepdf.Array | pikepdf.Dictionary)
    return inside and not value.is_indirect


def _acts(action: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    return isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) in _ACTS
