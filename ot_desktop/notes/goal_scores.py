"""The rows a signed note leaves with its goals: tries, help, prompts, and where it was."""

from collections.abc import Iterator
from typing import Any

from ot_desktop.caseload.goals import Setting
from ot_desktop.goals.scoring import Scoring
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import Visit


def score_rows(note_id: int, content: NoteContent, visit: Visit) -> Iterator[dict[str, Any]]:
    """Yield a row for each goal that was scored; a visit in a room was in the clinic."""
    where = Setting.CLINIC if visit.room else None
    for goal in content.session.goals:
        if goal.is_scored:
            told = Scoring(
                successes=goal.score,
                attempts=goal.out_of,
                assist=goal.assist,
                prompts=goal.prompts,
                setting=where,
            )
            yield {
                "goal": goal.goal_id,
                "note": note_id,
                "scored_on": visit.starts.date(),
                "help": goal.help,
                **told.columns(),
            }
