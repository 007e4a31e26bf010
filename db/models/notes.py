"""Tables of session notes: a note's content is one JSON document, hashed when signed."""

from peewee import (
    AutoField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from db.models.access import User
from db.models.base import InstantField, Table
from db.models.caseload import Child, Goal
from db.models.scheduling import Session


class Note(Table):
    """The note of one session; a draft until ``signed_at`` is set, unchangeable after.

    Only a co-signature may be added, where ``needs_cosign`` says so.
    """

    id = AutoField()
    session = ForeignKeyField(Session, unique=True)
    child = ForeignKeyField(Child)
    author = ForeignKeyField(User, backref="+")
    content = TextField()
    started_at = InstantField()
    saved_at = InstantField()
    signed_at = InstantField(null=True)
    signed_by = ForeignKeyField(User, column_name="signed_by", null=True, backref="+")
    signed_as = TextField(null=True)
    content_hash = TextField(null=True)
    needs_cosign = BooleanField(default=False)
    cosigned_at = InstantField(null=True)
    cosigned_by = ForeignKeyField(User, column_name="cosigned_by", null=True, backref="+")
    cosigned_as = TextField(null=True)


class GoalScore(Table):
    """How one goal went: in a note that was signed, or, without ``note``, at another time.

    ``help`` is the most help the child needed, ``assist`` how much; ``prompts`` a JSON list.
    """

    id = AutoField()
    goal = ForeignKeyField(Goal)
    note = ForeignKeyField(Note, null=True)
    scored_on = DateField()
    score = IntegerField(null=True)
    out_of = IntegerField(null=True)
    level = IntegerField(null=True)
    help = TextField(null=True)
    assist = TextField(null=True)
    prompts = TextField(default="[]")
    setting = TextField(null=True)
    scored_at = InstantField(null=True)
    scored_by = ForeignKeyField(User, column_name="scored_by", null=True, backref="+")
    withdrawn_at = InstantField(null=True)
    withdrawn_by = ForeignKeyField(User, column_name="withdrawn_by", null=True, backref="+")


class Addendum(Table):
    """Text signed under a signed note, later."""

    id = AutoField()
    note = ForeignKeyField(Note)
    author = ForeignKeyField(User)
    body = TextField()
    signed_at = InstantField()
    signed_as = TextField()
    content_hash = TextField()


class OpenNote(Table):
    """Which window writes in a session's note; gone when it has not beaten for a while."""

    session = ForeignKeyField(Session, primary_key=True)
    opened_in = TextField()
    user = ForeignKeyField(User, backref="+")
    program = TextField()
    computer = TextField()
    since = InstantField()
    beat_at = InstantField()


class KeptText(Table):
    """What somebody typed while another window had the note; kept until it is put together."""

    id = AutoField()
    session = ForeignKeyField(Session, backref="+")
    typed_in = TextField()
    user = ForeignKeyField(User, backref="+")
    content = TextField()
    saved_at = InstantField()
    settled_at = InstantField(null=True)


class Phrase(Table):
    """A saved phrase; the clinic's when it has no user."""

    id = AutoField()
    user = ForeignKeyField(User, null=True, backref="+")
    name = TextField()
    words = TextField()
    removed_at = InstantField(null=True)
