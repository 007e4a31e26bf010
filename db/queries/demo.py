"""Writing the demo clinic's past in bulk; every constraint and trigger holds for each row."""

from collections.abc import Sequence
from typing import Any

from db.models.caseload import Goal
from db.models.notes import GoalScore, Note
from db.models.staff import Therapist

Columns = dict[str, Any]
ROWS_AT_ONCE = 500


def insert_drafts(rows: Sequence[Columns]) -> None:
    """Add notes that are not signed yet."""
    for some in _batches(rows):
        Note.insert_many(some).execute()


def insert_scores(rows: Sequence[Columns]) -> None:
    """Add the scores of notes that are not signed yet."""
    for some in _batches(rows):
        GoalScore.insert_many(some).execute()


def change_goal(goal_id: int, **columns: Any) -> None:
    """Set columns of one goal."""
    Goal.update(**columns).where(Goal.id == goal_id).execute()


def supervise(therapist_id: int, supervisor_id: int) -> None:
    """Say whose notes go to whom."""
    Therapist.update(supervisor=supervisor_id).where(Therapist.id == therapist_id).execute()


def _batches(rows: Sequence[Columns]) -> list[Sequence[Columns]]:
    return [rows[start : start + ROWS_AT_ONCE] for start in range(0, len(rows), ROWS_AT_ONCE)]
