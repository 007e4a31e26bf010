"""Tables of what was said with families, and what was promised."""

from peewee import AutoField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from db.models.access import User
from db.models.base import InstantField, Table
from db.models.caseload import Caregiver, Child
from db.models.scheduling import Session


class Message(Table):
    """Something said between family and clinic, either way."""

    id = AutoField()
    child = ForeignKeyField(Child)
    caregiver = ForeignKeyField(Caregiver, null=True)
    session = ForeignKeyField(Session, null=True)
    way = TextField()
    direction = TextField()
    said = TextField()
    outcome = TextField(default="")
    tries = IntegerField(default=1)
    minutes = IntegerField(null=True)
    is_question = BooleanField(default=False)
    answers = ForeignKeyField("self", null=True)
    at = InstantField()
    logged_by = ForeignKeyField(User, column_name="logged_by", null=True, backref="+")
    done_at = InstantField(null=True)
    done_by = ForeignKeyField(User, column_name="done_by", null=True, backref="+")


class Promise(Table):
    """What somebody of the clinic promised a family, by when."""

    id = AutoField()
    message = ForeignKeyField(Message)
    what = TextField()
    due_on = DateField()
    who = ForeignKeyField(User, column_name="who")
    kept_at = InstantField(null=True)
    kept_by = ForeignKeyField(User, column_name="kept_by", null=True)
