"""Tables of the waitlist: who waits for what, when they can come, what was offered."""

from peewee import AutoField, DateField, ForeignKeyField, IntegerField, TextField

from db.models.access import User
from db.models.base import InstantField, Table, WallTimeField
from db.models.caseload import Child
from db.models.settings import Room
from db.models.staff import Therapist


class WaitlistEntry(Table):
    """A child who waits; an ended entry stays for what was offered."""

    id = AutoField()
    child = ForeignKeyField(Child)
    wants = TextField()
    length_minutes = IntegerField()
    weeks = IntegerField(default=1)
    therapist = ForeignKeyField(Therapist, null=True)
    from_day = DateField(null=True)
    until_day = DateField(null=True)
    notice_minutes = IntegerField(default=120)
    urgency = IntegerField(default=2)
    added_on = DateField()
    added_by = ForeignKeyField(User, column_name="added_by", null=True)
    expires_on = DateField(null=True)
    note = TextField(default="")
    ended_on = DateField(null=True)
    ended_because = TextField(default="")


class WaitlistHours(Table):
    """When the family can come, in minutes from midnight of a weekday (Monday is 0)."""

    id = AutoField()
    entry = ForeignKeyField(WaitlistEntry)
    weekday = IntegerField()
    starts_min = IntegerField()
    ends_min = IntegerField()


class Offer(Table):
    """A time that was offered to a family, and what they said."""

    id = AutoField()
    entry = ForeignKeyField(WaitlistEntry)
    therapist = ForeignKeyField(Therapist)
    room = ForeignKeyField(Room, null=True)
    starts = WallTimeField()
    ends = WallTimeField()
    made_at = InstantField()
    made_by = ForeignKeyField(User, column_name="made_by", null=True)
    held_until = InstantField()
    outcome = TextField(default="open")
    answered_at = InstantField(null=True)
