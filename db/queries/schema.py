"""Whether the open file's tables are what this version expects, and how much is in them."""

from typing import Any

import db.models.home_programs
import db.models.messages
import db.models.notes
import db.models.programs
import db.models.settings
import db.models.waitlist  # noqa: F401  (with these every table is known)
from db.connection import database
from db.faults import database_faults
from db.models.base import Table
from db.verified_copy import count_rows


def version() -> int:
    """Return how many migration steps the file has seen."""
    return int(database.pragma("user_version"))


def counts() -> dict[str, int]:
    """Return how many rows each table has."""
    with database_faults():
        return count_rows(database.connection())


def broken_references() -> list[str]:
    """Return a line for each row that points at a row that is gone."""
    with database_faults():
        rows = database.execute_sql("PRAGMA foreign_key_check").fetchall()
    return [f"{table} row {row} points at a missing {parent}" for table, row, parent, _ in rows]


def differences() -> list[str]:
    """Return a line for each table or column that models and file do not share."""
    with database_faults():
        models = {str(_meta(model).table_name): model for model in Table.__subclasses__()}
        stored = set(database.get_tables()) - {"sqlite_sequence"}
        found = [f"table {name} is missing" for name in sorted(models.keys() - stored)]
        found += [f"table {name} is not known" for name in sorted(stored - models.keys())]
        for name in sorted(models.keys() & stored):
            found += _column_differences(name, models[name])
    return found


def _column_differences(name: str, model: type[Table]) -> list[str]:
    stored = {column.name: column.null for column in database.get_columns(name)}
    fields = {field.column_name: field for field in _meta(model).sorted_fields}
    found = [f"{name}.{column} is missing" for column in sorted(fields.keys() - stored.keys())]
    found += [f"{name}.{column} is not known" for column in sorted(stored.keys() - fields.keys())]
    found += [
        f"{name}.{column} may be empty in one of file and program only"
        for column, field in sorted(fields.items())
        if column in stored and not field.primary_key and field.null != stored[column]
    ]
    return found


def _meta(model: type[Table]) -> Any:
    return model._meta  # noqa: SLF001  (Peewee's documented way to ask a model about itself)
