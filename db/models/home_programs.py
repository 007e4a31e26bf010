"""Tables of the activity library, the home programs and the papers given to families."""

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from db.models.access import User
from db.models.base import InstantField, Table
from db.models.caseload import Caregiver, Child


class Activity(Table):
    """An activity of the library; its texts are one JSON document."""

    id = AutoField()
    slug = TextField(unique=True)
    title = TextField()
    content = TextField()
    is_ours = BooleanField(default=False)
    retired_at = InstantField(null=True)


class HomeProgram(Table):
    """What a family practices between two dates; unchangeable once issued."""

    id = AutoField()
    child = ForeignKeyField(Child)
    author = ForeignKeyField(User)
    replaces = ForeignKeyField("self", null=True)
    starts_on = DateField()
    ends_on = DateField()
    content = TextField()
    saved_at = InstantField()
    issued_at = InstantField(null=True)


class HomeProgramActivity(Table):
    """One activity of one home program, by which families report practice."""

    id = AutoField()
    home_program = ForeignKeyField(HomeProgram)
    position = IntegerField()
    activity_slug = ForeignKeyField(Activity, field="slug", column_name="activity_slug")
    title = TextField()
    minutes = IntegerField()
    times_a_week = IntegerField()


class IssuedPaper(Table):
    """The very bytes a family was given, so that a reprint is the same page."""

    id = AutoField()
    child = ForeignKeyField(Child)
    home_program = ForeignKeyField(HomeProgram, null=True)
    kind = TextField()
    caregiver = ForeignKeyField(Caregiver, null=True)
    issued_at = InstantField()
    issued_by = ForeignKeyField(User, column_name="issued_by")
    reason = TextField(default="")
    pages = IntegerField()
    sha256 = TextField()
    pdf = BlobField()


class OwnLook(Table):
    """How one child looks in the drawings; without a row they show the drawings' own children."""

    child = ForeignKeyField(Child, primary_key=True)
    skin = TextField()
    hair = TextField()
    hair_color = TextField()
    has_glasses = BooleanField()
    has_hearing_aid = BooleanField()
    aid = TextField(null=True)
