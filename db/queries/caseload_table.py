"""The caseload table: one page of children with what each is due, in one question."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from db.rows import Row, fetch_sql

LIVE = "status NOT IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic', 'withdrawn')"
GIVEN = "status IN ('arrived', 'held', 'cut_short')"

NEXT = f"""(SELECT starts FROM session AS next WHERE next.child_id = child.id
    AND next.starts >= :today AND next.ends > :now AND {LIVE} ORDER BY next.starts LIMIT 1)"""  # noqa: S608  (constants)
NOTE_DUE = f"""EXISTS (SELECT 1 FROM session AS given WHERE given.child_id = child.id
    AND given.starts >= :notes_since AND given.ends <= :now AND {GIVEN} AND NOT EXISTS (
        SELECT 1 FROM note WHERE note.session_id = given.id AND note.signed_at IS NOT NULL))"""  # noqa: S608  (constants)
PROGRAM_DUE = """coalesce((SELECT max(home_program.starts_on) FROM home_program
    WHERE home_program.child_id = child.id AND home_program.issued_at IS NOT NULL), '')
    < :program_since"""


class View(Enum):
    """A saved view: which children it shows, as a condition on ``child``."""

    ACTIVE = "child.status = 'active'"
    MINE = "child.status = 'active' AND child.therapist_id = :therapist_id"
    INTENSIVE = (
        "EXISTS (SELECT 1 FROM series WHERE series.child_id = child.id AND series.kind = "
        "'intensive' AND series.withdrawn_at IS NULL AND series.starts_on >= :season)"
    )
    NOTE_DUE = f"child.status = 'active' AND {NOTE_DUE}"
    PROGRAM_DUE = f"child.status = 'active' AND {PROGRAM_DUE}"
    NOTHING_BOOKED = f"child.status = 'active' AND {NEXT} IS NULL"
    WAITING = "child.status = 'waiting'"
    EVERYONE = "TRUE"


class Sort(Enum):
    """How the table is ordered; the name always breaks ties."""

    NAME = "child.given_name COLLATE NOCASE"
    FAMILY_NAME = "child.family_name"
    AGE = "child.born_on IS NULL, child.born_on DESC"
    THERAPIST = (
        "child.therapist_id IS NULL, (SELECT name FROM therapist WHERE id = child.therapist_id)"
    )
    NEXT_SESSION = f"{NEXT} IS NULL, {NEXT}"


def page(
    build: Callable[..., Row],
    view: View,
    terms: Sequence[str],
    sort: Sort,
    window: tuple[int, int],
    **moment: Any,
) -> list[Row]:
    """Return the children of one view in ``window`` (offset, count).

    ``moment`` binds today, now, notes_since, program_since, season and therapist_id.
    """
    question = f"""
        WITH child AS MATERIALIZED (
            SELECT child.* FROM main.child AS child WHERE {_condition(view, terms)}
            ORDER BY {sort.value}, child.given_name, child.family_name, child.id
            LIMIT :count OFFSET :offset
        )
        SELECT child.id, given_name, family_name, preferred_name, born_on, record_number,
            child.status, allergies, precautions, child.therapist_id,
            therapist.name AS therapist_name, therapist.color_slot AS therapist_color,
            next_session.starts AS next_starts, next_session.ends AS next_ends,
            (SELECT max(number) FROM session WHERE series_id = latest.id AND {LIVE}
                AND session.starts <= :now) AS session_number,
            latest.planned AS series_planned,
            (SELECT session.starts FROM session JOIN note ON note.session_id = session.id
                WHERE session.child_id = child.id AND note.signed_at IS NOT NULL
                ORDER BY session.starts DESC LIMIT 1) AS last_note,
            {NOTE_DUE} AS note_is_due,
            (SELECT count(*) FROM goal WHERE goal.child_id = child.id
                AND ended_on IS NULL) AS goals,
            (SELECT count(*) FROM goal WHERE goal.child_id = child.id
                AND ended_on IS NULL AND met_on IS NOT NULL) AS goals_met
        FROM child
        LEFT JOIN therapist ON therapist.id = child.therapist_id
        LEFT JOIN session AS next_session
            ON next_session.child_id = child.id AND next_session.starts = {NEXT}
            AND next_session.{LIVE}
        LEFT JOIN series AS latest ON latest.id = (
            SELECT id FROM series WHERE series.child_id = child.id AND withdrawn_at IS NULL
            ORDER BY starts_on > :today, abs(julianday(starts_on) - julianday(:today)) LIMIT 1)
        ORDER BY {sort.value}, child.given_name, child.family_name, child.id
    """  # noqa: S608  (built from this module's enums; every value is bound)
    offset, count = window
    return fetch_sql(question, _bound(terms) | moment | {"offset": offset, "count": count}, build)


def count(view: View, terms: Sequence[str], **moment: Any) -> int:
    """Return how many children one view holds."""
    question = f"SELECT count(*) AS found FROM child WHERE {_condition(view, terms)}"  # noqa: S608  (as in page)
    [found] = fetch_sql(question, _bound(terms) | moment, _found)
    return found


def _found(found: int) -> int:
    return found


def _condition(view: View, terms: Sequence[str]) -> str:
    words = "".join(f" AND instr(words, :term_{n}) > 0" for n in range(len(terms)))
    found = f" AND child.id IN (SELECT child_id FROM child_search WHERE TRUE{words})"  # noqa: S608  (as in page)
    return f"child.removed_at IS NULL AND {view.value}{found if terms else ''}"


def _bound(terms: Sequence[str]) -> dict[str, str]:
    return {f"term_{n}": term for n, term in enumerate(terms)}
