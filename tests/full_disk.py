"""A disk on which the clinic's file cannot grow any more."""

from collections.abc import Iterator
from contextlib import contextmanager

from db.connection import database

# More than the free pages a small file may have inside.
LONG_TEXT = "Precious words. " * 20_000
_AS_MANY_AS_SQLITE_TAKES = 4_294_967_294


@contextmanager
def a_full_disk() -> Iterator[None]:
    """Refuse every further page, as SQLite does when the disk is full."""
    database.pragma("max_page_count", database.pragma("page_count"))
    try:
        yield
    finally:
        database.pragma("max_page_count", _AS_MANY_AS_SQLITE_TAKES)
