"""Reading and writing children, families, alerts, authorizations and goals."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from db.models.caseload import (
    Alert,
    Authorization,
    Child,
    ChildSearch,
    ImportBatch,
)
from db.models.staff import Therapist
from db.rows import Row, fetch, fetch_in_order, fetch_sql

Columns = dict[str, Any]

GOAL_COLUMNS = (
    "id, skill_area, statement, out_of, baseline, target, starts_on, target_on, met_on, cue_words, "
    "coast, routine, setting, importance, difficulty, level_texts, baseline_level, version"
)


def child(child_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one child with household, therapist and who reviewed the alerts; days as text."""
    sql = """
        SELECT child.id, given_name, family_name, preferred_name, pronouns, born_on, sex,
            child.status, record_number, child.language, child.needs_interpreter,
            diagnosis_codes, availability, about, child.therapist_id, allergies,
            allergies_reviewed_on, precautions, precautions_reviewed_on, practice_min_minutes,
            practice_max_minutes, practice_days, practice_said_by, practice_said_on,
            address, city, state, postal_code, therapist.name AS therapist_name,
            allergies_by.name AS allergies_asked_by, precautions_by.name AS precautions_asked_by
        FROM child
        LEFT JOIN household ON household.id = child.household_id
        LEFT JOIN therapist ON therapist.id = child.therapist_id
        LEFT JOIN user AS allergies_by ON allergies_by.id = allergies_reviewed_by
        LEFT JOIN user AS precautions_by ON precautions_by.id = precautions_reviewed_by
        WHERE child.id = :child_id AND removed_at IS NULL
    """
    return next(iter(fetch_sql(sql, {"child_id": child_id}, build)), None)


def find(terms: Iterable[str], limit: int, build: Callable[..., Row]) -> list[Row]:
    """Return children whose words hold every term, active ones first, then by name.

    Before both come those whose own name holds the first term: a child's words begin with it.
    """
    terms = tuple(terms)
    own = fn.LENGTH(Child.given_name) + fn.LENGTH(Child.family_name) + 1
    of_others = fn.INSTR(ChildSearch.words, terms[0] if terms else "") > own
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
        .order_by(of_others, Child.status != "active", Child.family_name, Child.given_name)
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
    """Return a child's goals, open ones first; days as text."""
    sql = f"""
        SELECT {GOAL_COLUMNS} FROM goal WHERE child_id = :child_id AND ended_on IS NULL
        ORDER BY met_on IS NULL DESC, coalesce(origin_id, id)
    """  # noqa: S608  (our own column names)
    return fetch_sql(sql, {"child_id": child_id}, build)


def goal_scores(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return goal id, day as text and score of every score, oldest first.

    Scores of earlier wordings, and of more or fewer tries, are told in the tries of the goal now.
    """
    sql = """
        SELECT goal.id, scored_on, (2 * score * goal.out_of + told.out_of) / (2 * told.out_of)
        FROM goal_score AS told JOIN goal AS worded ON worded.id = goal_id
        JOIN goal ON coalesce(goal.origin_id, goal.id) = coalesce(worded.origin_id, worded.id)
        WHERE worded.child_id = :child_id AND goal.child_id = :child_id AND goal.ended_on IS NULL
            AND score IS NOT NULL AND withdrawn_at IS NULL
        ORDER BY scored_on, told.id
    """
    return fetch_in_order(sql, {"child_id": child_id}, build)


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
