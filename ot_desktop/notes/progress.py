"""What a child's notes tell of progress at home, for the charts: practice, a parent's help."""

from db.queries import notes as queries
from ot_desktop.clock import now_local
from ot_desktop.goals.charts import FamilyProgress, PracticeWindow, SupportOn
from ot_desktop.notes.domain import from_json
from ot_desktop.notes.home_practice import HomePractice
from ot_desktop.notes.over_time import OverTime
from ot_desktop.notes.parent_part import ParentHelp, StrategyShown
from ot_desktop.notes.reading import NoteRow
from ot_desktop.notes.wording import PARENT_HELP
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

NOTES_DRAWN = 60
WINDOWS_DRAWN = 12
_SCALE = tuple(ParentHelp)


class ProgressAtHome:
    """Reads signed notes; a draft may still change."""

    def __init__(self, work: Work, over_time: OverTime) -> None:
        self._work = work
        self._over_time = over_time

    def of(self, child_id: int) -> FamilyProgress:
        """Return what the last notes tell, the oldest first."""
        self._work.require(Permission.SEE_NOTES)
        notes = queries.signed_before(child_id, now_local(), NOTES_DRAWN, NoteRow)
        told = [_support(row) for row in reversed(notes)]
        practice = self._over_time.home_practice(child_id, WINDOWS_DRAWN)
        return FamilyProgress(
            windows=_windows(practice),
            scale=tuple(PARENT_HELP[each] for each in _SCALE),
            support=tuple(each for each in told if each is not None),
            told=f"{practice.reported} of {practice.asked} windows reported.",
        )


def _windows(practice: HomePractice) -> tuple[PracticeWindow, ...]:
    """Return the windows in which there was something to practice."""
    return tuple(
        PracticeWindow(window.starts, window.ends, window.prescribed, window.practiced)
        for window in practice.windows
        if window.prescribed
    )


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
