"""Reading and writing a child's documents, and what of a family runs out."""

import json
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

from db.models.caseload import Document
from db.rows import Row, fetch_sql, fetch_tuples

Columns = dict[str, Any]

_LISTED = """
    SELECT document.id, document.child_id, document.kind, title, file_name, format, pages,
        dated_on, expires_on, added_at, user.name AS added_by, caregiver_id,
        caregiver.full_name AS caregiver_name
    FROM document
    JOIN user ON user.id = document.added_by
    LEFT JOIN caregiver ON caregiver.id = caregiver_id
"""


def of_child(child_id: int, kinds: Collection[str], build: Callable[..., Row]) -> list[Row]:
    """Return a child's documents of some kinds, the latest first; days and instants as text."""
    sql = f"""{_LISTED} WHERE document.child_id = :child_id AND ended_at IS NULL
        AND document.kind IN (SELECT value FROM json_each(:kinds))
        ORDER BY coalesce(dated_on, substr(added_at, 1, 10)) DESC,
            document.id DESC"""  # noqa: S608  (constants of this module only)
    return fetch_sql(sql, {"child_id": child_id, "kinds": json.dumps(list(kinds))}, build)


def document(document_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one document without what it holds, one taken out too; None when there is none."""
    sql = f"{_LISTED} WHERE document.id = :document_id"
    return next(iter(fetch_sql(sql, {"document_id": document_id}, build)), None)


def content(document_id: int) -> tuple[bytes, str]:
    """Return what a document holds, and what its checksum was when it was added."""
    query = Document.select(Document.content, Document.sha256).where(Document.id == document_id)
    [(kept, checksum)] = fetch_tuples(query)
    return bytes(kept), checksum


def is_kept_already(child_id: int, checksum: str) -> bool:
    """Say whether a child has this very file among the documents."""
    query = Document.select(Document.id).where(
        (Document.child == child_id) & (Document.sha256 == checksum) & Document.ended_at.is_null()
    )
    return bool(query.exists())


def insert(columns: Columns) -> int:
    """Add a document and return its id."""
    return int(Document.insert(**columns).execute())


def change(document_id: int, columns: Columns) -> None:
    """Set columns of one document; what it holds cannot change."""
    Document.update(**columns).where(Document.id == document_id).execute()


def put_end(document_id: int, ended_at: datetime | None, ended_by: int | None) -> None:
    """Take a document out of a child's list, or put it back; the row stays."""
    change(document_id, {"ended_at": ended_at, "ended_by": ended_by})


# Rows of both look alike: child, name, what, whose, until when.

_EXPIRING = """
    SELECT document.child_id, trim(child.given_name || ' ' || child.family_name) AS child_name,
        document.kind, title AS what, expires_on AS day
    FROM document JOIN child ON child.id = document.child_id
    WHERE document.ended_at IS NULL AND expires_on <= :until
        AND document.kind IN (SELECT value FROM json_each(:kinds))
    UNION ALL
    SELECT guardianship.child_id, trim(child.given_name || ' ' || child.family_name),
        'collecting', caregiver.full_name, may_collect_until
    FROM guardianship JOIN child ON child.id = guardianship.child_id
    JOIN caregiver ON caregiver.id = guardianship.caregiver_id
    WHERE guardianship.ended_on IS NULL AND may_collect = 1
        AND may_collect_until BETWEEN :since AND :until
"""


def expiring(
    days: tuple[date, date],
    kinds: Collection[str],
    build: Callable[..., Row],
    *,
    children: Collection[int] = (),
    coming: tuple[date, date] | None = None,
) -> list[Row]:
    """Return documents that end by the second of two days, and rights to collect between them.

    The first to end comes first. Of active children: of some when named, or of those who come
    between two other days.
    """
    sql = f"""SELECT found.* FROM ({_EXPIRING}) AS found
        JOIN child ON child.id = found.child_id AND removed_at IS NULL
            AND child.status IN ('active', 'waiting')
        WHERE (:everybody OR found.child_id IN (SELECT value FROM json_each(:children)))
            AND (:first IS NULL OR EXISTS (SELECT 1 FROM session
                WHERE session.child_id = found.child_id AND session.starts >= :first
                    AND session.starts < :after AND session.status IN
                        ('planned', 'confirmed', 'arrived', 'held', 'cut_short')))
        ORDER BY day, child_name, what"""  # noqa: S608  (constants of this module only)
    values = {
        "since": days[0].isoformat(),
        "until": days[1].isoformat(),
        "kinds": json.dumps(list(kinds)),
        "everybody": not children,
        "children": json.dumps(list(children)),
        "first": coming[0].isoformat() if coming else None,
        "after": f"{coming[1].isoformat()}U" if coming else None,  # after any time of that day
    }
    return fetch_sql(sql, values, build)
