"""What must hold before papers are given, and how they are kept for good."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from db.queries import home_programs as queries
from ot_desktop.caseload.domain import ChildPage
from ot_desktop.clock import now_utc, wall_time
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.home_programs.codec import program_text
from ot_desktop.home_programs.domain import ChildOnPaper
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.page_pictures import count_pages
from ot_desktop.home_programs.printing import file_name
from ot_desktop.home_programs.program_page import IssuedPaper, ProgramPage
from ot_desktop.home_programs.reading import PaperRow
from ot_desktop.home_programs.safety import refuse_clashes


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages about to be given."""

    home_program_id: int
    pdf: bytes
    name: str
    kind: str
    reason: str


def with_shown(page: ProgramPage, titles: Sequence[str]) -> ProgramDraft:
    """Return the page's draft with what the parent was shown today; clashes stay out."""
    draft = page.draft
    wanted = {title.strip().casefold() for title in titles}
    for offer in page.offers:
        words = offer.activity.words["en"]
        names = {offer.activity.key, words.title.casefold(), words.short_title.casefold()}
        if names & wanted and not offer.clashes:
            draft = page.added(draft, offer.activity)
    return draft


def with_cue_words(page: ProgramPage, worked: Iterable[tuple[int, str]]) -> ProgramPage:
    """Return the page with words that worked today, whose note may not be signed yet."""
    by_goal: dict[int, tuple[str, ...]] = {}
    for goal_id, words in worked:
        by_goal[goal_id] = (*by_goal.get(goal_id, ()), words.strip())
    goals = tuple(
        replace(goal, cue_words=tuple(dict.fromkeys(goal.cue_words + by_goal.get(goal.id, ()))))
        for goal in page.child.goals
    )
    return replace(page, child=replace(page.child, goals=goals))


def refuse_what_cannot_be_given(page: ProgramPage, draft: ProgramDraft, reason: str) -> None:
    """Raise ``ValidationError`` naming the first rule that forbids these papers."""
    draft.check()
    refuse_clashes([planned.activity for planned in draft.activities], page.alerts, page.age_years)
    if found := page.reward_clashes(draft.reward.prize):
        raise ValidationError({"reward": found[0].sentence})
    draft.budget.require(reason)


def columns(draft: ProgramDraft, author_id: int, saved_at: datetime) -> dict[str, Any]:
    """Return a draft as the table has it."""
    return {
        "child": draft.child_id,
        "author": author_id,
        "replaces": draft.replaces_id,
        "starts_on": draft.starts_on,
        "ends_on": draft.ends_on,
        "content": program_text(draft),
        "saved_at": saved_at,
    }


def activity_rows(draft: ProgramDraft, child: ChildOnPaper) -> Iterator[dict[str, Any]]:
    """Yield what families are asked about later, titled as printed."""
    for position, planned in enumerate(draft.activities, start=1):
        yield {
            "position": position,
            "activity_slug": planned.activity.key,
            "title": planned.words(child).title,
            "minutes": planned.minutes,
            "times_a_week": planned.times_per_week,
        }


def says_the_same(stored: str, draft: ProgramDraft) -> bool:
    """Say whether a program is what was given; a copy may be printed in gray or larger."""
    given, now = json.loads(stored), json.loads(program_text(draft))
    given.pop("papers", None)
    now.pop("papers")
    return bool(given == now)


def keep(paper: Paper, child_id: int, recipient_id: int | None, user_id: int) -> IssuedPaper:
    """Store the pages; call it inside the transaction that issues the program."""
    pages = count_pages(paper.pdf)
    paper_id = queries.insert_paper(
        {
            "child": child_id,
            "home_program": paper.home_program_id,
            "kind": paper.kind,
            "caregiver": recipient_id,
            "issued_at": now_utc(),
            "issued_by": user_id,
            "reason": paper.reason,
            "pages": pages,
            "sha256": sha256(paper.pdf).hexdigest(),
            "pdf": paper.pdf,
        }
    )
    return IssuedPaper(paper_id, paper.home_program_id, paper.pdf, pages, paper.name)


def require_unharmed(row: PaperRow) -> None:
    """Raise ``ClinicError`` unless the stored bytes are those that were given."""
    if sha256(row.pdf).hexdigest() != row.sha256:
        raise ClinicError("These papers are damaged in the file. Restore a backup to print them.")


def still_family(child: ChildPage, caregiver_id: int | None) -> int | None:
    """Return the recipient while they are on the child's list; those taken off are not asked."""
    known = {caregiver.id for caregiver in child.caregivers}
    return caregiver_id if caregiver_id in known else None


def name_of(child: ChildPage, issued_at: datetime) -> str:
    """Return the file name of papers given earlier."""
    on_paper = ChildOnPaper(child.first_name, child.family_name[:1])
    return file_name(on_paper, "home-program", wall_time(issued_at).date())


def already_given() -> ClinicError:
    """Say that an issued program does not change."""
    return ClinicError("This home program was given to the family. Make a new one.")


def up_to_date(kept: ProgramDraft, page: ProgramPage) -> ProgramDraft:
    """Let a draft left lying begin today, and replace what the family has now."""
    new = page.draft
    kept = replace(kept, replaces_id=new.replaces_id)
    if kept.starts_on >= page.facts.today:
        return kept
    dates = ("starts_on", "ends_on", "chart_until", "name")
    return replace(kept, **{name: getattr(new, name) for name in dates})
