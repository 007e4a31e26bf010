"""Home programs that families were given, for tests: built and issued as the builder does."""

from dataclasses import replace

from ot_desktop.home_programs.program_page import IssuedPaper
from ot_desktop.services import Services


def given(services: Services, child_id: int, *keys: str, **changes) -> IssuedPaper:
    """Give a family a program of these activities; ``changes`` are fields of the draft."""
    page = services.home_programs.start(child_id)
    draft = replace(page.draft, activities=(), id=None)
    for offer in sorted(page.offers, key=lambda one: one.activity.key not in keys):
        if offer.activity.key in keys:
            draft = draft.with_activity(offer.activity)
    if "starts_on" in changes:
        changes.setdefault("chart_until", changes["starts_on"])
        changes.setdefault("ends_on", max(draft.ends_on, changes["starts_on"]))
    draft = replace(draft, **changes)
    return services.home_programs.issue(draft, reason="for a test")


def told_in_note(services: Services, session_id: int, **parent) -> None:
    """Write what a note of a visit says of the parent, without signing it."""
    content = services.notes.open_note(session_id).content
    whole = replace(content, parent=replace(content.parent, **parent))
    services.notes.save_draft(session_id, whole)
    services.notes.drafts.close()
