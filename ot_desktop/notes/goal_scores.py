"""The rows a signed note leaves with its goals: tries, level, help, prompts, and where it was."""

from collections.abc import Iterator
from typing import Any

from db.queries import notes as queries
from ot_desktop.caseload.goals import LEVELS, Setting
from ot_desktop.errors import ValidationError
from ot_desktop.goals.scoring import Scoring
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import Visit

_CHANGED = "The levels of “{0}” were changed meanwhile. Choose the level again."


def check_levels(content: NoteContent) -> None:
    """Raise ``ValidationError`` where a level is not one the goal has now, in the same words.

    From the first score on the file keeps the words of all five as they are.
    """
    leveled = [goal for goal in content.session.goals if goal.is_scored and goal.level is not None]
    texts = queries.level_texts([goal.goal_id for goal in leveled])
    for goal in leveled:
        meant = dict(zip(LEVELS, texts.get(goal.goal_id, ()), strict=False)).get(goal.level or 0)
        if not meant or meant != goal.level_text:
            raise ValidationError({"goals": _CHANGED.format(goal.statement)})


def score_rows(note_id: int, content: NoteContent, visit: Visit) -> Iterator[dict[str, Any]]:
    """Yield a row for each goal that was scored; a visit in a room was in the clinic."""
    where = Setting.CLINIC if visit.room else None
    for goal in content.session.goals:
        if goal.is_scored:
            told = Scoring(
                successes=goal.score,
                attempts=goal.out_of,
                level=goal.level,
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
