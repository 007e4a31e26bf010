"""Reading and writing goals, their wordings and scores, and what families rate."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from peewee import fn

from db.models.caseload import Goal
from db.models.goals import CopmAssessment, CopmProblem, CopmRating
from db.models.notes import GoalScore
from db.models.programs import BlockGoal, ProgramChild
from db.models.scheduling import Program
from db.queries.caseload import GOAL_COLUMNS
from db.rows import Row, fetch, fetch_one, fetch_sql

Columns = dict[str, Any]


def wordings(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return every wording of every goal of a child, a goal's first wording first; days as text."""
    sql = f"""
        SELECT {GOAL_COLUMNS}, coalesce(origin_id, id) AS origin_id, ended_on, end_reason,
            written_at, change_reason,
            (SELECT name FROM user WHERE user.id = goal.written_by) AS written_by
        FROM goal WHERE child_id = :child_id ORDER BY coalesce(origin_id, id), version
    """  # noqa: S608  (our own column names)
    return fetch_sql(sql, {"child_id": child_id}, build)


def scores(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the scores of a child's goals that were not taken back, the oldest first."""
    sql = """
        SELECT goal_score.id, goal_id, version, scored_on, score, goal_score.out_of, level, help,
            assist, prompts, goal_score.setting, note.session_id,
            coalesce(scorer.name, author.name, '') AS scored_by
        FROM goal_score JOIN goal ON goal.id = goal_id
        LEFT JOIN note ON note.id = note_id
        LEFT JOIN user AS scorer ON scorer.id = scored_by
        LEFT JOIN user AS author ON author.id = note.author_id
        WHERE goal.child_id = :child_id AND withdrawn_at IS NULL
        ORDER BY scored_on, goal_score.id
    """
    return fetch_sql(sql, {"child_id": child_id}, build)


def child_of(goal_id: int) -> int | None:
    """Return whose goal it is."""
    found: int | None = Goal.select(Goal.child).where(Goal.id == goal_id).scalar()
    return found


def is_scored(goal_id: int) -> bool:
    """Say whether this wording has a score that was not taken back."""
    query = GoalScore.select().where(GoalScore.goal == goal_id, GoalScore.withdrawn_at.is_null())
    return bool(query.exists())


def insert_goal(columns: Columns) -> int:
    """Add a goal, or another wording of one, and return its id."""
    return int(Goal.insert(**columns).execute())


def change_goal(goal_id: int, columns: Columns) -> bool:
    """Set columns of a goal that has not ended; say whether there is one."""
    query = Goal.update(columns).where(Goal.id == goal_id, Goal.ended_on.is_null())
    return bool(query.execute() == 1)


def reopen(goal_id: int) -> bool:
    """Take back that a goal was given up, unless a later wording took its place."""
    later = Goal.alias()
    is_replaced = fn.EXISTS(
        later.select(later.id).where(
            fn.COALESCE(later.origin, later.id) == fn.COALESCE(Goal.origin, Goal.id),
            later.version > Goal.version,
        )
    )
    query = Goal.update(ended_on=None, end_reason="").where(Goal.id == goal_id, ~is_replaced)
    return bool(query.execute() == 1)


def follow_wording(old_id: int, new_id: int, day: date) -> None:
    """Let programs that are not over work on a goal's new wording."""
    going_on = ProgramChild.select(ProgramChild.id).join(Program).where(Program.ends_on >= day)
    BlockGoal.update(goal=new_id).where(
        BlockGoal.goal == old_id, BlockGoal.program_child.in_(going_on)
    ).execute()


def insert_score(columns: Columns) -> int:
    """Add a score and return its id."""
    return int(GoalScore.insert(**columns).execute())


def score_place(score_id: int, build: Callable[..., Row]) -> Row | None:
    """Return child and goal of a score."""
    query = (
        GoalScore.select(Goal.child.alias("child_id"), GoalScore.goal.alias("goal_id"))
        .join(Goal)
        .where(GoalScore.id == score_id)
    )
    return fetch_one(query, build)


def withdraw_score(score_id: int, at: datetime, by: int) -> bool:
    """Take back a score given outside a note; say whether it was done."""
    query = GoalScore.update(withdrawn_at=at, withdrawn_by=by).where(
        GoalScore.id == score_id, GoalScore.note.is_null(), GoalScore.withdrawn_at.is_null()
    )
    return bool(query.execute() == 1)


def problems(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return what matters to a family, in the order it was named."""
    query = (
        CopmProblem.select(CopmProblem.id, CopmProblem.words, CopmProblem.named_on)
        .where(CopmProblem.child == child_id, CopmProblem.ended_on.is_null())
        .order_by(CopmProblem.id)
    )
    return fetch(query, build)


def assessments(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the talks in which problems were rated, the oldest first."""
    query = (
        CopmAssessment.select(
            CopmAssessment.id,
            CopmAssessment.rated_on,
            CopmAssessment.rated_by,
            CopmAssessment.said_by,
        )
        .where(CopmAssessment.child == child_id, CopmAssessment.withdrawn_at.is_null())
        .order_by(CopmAssessment.rated_on, CopmAssessment.id)
    )
    return fetch(query, build)


def ratings(assessment_ids: Iterable[int], build: Callable[..., Row]) -> list[Row]:
    """Return what was rated in these talks."""
    sql = """
        SELECT assessment_id, problem_id, performance, satisfaction FROM copm_rating
        WHERE assessment_id IN (SELECT value FROM json_each(:talks)) ORDER BY id
    """
    return fetch_sql(sql, {"talks": json.dumps(list(assessment_ids))}, build)


def insert_problem(columns: Columns) -> int:
    """Add a problem in the family's words and return its id."""
    return int(CopmProblem.insert(**columns).execute())


def end_problem(problem_id: int, ended_on: date) -> int | None:
    """Take a problem off the list and return whose it is; its ratings stay."""
    CopmProblem.update(ended_on=ended_on).where(CopmProblem.id == problem_id).execute()
    found: int | None = (
        CopmProblem.select(CopmProblem.child).where(CopmProblem.id == problem_id).scalar()
    )
    return found


def insert_assessment(columns: Columns, rated: Iterable[Columns]) -> int:
    """Add a talk with its ratings and return its id."""
    assessment_id = int(CopmAssessment.insert(**columns).execute())
    for each in rated:
        CopmRating.insert(assessment=assessment_id, **each).execute()
    return assessment_id


def withdraw_assessment(assessment_id: int, at: datetime) -> bool:
    """Take back a talk that was entered by mistake; say whether it was done."""
    query = CopmAssessment.update(withdrawn_at=at).where(
        CopmAssessment.id == assessment_id, CopmAssessment.withdrawn_at.is_null()
    )
    return bool(query.execute() == 1)
