"""Printed schedules as PDF bytes: for a family, a therapist, a room, the front desk."""

from collections.abc import Sequence

from ot_desktop.paper.page import Paper
from ot_desktop.scheduling.paper.domain import FamilyCalendar, Listing, Slip


def print_family_calendars(calendars: Sequence[FamilyCalendar], paper: Paper) -> bytes:
    """Return one file with each family's visits; raises ``MissingGlyph``."""
    from ot_desktop.scheduling.paper.calendar_pages import family_calendars  # noqa: PLC0415  (heavy)

    return family_calendars(calendars, paper)


def print_listings(listings: Sequence[Listing], paper: Paper) -> bytes:
    """Return one file with each list beginning on a page of its own; raises ``MissingGlyph``."""
    from ot_desktop.scheduling.paper.listing_pages import listing_pages  # noqa: PLC0415  (heavy)

    return listing_pages(listings, paper)


def print_slips(slips: Sequence[Slip], paper: Paper) -> bytes:
    """Return one file with the slips to be cut apart; raises ``MissingGlyph``."""
    from ot_desktop.scheduling.paper.slip_pages import slip_pages  # noqa: PLC0415  (heavy)

    return slip_pages(slips, paper)
