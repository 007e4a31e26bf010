"""Puts the starter activities into the clinic's own library."""

from db.queries import home_programs as queries
from db.transaction import transaction
from ot_desktop.home_programs import library
from ot_desktop.home_programs.codec import activity_text


def seed_library() -> int:
    """Add the starter activities the file does not have yet; return how many were added.

    What is in the file stays as the clinic has it: from then on the file is the library.
    """
    known = queries.known_slugs()
    missing = [one for one in library.all_activities() if one.key not in known]
    if missing:
        with transaction():
            queries.insert_activities(
                {"slug": one.key, "title": one.words["en"].title, "content": activity_text(one)}
                for one in missing
            )
    return len(missing)
