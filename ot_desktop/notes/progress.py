"""What a child's notes tell of progress at home, for the charts: the help a parent needs."""

from db.queries import notes as queries
from ot_desktop.clock import now_local
from ot_desktop.goals.charts import FamilyProgress, SupportOn
from ot_desktop.notes.domain import from_json
from ot_desktop.notes.parent_part import ParentHelp, StrategyShown
from ot_desktop.notes.reading import NoteRow
from ot_desktop.notes.wording import PARENT_HELP
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

NOTES_DRAWN = 60
_SCALE = tuple(ParentHelp)


class ProgressAtHome:
    """Reads signed notes; a draft may still change."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, child_id: int) -> FamilyProgress:
        """Return what the last notes tell, the oldest first."""
        self._work.require(Permission.SEE_NOTES)
        notes = queries.signed_before(child_id, now_local(), NOTES_DRAWN, NoteRow)
        told = [_support(row) for row in reversed(notes)]
        scale = tuple(PARENT_HELP[each] for each in _SCALE)
        return FamilyProgress(scale=scale, support=tuple(each for each in told if each is not None))


def _support(row: NoteRow) -> SupportOn | None:
    """Return the most help a parent needed that day; None where nothing was shown."""
    shown = from_json(row.content).parent.shown.strategies
    if not shown:
        return None
    steps = [(_SCALE.index(each.parent_help), each.title) for each in shown if each.parent_help]
    if not steps:
        return SupportOn(row.starts.date(), None, _titles(shown))
    most, title = max(steps, key=lambda each: each[0])
    return SupportOn(row.starts.date(), most, title)


def _titles(shown: tuple[StrategyShown, ...]) -> str:
    return ", ".join(each.title for each in shown)
