"""Reading and writing children, families, alerts, authorizations and goals."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from db.models.access import User
from db.models.caseload import (
    Alert,
    Authorization,
    Child,
    ChildSearch,
    Goal,
    Household,
    ImportBatch,
)
from db.models.notes import GoalScore
from db.models.staff import Therapist
from db.rows import Row, fetch, fetch_one, fetch_sql, fetch_tuples

Columns = dict[str, Any]


def child(child_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one child with household, therapist and who reviewed the alerts."""
    allergies_by, precautions_by = User.alias(), User.alias()
    query = (
        Child.select(
            Child,
            Household.address,
            Household.city,
            Household.state,
            Household.postal_code,
            Therapist.name.alias("therapist_name"),
            allergies_by.name.alias("allergies_asked_by"),
            precautions_by.name.alias("precautions_asked_by"),
        )
        .join(Household, JOIN.LEFT_OUTER)
        .switch(Child)
        .join(Therapist, JOIN.LEFT_OUTER)
        .switch(Child)
        .join(allergies_by, JOIN.LEFT_OUTER, on=Child.allergies_reviewed_by == allergies_by.id)
        .switch(Child)
        .join(
            precautions_by, JOIN.LEFT_OUTER, on=Child.precautions_reviewed_by == precautions_by.id
        )
        .where(Child.id == child_id, Child.removed_at.is_null())
    )
    return fetch_one(query, build)


def find(terms: Iterable[str], limit: int, build: Callable[..., Row]) -> list[Row]:
    """Return children whose words hold every term, active ones first, then by name."""
    query = (
        Child.select(
            Child.id,
            Child.given_name,
            Child.family_name,
            Child.preferred_name,
            Child.born_on,
            Child.status,
            Child.record_number,
            Therapist.name.alias("therapist_name"),
        )
        .join(ChildSearch)
        .switch(Child)
        .join(Therapist, JOIN.LEFT_OUTER)
        .where(Child.removed_at.is_null(), *(fn.INSTR(ChildSearch.words, term) for term in terms))
        .order_by(Child.status != "active", Child.family_name, Child.given_name)
        .limit(limit)
    )
    return fetch(query, build)


def alike(born_on: date | None, terms: Iterable[str], build: Callable[..., Row]) -> list[Row]:
    """Return children born on the same day, or whose words hold every term."""
    named = [fn.INSTR(ChildSearch.words, term) > 0 for term in terms]
    same = (Child.born_on == born_on) if born_on else (Child.id == 0)
    for_name = named[0] if named else (Child.id == 0)
    for condition in named[1:]:
        for_name &= condition
    query = (
        Child.select(
            Child.id, Child.given_name, Child.family_name, Child.born_on, Child.record_number
        )
        .join(ChildSearch)
        .where(Child.removed_at.is_null(), same | for_name)
        .limit(50)
    )
    return fetch(query, build)


def alerts(child_ids: Iterable[int], build: Callable[..., Row]) -> list[Row]:
    """Return the alerts in force, in the order banners are read."""
    sql = """
        SELECT child_id, id, kind, title, details FROM alert
        WHERE child_id IN (SELECT value FROM json_each(:children)) AND ended_at IS NULL
        ORDER BY child_id, kind, id
    """
    return fetch_sql(sql, {"children": json.dumps(list(child_ids))}, build)


def goals(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return a child's goals, open ones first."""
    query = (
        Goal.select(
            Goal.id,
            Goal.skill_area,
            Goal.statement,
            Goal.out_of,
            Goal.baseline,
            Goal.target,
            Goal.starts_on,
            Goal.target_on,
            Goal.met_on,
            Goal.cue_words,
        )
        .where(Goal.child == child_id, Goal.ended_on.is_null())
        .order_by(Goal.met_on.is_null().desc(), Goal.id)
    )
    return fetch(query, build)


def goal_scores(child_id: int) -> list[tuple[int, date, int]]:
    """Return (goal id, day, score) of every signed score, oldest first."""
    query = (
        GoalScore.select(GoalScore.goal, GoalScore.scored_on, GoalScore.score)
        .join(Goal)
        .where(Goal.child == child_id)
        .order_by(GoalScore.scored_on, GoalScore.id)
    )
    return fetch_tuples(query)


def insert_child(columns: Columns, words: str) -> int:
    """Add a child with the words it is found by, and return the id."""
    child_id = int(Child.insert(**columns).execute())
    ChildSearch.insert(child=child_id, words=words).execute()
    return child_id


def change_child(child_id: int, columns: Columns) -> bool:
    """Set columns of one child; say whether there is one."""
    return bool(Child.update(**columns).where(Child.id == child_id).execute() == 1)


def set_words(child_id: int, words: str) -> None:
    """Replace the words a child is found by."""
    ChildSearch.update(words=words).where(ChildSearch.child == child_id).execute()


def insert_alert(columns: Columns) -> int:
    """Add an alert and return its id."""
    return int(Alert.insert(**columns).execute())


def end_alert(alert_id: int, ended_at: datetime, ended_by: int) -> None:
    """Take an alert out of force; the row stays."""
    Alert.update(ended_at=ended_at, ended_by=ended_by).where(
        Alert.id == alert_id, Alert.ended_at.is_null()
    ).execute()


def insert_authorization(columns: Columns) -> int:
    """Add an authorization and return its id."""
    return int(Authorization.insert(**columns).execute())


def insert_goal(columns: Columns) -> int:
    """Add a goal and return its id."""
    return int(Goal.insert(**columns).execute())


def insert_import_batch(file_name: str, imported_at: datetime, imported_by: int) -> int:
    """Begin an import and return its id."""
    query = ImportBatch.insert(
        file_name=file_name, imported_at=imported_at, imported_by=imported_by
    )
    return int(query.execute())


def record_number_is_taken(record_number: str, except_child_id: int | None = None) -> bool:
    """Say whether another child has this record number, removed ones included."""
    query = Child.select(Child.id).where(Child.record_number == record_number)
    if except_child_id is not None:
        query = query.where(Child.id != except_child_id)
    return bool(query.exists())
