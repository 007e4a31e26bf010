"""Saving all of a use case or nothing of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from db.connection import confirm_lock, database
from db.faults import database_faults

# A constraint or a trigger said no; the text of a trigger's refusal is the text of the exception.
Refused = peewee.IntegrityError


@contextmanager
def transaction() -> Iterator[None]:
    """Commit what the block writes, or undo all of it when the block raises.

    Takes the file's write lock at once, so that what the block reads stays true. Inside another
    transaction it becomes a part of it that can be undone alone. A failing disk, a damaged or a
    locked file raises StorageFault; a constraint or trigger that says no raises Refused.
    """
    confirm_lock()
    with database_faults(), database.atomic("IMMEDIATE"):
        yield
