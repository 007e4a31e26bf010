"""The caseload table: one page of children with what each is due, in one question."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from db.rows import Row, fetch_sql

LIVE = "status NOT IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic', 'withdrawn')"
GIVEN = "status IN ('arrived', 'held', 'cut_short')"

NEXT_VISIT = f"""FROM session AS next WHERE next.child_id = child.id
    AND next.starts >= :today AND next.ends > :now AND {LIVE} ORDER BY next.starts LIMIT 1"""
# The index says whether a note is signed, and co-signed where it must be, without reading it.
SIGNED = """(SELECT 1 FROM note INDEXED BY note_done
    WHERE note.session_id = given.id AND note.signed_at IS NOT NULL
        AND (note.needs_cosign = 0 OR note.cosigned_at IS NOT NULL))"""
NOTE_DUE = f"""EXISTS (SELECT 1 FROM session AS given WHERE given.child_id = child.id
    AND given.starts >= :notes_since AND given.ends <= :now AND {GIVEN}
    AND NOT EXISTS {SIGNED})"""  # noqa: S608  (constants)
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
    NOTHING_BOOKED = f"child.status = 'active' AND NOT EXISTS (SELECT 1 {NEXT_VISIT})"
    WAITING = "child.status = 'waiting'"
    NEEDS_TALK = "child.status = 'active' AND child.id IN (SELECT value FROM json_each(:children))"
    EVERYONE = "TRUE"


class Sort(Enum):
    """How the table is ordered: by what, and which end first; the name always breaks ties."""

    NAME = ("child.given_name", "COLLATE NOCASE")
    FAMILY_NAME = ("child.family_name", "")
    AGE = ("child.born_on", "DESC NULLS LAST")
    THERAPIST = (
        "(SELECT name FROM therapist WHERE therapist.id = child.therapist_id)",
        "NULLS LAST",
    )
    NEXT_SESSION = (f"(SELECT starts {NEXT_VISIT})", "NULLS LAST")


def page(
    build: Callable[..., Row],
    view: View,
    terms: Sequence[str],
    sort: Sort,
    window: tuple[int, int],
    **moment: Any,
) -> list[Row]:
    """Return the children of one view in ``window`` (offset, count).

    ``moment`` binds today, now, notes_since, program_since, season, therapist_id, and the
    children of a view that names them.
    """
    key, which_first = sort.value
    order = f"sort_key {which_first}, child.given_name, child.family_name, child.id"
    question = f"""
        WITH child AS MATERIALIZED (
            SELECT child.*, {key} AS sort_key FROM main.child AS child
            WHERE {_condition(view, terms)} ORDER BY {order} LIMIT :count OFFSET :offset
        )
        SELECT child.id, given_name, family_name, preferred_name, born_on, record_number,
            child.status, allergies, precautions, child.therapist_id,
            therapist.name AS therapist_name, therapist.color_slot AS therapist_color,
            next_session.starts AS next_starts, next_session.ends AS next_ends,
            (SELECT number FROM session WHERE series_id = latest.id AND {LIVE}
                AND starts <= :now ORDER BY starts DESC LIMIT 1) AS session_number,
            latest.planned AS series_planned,
            (SELECT starts FROM session AS given WHERE given.child_id = child.id
                AND given.starts <= :now AND EXISTS {SIGNED}
                ORDER BY given.starts DESC LIMIT 1) AS last_note,
            {NOTE_DUE} AS note_is_due,
            (SELECT count(*) FROM goal WHERE goal.child_id = child.id
                AND ended_on IS NULL) AS goals,
            (SELECT count(met_on) FROM goal WHERE goal.child_id = child.id
                AND ended_on IS NULL) AS goals_met
        FROM child
        LEFT JOIN therapist ON therapist.id = child.therapist_id
        LEFT JOIN session AS next_session ON next_session.id = (SELECT id {NEXT_VISIT})
        LEFT JOIN series AS latest ON latest.id = (
            SELECT id FROM series WHERE series.child_id = child.id AND withdrawn_at IS NULL
            ORDER BY starts_on > :today, abs(julianday(starts_on) - julianday(:today)) LIMIT 1)
        ORDER BY {order}
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
