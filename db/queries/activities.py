"""Reading and writing the clinic's own activities: versions, pictures, who has which words."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from db.models.home_programs import (
    Activity,
    ActivityPicture,
    ActivityVersion,
    HomeProgramActivity,
    WordingChoice,
)
from db.rows import Row, fetch, fetch_sql, fetch_tuples

Columns = dict[str, Any]

_IN_FORCE = "approved_at IS NOT NULL AND ended_at IS NULL"


def activities(build: Callable[..., Row]) -> list[Row]:
    """Return every activity with the words it came with."""
    query = Activity.select(Activity.slug, Activity.content, Activity.is_ours, Activity.retired_at)
    return fetch(query, build)


def versions(build: Callable[..., Row]) -> list[Row]:
    """Return the drafts and the versions in force, with the names of who wrote and approved."""
    sql = """SELECT version.id, activity_slug AS slug, content, writer.name AS written_by,
            written_at, approver.name AS approved_by, approved_at
        FROM activity_version AS version
        JOIN user AS writer ON writer.id = written_by
        LEFT JOIN user AS approver ON approver.id = approved_by
        WHERE ended_at IS NULL"""
    return fetch_sql(sql, {}, build)


def insert_activity(slug: str, title: str, content: str) -> None:
    """Add an activity of the clinic's own."""
    Activity.insert(slug=slug, title=title, content=content, is_ours=True).execute()


def retitle(slug: str, title: str) -> None:
    """Keep the title an activity of the clinic's own is listed by."""
    Activity.update(title=title).where(Activity.slug == slug, Activity.is_ours).execute()


def retire(slug: str, at: datetime | None) -> None:
    """Take an activity out of the library, or bring it back."""
    Activity.update(retired_at=at).where(Activity.slug == slug).execute()


def _draft_of(slug: str) -> Any:
    return (
        (ActivityVersion.activity_slug == slug)
        & ActivityVersion.approved_at.is_null()
        & ActivityVersion.ended_at.is_null()
    )


def put_draft(slug: str, columns: Columns) -> None:
    """Write the activity's draft, a new one where there is none."""
    if ActivityVersion.update(**columns).where(_draft_of(slug)).execute() == 0:
        ActivityVersion.insert(activity_slug=slug, **columns).execute()


def end_draft(slug: str, at: datetime) -> None:
    """Put the draft aside; its words stay in the file."""
    ActivityVersion.update(ended_at=at).where(_draft_of(slug)).execute()


def end_in_force(slug: str, at: datetime) -> None:
    """End the version in force: what was before it is in force again."""
    ActivityVersion.update(ended_at=at).where(
        ActivityVersion.activity_slug == slug,
        ActivityVersion.approved_at.is_null(is_null=False),
        ActivityVersion.ended_at.is_null(),
    ).execute()


def put_in_force(version_id: int) -> None:
    """Let an approved version that was ended be in force again; end the present one before."""
    ActivityVersion.update(ended_at=None).where(
        ActivityVersion.id == version_id, ActivityVersion.approved_at.is_null(is_null=False)
    ).execute()


def approve_draft(slug: str, user_id: int, at: datetime) -> int | None:
    """Put the draft in force instead of what was; return its id, or None without a draft."""
    found = fetch_tuples(ActivityVersion.select(ActivityVersion.id).where(_draft_of(slug)))
    if not found:
        return None
    [(version_id,)] = found
    end_in_force(slug, at)
    ActivityVersion.update(approved_by=user_id, approved_at=at).where(
        ActivityVersion.id == version_id
    ).execute()
    return int(version_id)


def keep_picture(sha256: str, jpeg: bytes, user_id: int, at: datetime) -> None:
    """Keep a picture; the same bytes are kept once."""
    ActivityPicture.insert(
        sha256=sha256, jpeg=jpeg, added_by=user_id, added_at=at
    ).on_conflict_ignore().execute()


def picture(sha256: str) -> bytes | None:
    """Return a picture's bytes."""
    query = ActivityPicture.select(ActivityPicture.jpeg).where(ActivityPicture.sha256 == sha256)
    return next((bytes(jpeg) for (jpeg,) in fetch_tuples(query)), None)


_CURRENT = """SELECT newest.id FROM home_program AS newest
    WHERE newest.child_id = child.id AND newest.issued_at IS NOT NULL AND newest.starts_on <= :day
    ORDER BY newest.starts_on DESC, newest.id DESC LIMIT 1"""


def programs_with(slug: str, day: date, build: Callable[..., Row]) -> list[Row]:
    """Return the current programs and drafts of children who come that hold an activity."""
    sql = f"""SELECT program.id AS program_id, child.id AS child_id,
            trim(child.given_name || ' ' || child.family_name) AS child_name,
            program.content, program.issued_at IS NULL AS is_draft
        FROM home_program AS program
        JOIN child ON child.id = program.child_id
        WHERE child.removed_at IS NULL AND child.status IN ('active', 'waiting')
            AND (program.issued_at IS NULL OR program.id = ({_CURRENT}))
            AND EXISTS (SELECT 1 FROM json_each(program.content, '$.activities') AS planned
                WHERE json_extract(planned.value, '$.activity.key') = :slug)
        ORDER BY child_name, is_draft"""  # noqa: S608  (constants of this module only)
    return fetch_sql(sql, {"slug": slug, "day": day.isoformat()}, build)


def uses(day: date) -> dict[str, int]:
    """Count for each activity the children whose current program holds it."""
    sql = f"""SELECT activity_slug AS slug, count(DISTINCT child.id) AS number
        FROM child JOIN home_program_activity AS planned ON home_program_id = ({_CURRENT})
        WHERE child.removed_at IS NULL AND child.status IN ('active', 'waiting')
        GROUP BY activity_slug"""  # noqa: S608  (constants of this module only)
    return dict(fetch_sql(sql, {"day": day.isoformat()}, _pair))


def _pair(*, slug: str, number: int) -> tuple[str, int]:
    return slug, number


def was_given(slug: str) -> bool:
    """Say whether any family ever had the activity."""
    given = HomeProgramActivity.activity_slug == slug
    return bool(HomeProgramActivity.select(HomeProgramActivity.id).where(given).exists())


def choose_words(columns: Columns) -> None:
    """Keep what was decided for one program; the latest decision counts."""
    WordingChoice.insert(**columns).execute()


def kept_words(child_id: int) -> set[str]:
    """Return the activities whose words of before a child's programs keep."""
    sql = f"""SELECT choice.activity_slug AS slug, choice.takes_new AS number
        FROM wording_choice AS choice
        LEFT JOIN activity_version AS version
            ON version.activity_slug = choice.activity_slug AND {_IN_FORCE}
        WHERE choice.child_id = :child_id AND version.id IS choice.version_id
        ORDER BY choice.id"""  # noqa: S608  (constants of this module only)
    latest = dict(fetch_sql(sql, {"child_id": child_id}, _pair))
    return {slug for slug, takes_new in latest.items() if not takes_new}


def decided(slug: str, build: Callable[..., Row]) -> list[Row]:
    """Return what was decided about the words an activity has now, for each program."""
    sql = f"""SELECT choice.home_program_id AS program_id, choice.takes_new
        FROM wording_choice AS choice
        LEFT JOIN activity_version AS version
            ON version.activity_slug = choice.activity_slug AND {_IN_FORCE}
        WHERE choice.activity_slug = :slug AND version.id IS choice.version_id
        ORDER BY choice.id"""  # noqa: S608  (constants of this module only)
    return fetch_sql(sql, {"slug": slug}, build)
