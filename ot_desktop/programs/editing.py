"""One person at a time changes a plan; everybody else sees who, and since when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.queries import proposals as queries
from ot_desktop.clock import now_utc, wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.programs.desk import Desk
from ot_desktop.work import Work

BEAT = timedelta(seconds=30)
STALE_AFTER = timedelta(minutes=2)  # nobody was seen at it for four beats: the plan is free


@dataclass(frozen=True, slots=True)
class Editor:
    """Who has a plan open for changing."""

    user_id: int
    name: str
    since: datetime
    seen_at: datetime

    @property
    def words(self) -> str:
        """Return like ``Ben Cole has had this plan open since 10:40. Read only.``."""
        since = clock_text(wall_time(self.since))
        return f"{self.name} has had this plan open since {since}. Read only."


class Editing:
    """Hands the plan of an intensive to one person; it falls back when nobody renews it."""

    def __init__(self, work: Work, desk: Desk) -> None:
        self._work = work
        self._desk = desk

    def take(self, program_id: int) -> Editor | None:
        """Have the plan, or say who has it; to be called again every ``BEAT``."""
        if other := self._other(program_id):
            return other
        now, mine = now_utc(), queries.editor(program_id, _editor)
        is_mine = mine is not None and mine.user_id == self._work.user.id
        if mine is not None and is_mine and now - mine.seen_at < BEAT / 2:
            return None
        since = mine.since if mine is not None and is_mine and _is_live(mine) else now
        with self._desk.as_before(), self._work.continuing(Permission.PLAN_PROGRAM):
            queries.put_editor(program_id, self._work.user.id, since, now)
        return None

    def release(self, program_id: int) -> None:
        """Let others have the plan."""
        mine = queries.editor(program_id, _editor)
        if mine is not None and mine.user_id == self._work.user.id:
            with self._desk.as_before(), self._work.continuing(Permission.PLAN_PROGRAM):
                queries.remove_editor(program_id, self._work.user.id)

    def refuse_other(self, program_id: int) -> None:
        """Raise ``ClinicError`` while somebody else has the plan."""
        if other := self._other(program_id):
            since = clock_text(wall_time(other.since))
            raise ClinicError(f"{other.name} has been changing this plan since {since}. Ask first.")

    def _other(self, program_id: int) -> Editor | None:
        found = queries.editor(program_id, _editor)
        if found is None or found.user_id == self._work.user.id or not _is_live(found):
            return None
        return found


def _is_live(editor: Editor) -> bool:
    return now_utc() - editor.seen_at < STALE_AFTER


def _editor(*, user_id: int, name: str, since: str, seen_at: str) -> Editor:
    return Editor(user_id, name, datetime.fromisoformat(since), datetime.fromisoformat(seen_at))
