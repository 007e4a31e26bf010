"""Tables of the schedule: programs (intensives), series, sessions, time off."""

from peewee import AutoField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from db.models.access import User
from db.models.base import InstantField, Table, WallTimeField
from db.models.caseload import Authorization, Caregiver, Child
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
    status = TextField(default="draft")
    most_a_day = IntegerField(default=1)
    least_a_week = IntegerField(default=2)
    most_a_week = IntegerField(default=5)
    longest_gap_days = IntegerField(null=True)


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
    every_weeks = IntegerField(default=1)


class Interpreter(Table):
    """An adult who interprets for families; ``languages`` as they are read out."""

    id = AutoField()
    name = TextField()
    languages = TextField()
    phone = TextField(default="")
    is_adult = BooleanField()
    is_active = BooleanField(default=True)


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
    arrived_at = InstantField(null=True)
    left_at = InstantField(null=True)
    called_at = InstantField(null=True)
    reason = TextField(default="")
    reason_words = TextField(default="")
    held_minutes = IntegerField(null=True)
    makes_up = ForeignKeyField("self", null=True)
    brought_by = ForeignKeyField(Caregiver, null=True)
    collected_by = ForeignKeyField(Caregiver, null=True)
    collected_why = TextField(default="")
    desk_note = TextField(default="")
    interpreter = ForeignKeyField(Interpreter, null=True)
    interpreter_use = TextField(default="")
    comes_with = ForeignKeyField(Caregiver, null=True)


class TherapistAbsence(Table):
    """A therapist is away on one day, or from one minute of it to another."""

    id = AutoField()
    therapist = ForeignKeyField(Therapist)
    day = DateField()
    starts_min = IntegerField(null=True)
    ends_min = IntegerField(null=True)
    reason = TextField(default="")
    noted_at = InstantField()
    noted_by = ForeignKeyField(User, column_name="noted_by", null=True)
    taken_back_at = InstantField(null=True)


class RoomClosure(Table):
    """A room cannot be used on one day, or from one minute of it to another."""

    id = AutoField()
    room = ForeignKeyField(Room)
    day = DateField()
    starts_min = IntegerField(null=True)
    ends_min = IntegerField(null=True)
    reason = TextField(default="")
    noted_at = InstantField()
    noted_by = ForeignKeyField(User, column_name="noted_by", null=True)
    taken_back_at = InstantField(null=True)
