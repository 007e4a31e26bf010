"""Tables of the therapists and when they work."""

from peewee import AutoField, BooleanField, ForeignKeyField, IntegerField, TextField

from db.models.base import Table


class Therapist(Table):
    """Somebody who treats; an assistant has a supervisor."""

    id = AutoField()
    name = TextField()
    credentials = TextField(default="")
    color_slot = IntegerField()
    supervisor = ForeignKeyField("self", null=True)
    is_active = BooleanField(default=True)


class TherapistHours(Table):
    """One working stretch of a weekday (Monday is 0), in minutes from midnight."""

    id = AutoField()
    therapist = ForeignKeyField(Therapist)
    weekday = IntegerField()
    starts_min = IntegerField()
    ends_min = IntegerField()
