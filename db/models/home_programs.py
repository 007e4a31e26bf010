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


class ActivityVersion(Table):
    """The clinic's own wording of an activity: a draft until somebody approves it."""

    id = AutoField()
    activity_slug = ForeignKeyField(Activity, field="slug", column_name="activity_slug")
    content = TextField()
    written_by = ForeignKeyField(User, column_name="written_by")
    written_at = InstantField()
    approved_by = ForeignKeyField(User, column_name="approved_by", null=True)
    approved_at = InstantField(null=True)
    ended_at = InstantField(null=True)


class ActivityPicture(Table):
    """A photo of the clinic's own, called by the checksum of its bytes."""

    id = AutoField()
    sha256 = TextField(unique=True)
    added_by = ForeignKeyField(User, column_name="added_by")
    added_at = InstantField()
    jpeg = BlobField()


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


class WordingChoice(Table):
    """Whether one child's program keeps the words it has when its activity changes."""

    id = AutoField()
    child = ForeignKeyField(Child)
    home_program = ForeignKeyField(HomeProgram)
    activity_slug = ForeignKeyField(Activity, field="slug", column_name="activity_slug")
    version = ForeignKeyField(ActivityVersion, null=True)
    takes_new = BooleanField()
    decided_by = ForeignKeyField(User, column_name="decided_by")
    decided_at = InstantField()


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


class ProgramTemplate(Table):
    """A home program without a child, to begin from; its activities are one JSON document."""

    id = AutoField()
    name = TextField()
    content = TextField()
    made_by = ForeignKeyField(User, column_name="made_by", backref="+")
    made_at = InstantField()
    removed_at = InstantField(null=True)


class ReturnedChart(Table):
    """The days a practice chart that came back is ticked; ``practiced`` is a JSON list of days."""

    id = AutoField()
    home_program = ForeignKeyField(HomeProgram, backref="+")
    first_day = DateField()
    last_day = DateField()
    practiced = TextField()
    words = TextField(default="")
    entered_by = ForeignKeyField(User, column_name="entered_by", backref="+")
    entered_at = InstantField()
    withdrawn_at = InstantField(null=True)


class OwnLook(Table):
    """How one child looks in the drawings; without a row they show the drawings' own children."""

    child = ForeignKeyField(Child, primary_key=True)
    skin = TextField()
    hair = TextField()
    hair_color = TextField()
    has_glasses = BooleanField()
    has_hearing_aid = BooleanField()
    aid = TextField(null=True)
