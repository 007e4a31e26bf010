"""Tables of the schedule: programs (intensives), series, sessions."""

from peewee import AutoField, DateField, ForeignKeyField, IntegerField, TextField

from db.models.access import User
from db.models.base import InstantField, Table, WallTimeField
from db.models.caseload import Authorization, Child
from db.models.settings import Room
from db.models.staff import Therapist


class Program(Table):
    """An intensive: many sessions per child within a few weeks."""

    id = AutoField()
    name = TextField()
    starts_on = DateField()
    ends_on = DateField()
    sessions = IntegerField()
    length_minutes = IntegerField()


class Series(Table):
    """What was asked for when sessions were booked together; the sessions stand beside it."""

    id = AutoField()
    child = ForeignKeyField(Child)
    program = ForeignKeyField(Program, null=True)
    kind = TextField()
    starts_on = DateField()
    weekdays = TextField()
    times = TextField()
    length_minutes = IntegerField()
    planned = IntegerField()
    therapist = ForeignKeyField(Therapist)
    room = ForeignKeyField(Room, null=True)
    booked_at = InstantField()
    booked_by = ForeignKeyField(User, column_name="booked_by", null=True)
    withdrawn_at = InstantField(null=True)


class Session(Table):
    """One visit of one child, in the clinic's wall time."""

    id = AutoField()
    series = ForeignKeyField(Series, null=True)
    number = IntegerField(null=True)
    child = ForeignKeyField(Child)
    therapist = ForeignKeyField(Therapist)
    room = ForeignKeyField(Room, null=True)
    authorization = ForeignKeyField(Authorization, null=True)
    starts = WallTimeField()
    ends = WallTimeField()
    zone = TextField()
    status = TextField(default="planned")
    override_reason = TextField(default="")
    override_by = ForeignKeyField(User, column_name="override_by", null=True)
