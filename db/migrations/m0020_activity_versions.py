"""Keep the clinic's own versions of activities, their pictures, and who kept the words before."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

# One draft and one version in force for each activity at most; what was approved stays as it was.

VERSIONS = """
CREATE TABLE activity_version (
    id INTEGER PRIMARY KEY,
    activity_slug TEXT NOT NULL REFERENCES activity (slug),
    content TEXT NOT NULL CHECK (json_valid(content)),
    written_by INTEGER NOT NULL REFERENCES user (id),
    written_at TEXT NOT NULL,
    approved_by INTEGER REFERENCES user (id),
    approved_at TEXT,
    ended_at TEXT,
    CHECK ((approved_by IS NULL) = (approved_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX activity_version_draft ON activity_version (activity_slug)
    WHERE approved_at IS NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX activity_version_in_force ON activity_version (activity_slug)
    WHERE approved_at IS NOT NULL AND ended_at IS NULL;

CREATE TRIGGER activity_version_is_approved BEFORE UPDATE OF
    activity_slug, content, written_by, written_at, approved_by, approved_at ON activity_version
WHEN OLD.approved_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'activity version is approved'); END;
"""

# A picture is called by the checksum of its bytes, so that one text always shows one picture.

PICTURES = """
CREATE TABLE activity_picture (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    added_by INTEGER NOT NULL REFERENCES user (id),
    added_at TEXT NOT NULL,
    jpeg BLOB NOT NULL
) STRICT;

CREATE TRIGGER activity_picture_is_what_was_added BEFORE UPDATE ON activity_picture
BEGIN SELECT RAISE(ABORT, 'a picture is kept as it was added'); END;
"""

# ``version_id`` is NULL where the choice is about the built-in words.

CHOICES = """
CREATE TABLE wording_choice (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    home_program_id INTEGER NOT NULL REFERENCES home_program (id),
    activity_slug TEXT NOT NULL REFERENCES activity (slug),
    version_id INTEGER REFERENCES activity_version (id),
    takes_new INTEGER NOT NULL CHECK (takes_new IN (0, 1)),
    decided_by INTEGER NOT NULL REFERENCES user (id),
    decided_at TEXT NOT NULL
) STRICT;
CREATE INDEX wording_choice_by_child ON wording_choice (child_id);
"""


def up(database: SqliteDatabase) -> None:
    """Begin with the built-in activities as the clinic has them: nobody has changed one."""
    run_script(database, VERSIONS)
    run_script(database, PICTURES)
    run_script(database, CHOICES)
    keep_forever(database, "activity_version", "activity_picture", "wording_choice")
