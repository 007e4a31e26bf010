"""Finds the bytes of a photo that an activity's text names."""

from functools import lru_cache
from typing import Any

from db.queries import activities as queries
from ot_desktop.home_programs.domain import Photo

_MOST_IN_MEMORY = 64


def kept_photo(named: dict[str, Any] | None) -> Photo | None:
    """Return the photo an activity's text names, or None when the file does not have it."""
    if not named:
        return None
    try:
        jpeg = _jpeg(named["name"])
    except _MissingError:
        return None
    return Photo(named["name"], jpeg, named["license"], named["credit"])


@lru_cache(maxsize=_MOST_IN_MEMORY)
def _jpeg(name: str) -> bytes:
    """Read once: the name is the checksum of the bytes, whichever clinic is open."""
    found = queries.picture(name)
    if found is None:
        raise _MissingError
    return found


class _MissingError(LookupError):
    """Not kept by the cache, so that a photo added later is found."""
