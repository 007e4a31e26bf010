"""Tables of what a family rates: problems in its own words, and how each goes."""

from peewee import AutoField, DateField, ForeignKeyField, IntegerField, TextField

from db.models.access import User
from db.models.base import InstantField, Table
from db.models.caseload import Child


class CopmProblem(Table):
    """Something that matters to the family and does not go well, as they put it."""

    id = AutoField()
    child = ForeignKeyField(Child)
    words = TextField()
    named_on = DateField()
    ended_on = DateField(null=True)


class CopmAssessment(Table):
    """One talk in which a child, or a parent for the child, rated problems."""

    id = AutoField()
    child = ForeignKeyField(Child)
    rated_on = DateField()
    rated_by = TextField()
    said_by = TextField(default="")
    written_at = InstantField()
    written_by = ForeignKeyField(User, column_name="written_by", backref="+")
    withdrawn_at = InstantField(null=True)


class CopmRating(Table):
    """Performance and satisfaction, 1 to 10, of one problem in one talk."""

    id = AutoField()
    assessment = ForeignKeyField(CopmAssessment)
    problem = ForeignKeyField(CopmProblem)
    performance = IntegerField()
    satisfaction = IntegerField()
