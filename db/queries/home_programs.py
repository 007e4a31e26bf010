"""Reading and writing the activity library, home programs and issued papers."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from db.models.access import User
from db.models.caseload import Caregiver
from db.models.home_programs import (
    Activity,
    ActivityVersion,
    HomeProgram,
    HomeProgramActivity,
    IssuedPaper,
)
from db.rows import Row, fetch, fetch_one, fetch_sql, fetch_tuples

Columns = dict[str, Any]


def library(build: Callable[..., Row]) -> list[Row]:
    """Return every activity that may be given, as it is in force; retired ones too.

    That is the clinic's approved version, else the built-in words.
    """
    approved = ActivityVersion.approved_at.is_null(is_null=False)
    in_force = approved & ActivityVersion.ended_at.is_null()
    query = (
        Activity.select(
            Activity.slug,
            Activity.title,
            fn.COALESCE(ActivityVersion.content, Activity.content).alias("content"),
            Activity.retired_at,
        )
        .join(
            ActivityVersion,
            JOIN.LEFT_OUTER,
            on=(ActivityVersion.activity_slug == Activity.slug) & in_force,
        )
        .where(~Activity.is_ours | ActivityVersion.id.is_null(is_null=False))
        .order_by(Activity.title)
    )
    return fetch(query, build)


def known_slugs() -> set[str]:
    """Return the keys of all activities in the file."""
    return {slug for (slug,) in fetch_tuples(Activity.select(Activity.slug))}


def insert_activities(rows: Iterable[Columns]) -> None:
    """Add activities; one that is there already keeps its words."""
    for row in rows:
        Activity.insert(**row).on_conflict_ignore().execute()


def _programs() -> Any:
    return HomeProgram.select(
        HomeProgram.id,
        HomeProgram.child.alias("child_id"),
        HomeProgram.replaces.alias("replaces_id"),
        HomeProgram.starts_on,
        HomeProgram.ends_on,
        HomeProgram.content,
        HomeProgram.saved_at,
        HomeProgram.issued_at,
    )


def program(program_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one program, draft or issued."""
    return fetch_one(_programs().where(HomeProgram.id == program_id), build)


def open_draft(child_id: int, author_id: int, build: Callable[..., Row]) -> Row | None:
    """Return the program this person is building for the child."""
    query = (
        _programs()
        .where(HomeProgram.child == child_id, HomeProgram.author == author_id)
        .where(HomeProgram.issued_at.is_null())
        .order_by(HomeProgram.saved_at.desc())
        .limit(1)
    )
    return fetch_one(query, build)


