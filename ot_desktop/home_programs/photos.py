"""A photo of this child's own things or place, printed instead of an activity's drawing.

It is read like every picture somebody hands over (see ``caseload.scans``): a picture too large to
open safely is refused before it is decoded, it is turned upright, and where it was taken is gone.
"""

from pathlib import Path

from ot_desktop.caseload.scans import MOST_BYTES
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.activities.pictures import photo_of
from ot_desktop.home_programs.domain import Photo
from ot_desktop.progress import Progress


def read_photo(path: Path, _progress: Progress) -> Photo:
    """Read a file beside the window; raises ``ClinicError`` for what is no fit picture."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ClinicError(f"{path.name} is too large. Choose a photo of less than 20 MB.")
        return photo_of(path.name, path.read_bytes())
    except OSError as error:
        raise ClinicError(f"{path.name} cannot be read. Check that you may open it.") from error
