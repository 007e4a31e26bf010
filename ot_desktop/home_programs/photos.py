"""A photo of this child's own things or place, printed instead of an activity's drawing.

It is read like every picture somebody hands over (see ``caseload.scans``): a picture too large to
open safely is refused before it is decoded, it is turned upright, and where it was taken is gone.
"""

from pathlib import Path

from db.queries import activities as queries
from ot_desktop.audit import Action
from ot_desktop.caseload.scans import MOST_BYTES
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.activities.pictures import photo_of
from ot_desktop.home_programs.domain import Photo
from ot_desktop.permissions import Permission
from ot_desktop.progress import Progress
from ot_desktop.work import Work


def read_photo(path: Path, _progress: Progress) -> Photo:
    """Read a file beside the window; raises ``ClinicError`` for what is no fit picture."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ClinicError(f"{path.name} is too large. Choose a photo of less than 20 MB.")
        return photo_of(path.name, path.read_bytes())
    except OSError as error:
        raise ClinicError(f"{path.name} cannot be read. Check that you may open it.") from error


class PhotoService:
    """Keep the photos of home programs."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def keep(self, child_id: int, photo: Photo) -> None:
        """Keep a photo's bytes once; programs only name it."""
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.KEPT_PHOTO, child_id
        ) as entry:
            entry.subject = f"photo {photo.name[:12]}"
            queries.keep_picture(photo.name, photo.jpeg, self._work.user.id, now_utc())
