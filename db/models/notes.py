"""Tables of session notes: a note's content is one JSON document, hashed when signed."""

from peewee import AutoField, DateField, ForeignKeyField, IntegerField, TextField

from db.models.access import User
from db.models.base import InstantField, Table
from db.models.caseload import Child, Goal
from db.models.scheduling import Session


class Note(Table):
    """The note of one session; a draft until ``signed_at`` is set, unchangeable after."""

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
