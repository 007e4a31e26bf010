"""Keep a child's documents, more of what each adult may do, and approvals counted in units."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

# The picture or PDF itself stands last, so that lists need not read past it.

DOCUMENTS = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    caregiver_id INTEGER REFERENCES caregiver (id),
    kind TEXT NOT NULL CHECK (kind IN ('court_order', 'consent', 'referral', 'insurance',
        'identity', 'plan', 'report', 'other')),
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    file_name TEXT NOT NULL CHECK (trim(file_name) <> ''),
    format TEXT NOT NULL CHECK (format IN ('pdf', 'jpeg')),
    pages INTEGER NOT NULL CHECK (pages >= 1),
    dated_on TEXT,
    expires_on TEXT,
    added_at TEXT NOT NULL,
    added_by INTEGER NOT NULL REFERENCES user (id),
    ended_at TEXT,
    ended_by INTEGER REFERENCES user (id),
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    CHECK (dated_on IS NULL OR expires_on IS NULL OR dated_on <= expires_on)
) STRICT;
CREATE INDEX document_by_child ON document (child_id) WHERE ended_at IS NULL;
CREATE INDEX document_expiring ON document (expires_on)
    WHERE ended_at IS NULL AND expires_on IS NOT NULL;

CREATE TRIGGER document_is_what_was_added BEFORE UPDATE OF
    child_id, format, pages, added_at, added_by, sha256, content ON document
BEGIN SELECT RAISE(ABORT, 'a document is kept as it was added'); END;
"""

# NULL: nobody has asked. ``address`` only where somebody does not live with the child.

RIGHTS = """
ALTER TABLE caregiver ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE guardianship ADD COLUMN lives_with INTEGER CHECK (lives_with IN (0, 1));
ALTER TABLE guardianship ADD COLUMN signs_consent INTEGER CHECK (signs_consent IN (0, 1));
ALTER TABLE guardianship ADD COLUMN id_seen_on TEXT;
CREATE INDEX guardianship_ending ON guardianship (may_collect_until)
    WHERE ended_on IS NULL AND may_collect_until IS NOT NULL;
"""

# ``visits`` and ``used_before`` count what was approved: visits, or units of a quarter of an hour.

UNITS = """
ALTER TABLE authorization ADD COLUMN measure TEXT NOT NULL DEFAULT 'visits'
    CHECK (measure IN ('visits', 'units'));
ALTER TABLE authorization ADD COLUMN rounding TEXT NOT NULL DEFAULT 'eight_minutes'
    CHECK (rounding IN ('eight_minutes', 'mid_point'));
ALTER TABLE authorization ADD COLUMN counts_no_shows INTEGER NOT NULL DEFAULT 0
    CHECK (counts_no_shows IN (0, 1));
CREATE INDEX session_by_authorization
    ON session (authorization_id, status, starts, ends, held_minutes)
    WHERE authorization_id IS NOT NULL;
"""


def up(database: SqliteDatabase) -> None:
    """Leave every approval counted in visits, and what nobody was asked open."""
    for script in (DOCUMENTS, RIGHTS, UNITS):
        run_script(database, script)
    keep_forever(database, "document")
