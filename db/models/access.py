"""Tables of the people who use the program, and of what they did."""

from peewee import AutoField, BooleanField, DeferredForeignKey, ForeignKeyField, TextField

from db.models.base import InstantField, Table
from db.models.staff import Therapist


class User(Table):
    """A colleague who signs in; ``key_slot`` names their slot in the key file."""

    id = AutoField()
    name = TextField()
    role = TextField()
    therapist = ForeignKeyField(Therapist, null=True)
    key_slot = TextField(unique=True)
    pin_hash = TextField(null=True)
    is_active = BooleanField(default=True)
    created_at = InstantField()


class Audit(Table):
    """Who did what, about which child, when and where; never clinical text."""

    id = AutoField()
    at = InstantField()
    user = ForeignKeyField(User, null=True)
    user_name = TextField()
    computer = TextField()
    action = TextField()
    child = DeferredForeignKey("Child", column_name="child_id", null=True)
    subject = TextField(default="")