def issued_programs(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the programs a family was given, the newest first."""
    query = (
        _programs()
        .where(HomeProgram.child == child_id, HomeProgram.issued_at.is_null(is_null=False))
        .order_by(HomeProgram.starts_on.desc(), HomeProgram.id.desc())
    )
    return fetch(query, build)


def current_program(child_id: int, day: date, build: Callable[..., Row]) -> Row | None:
    """Return the program a family has on ``day``: issued, begun, the newest."""
    query = (
        _programs()
        .where(HomeProgram.child == child_id, HomeProgram.issued_at.is_null(is_null=False))
        .where(HomeProgram.starts_on <= day)
        .order_by(HomeProgram.starts_on.desc(), HomeProgram.id.desc())
        .limit(1)
    )
    return fetch_one(query, build)


def programs_with_alerts(day: date, child_id: int | None, build: Callable[..., Row]) -> list[Row]:
    """Return the programs families have on ``day`` of children with alerts that may forbid them.

    ``alerts`` are their words between chr(31), ``planned`` JSON pairs of title and hazards, as
    the library knows them now and as the program was printed.
    """
    sql = """
        SELECT child.id AS child_id, child.therapist_id, program.id AS program_id,
            program.starts_on,
            trim(child.given_name || ' ' || child.family_name) AS child_name,
            (SELECT group_concat(title || char(31) || details, char(31)) FROM alert
                WHERE alert.child_id = child.id AND ended_at IS NULL AND kind <> 'pick_up'
            ) AS alerts,
            coalesce(json_extract(program.content, '$.reward.prize'), '') AS prize,
            (SELECT json_group_array(json_array(given.title, json((
                SELECT json_group_array(DISTINCT hazard.value) FROM (
                    SELECT value FROM json_each(activity.content, '$.hazards')
                    UNION SELECT printed.value FROM json_each(program.content, '$.activities')
                        AS one, json_each(one.value, '$.activity.hazards') AS printed
                    WHERE json_extract(one.value, '$.activity.key') = given.activity_slug
                ) AS hazard))))
                FROM home_program_activity AS given
                JOIN activity ON activity.slug = given.activity_slug
                WHERE given.home_program_id = program.id) AS planned
        FROM child JOIN home_program AS program ON program.id = (
            SELECT id FROM home_program WHERE home_program.child_id = child.id
                AND issued_at IS NOT NULL AND starts_on <= :day
            ORDER BY starts_on DESC, id DESC LIMIT 1)
        WHERE child.status = 'active' AND child.removed_at IS NULL
            AND (:child_id IS NULL OR child.id = :child_id)
            AND EXISTS (SELECT 1 FROM alert WHERE alert.child_id = child.id
                AND ended_at IS NULL AND kind <> 'pick_up')
        ORDER BY child.family_name, child.given_name, child.id
    """
    return fetch_sql(sql, {"day": day.isoformat(), "child_id": child_id}, build)


def overview(day: date, build: Callable[..., Row]) -> list[Row]:
    """Return every active child with the program the family has on ``day``, by name.

    Columns are child_id, child_name, therapist_id, and of the program, or None: program_id,
    starts_on, ends_on, minutes_a_day, chart_until, titles (JSON), practiced (JSON of the chart that
    came back) and paper_id, the papers printed last.
    """
    sql = """
        SELECT child.id AS child_id, child.therapist_id,
            trim(child.given_name || ' ' || child.family_name) AS child_name,
            program.id AS program_id, program.starts_on, program.ends_on,
            json_extract(program.content, '$.minutes_a_day') AS minutes_a_day,
            json_extract(program.content, '$.chart_until') AS chart_until,
            (SELECT json_group_array(title) FROM (SELECT title FROM home_program_activity
                WHERE home_program_id = program.id ORDER BY position)) AS titles,
            (SELECT practiced FROM returned_chart WHERE home_program_id = program.id
                AND withdrawn_at IS NULL) AS practiced,
            (SELECT max(id) FROM issued_paper WHERE home_program_id = program.id) AS paper_id
        FROM child LEFT JOIN home_program AS program ON program.id = (
            SELECT id FROM home_program WHERE home_program.child_id = child.id
                AND issued_at IS NOT NULL AND starts_on <= :day
            ORDER BY starts_on DESC, id DESC LIMIT 1)
        WHERE child.status = 'active' AND child.removed_at IS NULL
        ORDER BY child_name, child.id
    """
    return fetch_sql(sql, {"day": day.isoformat()}, build)


def activities_of(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the activities of all programs of a child, in order."""
    query = (
        HomeProgramActivity.select(
            HomeProgramActivity.home_program.alias("home_program_id"),
            HomeProgramActivity.id,
            HomeProgramActivity.title,
            HomeProgramActivity.minutes,
            HomeProgramActivity.times_a_week,
        )
        .join(HomeProgram)
        .where(HomeProgram.child == child_id)
        .order_by(HomeProgramActivity.home_program, HomeProgramActivity.position)
    )
    return fetch(query, build)


def program_activities(home_program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the activities of a home program in their order."""
    query = (
        HomeProgramActivity.select(
            HomeProgramActivity.id,
            HomeProgramActivity.title,
            HomeProgramActivity.minutes,
            HomeProgramActivity.times_a_week,
            HomeProgramActivity.activity_slug.alias("slug"),
        )
        .where(HomeProgramActivity.home_program == home_program_id)
        .order_by(HomeProgramActivity.position)
    )
    return fetch(query, build)


def insert_program(columns: Columns) -> int:
    """Add a draft and return its id."""
    return int(HomeProgram.insert(**columns).execute())


def save_program(program_id: int, columns: Columns) -> bool:
    """Change a draft unless it was issued; say whether it was done."""
    query = HomeProgram.update(**columns).where(
        HomeProgram.id == program_id, HomeProgram.issued_at.is_null()
    )
    return bool(query.execute() == 1)


def give_program(program_id: int, rows: Iterable[Columns], issued_at: datetime) -> bool:
    """Write a draft's activities and issue it, unless it was issued; say whether it was done."""
    for row in rows:
        HomeProgramActivity.insert(home_program=program_id, **row).execute()
    return save_program(program_id, {"issued_at": issued_at})


def insert_paper(columns: Columns) -> int:
    """Keep the bytes a family is given, and return their id."""
    return int(IssuedPaper.insert(**columns).execute())


def papers_of(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return what was printed for a child, the newest first, without the bytes."""
    query = (
        IssuedPaper.select(
            IssuedPaper.id,
            IssuedPaper.home_program.alias("home_program_id"),
            IssuedPaper.kind,
            IssuedPaper.issued_at,
            User.name.alias("issued_by"),
            Caregiver.full_name.alias("recipient"),
            IssuedPaper.pages,
            IssuedPaper.reason,
        )
        .join(User)
        .switch(IssuedPaper)
        .join(Caregiver, JOIN.LEFT_OUTER)
        .where(IssuedPaper.child == child_id)
        .order_by(IssuedPaper.id.desc())
    )
    return fetch(query, build)


def paper(paper_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one issued paper with its bytes."""
    query = IssuedPaper.select(
        IssuedPaper.id,
        IssuedPaper.child.alias("child_id"),
        IssuedPaper.home_program.alias("home_program_id"),
        IssuedPaper.caregiver.alias("caregiver_id"),
        IssuedPaper.kind,
        IssuedPaper.issued_at,
        IssuedPaper.pages,
        IssuedPaper.sha256,
        IssuedPaper.pdf,
    ).where(IssuedPaper.id == paper_id)
    return fetch_one(query, build)
