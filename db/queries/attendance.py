"""Reading and writing how visits went."""

import json
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

from peewee import JOIN

from db.models.caseload import Caregiver
from db.models.notes import Note
from db.models.scheduling import Program, Series, Session
from db.rows import Row, fetch, fetch_in_order, fetch_one, fetch_tuples

Columns = dict[str, Any]


def visit(session_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one visit with what is kept of how it went, or None."""
    brought, collected = Caregiver.alias(), Caregiver.alias()
    query = (
        Session.select(
            Session.id,
            Session.child.alias("child_id"),
            Session.starts,
            Session.ends,
            Session.status,
            Session.arrived_at,
            Session.left_at,
            Session.called_at,
            Session.reason,
            Session.reason_words,
            Session.held_minutes,
            Session.makes_up.alias("makes_up_id"),
            Session.desk_note,
            Session.collected_why,
            Session.brought_by.alias("brought_by_id"),
            brought.full_name.alias("brought_by"),
            Session.collected_by.alias("collected_by_id"),
            collected.full_name.alias("collected_by"),
            Note.signed_at.alias("signed_at"),
        )
        .join(brought, JOIN.LEFT_OUTER, on=Session.brought_by == brought.id)
        .switch(Session)
        .join(collected, JOIN.LEFT_OUTER, on=Session.collected_by == collected.id)
        .switch(Session)
        .join(Note, JOIN.LEFT_OUTER, on=Note.session == Session.id)
        .where(Session.id == session_id)
    )
    return fetch_one(query, build)


def make_up_of(session_id: int) -> int | None:
    """Return the visit that makes up a missed one, whatever became of it, or None."""
    query = Session.select(Session.id).where(
        (Session.makes_up == session_id) & (Session.status != "withdrawn")
    )
    found = fetch_tuples(query)
    return int(found[0][0]) if found else None


def made_up_at(session_id: int) -> datetime | None:
    """Return when the visit begins that makes up a missed one, or None."""
    query = Session.select(Session.starts).where(
        (Session.makes_up == session_id) & (Session.status != "withdrawn")
    )
    found = [each.starts for each in query]
    return found[0] if found else None


def missed(session_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one visit with the last day of its intensive, or None."""
    query = (
        Session.select(
            Session.id,
            Session.child.alias("child_id"),
            Session.starts,
            Session.status,
            Program.ends_on.alias("program_ends"),
        )
        .join(Series, JOIN.LEFT_OUTER)
        .join(Program, JOIN.LEFT_OUTER)
        .where(Session.id == session_id)
    )
    return fetch_one(query, build)


def make_ups_in(session_ids: Collection[int]) -> dict[int, int]:
    """Return which visit makes up which of some missed ones: id by id, withdrawn ones not."""
    query = Session.select(Session.id, Session.makes_up).where(
        Session.makes_up.in_(session_ids) & (Session.status != "withdrawn")
    )
    return dict(fetch_tuples(query))


def usual_adult(session_id: int) -> int | None:
    """Return who most likely brings the child: who was said to come, who came last, who is first.

    Nobody under 18 and nobody who may not collect is assumed.
    """
    sql = """
        SELECT guardianship.caregiver_id FROM session
        JOIN guardianship ON guardianship.child_id = session.child_id AND ended_on IS NULL
            AND may_collect IS NOT 0
        JOIN caregiver ON caregiver.id = guardianship.caregiver_id AND is_adult IS NOT 0
        WHERE session.id = :session_id
        ORDER BY guardianship.caregiver_id IS session.comes_with_id DESC,
            guardianship.caregiver_id IS (
                SELECT brought_by_id FROM session AS earlier
                WHERE earlier.child_id = session.child_id AND earlier.starts < session.starts
                    AND brought_by_id IS NOT NULL
                ORDER BY earlier.starts DESC LIMIT 1) DESC,
            guardianship.call_order
        LIMIT 1
    """
    found = fetch_in_order(sql, {"session_id": session_id}, int)
    return found[0] if found else None


def in_room(session_id: int) -> list[int]:
    """Return the caregivers who are in the room, as far as the visit's note says by now."""
    sql = """
        SELECT json_extract(person.value, '$.caregiver_id') AS caregiver_id FROM note
        JOIN json_each(note.content, '$.parent.who.people') AS person
        WHERE note.session_id = :session_id
            AND json_extract(person.value, '$.how') = 'in_room'
            AND json_extract(person.value, '$.caregiver_id') IS NOT NULL
    """
    return fetch_in_order(sql, {"session_id": session_id}, int)


def change(session_id: int, columns: Columns) -> bool:
    """Change one visit; say whether it is in the file."""
    return bool(Session.update(**columns).where(Session.id == session_id).execute())


def past_visits(
    child_ids: Collection[int], first: date | None, last: date | None, build: Callable[..., Row]
) -> list[Row]:
    """Return the visits of some children (all when there are none named) between two days."""
    query = (
        Session.select(
            Session.id,
            Session.child.alias("child_id"),
            Session.starts,
            Session.status,
            Session.makes_up.alias("makes_up"),
            Program.ends_on.alias("program_ends"),
        )
        .join(Series, JOIN.LEFT_OUTER)
        .join(Program, JOIN.LEFT_OUTER)
        .where(Session.status != "withdrawn")
    )
    if child_ids:
        query = query.where(Session.child.in_(child_ids))
    if first is not None:
        query = query.where(Session.starts >= first.isoformat())
    if last is not None:
        query = query.where(Session.starts < f"{last.isoformat()}U")  # after any time of that day
    return fetch(query.order_by(Session.starts, Session.id), build)


def may_need_a_talk(
    days: tuple[date, date], no_shows: int, percent: int, child_ids: Collection[int]
) -> list[int]:
    """Return active children (of some, or of all) who may have missed too often in some days.

    Make-ups are left out, so nobody who did is left out, and some are named who did not.
    """
    sql = """
        SELECT session.child_id FROM session
        JOIN child ON child.id = session.child_id AND child.status = 'active'
            AND child.removed_at IS NULL
        WHERE session.starts >= :first AND session.starts < :after AND (:everybody
            OR session.child_id IN (SELECT value FROM json_each(:child_ids)))
        GROUP BY session.child_id
        HAVING count(*) FILTER (WHERE session.status = 'no_show') >= :no_shows
            OR 100 * count(*) FILTER (WHERE session.status IN ('held', 'cut_short'))
                < :percent * count(*) FILTER (WHERE session.status IN ('held', 'cut_short',
                    'cancelled_in_time', 'cancelled_late', 'no_show'))
    """
    values = {
        "first": days[0].isoformat(),
        "after": f"{days[1].isoformat()}U",  # after any time of that day
        "no_shows": no_shows,
        "percent": percent,
        "everybody": not child_ids,
        "child_ids": json.dumps(list(child_ids)),
    }
    return fetch_in_order(sql, values, int)


def comes_first_unasked(session_id: int) -> int | None:
    """Return the child of an intensive's visit who was never here and never asked of allergies."""
    sql = """
        SELECT child.id FROM session
        JOIN child ON child.id = session.child_id
        JOIN series ON series.id = session.series_id
        WHERE session.id = :session_id AND child.allergies = 'not_asked'
            AND series.program_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM session AS earlier
                WHERE earlier.child_id = child.id AND earlier.arrived_at IS NOT NULL)
    """
    found = fetch_in_order(sql, {"session_id": session_id}, int)
    return found[0] if found else None
