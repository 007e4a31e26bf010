"""Tables of the clinic itself: settings, hours, rooms, closed days."""

from peewee import AutoField, BooleanField, DateField, IntegerField, TextField

from db.models.base import Table


class Setting(Table):
    """One named choice of the clinic, as JSON."""

    name = TextField(primary_key=True)
    value = TextField()


class Room(Table):
    """A room, and how many children it holds at once."""

    id = AutoField()
    name = TextField(unique=True)
    capacity = IntegerField()
    equipment = TextField(default="")
    is_active = BooleanField(default=True)


class ClinicHours(Table):
    """One open stretch of a weekday (Monday is 0), in minutes from midnight."""

    id = AutoField()
    weekday = IntegerField()
    starts_min = IntegerField()
    ends_min = IntegerField()


class ClosedDay(Table):
    """A day on which nobody is seen."""

    id = AutoField()
    day = DateField(unique=True)
    reason = TextField(default="")
