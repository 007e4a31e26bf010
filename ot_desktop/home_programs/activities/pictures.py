"""A photo somebody hands over, made fit to be kept: upright, small, without place and camera."""

from hashlib import sha256
from io import BytesIO

from ot_desktop.caseload.document import Format
from ot_desktop.caseload.scans import scan_of
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.domain import Photo

LONGEST_SIDE = 1200  # 7.5 cm on paper at 400 dots to the inch
_QUALITY = 85
MOST_CREDIT = 120


def photo_of(name: str, data: bytes, license_: str = "", credit: str = "") -> Photo:
    """Return a picture's photo; raises ``ClinicError`` for what is no JPG or PNG, or too large."""
    scan = scan_of(name, data)
    if scan.format is not Format.JPEG:
        raise ClinicError("Choose a JPG or PNG picture.")
    jpeg = data if _is_kept_already(data) else _smaller(scan.content)
    return Photo(sha256(jpeg).hexdigest(), jpeg, license_.strip(), credit.strip())


def _is_kept_already(data: bytes) -> bool:
    """Say whether it is one of ours: drawn anew once more it would be another picture."""
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(data)) as picture:
        small = max(picture.size) <= LONGEST_SIDE
        bare = set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        return picture.format == "JPEG" and small and bare and data.endswith(b"\xff\xd9")


def _smaller(jpeg: bytes) -> bytes:
    from PIL import Image  # noqa: PLC0415  (only when a picture is added)

    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as picture:
        if max(picture.size) <= LONGEST_SIDE:
            return jpeg
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        out = BytesIO()
        picture.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
