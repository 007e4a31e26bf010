"""What every table has in common, and how days, wall times and instants are stored."""

from datetime import UTC, datetime
from typing import Any

from peewee import Model, TextField

from db.connection import database


class Table(Model):
    """A table in the clinic's file."""

    class Meta:
        database = database
        legacy_table_names = False


class InstantField(TextField):
    """A moment, kept as UTC text ``2027-06-07T14:00:00Z`` so that text order is time order."""

    def db_value(self, value: Any) -> Any:
        """Return UTC text; refuse a moment without an offset."""
        if isinstance(value, datetime):
            if value.tzinfo is None:
                raise ValueError("an instant needs its offset")
            return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return value

    def python_value(self, value: Any) -> Any:
        """Return an aware datetime in UTC."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value


class WallTimeField(TextField):
    """The clinic's wall time to the minute, kept as ``2027-06-07T09:00``."""

    def db_value(self, value: Any) -> Any:
        """Return the minute as text; refuse an instant, which is not a wall time."""
        if isinstance(value, datetime):
            if value.tzinfo is not None:
                raise ValueError("a wall time has no offset")
            return value.isoformat(timespec="minutes")
        return value

    def python_value(self, value: Any) -> Any:
        """Return a naive datetime."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value
