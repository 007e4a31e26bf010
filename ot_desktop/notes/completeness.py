"""What a note needs before it can be signed, in the order of the list beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ot_desktop.errors import ValidationError
from ot_desktop.notes.blanks import line_with_blank
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.home_practice import days_problem
from ot_desktop.notes.missed_visit import MissedVisit
from ot_desktop.notes.parent_part import (
    AtHome,
    ParentPart,
    ShownToday,
    WhoIsHere,
)
from ot_desktop.notes.session_part import SessionPart

_REACH = "Say how and on which day you will reach the family."


class Part(StrEnum):
    """One line of “Before you sign”; the value is the field's key.

    ``DID`` and ``SAID`` may stay empty: they are listed while a blank of a phrase is left in them.
    """

    WHO = "who"
    AT_HOME = "at_home"
    SHOWN = "shown"
    TEACH_BACK = "teach_back"
    GOALS = "goals"
    PLAN = "plan"
    WHY_MISSED = "why_missed"
    CONTACT = "contact"
    DID = "did"
    SAID = "said"


OF_A_VISIT = tuple(Part)[:6]
OF_A_MISSED_VISIT = (Part.WHY_MISSED, Part.CONTACT)


@dataclass(frozen=True, slots=True)
class Missing:
    """What a part still needs; ``index`` names the person, strategy or goal it is about."""

    part: Part
    sentence: str
    index: int | None = None

    @property
    def field(self) -> str:
        """The key of the field, as ``ValidationError`` carries it."""
        return self.part.value if self.index is None else f"{self.part.value}.{self.index}"


def missing_parts(content: NoteContent) -> tuple[Missing, ...]:
    """Return everything that stops the note from being signed, first things first."""
    if content.missed is not None:
        return tuple(_missed(content.missed))
    return (*_parent(content.parent), *_session(content.session))


def check_signable(content: NoteContent) -> None:
    """Raise ``ValidationError`` with a sentence for each missing field."""
    if missing := missing_parts(content):
        raise ValidationError({part.field: part.sentence for part in missing})


def _parent(parent: ParentPart) -> Iterator[Missing]:
    yield from _who(parent.who)
    # A parent who was not there was not asked and not shown; the contact plan takes their place.
    if not parent.who.nobody_took_part:
        yield from _at_home(parent.at_home)
        yield from _shown(parent.shown)
        if parent.teach_back.how is None:
            yield Missing(Part.TEACH_BACK, "Say how the teach-back went, or “Not today”.")


def _who(who: WhoIsHere) -> Iterator[Missing]:
    if not who.people:
        yield Missing(Part.WHO, "Choose who is here. If no parent came, say why.")
    for index, person in enumerate(who.people):
        if not person.name.strip():
            yield Missing(Part.WHO, "Type the name of the person who is here.", index)
        elif person.needs_reason:
            yield Missing(Part.WHO, f"Say why {person.name} was not in the room.", index)
        elif person.needs_minutes:
            yield Missing(Part.WHO, f"Say how many minutes {person.name} joined.", index)
    if who.nobody_took_part and not (who.contact_plan.strip() and who.contact_on):
        yield Missing(Part.WHO, f"No parent took part. {_REACH}")


def _missed(missed: MissedVisit) -> Iterator[Missing]:
    if not missed.why.strip():
        yield Missing(Part.WHY_MISSED, "Say why the visit did not take place.")
    if not (missed.contact_plan.strip() and missed.contact_on):
        yield Missing(Part.CONTACT, _REACH)
    yield from _blank(Part.SAID, missed.said)


def _at_home(at_home: AtHome) -> Iterator[Missing]:
    if at_home.not_asked:
        return
    if not any(report.says_anything for report in at_home.reports):
        yield Missing(Part.AT_HOME, "Say how practice at home went, or “Not asked”.")
    for report in at_home.reports:
        for activity in report.activities:
            if problem := days_problem(activity.days or 0, at_home.days):
                yield Missing(Part.AT_HOME, f"“{activity.title}”: {problem}")


def _shown(shown: ShownToday) -> Iterator[Missing]:
    if not shown.strategies and not shown.nothing:
        yield Missing(Part.SHOWN, "Choose what you showed the parent, or “Nothing today”.")
    for index, strategy in enumerate(shown.strategies):
        who = strategy.to or "the parent"
        if not strategy.how:
            yield Missing(Part.SHOWN, f"Say how you showed “{strategy.title}”.", index)
        elif not strategy.is_answered:
            yield Missing(
                Part.SHOWN, f"Say how much help {who} needed with “{strategy.title}”.", index
            )


def _session(session: SessionPart) -> Iterator[Missing]:
    for index, goal in enumerate(session.goals):
        if goal.is_answered:
            continue
        lacks = "the help given" if goal.has_score else "a score"
        yield Missing(Part.GOALS, f"Give “{goal.statement}” {lacks}, or “Not today”.", index)
    yield from _blank(Part.DID, session.did.text)
    if not any(line.strip() for line in session.plan):
        yield Missing(Part.PLAN, "Write one line for next time.")
    yield from _blank(Part.PLAN, "\n".join(session.plan))


def _blank(part: Part, text: str) -> Iterator[Missing]:
    if line := line_with_blank(text):
        yield Missing(part, f"Fill in the blank in “{line}”, or take it out.")
