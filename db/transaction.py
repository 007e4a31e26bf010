"""Saving all of a use case or nothing of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from db.connection import database
from db.faults import fault_of

# A constraint or a trigger said no; the text of a trigger's refusal is the text of the exception.
Refused = peewee.IntegrityError


@contextmanager
def transaction() -> Iterator[None]:
    """Commit what the block writes, or undo all of it when the block raises.

    Takes the file's write lock at once, so that what the block reads stays true. Inside another
    transaction it becomes a part of it that can be undone alone. A failing disk, a damaged or a
    locked file raises StorageFault; a constraint or trigger that says no raises Refused.
    """
    before = sys.exception()
    try:
        with database.atomic("IMMEDIATE"):
            yield
    except Refused:
        raise
    except peewee.DatabaseError as error:
        if fault := fault_of(error, before):
            raise fault from error
        raise
