"""Keep who co-signed a note, who has one open, texts kept beside one, and saved phrases."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

# An assistant's note is locked when signed, and takes one thing more: the co-signature.

COSIGNING = """
ALTER TABLE note ADD COLUMN needs_cosign INTEGER NOT NULL DEFAULT 0 CHECK (needs_cosign IN (0, 1));
ALTER TABLE note ADD COLUMN cosigned_at TEXT;
ALTER TABLE note ADD COLUMN cosigned_by INTEGER REFERENCES user (id);
ALTER TABLE note ADD COLUMN cosigned_as TEXT;
CREATE INDEX note_done ON note (session_id)
    WHERE signed_at IS NOT NULL AND (needs_cosign = 0 OR cosigned_at IS NOT NULL);
CREATE INDEX note_to_cosign ON note (session_id) WHERE needs_cosign = 1 AND cosigned_at IS NULL;

DROP TRIGGER note_is_signed;

CREATE TRIGGER note_is_signed BEFORE UPDATE ON note
WHEN OLD.signed_at IS NOT NULL AND NOT (
    OLD.needs_cosign = 1 AND OLD.cosigned_at IS NULL
    AND NEW.cosigned_at IS NOT NULL AND NEW.cosigned_as IS NOT NULL
    AND NEW.cosigned_by IS NOT NULL AND NEW.cosigned_by <> OLD.signed_by
    AND NEW.id = OLD.id AND NEW.session_id = OLD.session_id AND NEW.child_id = OLD.child_id
    AND NEW.author_id = OLD.author_id AND NEW.content = OLD.content
    AND NEW.started_at = OLD.started_at AND NEW.saved_at = OLD.saved_at
    AND NEW.signed_at = OLD.signed_at AND NEW.signed_by = OLD.signed_by
    AND NEW.signed_as IS OLD.signed_as AND NEW.content_hash = OLD.content_hash
    AND NEW.needs_cosign = OLD.needs_cosign)
BEGIN SELECT RAISE(ABORT, 'note is signed'); END;

CREATE TRIGGER note_cosigned_first BEFORE UPDATE ON note
WHEN OLD.signed_at IS NULL AND NEW.cosigned_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'note is not signed'); END;

CREATE TRIGGER addendum_to_a_draft BEFORE INSERT ON addendum
WHEN (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'note is not signed'); END;
"""

# Which window of which program writes in a visit's note; without a beat it is no longer open.

OPEN_NOTES = """
CREATE TABLE open_note (
    session_id INTEGER PRIMARY KEY REFERENCES session (id),
    opened_in TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id),
    program TEXT NOT NULL,
    computer TEXT NOT NULL,
    since TEXT NOT NULL,
    beat_at TEXT NOT NULL
) STRICT;

CREATE TABLE kept_text (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id),
    typed_in TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    saved_at TEXT NOT NULL,
    settled_at TEXT
) STRICT;
CREATE INDEX kept_text_open ON kept_text (session_id) WHERE settled_at IS NULL;
"""

# Without a user it is the clinic's.

PHRASES = """
CREATE TABLE phrase (
    id INTEGER PRIMARY KEY,
    user_id INTEGER REFERENCES user (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    removed_at TEXT
) STRICT;
"""

# What a clinic begins with; its owner changes or removes them.

FIRST_PHRASES = (
    ("tries", "{child} did {__} in {__} of {__} tries with {__}."),
    ("cues", "{child} needed {__} cues to {__}."),
    ("calm", "{child} came in calm and settled within {__} minutes."),
    ("break", "{child} took {__} breaks and came back after {__} minutes each time."),
    ("heavy", "Heavy work first ({__}), then {__} at the table for {__} minutes."),
    ("refused", "{child} did not want to {__}. Offered {__} instead."),
    ("setup", "Set-up: {__}. Seated at {__}, feet on the floor."),
    ("parent", "Parent watched {__}, then tried it with {__}."),
)


def up(database: SqliteDatabase) -> None:
    """Leave every note as it is: what was signed before needs nobody else."""
    run_script(database, COSIGNING)
    run_script(database, OPEN_NOTES)
    run_script(database, PHRASES)
    for name, words in FIRST_PHRASES:
        database.execute_sql("INSERT INTO phrase (name, words) VALUES (?, ?)", (name, words))
    keep_forever(database, "kept_text")
